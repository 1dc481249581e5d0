import type { Context, Read } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import * as rows from './feeds.queries.ts';
import { noCity, unknownArtist, unknownFestival, unknownVenue } from './refusals.ts';
import { patternsOf } from './search.ts';
import type {
  BookingExport,
  BookingStatus,
  Feed,
  FeedFilter,
  FeedPage,
  FoldedFilter,
  Side,
  Window,
} from './types.ts';

/**
 * A page of the confirmed bookings of a feed by start (contract §6.3, §6.4, §6.6), with the version it is true for.
 * One statement. Refuses a site without a city, and profiles and festivals that are not there or another city's.
 * @param window null: everything, for a file
 */
export async function readFeed(
  read: Read,
  feed: Feed,
  filter: FeedFilter,
  window: Window | null,
): Promise<FeedPage> {
  const found = await rows.selectPage(read, feed, folded(filter), window);
  refuseAbsent(feed, found);
  return found.page;
}

/** The version of a feed now: what was read at it is still true. Null: there is no such feed. */
export function readFeedVersion(read: Read, feed: Feed): Promise<number | null> {
  return rows.selectVersion(read, feed);
}

/**
 * The names of a city's artists or venues with a confirmed booking in a festival, each once, in the order of the alphabet
 * (contract §6.5). Refuses as `readFeed`.
 * @param festivalUuid null: the current festival
 */
export async function listNames(
  read: Read,
  { siteId, festivalUuid }: { readonly siteId: number; readonly festivalUuid: string | null },
  side: Side,
): Promise<string[]> {
  const feed = { of: 'city', siteId, festivalUuid, streamsOnly: false } as const;
  const found = await rows.selectNames(read, feed, side === 'artist' ? 'artists' : 'venues');
  refuseAbsent(feed, {
    subject: found.subject,
    festival: found.festival || festivalUuid === null,
  });
  return found.names;
}

/**
 * Streams a city's bookings in these statuses with whom to call, by start, for whoever runs the city.
 * @param festivalUuid null: of every festival
 */
export function streamBookings(
  context: Context,
  cityId: number,
  choice: { readonly festivalUuid: string | null; readonly statuses: readonly BookingStatus[] },
): AsyncGenerator<readonly BookingExport[]> {
  return context.stream(rows.bookingExport(context.tenantId, cityId, choice));
}

function folded({
  words,
  genres,
  venueTypes,
  neighbourhoods,
  districts,
  ...filter
}: FeedFilter): FoldedFilter {
  const patterns = patternsOf(words ?? null);
  return {
    ...filter,
    ...(patterns && { patterns }),
    ...(genres && { genres: genres.map(fold) }),
    ...(venueTypes && { venueTypes: venueTypes.map(fold) }),
    ...(neighbourhoods && { neighbourhoods: neighbourhoods.map(fold) }),
    ...(districts && { districts: districts.map(fold) }),
  };
}

function refuseAbsent(feed: Feed, found: Pick<rows.FoundPage, 'subject' | 'festival'>): void {
  if (!found.subject) {
    if (feed.of === 'artist') throw unknownArtist(feed.uuid);
    throw feed.of === 'venue' ? unknownVenue(feed.uuid) : noCity();
  }
  if (!found.festival) throw unknownFestival(feed.festivalUuid ?? '');
}
