import {
  badState,
  cityClosed,
  matchmakingClosed,
  noPower,
  notParty,
  notYourTurn,
  unknownBooking,
} from './refusals.ts';
import type {
  Booking,
  BookingAction,
  BookingActor,
  BookingCase,
  BookingLetterKind,
  BookingStatus,
  City,
  Festival,
  Side,
  Span,
  Step,
  Viewer,
} from './types.ts';

const row = (
  from: BookingStatus,
  by: BookingActor,
  action: BookingAction,
  to: BookingStatus,
  letter: BookingLetterKind | null = null,
): Step => ({ from, by, action, to, letter });

/**
 * The status machine of a booking (contract §8), the only place that says who may do what when: endpoints enforce it and
 * links are computed from it.
 */
const machine: readonly Step[] = [
  row('requested', 'asked', 'accept', 'accepted', 'accepted'),
  row('requested', 'asked', 'decline', 'declined'),
  // The turn passes to the side that had asked.
  row('requested', 'asked', 'edit', 'requested', 'requested'),
  row('requested', 'asking', 'cancel', 'cancelled', 'cancelled'),
  row('requested', 'system', 'expire', 'expired', 'expired'),
  row('accepted', 'city', 'approve', 'confirmed', 'approved'),
  row('accepted', 'city', 'deny', 'denied', 'denied'),
  row('accepted', 'city', 'suggest_changes', 'changes_suggested', 'changes_suggested'),
  row('accepted', 'city', 'edit', 'accepted', 'changed'),
  row('accepted', 'party', 'cancel', 'cancelled', 'cancelled'),
  row('accepted', 'city', 'cancel', 'cancelled', 'cancelled'),
  // The other side must agree, unless time and place stay or both sides are one person's: see `statusAfterEdit`.
  row('changes_suggested', 'party', 'edit', 'requested', 'requested'),
  row('changes_suggested', 'party', 'cancel', 'cancelled', 'cancelled'),
  row('changes_suggested', 'city', 'cancel', 'cancelled', 'cancelled'),
  row('confirmed', 'city', 'edit', 'confirmed', 'changed'),
  row('confirmed', 'party', 'edit', 'accepted', 'requested'),
  row('confirmed', 'party', 'cancel', 'cancelled', 'cancelled'),
  row('confirmed', 'city', 'cancel', 'cancelled', 'cancelled'),
];

const over: readonly BookingStatus[] = ['declined', 'denied', 'cancelled', 'expired'];

/** Deleting takes a booking out of every list: what may be cancelled is cancelled by it, what is over just goes. */
export const steps: readonly Step[] = [
  ...machine,
  ...machine.filter(({ action }) => action === 'cancel').map((one): Step => ({ ...one, action: 'delete' })),
  ...over.flatMap((status) => [
    row(status, 'party', 'delete', status),
    row(status, 'city', 'delete', status),
  ]),
];

/** Statuses in which an artist and a venue are taken; the exclusion constraints name the same two. */
export const takingStatuses: readonly BookingStatus[] = ['accepted', 'confirmed'];

/** The sides for which the viewer acts: own profiles, as far as the credential goes. */
export function sidesOf(
  { artistAccountId, venueAccountId }: Pick<Booking, 'artistAccountId' | 'venueAccountId'>,
  viewer: Viewer,
): Side[] {
  return [
    ...(artistAccountId === viewer.accountId && viewer.mayPerform ? (['artist'] as const) : []),
    ...(venueAccountId === viewer.accountId && viewer.mayHost ? (['venue'] as const) : []),
  ];
}

/** Whether one of the sides is the viewer's, whatever the credential allows. */
export function isParty(booking: Booking, { accountId }: Viewer): boolean {
  return booking.artistAccountId === accountId || booking.venueAccountId === accountId;
}

/** Whether the viewer runs the city: added to it, or admin or owner of the tenant. */
export function runsCity({ isAdmin, cityIds }: Viewer, cityId: number): boolean {
  return isAdmin || cityIds.includes(cityId);
}

/** The steps that this viewer may take with the booking now. */
export function possibleSteps(at: BookingCase): Step[] {
  if (at.booking.isDeleted) return [];
  const actors = actorsOf(at);
  return steps.filter(({ from, by }) => from === at.booking.status && actors.includes(by));
}

/**
 * The step that an action is now for this viewer. Refuses strangers, the side whose turn it is not, a credential that
 * does not go that far, parties once matchmaking is over, and what the status does not allow.
 */
export function requireStep(at: BookingCase, action: BookingAction): Step {
  const { booking, festival, city, viewer, now } = at;
  if (booking.isDeleted) throw unknownBooking(booking.uuid);
  const isCity = runsCity(viewer, booking.cityId);
  if (!isCity && !isParty(booking, viewer)) throw notParty();
  const possible = possibleSteps(at).filter((step) => step.action === action);
  // An administrator with a side of the booking acts as the city: that opens more.
  const found = possible.find(({ by }) => by === 'city') ?? possible[0];
  if (found) return found;
  if (!isCity && sidesOf(booking, viewer).length === 0) throw noPower(sideOwned(booking, viewer));
  if (!isCity && !city.isActive) throw cityClosed(city.name);
  const end = closingOf(festival);
  if (!isCity && now >= end) throw matchmakingClosed(end);
  const ofStatus = steps.filter((step) => step.from === booking.status && step.action === action);
  throw ofStatus.length > 0 ? notYourTurn(action) : badState(action, booking.status);
}

/** Which status an edit leads to. @param moved whether time or place became another */
export function statusAfterEdit(step: Step, booking: Booking, moved: boolean): BookingStatus {
  if (!moved) return step.from === 'changes_suggested' ? 'accepted' : step.from;
  const alone = booking.artistAccountId === booking.venueAccountId || booking.isSelfMatch;
  return step.to === 'requested' && alone ? 'accepted' : step.to;
}

/** From when the two sides may ask, answer and change no more. */
export function closingOf({ endsAt, matchmakingClosesAt }: Festival): Date {
  return matchmakingClosesAt !== null && matchmakingClosesAt < endsAt ? matchmakingClosesAt : endsAt;
}

/** From when people may make no more profiles. */
export function registrationEndOf({ endsAt, registrationClosesAt }: Festival): Date {
  return registrationClosesAt !== null && registrationClosesAt < endsAt ? registrationClosesAt : endsAt;
}

export const otherSide = (side: Side): Side => (side === 'artist' ? 'venue' : 'artist');

const day = 24 * 60 * 60 * 1000;
/** Milliseconds after which a request that nobody answers is over. */
const answerTime = 14 * day;

/** When an unanswered request is over: after 14 days, at the latest when it would begin. */
export function expiryOf(now: Date, { startsAt }: Pick<Span, 'startsAt'>): Date {
  return new Date(Math.max(now.getTime(), Math.min(now.getTime() + answerTime, startsAt.getTime())));
}

/** Whether two spans share a moment; one may begin when the other ends. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** Whom a letter goes to: sides of the booking. @param acting the sides of who acted; none: the city or the clock */
export function sidesTold(kind: BookingLetterKind, booking: Booking, acting: readonly Side[]): Side[] {
  const { turn } = booking;
  if (kind === 'reminder') return turn === null ? [] : [turn];
  if (kind === 'expired') return turn === null ? [] : [otherSide(turn)];
  const sides: readonly Side[] = ['artist', 'venue'];
  return sides.filter((side) => !acting.includes(side));
}

function actorsOf({ booking, festival, city, viewer, now }: BookingCase): BookingActor[] {
  const actors: BookingActor[] = runsCity(viewer, booking.cityId) ? ['city'] : [];
  if (!isOpenForParties(city, festival, now)) return actors;
  const sides = sidesOf(booking, viewer);
  if (sides.length > 0) actors.push('party');
  if (booking.turn !== null && sides.includes(booking.turn)) actors.push('asked');
  if (booking.turn !== null && sides.includes(otherSide(booking.turn))) actors.push('asking');
  return actors;
}

function isOpenForParties(city: City, festival: Festival, now: Date): boolean {
  return city.isActive && now < closingOf(festival);
}

function sideOwned({ artistAccountId }: Booking, { accountId }: Viewer): Side {
  return artistAccountId === accountId ? 'artist' : 'venue';
}
