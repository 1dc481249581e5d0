import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { requireSeats, type Seats } from '../../modules/workshops/seats.ts';
import type { SeatsFollowed } from '../../modules/workshops/seats-watch.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { eventStream, type StreamEvent, sendEvents } from '../../platform/http/event-stream.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { eventIdIn } from './formats.ts';

const seatsForm = Type.Object({
  workshops: Type.Array(
    Type.Object({
      id: Type.Integer(),
      limit: Type.Integer(),
      registered: Type.Integer(),
      free: Type.Integer({ description: 'Never below 0, also where a manager let in more' }),
    }),
    { description: 'All workshops of the event, by id' },
  ),
  open: Type.Boolean({ description: 'Whether participants may choose now' }),
  version: Type.Integer({ description: 'Of the event: another one tells that it was edited' }),
});

/** `/events/{id}/seats`: an addition to the document, so that open pages see free places without a refresh. */
export function serveSeats(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/events/:id/seats',
    caller: 'anyone',
    summary: 'The free places of an event: now, or as they change',
    description:
      'As JSON; as server-sent events for `Accept: text/event-stream`: the present places at once and after every ' +
      'change, at most five times a second. The stream ends when the event is deleted or archived.',
    longLived: true,
    config: { answers: eventStream },
    schema: {
      params: Type.Object({ id: Type.String() }),
      response: {
        200: {
          description: 'The places of all workshops',
          content: {
            'application/json': { schema: seatsForm },
            [eventStream]: { schema: { type: 'string', description: 'Each `data` is the JSON form' } },
          },
        },
      },
    },
    handler: async (request, reply) => {
      const id = eventIdIn(request.params.id);
      reply.header('vary', 'Accept');
      if (!wishesStream(request)) return toForm(await request.context.read((read) => requireSeats(read, id)));
      const followed = await services.seats.follow(request.context, id);
      return sendEvents(request, reply, { events: ({ signal }) => wordedAs(followed, signal) });
    },
  });
}

/** Only who names it: `*` is what programs send that read JSON. */
function wishesStream({ headers }: FastifyRequest): boolean {
  const ranges = (headers.accept ?? '').split(',').map((range) => range.trim().toLowerCase());
  return ranges.some((range) => /^text\/event-stream\s*(;(?!.*\bq\s*=\s*0(\.0*)?\s*(;|$))|$)/.test(range));
}

async function* wordedAs(followed: SeatsFollowed, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  for await (const seats of followed(signal)) yield { data: toForm(seats) };
}

function toForm({ workshops, isOpen, version }: Seats): Static<typeof seatsForm> {
  return {
    workshops: workshops.map(({ id, capacity: limit, taken: registered, free }) => ({
      id,
      limit,
      registered,
      free,
    })),
    open: isOpen,
    version,
  };
}
