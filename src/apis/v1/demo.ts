import { Type } from 'typebox';
import { demoFacts, isWithoutEvents, loadFirstDemo } from '../../modules/workshops/demo.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { closed } from './formats.ts';
import { write } from './writes.ts';

const facts = {
  name: Type.String(),
  keys: Type.Array(Type.String(), { description: 'With which its participants sign in' }),
};

/** `/demo`: an event to try an empty installation with, for its operator. */
export function serveDemo(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/demo',
    caller: ['operator'],
    summary: 'Whether the demo event may be loaded: as long as there is no event',
    schema: { response: { 200: closed({ is_offered: Type.Boolean(), ...facts }) } },
    handler: async ({ context }) => ({
      is_offered: await context.read(isWithoutEvents),
      name: demoFacts.name,
      keys: [...demoFacts.keys],
    }),
  });

  route(server, {
    method: 'POST',
    path: '/demo',
    caller: ['operator'],
    summary: 'Load the demo event',
    description: 'Its keys are easy to guess: delete it before anybody relies on the installation.',
    schema: { response: { 201: closed({ event_id: Type.Integer(), ...facts }) } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const event = await loadFirstDemo(tx, identity);
        const body = { event_id: event.id, name: event.name, keys: [...demoFacts.keys] };
        return { status: 201, body, headers: { location: `/api/v1/events/${event.id}` } };
      }),
  });
}
