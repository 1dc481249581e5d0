import { refuse } from '../../platform/refusal.ts';
import type { BookingAction, BookingStatus, Side } from './types.ts';

export const noCity = () => refuse('missing', 'city.none', 'There is no city on this host.');

export const unknownCity = (slug: string) => refuse('missing', 'city.unknown', `There is no city "${slug}".`);

export const badCity = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'city.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const citySlugTaken = (slug: string) =>
  refuse('conflict', 'city.slug_taken', `There is a city "${slug}" already.`, {
    fields: { slug: ['There is a city of this slug already.'] },
  });

export const siteHasCity = () =>
  refuse('conflict', 'city.site_taken', 'This site has a city already: a site is the face of one city.');

export const notCityAdmin = () =>
  refuse('forbidden', 'city.not_admin', 'Only an administrator of this city may do this.');

export const notAdmin = () =>
  refuse('forbidden', 'city.not_system_admin', 'Only a system administrator may do this.');

export const cityClosed = (name: string) =>
  refuse('forbidden', 'city.inactive', `${name} is not active at the moment.`);

export const cityPaused = (name: string) =>
  refuse('forbidden', 'city.paused', `${name} takes no new people, profiles and requests at the moment.`);

export const unknownLookup = (key: string) =>
  refuse('missing', 'lookup.unknown', `There is no "${key}" in this list.`);

export const lookupTaken = (key: string) =>
  refuse('conflict', 'lookup.taken', `"${key}" is in this list already.`);

export const lookupInUse = (key: string) =>
  refuse('conflict', 'lookup.in_use', `"${key}" is in use by artists or venues.`);

export const badLookup = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'lookup.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const unknownFestival = (id: string) =>
  refuse('missing', 'festival.unknown', `There is no festival ${id}.`);

export const badFestival = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'festival.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const noFestival = () =>
  refuse('invalid', 'festival.none', 'There is no festival at the moment.', {
    fields: { startsAt: ['There is no festival at the moment.'] },
  });

export const bookingsOutside = (count: number) =>
  refuse(
    'conflict',
    'festival.bookings_outside',
    `${count} bookings would lie outside of these times; cancel or move them first.`,
  );

/** @param end since when */
export const registrationClosed = (end: Date) =>
  refuse('forbidden', 'festival.registration_closed', 'Registration for this festival is closed.', {
    detail: { since: end },
  });

/** @param end since when */
export const matchmakingClosed = (end: Date) =>
  refuse('forbidden', 'festival.matchmaking_closed', 'Bookings of this festival can no longer be changed.', {
    detail: { since: end },
  });

export const unknownArtist = (id: string) => refuse('missing', 'artist.unknown', `There is no artist ${id}.`);

export const unknownVenue = (id: string) => refuse('missing', 'venue.unknown', `There is no venue ${id}.`);

export const unknownPerson = (id: string) => refuse('missing', 'account.unknown', `There is no user ${id}.`);

export const notYourself = () =>
  refuse('forbidden', 'profile.not_yourself', 'This is only possible for yourself.');

export const notOwner = () => refuse('forbidden', 'profile.not_yours', 'This profile is not yours.');

export const badProfile = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'profile.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const badPicture = (message: string) =>
  refuse('invalid', 'picture.bad', message, { fields: { file: [message] } });

export const pictureTooLarge = () =>
  refuse('invalid', 'picture.too_large', 'A picture may have 5 MB at most.', {
    fields: { file: ['A picture may have 5 MB at most.'] },
  });

export const unknownPicture = () => refuse('missing', 'picture.unknown', 'There is no such picture.');

export const unknownBooking = (id: string) =>
  refuse('missing', 'booking.unknown', `There is no booking ${id}.`);

export const badBooking = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'booking.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const notParty = () =>
  refuse('forbidden', 'booking.not_yours', 'Neither the artist nor the venue of this booking is yours.');

export const notAcceptingRequests = (side: Side) =>
  refuse('conflict', 'booking.not_accepting', `This ${side} is not accepting requests.`, {
    fields: { [`${side}Id`]: [`This ${side} is not accepting requests.`] },
  });

/** The credential does not go that far. @param side whose profiles it would have to act for */
export const noPower = (side: Side | 'profile' | 'city' | 'admin') =>
  refuse('forbidden', 'viewer.no_power', 'The token does not allow this.', { detail: { side } });

export const notYourTurn = (action: BookingAction) =>
  refuse(
    'forbidden',
    'booking.not_your_turn',
    `It is not for you to ${action.replace('_', ' ')} this booking.`,
  );

export const badState = (action: BookingAction, status: BookingStatus) =>
  refuse(
    'conflict',
    'booking.bad_state',
    `A booking that is ${status.replace('_', ' ')} cannot be changed by "${action.replace('_', ' ')}".`,
    { detail: { status } },
  );

/** @param bookingId the uuid of the one in the way; null: it came at the same moment */
export const bookingOverlap = (side: Side, bookingId: string | null) =>
  refuse('conflict', 'booking.overlap', `The ${side} has another booking at this time.`, {
    detail: { side, bookingId },
  });

/** @param bookingId the uuid of the earlier one; null: it came at the same moment */
export const askedBefore = (bookingId: string | null) =>
  refuse('conflict', 'booking.asked_before', 'These two are asked for at this time already.', {
    detail: { bookingId },
  });

/** @param version the present one */
export const staleBooking = (version: number) =>
  refuse('conflict', 'booking.stale', 'Somebody changed this booking since you read it. Read it again.', {
    detail: { version },
  });

export const unknownConversation = (id: string) =>
  refuse('missing', 'conversation.unknown', `There is no conversation ${id}.`);

export const badMessage = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'conversation.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const nobodyThere = () =>
  refuse('conflict', 'conversation.nobody_there', 'Nobody reads messages on the other side any more.');

export const notArchived = () =>
  refuse('conflict', 'conversation.not_archived', 'This conversation is not put away.');

export const badSearch = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'search.bad_fields', Object.values(fields).flat().join(' '), { fields });
