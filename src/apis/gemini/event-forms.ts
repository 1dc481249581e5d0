import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { isAgreed } from '../../modules/festival/bookings.ts';
import type { Artist, BookingStep, City, Venue, Viewer, WholeBooking } from '../../modules/festival/types.ts';
import { runs } from '../../modules/festival/viewers.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { Services } from '../callers.ts';
import { avatarAddress, numberOrNull, originOf, textOrNull, textsOrNull } from './formats.ts';
import { type CityBook, readCityBook } from './labels.ts';
import { addEventLinks, eventLinks, linksForm } from './links.ts';
import { contactForm, toContact } from './profile-forms.ts';
import { auditTime, localForm, localTime, utcTime } from './times.ts';

const common = {
  id: Type.String(),
  name: Type.String(),
  genres: Type.Array(Type.String()),
  url: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
  is_deleted: Type.Boolean(),
  start_time: localForm,
  end_time: localForm,
};

/** An event as its two sides and the city see it: contract §6.6, and what they may do with it. */
export const eventForm = Type.Object({
  _links: linksForm,
  id: Type.String(),
  artist: Type.Object({
    ...common,
    description: Type.String(),
    image_url: textOrNull,
    soundcloud_url: textOrNull,
    soundcloud_song_urls: textsOrNull,
    youtube_video_urls: textsOrNull,
  }),
  venue: Type.Object({
    ...common,
    description: textOrNull,
    address: Type.String(),
    city: Type.String(),
    district: textOrNull,
    zip_code: textOrNull,
    latitude: numberOrNull,
    longitude: numberOrNull,
    ada: Type.Boolean(),
    venue_type: Type.String(),
    rain_option: Type.String(),
    alt_venue: textOrNull,
    virtual_option: Type.String(),
  }),
  city: Type.Object({
    _links: linksForm,
    id: Type.String(),
    name: Type.String(),
    slug: Type.String(),
    festival_name: Type.String(),
  }),
  festival_id: Type.String(),
  created_at: Type.String(),
  created_by: textOrNull,
  start_time: localForm,
  end_time: localForm,
  utc_start_time: Type.String(),
  utc_end_time: Type.String(),
  is_deleted: Type.Boolean(),
  is_lesson: Type.Boolean(),
  is_participatory: Type.Boolean(),
  is_self_match: Type.Boolean(),
  livestream_url: textOrNull,
  status: Type.String(),
  waiting_for: Type.Unsafe<string | null>({
    enum: ['artist', 'venue', 'city', null],
    description: 'Who is to do something next',
  }),
  expires_at: textOrNull,
  version: Type.Integer(),
  contacts: Type.Union([Type.Object({ artist: contactForm, venue: contactForm }), Type.Null()], {
    description: 'Only to the two sides once both have accepted, and to the city',
  }),
});

/** A step of an event's history. */
export const stepForm = Type.Object({
  at: Type.String(),
  user_id: textOrNull,
  actor: Type.String(),
  action: Type.String(),
  from_status: textOrNull,
  to_status: Type.String(),
  reason: textOrNull,
  start_time: localForm,
  end_time: localForm,
});

interface Shown {
  readonly services: Services;
  readonly request: FastifyRequest;
  readonly viewer: Viewer;
}

/** Events as this viewer sees them, in their order. */
export async function showEvents(
  read: Read,
  { services, request, viewer }: Shown,
  bookings: readonly WholeBooking[],
): Promise<Static<typeof eventForm>[]> {
  const book = await readCityBook(
    read,
    bookings.map(({ cityId }) => cityId),
  );
  const origin = originOf(services, request, request.site.hosts[0] ?? 'localhost');
  return bookings.map((booking) => toEvent(booking, book, origin, viewer, read.clock.now()));
}

/** One event as this viewer sees it. */
export async function showEvent(
  read: Read,
  shown: Shown,
  booking: WholeBooking,
): Promise<Static<typeof eventForm>> {
  const [form] = await showEvents(read, shown, [booking]);
  if (!form) throw new Error('An event that was read could not be worded.');
  return form;
}

export function toStep(step: BookingStep, { timeZone }: City): Static<typeof stepForm> {
  return {
    at: auditTime(step.at, timeZone),
    user_id: step.accountUuid,
    actor: step.actor,
    action: step.action,
    from_status: step.fromStatus,
    to_status: step.toStatus,
    reason: step.reason,
    start_time: localTime(step.startsAt, timeZone),
    end_time: localTime(step.endsAt, timeZone),
  };
}

function toEvent(
  booking: WholeBooking,
  book: CityBook,
  origin: string,
  viewer: Viewer,
  now: Date,
): Static<typeof eventForm> {
  const { artist, venue, city, festival } = booking;
  const zone = city.timeZone;
  const label = (list: Parameters<CityBook['label']>[1], key: string) => book.label(city.id, list, key);
  const ofProfile = (profile: Artist | Venue) => ({
    id: profile.uuid,
    name: profile.name,
    genres: profile.genres.map((genre) => label('genre', genre)),
    url: profile.url,
    facebook_url: profile.facebookUrl,
    instagram_url: profile.instagramUrl,
    twitter_url: profile.twitterUrl,
    youtube_url: profile.youtubeUrl,
    is_deleted: profile.isDeleted,
    start_time: localTime(profile.availableFrom ?? festival.startsAt, zone),
    end_time: localTime(profile.availableUntil ?? festival.endsAt, zone),
  });
  return {
    _links: { ...eventLinks(booking, viewer, now) },
    id: booking.uuid,
    artist: {
      ...ofProfile(artist),
      description: artist.description,
      image_url: avatarAddress(origin, artist.pictureId),
      soundcloud_url: artist.soundcloudUrl,
      soundcloud_song_urls: artist.soundcloudSongUrls && [...artist.soundcloudSongUrls],
      youtube_video_urls: artist.youtubeVideoUrls && [...artist.youtubeVideoUrls],
    },
    venue: {
      ...ofProfile(venue),
      description: venue.description,
      address: venue.address,
      city: venue.town,
      district: venue.district,
      zip_code: venue.zipCode,
      latitude: venue.latitude,
      longitude: venue.longitude,
      ada: venue.ada,
      venue_type: label('venue_type', venue.venueType),
      rain_option: label('rain_option', venue.rainOption),
      alt_venue: venue.altVenue,
      virtual_option: label('virtual_option', venue.virtualOption),
    },
    city: {
      _links: { ...addEventLinks() },
      id: city.uuid,
      name: city.name,
      slug: city.slug,
      festival_name: festival.name,
    },
    festival_id: festival.uuid,
    created_at: auditTime(booking.createdAt, zone),
    created_by: booking.createdByUuid,
    start_time: localTime(booking.startsAt, zone),
    end_time: localTime(booking.endsAt, zone),
    utc_start_time: utcTime(booking.startsAt),
    utc_end_time: utcTime(booking.endsAt),
    is_deleted: booking.isDeleted,
    is_lesson: booking.isLesson,
    is_participatory: booking.isParticipatory,
    is_self_match: booking.isSelfMatch,
    livestream_url: booking.livestreamUrl,
    status: booking.status,
    waiting_for: booking.turn ?? (booking.status === 'accepted' ? 'city' : null),
    expires_at: booking.expiresAt && utcTime(booking.expiresAt),
    version: booking.version,
    contacts: contactsOf(booking, viewer),
  };
}

/** Hidden until both sides have accepted (contract §5); the city sees them always. */
function contactsOf(booking: WholeBooking, viewer: Viewer): Static<typeof eventForm>['contacts'] {
  const isParty = booking.artistAccountId === viewer.accountId || booking.venueAccountId === viewer.accountId;
  const mayRead = runs(viewer, booking.cityId) || (isParty && isAgreed(booking));
  return mayRead ? { artist: toContact(booking.artist), venue: toContact(booking.venue) } : null;
}
