import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { endPresence } from '../../modules/community/presences.ts';
import { endSession, endSignIn, endSignIns } from '../../modules/identity/tokens.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, sessionCookie } from '../callers.ts';
import { say } from './texts.ts';

/** An answer that says that something was done. */
export const detailSchema = Type.Object({ detail: Type.String() });

/** `logout/` (contract §4.2, §17.2): ends the JWT and the session that came with the request. */
export function serveLogout(server: HttpServer): void {
  for (const method of ['GET', 'POST'] as const) {
    route(server, {
      method,
      path: '/logout/',
      caller: 'anyone',
      summary: 'Sign out',
      description:
        'Ends the JWT or session that the request carries; whoever carries none is signed out already.',
      schema: { response: { 200: detailSchema } },
      handler: async (request, reply) => {
        const cookie = request.cookies[sessionCookie] ?? '';
        const tokenId = request.actor?.tokenId;
        if (tokenId !== undefined || cookie !== '')
          await request.context.transaction(async (tx) => {
            if (tokenId !== undefined) await endSignIn(tx, tokenId);
            if (request.actor) await endPresence(tx, request.actor.accountId);
            if (cookie !== '') await endSession(tx, cookie);
          });
        return leave(request, reply);
      },
    });
  }
  route(server, {
    method: 'POST',
    path: '/logout/all/',
    caller: ['member'],
    summary: 'Sign out everywhere',
    description: 'Ends every JWT, session and OAuth access token of the account. API tokens stay.',
    schema: { response: { 200: detailSchema } },
    handler: async (request, reply) => {
      const { accountId } = actorOf(request);
      await request.context.transaction(async (tx) => {
        await endSignIns(tx, accountId);
        await endPresence(tx, accountId);
      });
      return leave(request, reply);
    },
  });
}

function leave(request: FastifyRequest, reply: FastifyReply) {
  // A page kept by the browser would show the signed-in state again.
  reply.clearCookie(sessionCookie, { path: '/' }).header('cache-control', 'no-store');
  return { detail: say(request, 'loggedOut') };
}
