import { type Static, Type } from 'typebox';
import { actionsOn, isAgreed } from '../../modules/festival/bookings.ts';
import {
  type Artist,
  type BookingStatus,
  type BookingStep,
  bookingStatuses,
  type Venue,
  type Viewer,
  type WholeBooking,
} from '../../modules/festival/types.ts';
import { runs } from '../../modules/festival/viewers.ts';
import { contactFields, numberOrNull, pictureAddress, showContact, textOrNull } from './festival-requests.ts';
import { closed, iso, moment, nullable } from './formats.ts';

export const status = Type.Unsafe<BookingStatus>({ type: 'string', enum: [...bookingStatuses] });

/** What may be done with a booking. */
export const actions = [
  'accept',
  'decline',
  'cancel',
  'approve',
  'deny',
  'suggest_changes',
  'edit',
  'delete',
] as const;

const side = {
  uuid: Type.String(),
  name: Type.String(),
  is_deleted: Type.Boolean(),
  is_yours: Type.Boolean(),
};

/** A booking as its sides and the city see it, with what this caller may do with it now. */
export const booking = closed({
  uuid: Type.String(),
  status,
  waiting_for: Type.Unsafe<'artist' | 'venue' | 'city' | null>({
    type: ['string', 'null'],
    enum: ['artist', 'venue', 'city', null],
    description: 'Who is to do something next',
  }),
  starts_at: moment,
  ends_at: moment,
  expires_at: nullable(moment),
  created_at: moment,
  is_lesson: Type.Boolean(),
  is_participatory: Type.Boolean(),
  is_self_match: Type.Boolean(),
  livestream_url: textOrNull,
  artist: closed({ ...side, picture_url: textOrNull }),
  venue: closed({
    ...side,
    address: Type.String(),
    town: Type.String(),
    latitude: numberOrNull,
    longitude: numberOrNull,
  }),
  city: closed({ slug: Type.String(), name: Type.String(), time_zone: Type.String() }),
  festival: closed({ uuid: Type.String(), name: Type.String() }),
  version: Type.Integer(),
  actions: Type.Array(Type.String({ enum: [...actions] }), { description: 'What you may do with it now' }),
  contacts: nullable(closed({ artist: closed(contactFields), venue: closed(contactFields) })),
});

/** A step of a booking's history. */
export const step = closed({
  at: moment,
  account_uuid: textOrNull,
  actor: Type.String({ enum: ['artist', 'venue', 'city', 'system'] }),
  action: Type.String(),
  from_status: nullable(status),
  to_status: status,
  reason: textOrNull,
  starts_at: moment,
  ends_at: moment,
});

/** How many bookings there are of each status. */
export const counts = closed({
  requested: Type.Integer(),
  accepted: Type.Integer(),
  changes_suggested: Type.Integer(),
  confirmed: Type.Integer(),
  declined: Type.Integer(),
  denied: Type.Integer(),
  cancelled: Type.Integer(),
  expired: Type.Integer(),
});

export function showBooking(one: WholeBooking, viewer: Viewer, now: Date): Static<typeof booking> {
  const { artist, venue, city, festival } = one;
  return {
    uuid: one.uuid,
    status: one.status,
    waiting_for: one.turn ?? (one.status === 'accepted' ? 'city' : null),
    starts_at: iso(one.startsAt),
    ends_at: iso(one.endsAt),
    expires_at: iso(one.expiresAt),
    created_at: iso(one.createdAt),
    is_lesson: one.isLesson,
    is_participatory: one.isParticipatory,
    is_self_match: one.isSelfMatch,
    livestream_url: one.livestreamUrl,
    artist: { ...showSide(artist, viewer), picture_url: pictureAddress('artists', artist.pictureId) },
    venue: {
      ...showSide(venue, viewer),
      address: venue.address,
      town: venue.town,
      latitude: venue.latitude,
      longitude: venue.longitude,
    },
    city: { slug: city.slug, name: city.name, time_zone: city.timeZone },
    festival: { uuid: festival.uuid, name: festival.name },
    version: one.version,
    actions: actionsOn(one, viewer, now),
    contacts: showContacts(one, viewer),
  };
}

export function showStep(one: BookingStep): Static<typeof step> {
  return {
    at: iso(one.at),
    account_uuid: one.accountUuid,
    actor: one.actor,
    action: one.action,
    from_status: one.fromStatus,
    to_status: one.toStatus,
    reason: one.reason,
    starts_at: iso(one.startsAt),
    ends_at: iso(one.endsAt),
  };
}

function showSide({ uuid, name, isDeleted, accountId }: Artist | Venue, viewer: Viewer) {
  return { uuid, name, is_deleted: isDeleted, is_yours: accountId === viewer.accountId };
}

/** Hidden until both sides have accepted; the city sees them always. */
function showContacts(one: WholeBooking, viewer: Viewer): Static<typeof booking>['contacts'] {
  const isParty = [one.artistAccountId, one.venueAccountId].includes(viewer.accountId);
  const may = runs(viewer, one.cityId) || (isParty && isAgreed(one));
  return may ? { artist: showContact(one.artist), venue: showContact(one.venue) } : null;
}
