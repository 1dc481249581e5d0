import type { Read, Tx } from '../../platform/database/contract.ts';
import {
  completeBookings,
  type LockedBooking,
  lockWhole,
  refuseFaults,
  requireTwo,
  requireWhole,
  takeStep,
} from './booking-steps.ts';
import * as rows from './bookings.queries.ts';
import { badBooking, notParty, staleBooking, unknownBooking } from './refusals.ts';
import {
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
  Booking,
  BookingAction,
  BookingChange,
  BookingFilter,
  BookingStatus,
  BookingStep,
  Side,
  Span,
  Step,
  Viewer,
  WholeBooking,
  Window,
} from './types.ts';

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

/** How many bookings of each status a list has, whatever statuses it is narrowed to. */
export function countStatuses(
  read: Read,
  filter: BookingFilter,
): Promise<ReadonlyMap<BookingStatus, number>> {
  const { statuses: _, ...rest } = filter;
  return rows.countStatuses(read, rest);
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
