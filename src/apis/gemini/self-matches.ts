import { type Static, Type } from 'typebox';
import { addSelfMatch, requireSides } from '../../modules/festival/booking-requests.ts';
import { createArtist, createVenue } from '../../modules/festival/profiles.ts';
import { badBooking, noPower } from '../../modules/festival/refusals.ts';
import type { City, Span, Viewer } from '../../modules/festival/types.ts';
import { requireActsFor } from '../../modules/festival/viewers.ts';
import type { Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { cityOf, viewerIn } from './auth.ts';
import { eventForm, showEvent } from './event-forms.ts';
import { textOrNull } from './formats.ts';
import { newArtistSent, newVenueSent, readNewArtist, readNewVenue } from './profile-fields.ts';
import { personNamed } from './profiles.ts';
import { readTime, timeSent } from './times.ts';

/** An event that is arranged already: each side by its id, or described on the spot. */
const selfMatchSent = Type.Object({
  artist_id: Type.Optional(Type.String()),
  artist: Type.Optional(newArtistSent),
  venue_id: Type.Optional(Type.String()),
  venue: Type.Optional(newVenueSent),
  start_time: timeSent,
  end_time: timeSent,
  is_lesson: Type.Optional(Type.Boolean()),
  is_participatory: Type.Optional(Type.Boolean()),
  livestream_url: Type.Optional(textOrNull),
});
type Sent = Static<typeof selfMatchSent>;

/** `/api/selfmatch/{user_id}/new` (contract §7). */
export function serveSelfMatches(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/api/selfmatch/:user_id/new',
    caller: ['performer'],
    summary: 'List an event whose two sides are agreed already; it goes to the city',
    schema: {
      params: Type.Object({ user_id: Type.String() }),
      body: selfMatchSent,
      response: { 201: eventForm },
    },
    handler: async (request, reply) => {
      const viewer = viewerIn(request);
      if (!viewer.mayHost) throw noPower('venue');
      const { body } = request;
      const form = await request.context.transaction(async (tx) => {
        const [person, city] = await Promise.all([
          personNamed(tx, request.params.user_id),
          cityOf(tx, request),
        ]);
        requireActsFor(viewer, person.id, city.id);
        const span = {
          startsAt: readTime(body.start_time, city.timeZone, 'start_time'),
          endsAt: readTime(body.end_time, city.timeZone, 'end_time'),
        };
        const booking = await addSelfMatch(tx, city, viewer, {
          ...(await sidesOf(tx, city, { viewer, accountId: person.id, body, span })),
          ...span,
          isLesson: body.is_lesson ?? false,
          isParticipatory: body.is_participatory ?? false,
          livestreamUrl: body.livestream_url ?? null,
        });
        return showEvent(tx, { services, request, viewer }, booking);
      });
      return reply.code(201).send(form);
    },
  });
}

/** The two sides; one that is described becomes a profile of the person, for this time and taking no requests. */
async function sidesOf(
  tx: Tx,
  city: City,
  { viewer, accountId, body, span }: { viewer: Viewer; accountId: number; body: Sent; span: Span },
): Promise<{ artistId: number; venueId: number }> {
  refuseFaults(body);
  const onTheSpot = { isAcceptingRequests: false, availableFrom: span.startsAt, availableUntil: span.endsAt };
  const artist =
    body.artist === undefined
      ? null
      : await createArtist(tx, city, viewer, accountId, {
          ...onTheSpot,
          ...readNewArtist(body.artist, city.timeZone),
        });
  const venue =
    body.venue === undefined
      ? null
      : await createVenue(tx, city, viewer, accountId, {
          ...onTheSpot,
          ...readNewVenue(body.venue, city.timeZone),
        });
  return requireSides(tx, {
    artistUuid: artist?.uuid ?? body.artist_id?.trim().toLowerCase() ?? '',
    venueUuid: venue?.uuid ?? body.venue_id?.trim().toLowerCase() ?? '',
  });
}

/** Each side is named in one of the two ways, and one of them at least was there before. */
function refuseFaults({ artist, artist_id: artistId, venue, venue_id: venueId }: Sent): void {
  const sentence = 'Send either the id or the profile.';
  const faults = {
    ...((artist === undefined) === (artistId === undefined) ? { artistId: [sentence] } : {}),
    ...((venue === undefined) === (venueId === undefined) ? { venueId: [sentence] } : {}),
  };
  if (Object.keys(faults).length > 0) throw badBooking(faults);
}
