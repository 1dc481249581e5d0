import { Type } from 'typebox';
import { listEvents } from '../../modules/workshops/events.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';

/** `/events` and `/events/{id}` (contract §4). */
export function serveEvents(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/events',
    caller: 'anyone',
    summary: 'The events, by id',
    schema: { response: { 200: Type.Object({ events: Type.Array(Type.Unknown()) }) } },
    handler: async ({ context }) => {
      const events = await context.read((read) => listEvents(read, { archived: false }));
      return { events: events.map(({ id, name, available }) => ({ id, name, available, workshops: null })) };
    },
  });
}
