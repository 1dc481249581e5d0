import { Type } from 'typebox';
import {
  createOrGetApiToken,
  endOtherSignIns,
  endOwnSignIn,
  listTokens,
  revokeApiTokens,
  rotateApiToken,
} from '../../modules/identity/tokens.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { ownSignIn } from './auth.ts';
import { closed, iso, moment, noContent, nullable } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';
import { requireWhole } from './own-password.ts';
import { write } from './writes.ts';

const signIn = closed({
  id: Type.Integer(),
  kind: Type.String({
    enum: ['session', 'jwt'],
    description: 'A browser, or a program that signed in by password',
  }),
  created_at: moment,
  expires_at: nullable(moment),
  is_current: Type.Boolean({ description: 'The one that asks' }),
});

/** `/me/sessions` and `/me/api-token`: what opens the own account, besides its password. */
export function serveOwnCredentials(server: HttpServer, services: Services): void {
  serveSessions(server);
  serveApiToken(server, services);
}

function serveSessions(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/me/sessions',
    caller: ['member'],
    security: ownSignIn,
    summary: 'Where I am signed in: sessions and JWTs, the oldest first',
    schema: { querystring: Type.Object(pageQuery), response: { 200: pageOf(signIn) } },
    handler: async (request) => {
      const { accountId, tokenId } = requireWhole(request);
      const page = offsetPage(request.query);
      const { count, tokens } = await request.context.read((read) =>
        listTokens(read, { accountId, kinds: ['session', 'jwt'] }, page),
      );
      const items = tokens.map(({ id, kind, createdAt, expiresAt }) => ({
        id,
        kind,
        created_at: iso(createdAt),
        expires_at: iso(expiresAt),
        is_current: id === tokenId,
      }));
      return pageOfOffset(items, count, page);
    },
  });
  route(server, {
    method: 'DELETE',
    path: '/me/sessions/:id',
    caller: ['member'],
    security: ownSignIn,
    summary: 'Sign out there',
    schema: {
      params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
      response: noContent,
    },
    handler: (request, reply) => {
      const { accountId } = requireWhole(request);
      return write(request, reply, async (tx) => {
        await endOwnSignIn(tx, accountId, request.params.id);
        return { status: 204, body: null };
      });
    },
  });
  route(server, {
    method: 'DELETE',
    path: '/me/sessions',
    caller: ['member'],
    security: ownSignIn,
    summary: 'Sign out everywhere else',
    schema: { response: noContent },
    handler: (request, reply) => {
      const { accountId, tokenId } = requireWhole(request);
      return write(request, reply, async (tx) => {
        await endOtherSignIns(tx, accountId, tokenId);
        return { status: 204, body: null };
      });
    },
  });
}

function serveApiToken(server: HttpServer, { identity }: Services): void {
  const path = '/me/api-token';
  route(server, {
    method: 'GET',
    path,
    caller: ['member'],
    security: ownSignIn,
    summary: 'Whether I have an API token, and since when',
    schema: { response: { 200: closed({ created_at: nullable(moment) }) } },
    handler: async (request) => {
      const { accountId } = requireWhole(request);
      const { tokens } = await request.context.read((read) =>
        listTokens(read, { accountId, kinds: ['api'] }, { limit: 1, offset: 0 }),
      );
      return { created_at: iso(tokens[0]?.createdAt ?? null) };
    },
  });
  route(server, {
    method: 'POST',
    path,
    caller: ['member'],
    security: ownSignIn,
    summary: 'Make my API token; one that I have ends',
    description: 'Told once. A program that sends it may all that I may.',
    schema: { response: { 201: closed({ token: Type.String() }) } },
    handler: (request, reply) => {
      const { accountId } = requireWhole(request);
      const work = async (tx: Parameters<typeof rotateApiToken>[0]) => {
        const { count } = await listTokens(tx, { accountId, kinds: ['api'] }, { limit: 1, offset: 0 });
        const make = count > 0 ? rotateApiToken : createOrGetApiToken;
        const body = { token: await make(tx, identity, accountId) };
        return { status: 201, body, headers: { location: `/api/v1${path}` } };
      };
      return write(request, reply, work, { isSecret: true });
    },
  });
  route(server, {
    method: 'DELETE',
    path,
    caller: ['member'],
    security: ownSignIn,
    summary: 'End my API token',
    schema: { response: noContent },
    handler: (request, reply) => {
      const { accountId } = requireWhole(request);
      return write(request, reply, async (tx) => {
        await revokeApiTokens(tx, accountId);
        return { status: 204, body: null };
      });
    },
  });
}
