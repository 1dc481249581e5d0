import { type Static, Type } from 'typebox';
import { readLocalTime } from '../../modules/festival/local-times.ts';
import type { BookingStatus, FeedFilter, LocalMoment } from '../../modules/festival/types.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

const bookingStatuses: readonly BookingStatus[] = [
  'requested',
  'accepted',
  'changes_suggested',
  'confirmed',
  'declined',
  'denied',
  'cancelled',
  'expired',
];

const several = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { description, maxItems: 50 }));
const flag = (description: string) => Type.Optional(Type.Boolean({ description }));
const time = (description: string) => Type.Optional(Type.String({ description, maxLength: 40 }));

/** What public feeds can be narrowed by (contract §12 "Public calendar"). */
export const filterQuery = Type.Object({
  genre: several("Of the artist: keys or labels of the city's list; repeatable, one of them is enough"),
  venue_type: several('Keys or labels; repeatable'),
  district: several('Repeatable'),
  neighbourhood: several('Keys or labels; repeatable'),
  from: time('Beginning at this time or later; local unless it names an offset, or a day'),
  to: time('Beginning before this time, or on this day at the latest'),
  ada: flag('Whether the venue is accessible'),
  is_lesson: flag('Lessons only, or no lessons'),
  is_participatory: flag('Only what one may join in, or not'),
  bbox: Type.Optional(
    Type.String({ description: 'west,south,east,north in degrees: where the venue lies', maxLength: 100 }),
  ),
  q: Type.Optional(
    Type.String({ description: 'Words of the names or of what the artist says of itself', maxLength: 200 }),
  ),
  updated_since: time('Where the event or one of its profiles changed at this time or later'),
});

/** The filters of a request. Refuses with 400 what is none, by its name. */
export function readFilter(query: Static<typeof filterQuery>): FeedFilter {
  const lists = {
    genres: namesIn(query.genre),
    venueTypes: namesIn(query.venue_type),
    districts: namesIn(query.district),
    neighbourhoods: namesIn(query.neighbourhood),
  };
  const from = momentIn('from', query.from);
  const before = momentIn('to', query.to, 1);
  const updatedSince = momentIn('updated_since', query.updated_since);
  const box = boxIn(query.bbox);
  const words = wordsIn(query.q);
  return {
    ...(lists.genres && { genres: lists.genres }),
    ...(lists.venueTypes && { venueTypes: lists.venueTypes }),
    ...(lists.districts && { districts: lists.districts }),
    ...(lists.neighbourhoods && { neighbourhoods: lists.neighbourhoods }),
    ...(from && { from }),
    ...(before && { before }),
    ...(updatedSince && { updatedSince }),
    ...(query.ada !== undefined && { ada: query.ada }),
    ...(query.is_lesson !== undefined && { isLesson: query.is_lesson }),
    ...(query.is_participatory !== undefined && { isParticipatory: query.is_participatory }),
    ...(box && { box }),
    ...(words !== undefined && { words }),
  };
}

/** An empty filter is none. */
export function namesIn(sent: readonly string[] | undefined): string[] | undefined {
  const names = (sent ?? []).map((name) => name.trim()).filter((name) => name !== '');
  return names.length === 0 ? undefined : names;
}

/** An empty search is none. */
export function wordsIn(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}

/** The statuses that a query names, separated by commas; `all` is every one. Refuses what is none. */
export function statusesIn(text: string): BookingStatus[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('all')) return [...bookingStatuses];
  const found = bookingStatuses.filter((status) => names.includes(status));
  if (found.length < new Set(names).size)
    throw badQuery('status', `Allowed: all, or some of ${bookingStatuses.join(', ')}.`);
  return found;
}

/** A refusal of one parameter. */
export function badQuery(name: string, message: string): Refusal {
  return refuse('invalid', 'request.bad_query', `${name}: ${message}`, { fields: { [name]: [message] } });
}

const day = 24 * 60 * 60 * 1000;

/** @param daysLater added where a day is named instead of a time */
function momentIn(name: string, text: string | undefined, daysLater = 0): LocalMoment | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  // A `+` that arrived as it is in the query reads as a blank.
  const written = text.trim().replace(/ (\d\d:?\d\d)$/, '+$1');
  const isDay = /^\d{4}-\d\d-\d\d$/.test(written);
  const moment = readLocalTime(isDay ? `${written}T00:00:00` : written, 'UTC');
  if (!moment || moment.getUTCFullYear() < 1)
    throw badQuery(name, 'Allowed: a day or a time such as 2027-06-21T12:00:00, with or without an offset.');
  if (/(Z|[+-]\d\d(:?\d\d)?)$/i.test(written) && !isDay) return moment;
  const local = new Date(moment.getTime() + (isDay ? daysLater * day : 0));
  return { local: local.toISOString().slice(0, 23) };
}

function boxIn(text: string | undefined): FeedFilter['box'] {
  if (text === undefined || text.trim() === '') return undefined;
  const degrees = text
    .split(',')
    .map((one) => (/^\s*-?\d{1,3}(\.\d{1,15})?\s*$/.test(one) ? Number(one) : Number.NaN));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = degrees;
  const fits =
    degrees.length === 4 &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    Math.abs(south) <= 90 &&
    Math.abs(north) <= 90;
  if (!fits || south > north || west > east)
    throw badQuery('bbox', 'Allowed: west,south,east,north in degrees, such as -79.1,43.0,-78.9,43.2.');
  return { west, south, east, north };
}
