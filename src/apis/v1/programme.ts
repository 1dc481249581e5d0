import { type Static, Type } from 'typebox';
import { readFeed } from '../../modules/festival/feeds.ts';
import { readLocalTime } from '../../modules/festival/local-times.ts';
import type { Feed, FeedBooking, FeedFilter, LocalMoment } from '../../modules/festival/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import {
  badField,
  numberOrNull,
  pictureAddress,
  present,
  textOrNull,
  textsOrNull,
  uuidSent,
} from './festival-requests.ts';
import { closed, iso, moment } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';

const words = Type.Optional(
  Type.Array(Type.String({ maxLength: 200 }), {
    maxItems: 50,
    description: 'Keys or labels; may be repeated',
  }),
);
const day = Type.Optional(
  Type.String({ maxLength: 40, description: 'A day or a time; local unless it names an offset' }),
);
const query = closed({
  ...pageQuery,
  artist: Type.Optional(Type.String({ description: 'A uuid: of one artist, in every festival' })),
  venue: Type.Optional(Type.String({ description: 'A uuid: of one venue, in every festival' })),
  festival: Type.Optional(Type.String({ description: 'A uuid; without it the current festival' })),
  genre: words,
  venue_type: words,
  neighbourhood: words,
  from: day,
  before: day,
  ada: Type.Optional(Type.Boolean()),
  is_lesson: Type.Optional(Type.Boolean()),
  is_participatory: Type.Optional(Type.Boolean()),
  q: Type.Optional(Type.String({ maxLength: 200 })),
});

const addresses = {
  url: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
};

/** A confirmed booking as the public sees it; what is chosen from lists by its label. */
const performance = closed({
  uuid: Type.String(),
  starts_at: moment,
  ends_at: moment,
  is_lesson: Type.Boolean(),
  is_participatory: Type.Boolean(),
  livestream_url: textOrNull,
  festival_name: Type.String(),
  time_zone: Type.String(),
  artist: closed({
    ...addresses,
    uuid: Type.String(),
    name: Type.String(),
    description: Type.String(),
    genres: Type.Array(Type.String()),
    picture_url: textOrNull,
    soundcloud_url: textOrNull,
    youtube_video_urls: textsOrNull,
  }),
  venue: closed({
    ...addresses,
    uuid: Type.String(),
    name: Type.String(),
    description: textOrNull,
    address: Type.String(),
    town: Type.String(),
    neighbourhood: textOrNull,
    latitude: numberOrNull,
    longitude: numberOrNull,
    ada: Type.Boolean(),
    venue_type: Type.String(),
    rain_option: Type.String(),
    alt_venue: textOrNull,
  }),
});

/** `/programme`: what is public of this city's festival. */
export function serveProgramme(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/programme',
    caller: 'anyone',
    summary: 'The confirmed bookings of the current festival, by start',
    schema: { querystring: query, response: { 200: pageOf(performance) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const page = offsetPage(request.query);
        const feed = feedOf(request.query, request.site.id);
        const { bookings, total } = await readFeed(read, feed, readFilter(request.query), page);
        return pageOfOffset(bookings.map(showPerformance), total, page);
      }),
  });
}

function feedOf(sent: Static<typeof query>, siteId: number): Feed {
  const festivalUuid = sent.festival === undefined ? null : uuidSent(sent.festival, 'festival');
  const { artist, venue } = sent;
  if (artist !== undefined && venue !== undefined)
    throw badField('venue', 'Ask for an artist or for a venue.');
  const statuses = ['confirmed'] as const;
  if (artist !== undefined) return { of: 'artist', uuid: uuidSent(artist, 'artist'), festivalUuid, statuses };
  if (venue !== undefined) return { of: 'venue', uuid: uuidSent(venue, 'venue'), festivalUuid, statuses };
  return { of: 'city', siteId, festivalUuid, streamsOnly: false };
}

function readFilter(sent: Static<typeof query>): FeedFilter {
  return present({
    genres: namesIn(sent.genre),
    venueTypes: namesIn(sent.venue_type),
    neighbourhoods: namesIn(sent.neighbourhood),
    from: momentIn('from', sent.from),
    before: momentIn('before', sent.before),
    ada: sent.ada,
    isLesson: sent.is_lesson,
    isParticipatory: sent.is_participatory,
    words: sent.q?.trim() || undefined,
  });
}

/** An empty filter is none. */
function namesIn(sent: readonly string[] | undefined): string[] | undefined {
  const names = (sent ?? []).map((name) => name.trim()).filter((name) => name !== '');
  return names.length === 0 ? undefined : names;
}

/** A moment, or a time of the clocks of whatever city a booking is in. */
function momentIn(field: string, text: string | undefined): LocalMoment | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  // A `+` that arrived as it is in the query reads as a blank.
  const written = text.trim().replace(/ (\d\d:?\d\d)$/, '+$1');
  const isDay = /^\d{4}-\d\d-\d\d$/.test(written);
  const found = readLocalTime(isDay ? `${written}T00:00:00` : written, 'UTC');
  if (!found || found.getUTCFullYear() < 1)
    throw badField(field, 'Allowed: a day or a time such as 2027-06-21T12:00.');
  const namesOffset = !isDay && /(Z|[+-]\d\d(:?\d\d)?)$/i.test(written);
  return namesOffset ? found : { local: found.toISOString().slice(0, 23) };
}

function showPerformance(one: FeedBooking): Static<typeof performance> {
  const { artist, venue, city } = one;
  return {
    uuid: one.uuid,
    starts_at: iso(one.startsAt),
    ends_at: iso(one.endsAt),
    is_lesson: one.isLesson,
    is_participatory: one.isParticipatory,
    livestream_url: one.livestreamUrl,
    festival_name: city.festivalName,
    time_zone: city.timeZone,
    artist: {
      ...showAddresses(artist),
      uuid: artist.uuid,
      name: artist.name,
      description: artist.description,
      genres: [...artist.genreLabels],
      picture_url: pictureAddress('artists', artist.pictureId),
      soundcloud_url: artist.soundcloudUrl,
      youtube_video_urls: artist.youtubeVideoUrls,
    },
    venue: {
      ...showAddresses(venue),
      uuid: venue.uuid,
      name: venue.name,
      description: venue.description,
      address: venue.address,
      town: venue.town,
      neighbourhood: venue.neighbourhood,
      latitude: venue.latitude,
      longitude: venue.longitude,
      ada: venue.ada,
      venue_type: venue.venueTypeLabel,
      rain_option: venue.rainOptionLabel,
      alt_venue: venue.altVenue,
    },
  };
}

function showAddresses(one: FeedBooking['artist'] | FeedBooking['venue']) {
  return {
    url: one.url,
    facebook_url: one.facebookUrl,
    instagram_url: one.instagramUrl,
    twitter_url: one.twitterUrl,
    youtube_url: one.youtubeUrl,
  };
}
