import { requestBooking } from '../../src/modules/festival/booking-requests.ts';
import { actOnBooking, requireBooking } from '../../src/modules/festival/bookings.ts';
import { addCityAdmin, createCity } from '../../src/modules/festival/cities.ts';
import { createFestival } from '../../src/modules/festival/festivals.ts';
import { createArtist, createVenue } from '../../src/modules/festival/profiles.ts';
import type {
  Artist,
  ArtistDraft,
  BookingDraft,
  BookingStatus,
  City,
  CityFacts,
  Festival,
  FestivalDraft,
  Venue,
  VenueDraft,
  Viewer,
  WholeBooking,
} from '../../src/modules/festival/types.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import type { TestSite } from './app.ts';

let made = 0;

/** The zone of every city made here, four hours behind UTC in June. */
export const cityZone = 'America/New_York';

/** A moment of the festival's day, in the city's time. @param clock such as `14:30` */
export const festivalTime = (clock: string): Date => new Date(`2027-06-21T${clock}:00-04:00`);

/** Makes the city of a site, active, named like it. */
export function city(
  at: TestSite,
  more: Partial<CityFacts> & { readonly slug?: string } = {},
): Promise<City> {
  const { slug } = at.site;
  return at.context.transaction((tx) =>
    createCity(tx, at.site.id, { slug, name: `City of ${slug}`, timeZone: cityZone, ...more }),
  );
}

/** Makes a launched festival of a city: on 21 June 2027 from 8 to 21 o'clock, unless told otherwise. */
export function festival(at: TestSite, of: City, more: Partial<FestivalDraft> = {}): Promise<Festival> {
  const draft = { startsAt: festivalTime('08:00'), endsAt: festivalTime('21:00'), ...more };
  return at.context.transaction((tx) => createFestival(tx, of, draft, { isDraft: false }));
}

/** The account with all that a credential may carry and no city to run, unless told otherwise. */
export function viewer({ id }: Pick<Account, 'id'>, more: Partial<Viewer> = {}): Viewer {
  return {
    accountId: id,
    mayView: true,
    mayPerform: true,
    mayHost: true,
    isAdmin: false,
    cityIds: [],
    ...more,
  };
}

/** Lets an account run a city. */
export async function runCity(at: TestSite, of: City, { id }: Pick<Account, 'id'>): Promise<void> {
  await at.context.transaction((tx) => addCityAdmin(tx, of.id, id));
}

/** Makes an artist of an account. */
export function artist(
  at: TestSite,
  of: City,
  owner: Pick<Account, 'id'>,
  more: Partial<ArtistDraft> = {},
): Promise<Artist> {
  made += 1;
  const draft = { name: `Artist ${made}`, description: 'We play.', genres: ['folk'], ...more };
  return at.context.transaction((tx) => createArtist(tx, of, viewer(owner), owner.id, draft));
}

/** Makes a venue of an account. */
export function venue(
  at: TestSite,
  of: City,
  owner: Pick<Account, 'id'>,
  more: Partial<VenueDraft> = {},
): Promise<Venue> {
  made += 1;
  const draft: VenueDraft = {
    name: `Venue ${made}`,
    address: `${made} Main Street`,
    neighbourhood: 'Downtown',
    venueType: 'garden',
    rainOption: 'ignored',
    ada: true,
    latitude: 43.07,
    longitude: -89.4,
    ...more,
  };
  return at.context.transaction((tx) => createVenue(tx, of, viewer(owner), owner.id, draft));
}

export interface TestBooking extends Partial<BookingDraft> {
  /** What it is to become; `requested` without it. */
  readonly status?: BookingStatus;
}

/**
 * The artist asks the venue for 12 to 13 o'clock, and the others do what leads to the status wished for. Both sides must
 * be of accounts.
 */
export async function booking(
  at: TestSite,
  of: City,
  sides: { readonly artist: Artist; readonly venue: Venue },
  { status = 'requested', ...more }: TestBooking = {},
): Promise<WholeBooking> {
  const draft = {
    artistId: sides.artist.id,
    venueId: sides.venue.id,
    startsAt: festivalTime('12:00'),
    endsAt: festivalTime('13:00'),
    isLesson: false,
    isParticipatory: false,
    livestreamUrl: null,
    message: null,
    ...more,
  };
  const performer = viewer({ id: sides.artist.accountId ?? 0 }, { mayHost: false });
  const host = viewer({ id: sides.venue.accountId ?? 0 }, { mayPerform: false });
  const runner = viewer({ id: sides.venue.accountId ?? 0 }, { cityIds: [of.id] });
  return at.context.transaction(async (tx) => {
    const { uuid } = await requestBooking(tx, of, performer, draft);
    const act = (who: Viewer, action: Parameters<typeof actOnBooking>[3]) =>
      actOnBooking(tx, who, uuid, action);
    if (status === 'declined') return act(host, 'decline');
    if (status === 'cancelled') return act(performer, 'cancel');
    const paths: Partial<Record<BookingStatus, Parameters<typeof actOnBooking>[3]>> = {
      confirmed: 'approve',
      denied: 'deny',
      changes_suggested: 'suggest_changes',
    };
    if (status === 'expired') {
      await tx.db
        .updateTable('bookings')
        .set({ status: 'expired', turn: null, expires_at: null })
        .where('uuid', '=', uuid)
        .execute();
    } else if (status !== 'requested') await act(host, 'accept');
    const last = paths[status];
    if (last) await act(runner, last);
    return requireBooking(tx, performer, uuid);
  });
}
