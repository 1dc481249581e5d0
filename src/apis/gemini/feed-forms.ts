import { type Static, type TSchema, Type } from 'typebox';
import type { FeedArtist, FeedBooking, FeedVenue } from '../../modules/festival/types.ts';
import { avatarAddress } from './formats.ts';
import { addEventLinks, linksForm } from './links.ts';
import { pageOf } from './pagination.ts';
import { auditTime, localForm, localTime, utcTime } from './times.ts';

const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const text = Type.String();
const textOrNull = orNull(text);

const artistForm = {
  name: text,
  description: text,
  genres: Type.Array(text),
  image_url: textOrNull,
  url: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
  soundcloud_url: textOrNull,
};

const venueForm = {
  name: text,
  description: textOrNull,
  address: text,
  city: text,
  district: textOrNull,
  zip_code: textOrNull,
  latitude: orNull(Type.Number()),
  longitude: orNull(Type.Number()),
  ada: Type.Boolean(),
  venue_type: text,
  rain_option: text,
  alt_venue: textOrNull,
  url: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
};

const exact = { additionalProperties: false } as const;
/** What the two profiles of a whole event have besides. */
const profileForm = { id: text, is_deleted: Type.Boolean(), start_time: localForm, end_time: localForm };

const simpleForm = {
  id: text,
  start_time: localForm,
  end_time: localForm,
  is_lesson: Type.Boolean(),
  is_participatory: Type.Boolean(),
  livestream_url: textOrNull,
  artist: Type.Object(artistForm, exact),
  venue: Type.Object({ ...venueForm, neighbourhood: textOrNull }, exact),
};

/** Contract §6.3. */
export const simpleEventForm = Type.Object(simpleForm, exact);

/** Contract §6.4: the same, and where and when it is, since times of several zones say nothing without. */
export const streamForm = Type.Object(
  {
    ...simpleForm,
    city: Type.Object({ id: text, name: text, slug: text, timezone: text }, exact),
    utc_start_time: text,
    utc_end_time: text,
  },
  exact,
);

/** Contract §6.6. */
export const fullEventForm = Type.Object(
  {
    id: text,
    artist: Type.Object(
      {
        ...artistForm,
        ...profileForm,
        soundcloud_song_urls: orNull(Type.Array(text)),
        youtube_video_urls: orNull(Type.Array(text)),
      },
      exact,
    ),
    venue: Type.Object(
      { ...venueForm, ...profileForm, genres: Type.Array(text), virtual_option: text },
      exact,
    ),
    city: Type.Object({ _links: linksForm, id: text, name: text, slug: text, festival_name: text }, exact),
    created_at: text,
    created_by: textOrNull,
    start_time: localForm,
    end_time: localForm,
    utc_start_time: text,
    utc_end_time: text,
    is_deleted: Type.Boolean(),
    is_lesson: Type.Boolean(),
    is_participatory: Type.Boolean(),
    is_self_match: Type.Boolean(),
    livestream_url: textOrNull,
    status: text,
  },
  exact,
);

/** The answer of a feed of these. */
export const feedForm = <Item extends TSchema>(item: Item) => pageOf('events', item);

/**
 * Genres and what happens in rain are keys here (contract §9 "Lookup values seen").
 * @param origin of the host that shows pictures
 */
export function toSimpleEvent(booking: FeedBooking, origin: string): Static<typeof simpleEventForm> {
  const { artist, venue, city } = booking;
  return {
    ...momentsOf(booking),
    artist: toArtist(artist, artist.genres, origin),
    venue: { ...toVenue(venue, venue.rainOption), neighbourhood: venue.neighbourhood },
    id: booking.uuid,
    start_time: localTime(booking.startsAt, city.timeZone),
    end_time: localTime(booking.endsAt, city.timeZone),
  };
}

/** A live stream: an event of any city, with its city and its times in UTC. */
export function toStream(booking: FeedBooking, origin: string): Static<typeof streamForm> {
  const { uuid: id, name, slug, timeZone: timezone } = booking.city;
  return {
    ...toSimpleEvent(booking, origin),
    city: { id, name, slug, timezone },
    utc_start_time: utcTime(booking.startsAt),
    utc_end_time: utcTime(booking.endsAt),
  };
}

/** Everything that can be chosen is a label here. */
export function toFullEvent(booking: FeedBooking, origin: string): Static<typeof fullEventForm> {
  const { artist, venue, city } = booking;
  const zone = city.timeZone;
  const ofProfile = (profile: FeedArtist | FeedVenue) => ({
    id: profile.uuid,
    is_deleted: profile.isDeleted,
    start_time: localTime(profile.availableFrom, zone),
    end_time: localTime(profile.availableUntil, zone),
  });
  return {
    ...momentsOf(booking),
    id: booking.uuid,
    artist: {
      ...toArtist(artist, artist.genreLabels, origin),
      ...ofProfile(artist),
      soundcloud_song_urls: artist.soundcloudSongUrls && [...artist.soundcloudSongUrls],
      youtube_video_urls: artist.youtubeVideoUrls && [...artist.youtubeVideoUrls],
    },
    venue: {
      ...toVenue(venue, venue.rainOptionLabel),
      ...ofProfile(venue),
      genres: [...venue.genreLabels],
      virtual_option: venue.virtualOptionLabel,
    },
    city: {
      _links: addEventLinks(),
      id: city.uuid,
      name: city.name,
      slug: city.slug,
      festival_name: city.festivalName,
    },
    created_at: auditTime(booking.createdAt, zone),
    created_by: booking.createdByUuid,
    start_time: localTime(booking.startsAt, zone),
    end_time: localTime(booking.endsAt, zone),
    utc_start_time: utcTime(booking.startsAt),
    utc_end_time: utcTime(booking.endsAt),
    is_deleted: false,
    is_self_match: booking.isSelfMatch,
    status: booking.status,
  };
}

const momentsOf = (booking: FeedBooking) => ({
  is_lesson: booking.isLesson,
  is_participatory: booking.isParticipatory,
  livestream_url: booking.livestreamUrl,
});

const toArtist = (artist: FeedArtist, genres: readonly string[], origin: string) => ({
  name: artist.name,
  description: artist.description,
  genres: [...genres],
  image_url: avatarAddress(origin, artist.pictureId),
  url: artist.url,
  facebook_url: artist.facebookUrl,
  instagram_url: artist.instagramUrl,
  twitter_url: artist.twitterUrl,
  youtube_url: artist.youtubeUrl,
  soundcloud_url: artist.soundcloudUrl,
});

const toVenue = (venue: FeedVenue, rainOption: string) => ({
  name: venue.name,
  description: venue.description,
  address: venue.address,
  city: venue.town,
  district: venue.district,
  zip_code: venue.zipCode,
  latitude: venue.latitude,
  longitude: venue.longitude,
  ada: venue.ada,
  venue_type: venue.venueTypeLabel,
  rain_option: rainOption,
  alt_venue: venue.altVenue,
  url: venue.url,
  facebook_url: venue.facebookUrl,
  instagram_url: venue.instagramUrl,
  twitter_url: venue.twitterUrl,
  youtube_url: venue.youtubeUrl,
});
