import { Type } from 'typebox';
import { actionsOn } from '../../modules/festival/bookings.ts';
import { mayChange } from '../../modules/festival/profiles.ts';
import type {
  Artist,
  BookingAction,
  City,
  Side,
  Venue,
  Viewer,
  WholeBooking,
} from '../../modules/festival/types.ts';
import { type Openness, runs } from '../../modules/festival/viewers.ts';

/** What a caller may do next with a thing (contract §2.2). */
export interface Link {
  readonly href: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly title: string;
  /** Only where it is not JSON. */
  readonly 'content-type'?: string;
}

export type Links = Readonly<Record<string, Link>>;

export const linksForm = Type.Record(
  Type.String(),
  Type.Object({
    href: Type.String(),
    method: Type.String(),
    title: Type.String(),
    'content-type': Type.Optional(Type.String()),
  }),
);

const link = (method: Link['method'], href: string, title: string): Link => ({ href, method, title });

/** Whose account it is, what the host's city takes, and what the viewer may do with the account itself. */
export interface ShownUser {
  readonly uuid: string;
  readonly isSelf: boolean;
  readonly open: Openness;
  readonly powers: { readonly mayChange: boolean; readonly mayErase: boolean };
}

/**
 * What a user's own account offers, or somebody else's to an administrator: never what the endpoint would refuse.
 */
export function userLinks(viewer: Viewer, { uuid, isSelf, open, powers }: ShownUser): Links {
  const path = `/api/users/${uuid}`;
  const isTaken = (isSelf || open.isRun) && open.registration;
  const forArtist = isTaken && viewer.mayPerform;
  const forVenue = isTaken && viewer.mayHost;
  return {
    self: link('GET', path, 'Account and profile data'),
    ...(powers.mayChange && { edit: link('PATCH', path, 'Change the account') }),
    ...(powers.mayErase && { delete: link('POST', `${path}/delete`, 'Remove the account') }),
    ...(isSelf &&
      viewer.mayView && {
        'get-conversations': link('GET', `/api/convos/user/${uuid}`, 'All conversations'),
      }),
    ...(forArtist && {
      'new-artist': link('POST', `/api/artist/${uuid}/new`, 'Create a performer profile'),
    }),
    ...(isSelf &&
      viewer.mayPerform && {
        'new-artist-avatar': {
          ...link('POST', '/api/artists/avatar', 'Upload a picture for a performer profile'),
          'content-type': 'multipart/form-data',
        },
      }),
    ...(forArtist &&
      forVenue &&
      open.matchmaking && {
        'new-selfmatch': link('POST', `/api/selfmatch/${uuid}/new`, 'List an event that is arranged already'),
      }),
    ...(forVenue && { 'new-venue': link('POST', `/api/venue/${uuid}/new`, 'Create a venue profile') }),
  };
}

/** What a city offers; to whoever runs it more. Null: nobody known. */
export function cityLinks(
  city: Pick<City, 'id' | 'slug' | 'isActive' | 'isPaused'>,
  viewer: Viewer | null,
): Links {
  const path = `/api/cities/${city.slug}`;
  const isRun = viewer !== null && runs(viewer, city.id);
  return {
    self: link('GET', path, 'Full city data'),
    ...(isRun && {
      edit: link('PATCH', path, 'Change the city'),
      logo: { ...link('POST', `${path}/logo`, 'Upload a logo'), 'content-type': 'multipart/form-data' },
      'new-festival': link('POST', `${path}/festivals`, 'Add a festival'),
      ...(city.isPaused
        ? { resume: link('POST', `${path}/resume`, 'Take new people and requests again') }
        : { pause: link('POST', `${path}/pause`, 'Take no new people and requests for now') }),
      ...(city.isActive
        ? { deactivate: link('POST', `${path}/deactivate`, 'Take the city off the list') }
        : { activate: link('POST', `${path}/activate`, 'Put the city on the list') }),
    }),
  };
}

/** What the city inside an event offers, to anybody: the document's sample has it without a token. */
export function addEventLinks(): Links {
  return { 'add-event': link('PUT', '/api/events/new', 'Add an event in this city') };
}

/** What a profile offers. */
export function profileLinks(profile: Artist | Venue, side: Side, viewer: Viewer): Links {
  const path = `/api/${side}s/${profile.uuid}`;
  const events = { events: link('GET', `${path}/events`, 'Events of this profile') };
  if (!mayChange(profile, side, viewer))
    return viewer.mayView ? { self: link('GET', path, 'The profile'), ...events } : events;
  return {
    self: link('GET', path, 'The profile'),
    ...events,
    edit: link('PATCH', path, 'Change the profile'),
    delete: link('POST', `${path}/delete`, 'Remove the profile'),
    ...(profile.isAcceptingRequests
      ? { 'stop-requests': link('POST', `${path}/stop-requests`, 'Take no requests for now') }
      : { 'accept-requests': link('POST', `${path}/accept-requests`, 'Take requests again') }),
  };
}

const eventActions: Readonly<
  Record<Exclude<BookingAction, 'expire'>, readonly [string, Link['method'], string]>
> = {
  accept: ['accept', 'POST', 'Accept the request'],
  decline: ['decline', 'POST', 'Decline the request'],
  cancel: ['cancel', 'POST', 'Cancel the event'],
  approve: ['approve', 'POST', 'Confirm the event'],
  deny: ['deny', 'POST', 'Deny the event'],
  suggest_changes: ['suggest-changes', 'POST', 'Ask for changes'],
  edit: ['edit', 'PATCH', 'Change the event'],
  delete: ['delete', 'POST', 'Remove the event'],
};

/** What an event offers to this caller now, from the table that the endpoints enforce. */
export function eventLinks(booking: WholeBooking, viewer: Viewer, now: Date): Links {
  const path = `/api/events/${booking.uuid}`;
  const actions = actionsOn(booking, viewer, now).flatMap((action) => {
    if (action === 'expire') return [];
    const [name, method, title] = eventActions[action];
    return [[name, link(method, action === 'edit' ? path : `${path}/${name}`, title)] as const];
  });
  return {
    self: link('GET', path, 'The event'),
    history: link('GET', `${path}/history`, 'Every change of the event'),
    ...Object.fromEntries(actions),
  };
}
