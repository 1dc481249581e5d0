import type { Read, Tx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { record } from '../activity/activity.ts';
import { postLetters } from '../mail/letters.ts';
import { notify } from '../notifications/notifications.ts';
import type { MessageKey } from '../notifications/types.ts';
import { lockArtists, selectArtists } from './artists.queries.ts';
import * as rows from './bookings.queries.ts';
import { findCity } from './cities.queries.ts';
import { addressAllowed, isAddress } from './cities.rules.ts';
import { findFestival } from './festivals.queries.ts';
import { bookingLetter, letterKind } from './mails.ts';
import { isFree } from './profiles.rules.ts';
import { askedBefore, badBooking, bookingOverlap, unknownBooking } from './refusals.ts';
import { sidesTold, takingStatuses } from './rules.ts';
import type {
  Acting,
  Artist,
  Booking,
  BookingDraft,
  BookingFacts,
  BookingLetterKind,
  City,
  Festival,
  Side,
  Venue,
  WholeBooking,
} from './types.ts';
import { lockVenues, selectVenues } from './venues.queries.ts';

/** A booking under lock, with what it is judged by. */
export interface LockedBooking {
  readonly booking: Booking;
  readonly city: City;
  readonly festival: Festival;
}

/**
 * Locks a booking and the two it is about, in the order in which everybody locks: artist, venue, booking. So of many
 * accepts at once the second sees what the first one took. Refuses an unknown one.
 * @param venueId another venue that it may move to
 */
export async function lockWhole(
  tx: Tx,
  bookingUuid: string,
  venueId: number | null = null,
): Promise<LockedBooking> {
  const found = await rows.findBooking(tx, bookingUuid);
  if (!found) throw unknownBooking(bookingUuid);
  await lockArtists(tx, [found.artistId]);
  await lockVenues(tx, venueId === null ? [found.venueId] : [found.venueId, venueId]);
  const booking = await rows.lockBooking(tx, found.id);
  if (!booking) throw unknownBooking(bookingUuid);
  const [city, festival] = await Promise.all([
    findCity(tx, booking.cityId),
    findFestival(tx, booking.festivalId),
  ]);
  if (!city || !festival) throw unknownBooking(bookingUuid);
  return { booking, city, festival };
}

export interface StepTaken {
  readonly values: rows.BookingValues;
  readonly action: string;
  readonly acting: Acting;
  readonly letter: BookingLetterKind | null;
  readonly reason: string | null;
  readonly isDeleted: boolean;
}

/**
 * Writes a step that was judged: the booking, its history, the letters. Refuses times at which one of the two is taken,
 * and what the same two are asked for already.
 */
export async function takeStep(tx: Tx, at: LockedBooking, step: StepTaken): Promise<void> {
  const { booking } = at;
  const { values, acting } = step;
  if (takingStatuses.includes(values.status)) await refuseClash(tx, { ...values, ...idsOf(booking, values) });
  await judged(() => rows.updateBooking(tx, booking.id, values, step.isDeleted));
  await rows.insertStep(tx, booking.id, {
    accountId: acting.accountId,
    actor: acting.actor,
    action: step.action,
    fromStatus: booking.status,
    toStatus: values.status,
    reason: step.reason,
    startsAt: values.startsAt,
    endsAt: values.endsAt,
  });
  await record(tx, { verb: step.action, objectType: 'booking', objectId: booking.id });
  if (step.letter === null) return;
  const told = sidesTold(step.letter, { ...booking, turn: values.turn ?? booking.turn }, acting.sides);
  await tell(tx, at.city, { ...booking, ...values }, { kind: step.letter, reason: step.reason, told });
}

/** Refuses a time at which the artist or the venue is taken; the constraints are the last judges. */
export async function refuseClash(
  read: Read,
  wanted: Parameters<typeof rows.selectClashes>[1],
): Promise<void> {
  const [clash] = await rows.selectClashes(read, wanted);
  if (clash) throw bookingOverlap(clash.side, clash.uuid);
}

/** Maps the constraints that a write of a booking may break to refusals. */
export async function judged<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'bookings__artist_once') throw bookingOverlap('artist', null);
    if (constraint === 'bookings__venue_once') throw bookingOverlap('venue', null);
    if (constraint === 'bookings__asked_once') throw askedBefore(null);
    throw error;
  }
}

/** Posts a letter about a booking to the owners of these sides, each person once. */
export async function tell(
  tx: Tx,
  city: City,
  booking: Pick<
    Booking,
    'artistId' | 'venueId' | 'startsAt' | 'endsAt' | 'artistAccountId' | 'venueAccountId'
  >,
  { kind, reason, told }: { kind: BookingLetterKind; reason: string | null; told: readonly Side[] },
): Promise<void> {
  const ids = told.flatMap((side) => {
    const id = side === 'artist' ? booking.artistAccountId : booking.venueAccountId;
    return id === null ? [] : [id];
  });
  if (ids.length === 0) return;
  const [people, [artist], [venue]] = await Promise.all([
    rows.selectRecipients(tx, ids),
    selectArtists(tx, [booking.artistId]),
    selectVenues(tx, [booking.venueId]),
  ]);
  const facts = {
    kind,
    reason,
    artistName: artist?.name ?? '',
    venueName: venue?.name ?? '',
    cityName: city.name,
    timeZone: city.timeZone,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
  };
  const about = [booking.artistAccountId, booking.venueAccountId].filter((id) => id !== null);
  const letters = people
    .filter(({ wantsLetters }) => wantsLetters)
    .map((person) => {
      const locale = chooseLocale(person.locale, city.locale);
      return {
        kind: letterKind(kind),
        siteId: city.siteId,
        accountId: person.id,
        about,
        to: { address: person.email, name: person.name },
        locale,
        content: bookingLetter({ ...facts, name: person.name, locale }),
      };
    });
  await postLetters(tx, letters);
  const message = messages[kind];
  if (!message) return;
  await notify(tx, {
    kind: 'booking',
    message,
    facts: {
      // No more than the sentence says: of someone who is erased it must not keep the name.
      ...(message === 'bookingAsked' && { author: tx.author?.name ?? facts.cityName }),
      object: `${facts.artistName} – ${facts.venueName}`,
    },
    url: null,
    about,
    tell: people.map(({ id }) => id),
  });
}

/** What stands in people's notifications of what a letter tells; the others tell of nothing to be seen there. */
const messages: Partial<Record<BookingLetterKind, MessageKey>> = {
  requested: 'bookingAsked',
  changed: 'bookingAsked',
  approved: 'bookingConfirmed',
  cancelled: 'bookingCancelled',
};

/** Cancels what is asked or agreed for later with profiles that go, each with a letter to the other side. */
export async function cancelBookingsOf(
  tx: Tx,
  wanted: {
    readonly artistIds: readonly number[];
    readonly venueIds: readonly number[];
    readonly acting: Acting;
  },
): Promise<void> {
  for (const bookingUuid of await rows.selectOpenUuids(tx, wanted)) {
    const at = await lockWhole(tx, bookingUuid);
    const open = ['requested', 'accepted', 'changes_suggested', 'confirmed'];
    if (!open.includes(at.booking.status)) continue;
    await takeStep(tx, at, {
      values: { ...at.booking, status: 'cancelled', turn: null, expiresAt: null },
      action: 'cancel',
      acting: wanted.acting,
      letter: 'cancelled',
      reason: null,
      isDeleted: false,
    });
  }
}

/** Bookings with all that an answer shows of them, in the same order. */
export async function completeBookings(read: Read, bookings: readonly Booking[]): Promise<WholeBooking[]> {
  const distinct = (pick: (booking: Booking) => number) => [...new Set(bookings.map(pick))];
  const [artists, venues, cities, festivals] = await Promise.all([
    selectArtists(
      read,
      distinct((one) => one.artistId),
    ),
    selectVenues(
      read,
      distinct((one) => one.venueId),
    ),
    Promise.all(distinct((one) => one.cityId).map((id) => findCity(read, id))),
    Promise.all(distinct((one) => one.festivalId).map((id) => findFestival(read, id))),
  ]);
  return bookings.flatMap((booking) => {
    const artist = artists.find(({ id }) => id === booking.artistId);
    const venue = venues.find(({ id }) => id === booking.venueId);
    const city = cities.find((one) => one?.id === booking.cityId);
    const festival = festivals.find((one) => one?.id === booking.festivalId);
    return artist && venue && city && festival ? [{ ...booking, artist, venue, city, festival }] : [];
  });
}

/** The artist and the venue of a booking. Refuses, under its field, one that is unknown, deleted or another city's. */
export async function requireTwo(
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

/**
 * Refuses, under their fields, times outside of the festival or of what profiles say of themselves, and no address.
 * @param profiles whose availability counts
 */
export function refuseFaults(
  facts: BookingFacts,
  festival: Festival,
  profiles: readonly (Artist | Venue)[],
): void {
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

/** A booking with all that an answer shows of it; refuses an unknown one. */
export async function requireWhole(read: Read, bookingUuid: string): Promise<WholeBooking> {
  const booking = await rows.findBooking(read, bookingUuid);
  const [whole] = booking ? await completeBookings(read, [booking]) : [];
  if (!whole) throw unknownBooking(bookingUuid);
  return whole;
}

const idsOf = (booking: Booking, { venueId }: rows.BookingValues) => ({
  artistId: booking.artistId,
  venueId,
  exceptId: booking.id,
});
