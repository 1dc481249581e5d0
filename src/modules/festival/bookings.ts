import type { Read, Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { record } from '../activity/activity.ts';
import { findArtistByUuid, lockArtists, selectArtists } from './artists.queries.ts';
import {
  completeBookings,
  judged,
  type LockedBooking,
  lockWhole,
  refuseClash,
  takeStep,
  tell,
} from './booking-steps.ts';
import * as rows from './bookings.queries.ts';
import { addressAllowed, isAddress } from './cities.rules.ts';
import { findCurrentFestival } from './festivals.queries.ts';
import { isFree } from './profiles.rules.ts';
import {
  askedBefore,
  badBooking,
  cityClosed,
  cityPaused,
  matchmakingClosed,
  noFestival,
  noPower,
  notAcceptingRequests,
  notParty,
  staleBooking,
  unknownBooking,
} from './refusals.ts';
import {
  closingOf,
  expiryOf,
  isParty,
  otherSide,
  possibleSteps,
  requireStep,
  runsCity,
  sidesOf,
  statusAfterEdit,
  takingStatuses,
} from './rules.ts';
import type {
  Acting,
  Artist,
  Booking,
  BookingAction,
  BookingChange,
  BookingDraft,
  BookingFacts,
  BookingFilter,
  BookingStep,
  City,
  Festival,
  Side,
  Span,
  Step,
  Venue,
  Viewer,
  WholeBooking,
  Window,
} from './types.ts';
import { findVenueByUuid, lockVenues, selectVenues } from './venues.queries.ts';

/** What is asked, and how. */
export interface BookingRequest extends BookingDraft {
  /** A word to the other side. */
  readonly message: string | null;
  /** The client's own name of this request: asked again, the booking that it made is answered. */
  readonly requestKey?: string | null;
}

/**
 * Asks an artist and a venue to meet, for the current festival of the city. A side of the viewer's makes it a request to
 * the other one; both sides make it a self-match, which waits for the city; whoever runs the city and has neither side
 * adds it confirmed. Refuses times outside of the festival or of what the two said of themselves, a side that takes no
 * requests, what the same two are asked for already, and for what takes effect at once a time at which one is taken.
 */
export async function requestBooking(
  tx: Tx,
  city: City,
  viewer: Viewer,
  draft: BookingRequest,
): Promise<WholeBooking> {
  await lockArtists(tx, [draft.artistId]);
  await lockVenues(tx, [draft.venueId]);
  const known = await rows.findRequest(tx, viewer.accountId, draft.requestKey ?? null);
  if (known !== null) return requireWhole(tx, known);
  const festival = await requireMatchmaking(tx, city, viewer);
  const { artist, venue } = await requireTwo(tx, city, draft);
  const owners = { artistAccountId: artist.accountId, venueAccountId: venue.accountId };
  const sides = sidesOf(owners, viewer);
  const isCity = runsCity(viewer, city.id);
  const [side] = sides;
  if (side === undefined && !isCity) throw strangerTo(owners, viewer);
  const isSelfMatch = sides.length === 2;
  if (!isSelfMatch && !isCity) refuseUnwilling(artist, venue);
  refuseFaults(draft, festival, isCity ? [] : [artist, venue]);
  if (side !== undefined && !isSelfMatch)
    return insert(tx, city, festival, draft, {
      start: { status: 'requested', turn: otherSide(side), isSelfMatch },
      acting: { accountId: viewer.accountId, actor: side, sides: [side] },
    });
  const acting: Acting = { accountId: viewer.accountId, actor: side ?? 'city', sides };
  return insert(tx, city, festival, draft, {
    start: { status: isSelfMatch ? 'accepted' : 'confirmed', turn: null, isSelfMatch },
    acting,
  });
}

/**
 * Lists a booking whose two sides are agreed already: it waits for the city, or is confirmed where whoever runs the city
 * lists it. One side at least is the account's. Refuses as `requestBooking`, but for who takes requests.
 */
export async function addSelfMatch(
  tx: Tx,
  city: City,
  viewer: Viewer,
  draft: BookingDraft,
): Promise<WholeBooking> {
  const festival = await requireMatchmaking(tx, city, viewer);
  await lockArtists(tx, [draft.artistId]);
  await lockVenues(tx, [draft.venueId]);
  const { artist, venue } = await requireTwo(tx, city, draft);
  const owners = { artistAccountId: artist.accountId, venueAccountId: venue.accountId };
  const isCity = runsCity(viewer, city.id);
  const sides = sidesOf(owners, viewer);
  // The other side may be one that was made on the spot and is nobody's, never another person's: they would be asked.
  const isAgreed = [artist, venue].every(
    ({ accountId }) => accountId === null || accountId === viewer.accountId,
  );
  if (!isCity && (sides.length === 0 || !isAgreed)) throw strangerTo(owners, viewer);
  refuseFaults(draft, festival, isCity ? [] : [artist, venue]);
  return insert(
    tx,
    city,
    festival,
    { ...draft, message: null },
    {
      start: {
        status: isCity && sides.length === 0 ? 'confirmed' : 'accepted',
        turn: null,
        isSelfMatch: true,
      },
      acting: { accountId: viewer.accountId, actor: sides[0] ?? 'city', sides },
    },
  );
}

/**
 * Takes a step with a booking, as the table of `rules.ts` allows. Refuses what it does not allow, a stale version, and
 * an accept at whose time one of the two is taken.
 * @param version the one it was judged by; null: whatever it is
 */
export async function actOnBooking(
  tx: Tx,
  viewer: Viewer,
  bookingUuid: string,
  action: Exclude<BookingAction, 'edit' | 'expire'>,
  {
    reason = null,
    version = null,
  }: { readonly reason?: string | null; readonly version?: number | null } = {},
): Promise<WholeBooking> {
  const at = await lockWhole(tx, bookingUuid);
  const step = requireStep({ ...at, viewer, now: tx.clock.now() }, action);
  refuseStale(at.booking, version);
  await takeStep(tx, at, {
    values: { ...at.booking, status: step.to, turn: null, expiresAt: null },
    action,
    acting: actingBy(at.booking, viewer, step),
    letter: step.letter,
    reason,
    isDeleted: action === 'delete',
  });
  return requireWhole(tx, at.booking.uuid);
}

/**
 * Gives a booking another time, place or other facts, with what follows from it by the table of `rules.ts`.
 * Refuses as `requestBooking` and `actOnBooking`; another place must be of the same owner.
 */
export async function editBooking(
  tx: Tx,
  viewer: Viewer,
  bookingUuid: string,
  change: BookingChange,
  {
    reason = null,
    version = null,
  }: { readonly reason?: string | null; readonly version?: number | null } = {},
): Promise<WholeBooking> {
  const at = await lockWhole(tx, bookingUuid, change.venueId ?? null);
  const { booking, festival } = at;
  const step = requireStep({ ...at, viewer, now: tx.clock.now() }, 'edit');
  refuseStale(booking, version);
  const wanted = { ...booking, ...change };
  const { artist, venue } = await requireTwo(tx, at.city, wanted);
  const isCity = step.by === 'city';
  if (!isCity && venue.accountId !== booking.venueAccountId)
    throw badBooking({ venueId: ['Another place must belong to the same owner.'] });
  refuseFaults(wanted, festival, isCity ? [] : [artist, venue]);
  const moved = hasMoved(booking, wanted);
  const status = statusAfterEdit(step, booking, moved);
  const sides = sidesOf(booking, viewer);
  const turn = status === 'requested' ? otherSide(sides[0] ?? booking.turn ?? 'artist') : null;
  // Facts besides time and place change no status of what both agreed on, and need no letter.
  const letter = moved || booking.status === 'requested' ? step.letter : null;
  await takeStep(tx, at, {
    values: { ...wanted, status, turn, expiresAt: turn && expiryOf(tx.clock.now(), wanted) },
    action: 'edit',
    acting: actingBy(booking, viewer, step),
    letter,
    reason,
    isDeleted: false,
  });
  return requireWhole(tx, booking.uuid);
}

/** The ids of an artist and a venue that a request names. Refuses unknown ones, each under its field. */
export async function requireSides(
  read: Read,
  { artistUuid, venueUuid }: { readonly artistUuid: string; readonly venueUuid: string },
): Promise<{ artistId: number; venueId: number }> {
  const [artist, venue] = await Promise.all([
    uuidForm.test(artistUuid) ? findArtistByUuid(read, artistUuid) : null,
    uuidForm.test(venueUuid) ? findVenueByUuid(read, venueUuid) : null,
  ]);
  const faults = {
    ...(!artist || artist.isDeleted ? { artistId: ['There is no such artist.'] } : {}),
    ...(!venue || venue.isDeleted ? { venueId: ['There is no such venue.'] } : {}),
  };
  if (!artist || !venue || Object.keys(faults).length > 0) throw badBooking(faults);
  return { artistId: artist.id, venueId: venue.id };
}

/** What the viewer may do with the booking now, each once; the same table that the verbs enforce. */
export function actionsOn(booking: WholeBooking, viewer: Viewer, now: Date): BookingAction[] {
  const { city, festival } = booking;
  return [...new Set(possibleSteps({ booking, city, festival, viewer, now }).map(({ action }) => action))];
}

/** A booking as the two sides and whoever runs the city see it; refuses others, and a deleted one. */
export async function requireBooking(read: Read, viewer: Viewer, bookingUuid: string): Promise<WholeBooking> {
  const booking = await rows.findBooking(read, bookingUuid);
  if (!booking || booking.isDeleted) throw unknownBooking(bookingUuid);
  if (!isParty(booking, viewer) && !runsCity(viewer, booking.cityId) && booking.status !== 'confirmed')
    throw notParty();
  return requireWhole(read, bookingUuid);
}

/** The history of a booking, oldest first. */
export function listSteps(read: Read, bookingId: number): Promise<BookingStep[]> {
  return rows.selectSteps(read, bookingId);
}

/** One page of bookings by time, and how many there are in all. */
export async function listBookings(
  read: Read,
  filter: BookingFilter,
  window: Window,
): Promise<{ count: number; bookings: WholeBooking[] }> {
  const { count, bookings } = await rows.selectBookings(read, filter, window);
  return { count, bookings: await completeBookings(read, bookings) };
}

/** What takes the artist or the venue at a time, before anybody is asked. */
export function previewClashes(
  read: Read,
  wanted: Span & { readonly artistId: number; readonly venueId: number },
): ReturnType<typeof rows.selectClashes> {
  return rows.selectClashes(read, { ...wanted, exceptId: null });
}

/** How many bookings of each status these profiles have. */
export function countByStatus(
  read: Read,
  side: Side,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Readonly<Record<string, number>>>> {
  return ids.length === 0 ? Promise.resolve(new Map()) : rows.countByStatus(read, side, ids);
}

/** Whether both sides have agreed, so that they may see whom to call. */
export function isAgreed({ status }: Pick<Booking, 'status'>): boolean {
  return takingStatuses.includes(status) || status === 'changes_suggested';
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Beginning {
  readonly start: Pick<rows.BookingValues, 'status' | 'turn'> & { readonly isSelfMatch: boolean };
  readonly acting: Acting;
}

async function insert(
  tx: Tx,
  city: City,
  festival: Festival,
  draft: BookingRequest,
  { start, acting }: Beginning,
): Promise<WholeBooking> {
  const { artistId, venueId, startsAt, endsAt, isLesson, isParticipatory, livestreamUrl, message } = draft;
  if (takingStatuses.includes(start.status)) await refuseClash(tx, { ...draft, exceptId: null });
  const earlier = await rows.findAsked(tx, draft);
  if (earlier) throw askedBefore(earlier);
  const bookingUuid = uuid(tx.random, tx.clock.now());
  const values = { artistId, venueId, startsAt, endsAt, isLesson, isParticipatory, livestreamUrl, ...start };
  const id = await judged(() =>
    rows.insertBooking(tx, {
      ...values,
      uuid: bookingUuid,
      cityId: city.id,
      festivalId: festival.id,
      createdBy: acting.accountId,
      requestKey: draft.requestKey ?? null,
      expiresAt: start.turn && expiryOf(tx.clock.now(), draft),
    }),
  );
  const whole = await requireWhole(tx, bookingUuid);
  await rows.insertStep(tx, id, {
    accountId: acting.accountId,
    actor: acting.actor,
    action: 'request',
    fromStatus: null,
    toStatus: start.status,
    reason: message,
    startsAt,
    endsAt,
  });
  await record(tx, { verb: 'requested', objectType: 'booking', objectId: id });
  const kind = start.status === 'requested' ? 'requested' : start.status === 'confirmed' ? 'approved' : null;
  const told: Side[] = start.turn === null ? ['artist', 'venue'] : [start.turn];
  if (kind !== null) await tell(tx, city, whole, { kind, reason: message, told });
  return whole;
}

async function requireMatchmaking(tx: Tx, city: City, viewer: Viewer): Promise<Festival> {
  const isCity = runsCity(viewer, city.id);
  if (!isCity && !city.isActive) throw cityClosed(city.name);
  if (!isCity && city.isPaused) throw cityPaused(city.name);
  const festival = await findCurrentFestival(tx, city.id);
  if (!festival) throw noFestival();
  const end = closingOf(festival);
  if (!isCity && tx.clock.now() >= end) throw matchmakingClosed(end);
  return festival;
}

async function requireTwo(
  read: Read,
  city: City,
  { artistId, venueId }: Pick<BookingDraft, 'artistId' | 'venueId'>,
): Promise<{ artist: Artist; venue: Venue }> {
  const [[artist], [venue]] = await Promise.all([
    selectArtists(read, [artistId]),
    selectVenues(read, [venueId]),
  ]);
  const faults = {
    ...(artist && !artist.isDeleted && artist.cityId === city.id
      ? {}
      : { artistId: ['There is no such artist in this city.'] }),
    ...(venue && !venue.isDeleted && venue.cityId === city.id
      ? {}
      : { venueId: ['There is no such venue in this city.'] }),
  };
  if (!artist || !venue || Object.keys(faults).length > 0) throw badBooking(faults);
  return { artist, venue };
}

function refuseUnwilling(artist: Artist, venue: Venue): void {
  if (!artist.isAcceptingRequests) throw notAcceptingRequests('artist');
  if (!venue.isAcceptingRequests) throw notAcceptingRequests('venue');
}

/** @param profiles whose availability counts */
function refuseFaults(facts: BookingFacts, festival: Festival, profiles: readonly (Artist | Venue)[]): void {
  const faults: Record<string, string[]> = {};
  const { startsAt, endsAt } = facts;
  if (startsAt >= endsAt) faults.endsAt = ['It must end after it starts.'];
  else if (startsAt < festival.startsAt || endsAt > festival.endsAt)
    faults.startsAt = ['It must lie within the festival.'];
  else
    for (const profile of profiles.filter((one) => !isFree(one, facts, festival)))
      faults.startsAt = [...(faults.startsAt ?? []), `${profile.name} is not available at this time.`];
  if (!isAddress(facts.livestreamUrl)) faults.livestreamUrl = [addressAllowed];
  if (Object.keys(faults).length > 0) throw badBooking(faults);
}

function strangerTo(owners: Pick<Booking, 'artistAccountId' | 'venueAccountId'>, viewer: Viewer): Error {
  if (owners.artistAccountId === viewer.accountId && !viewer.mayPerform) return noPower('artist');
  if (owners.venueAccountId === viewer.accountId && !viewer.mayHost) return noPower('venue');
  return notParty();
}

function hasMoved(booking: Booking, wanted: Span & { readonly venueId: number }): boolean {
  return (
    wanted.startsAt.getTime() !== booking.startsAt.getTime() ||
    wanted.endsAt.getTime() !== booking.endsAt.getTime() ||
    wanted.venueId !== booking.venueId
  );
}

function actingBy(booking: Booking, viewer: Viewer, { by }: Step): Acting {
  if (by === 'city') return { accountId: viewer.accountId, actor: 'city', sides: [] };
  const sides = sidesOf(booking, viewer);
  return { accountId: viewer.accountId, actor: sides[0] ?? 'city', sides };
}

function refuseStale({ version: present }: LockedBooking['booking'], version: number | null): void {
  if (version !== null && version !== present) throw staleBooking(present);
}

async function requireWhole(read: Read, bookingUuid: string): Promise<WholeBooking> {
  const booking = await rows.findBooking(read, bookingUuid);
  const [whole] = booking ? await completeBookings(read, [booking]) : [];
  if (!whole) throw unknownBooking(bookingUuid);
  return whole;
}
