import type { Artist, City, Festival, Venue, WholeBooking } from '../../src/modules/festival/types.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import type { TestApp, TestSite } from './app.ts';
import * as build from './festival.ts';

/** The feed of a city. */
export const simple = '/api/cities/events/simple';

/** A city with a festival and an account whose artists and venues play there. */
export interface Place {
  readonly at: TestSite;
  readonly of: City;
  readonly owner: Account;
  readonly festival: Festival;
}

export async function place(muster: TestApp, slug: string): Promise<Place> {
  const at = await muster.site(slug);
  const of = await build.city(at);
  const owner = await muster.account(at, { username: `${slug}-owner` });
  return { at, of, owner, festival: await build.festival(at, of) };
}

/** Half an hour of a new artist at a new venue, confirmed, unless told otherwise. @param clock such as `12:00` */
export async function perform(
  { at, of, owner }: Place,
  clock = '12:00',
  more: build.TestBooking & { readonly artist?: Artist; readonly venue?: Venue } = {},
): Promise<WholeBooking> {
  const { artist, venue, ...wanted } = more;
  const sides = {
    artist: artist ?? (await build.artist(at, of, owner)),
    venue: venue ?? (await build.venue(at, of, owner)),
  };
  const startsAt = build.festivalTime(clock);
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  return build.booking(at, of, sides, { status: 'confirmed', startsAt, endsAt, ...wanted });
}
