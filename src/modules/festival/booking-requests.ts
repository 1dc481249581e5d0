import type { Read, Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { record } from '../activity/activity.ts';
import { findArtistByUuid, lockArtists } from './artists.queries.ts';
import { judged, refuseClash, refuseFaults, requireTwo, requireWhole, tell } from './booking-steps.ts';
import * as rows from './bookings.queries.ts';
import { findCurrentFestival } from './festivals.queries.ts';
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
} from './refusals.ts';
import { closingOf, expiryOf, otherSide, runsCity, sidesOf, takingStatuses } from './rules.ts';
import type {
  Acting,
  Artist,
  Booking,
  BookingDraft,
  City,
  Festival,
  Side,
  Venue,
  Viewer,
  WholeBooking,
} from './types.ts';
import { findVenueByUuid, lockVenues } from './venues.queries.ts';

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

function refuseUnwilling(artist: Artist, venue: Venue): void {
  if (!artist.isAcceptingRequests) throw notAcceptingRequests('artist');
  if (!venue.isAcceptingRequests) throw notAcceptingRequests('venue');
}

function strangerTo(owners: Pick<Booking, 'artistAccountId' | 'venueAccountId'>, viewer: Viewer): Error {
  if (owners.artistAccountId === viewer.accountId && !viewer.mayPerform) return noPower('artist');
  if (owners.venueAccountId === viewer.accountId && !viewer.mayHost) return noPower('venue');
  return notParty();
}
