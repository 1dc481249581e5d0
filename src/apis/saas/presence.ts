import { Type } from 'typebox';
import { endPresence, listPresent, notePresence } from '../../modules/community/presences.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf } from '../callers.ts';
import { toMoment } from './moments.ts';

/** As upstream's sockets were meant to tell it (contract §11), with when the last sign of life was. */
const presentSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  username: Type.String(),
  full_name: Type.String(),
  is_logged_in: Type.Boolean(),
  last_seen: Type.String({ format: 'date-time' }),
});

/** People that one answer holds. */
const most = 200;

/**
 * `presence/`: who is there (contract §11, §17.10). Whoever signs in, follows the stream of notifications or says so is
 * there for five minutes; signing out ends it (§15.30).
 */
export function servePresence(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/presence/',
    caller: ['member'],
    summary: 'Who is there now, whoever gave a sign last first',
    schema: { response: { 200: Type.Array(presentSchema) } },
    handler: async (request) => {
      const present = await request.context.read((read) => listPresent(read, most));
      return present.map(({ account, seenAt }) => ({
        id: account.uuid,
        username: account.username,
        full_name: account.name,
        is_logged_in: true,
        last_seen: toMoment(seenAt),
      }));
    },
  });

  route(server, {
    method: 'POST',
    path: '/presence/',
    caller: ['member'],
    summary: 'I am there; to be said again within five minutes',
    schema: { response: { 204: Type.Null() } },
    handler: async (request, reply) => {
      const { accountId } = actorOf(request);
      await request.context.transaction((tx) => notePresence(tx, accountId));
      return reply.code(204).send(null);
    },
  });

  route(server, {
    method: 'DELETE',
    path: '/presence/',
    caller: ['member'],
    summary: 'I am leaving',
    schema: { response: { 204: Type.Null() } },
    handler: async (request, reply) => {
      const { accountId } = actorOf(request);
      await request.context.transaction((tx) => endPresence(tx, accountId));
      return reply.code(204).send(null);
    },
  });
}
