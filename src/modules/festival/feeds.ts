import type { Read } from '../../platform/database/contract.ts';
import * as rows from './feeds.queries.ts';
import { noCity, unknownArtist, unknownFestival, unknownVenue } from './refusals.ts';
import type { Feed, FeedFilter, FeedPage, Side, Window } from './types.ts';

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
  const found = await rows.selectPage(read, feed, filter, window);
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

function refuseAbsent(feed: Feed, found: Pick<rows.FoundPage, 'subject' | 'festival'>): void {
  if (!found.subject) {
    if (feed.of === 'artist') throw unknownArtist(feed.uuid);
    throw feed.of === 'venue' ? unknownVenue(feed.uuid) : noCity();
  }
  if (!found.festival) throw unknownFestival(feed.festivalUuid ?? '');
}
