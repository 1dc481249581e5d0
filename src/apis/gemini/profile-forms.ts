import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { countByStatus } from '../../modules/festival/bookings.ts';
import { findCurrentFestival } from '../../modules/festival/festivals.ts';
import { mayChange } from '../../modules/festival/profiles.ts';
import type { Artist, Festival, Side, Venue, Viewer } from '../../modules/festival/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { Services } from '../callers.ts';
import { avatarAddress, integerOrNull, numberOrNull, originOf, textOrNull, textsOrNull } from './formats.ts';
import { type CityBook, readCityBook } from './labels.ts';
import { linksForm, profileLinks } from './links.ts';
import { auditTime, localForm, localTime } from './times.ts';

const span = Type.Object({ start: localForm, end: localForm });
export const contactForm = Type.Object({ name: textOrNull, email: textOrNull, phone: textOrNull });

/** What both kinds of profile have. */
const common = {
  _links: linksForm,
  id: Type.String(),
  name: Type.String(),
  genres: Type.Array(Type.String()),
  url: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
  is_deleted: Type.Boolean(),
  start_time: textOrNull,
  end_time: textOrNull,
  unavailable: Type.Array(span),
  is_accepting_requests: Type.Boolean(),
  contact: Type.Union([contactForm, Type.Null()]),
  created_at: Type.String(),
  created_by: textOrNull,
  status_counts: Type.Union([Type.Record(Type.String(), Type.Integer()), Type.Null()]),
};
const cityOfProfile = Type.Object({ id: Type.String(), name: Type.String(), slug: Type.String() });

/** An artist as people see them who may see profiles; contact and counts only the owner and the city. */
export const artistProfileForm = Type.Object({
  ...common,
  description: Type.String(),
  long_description: textOrNull,
  image_url: textOrNull,
  soundcloud_url: textOrNull,
  soundcloud_song_urls: textsOrNull,
  youtube_video_urls: textsOrNull,
  group_size: integerOrNull,
  needs_electricity: Type.Boolean(),
  needs_pa: Type.Boolean(),
  needs_piano: Type.Boolean(),
  city: cityOfProfile,
});

/** A venue as people see it who may see profiles; `city` is the town of its address. */
export const venueProfileForm = Type.Object({
  ...common,
  description: textOrNull,
  address: Type.String(),
  city: Type.String(),
  festival_city: cityOfProfile,
  district: textOrNull,
  neighbourhood: textOrNull,
  zip_code: textOrNull,
  latitude: numberOrNull,
  longitude: numberOrNull,
  ada: Type.Boolean(),
  venue_type: Type.String(),
  rain_option: Type.String(),
  virtual_option: Type.String(),
  alt_venue: textOrNull,
  has_electricity: Type.Boolean(),
  has_pa: Type.Boolean(),
  has_piano: Type.Boolean(),
  capacity: integerOrNull,
  is_indoor: Type.Boolean(),
  access_notes: textOrNull,
});

interface Shown {
  readonly services: Services;
  readonly request: FastifyRequest;
  readonly viewer: Viewer;
}

/** Artists as this viewer sees them, in their order. */
export async function showArtists(
  read: Read,
  shown: Shown,
  artists: readonly Artist[],
): Promise<Static<typeof artistProfileForm>[]> {
  const around = await surroundings(read, 'artist', artists, shown.viewer);
  const origin = originOf(shown.services, shown.request, shown.request.site.hosts[0] ?? 'localhost');
  return artists.map((artist) => ({
    ...toCommon(artist, 'artist', around, shown.viewer),
    description: artist.description,
    long_description: artist.longDescription,
    image_url: avatarAddress(origin, artist.pictureId),
    soundcloud_url: artist.soundcloudUrl,
    soundcloud_song_urls: artist.soundcloudSongUrls && [...artist.soundcloudSongUrls],
    youtube_video_urls: artist.youtubeVideoUrls && [...artist.youtubeVideoUrls],
    group_size: artist.groupSize,
    needs_electricity: artist.needsElectricity,
    needs_pa: artist.needsPa,
    needs_piano: artist.needsPiano,
    city: toShortCity(artist.cityId, around.book),
  }));
}

/** Venues as this viewer sees them, in their order. */
export async function showVenues(
  read: Read,
  { viewer }: Shown,
  venues: readonly Venue[],
): Promise<Static<typeof venueProfileForm>[]> {
  const around = await surroundings(read, 'venue', venues, viewer);
  const { book } = around;
  return venues.map((venue) => ({
    ...toCommon(venue, 'venue', around, viewer),
    description: venue.description,
    address: venue.address,
    city: venue.town,
    festival_city: toShortCity(venue.cityId, book),
    district: venue.district,
    neighbourhood: venue.neighbourhood && book.label(venue.cityId, 'neighbourhood', venue.neighbourhood),
    zip_code: venue.zipCode,
    latitude: venue.latitude,
    longitude: venue.longitude,
    ada: venue.ada,
    venue_type: book.label(venue.cityId, 'venue_type', venue.venueType),
    rain_option: book.label(venue.cityId, 'rain_option', venue.rainOption),
    virtual_option: book.label(venue.cityId, 'virtual_option', venue.virtualOption),
    alt_venue: venue.altVenue,
    has_electricity: venue.hasElectricity,
    has_pa: venue.hasPa,
    has_piano: venue.hasPiano,
    capacity: venue.capacity,
    is_indoor: venue.isIndoor,
    access_notes: mayChange(venue, 'venue', viewer) ? venue.accessNotes : null,
  }));
}

interface Surroundings {
  readonly book: CityBook;
  readonly festivals: ReadonlyMap<number, Festival | null>;
  readonly counts: ReadonlyMap<number, Readonly<Record<string, number>>>;
}

/** What profiles are worded with: cities, their current festivals, and of one's own how many bookings they have. */
async function surroundings(
  read: Read,
  side: Side,
  profiles: readonly (Artist | Venue)[],
  viewer: Viewer,
): Promise<Surroundings> {
  const cityIds = [...new Set(profiles.map(({ cityId }) => cityId))];
  const own = profiles.filter((profile) => mayChange(profile, side, viewer)).map(({ id }) => id);
  const [book, festivals, counts] = await Promise.all([
    readCityBook(read, cityIds),
    Promise.all(cityIds.map(async (id) => [id, await findCurrentFestival(read, id)] as const)),
    countByStatus(read, side, own),
  ]);
  return { book, festivals: new Map(festivals), counts };
}

function toCommon(
  profile: Artist | Venue,
  side: Side,
  { book, festivals, counts }: Surroundings,
  viewer: Viewer,
) {
  const { timeZone } = book.city(profile.cityId);
  const festival = festivals.get(profile.cityId);
  const from = profile.availableFrom ?? festival?.startsAt ?? null;
  const until = profile.availableUntil ?? festival?.endsAt ?? null;
  const isOwn = mayChange(profile, side, viewer);
  return {
    _links: { ...profileLinks(profile, side, viewer) },
    id: profile.uuid,
    name: profile.name,
    genres: profile.genres.map((key) => book.label(profile.cityId, 'genre', key)),
    url: profile.url,
    facebook_url: profile.facebookUrl,
    instagram_url: profile.instagramUrl,
    twitter_url: profile.twitterUrl,
    youtube_url: profile.youtubeUrl,
    is_deleted: profile.isDeleted,
    start_time: from && localTime(from, timeZone),
    end_time: until && localTime(until, timeZone),
    unavailable: profile.unavailable.map(({ startsAt, endsAt }) => ({
      start: localTime(startsAt, timeZone),
      end: localTime(endsAt, timeZone),
    })),
    is_accepting_requests: profile.isAcceptingRequests,
    contact: isOwn ? toContact(profile) : null,
    created_at: auditTime(profile.createdAt, timeZone),
    created_by: profile.createdByUuid,
    status_counts: isOwn ? { ...counts.get(profile.id) } : null,
  };
}

export function toContact({
  contactName,
  contactEmail,
  contactPhone,
}: Artist | Venue): Static<typeof contactForm> {
  return { name: contactName, email: contactEmail, phone: contactPhone };
}

function toShortCity(id: number, book: CityBook): Static<typeof cityOfProfile> {
  const { uuid, name, slug } = book.city(id);
  return { id: uuid, name, slug };
}
