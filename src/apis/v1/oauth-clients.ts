import { type Static, Type } from 'typebox';
import { countClientUses } from '../../modules/identity/access-tokens.ts';
import { findAccountByUuid, includesRole } from '../../modules/identity/accounts.ts';
import {
  changeOauthClient,
  createOauthClient,
  deleteOauthClient,
  listOauthClients,
  lockOauthClient,
  requireOauthClient,
  rotateOauthClient,
} from '../../modules/identity/oauth-clients.ts';
import { higherRole, unknownAccount } from '../../modules/identity/refusals.ts';
import type { Actor, ClientUse, OauthClient } from '../../modules/identity/types.ts';
import type { Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf } from '../callers.ts';
import { closed, iso, moment, noContent, nullable } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

const grant = Type.Union([Type.Literal('client_credentials'), Type.Literal('password')]);
const grants = Type.Array(grant, { minItems: 1, maxItems: 2, uniqueItems: true });
const name = Type.String({ minLength: 1, maxLength: 100 });
const client = closed({
  client_id: Type.String(),
  name: Type.String(),
  owner: nullable(Type.String({ description: 'Username of whom it acts as' })),
  grants: Type.Array(grant),
  created_at: moment,
  disabled_at: nullable(moment),
});
const use = closed({
  client_id: Type.String(),
  name: Type.String(),
  last_used_at: nullable(moment),
  tokens: Type.Integer({ description: 'Made, as far back as they are kept' }),
  tokens_last_month: Type.Integer(),
  standing_tokens: Type.Integer({ description: 'That open something now' }),
  people: Type.Integer({ description: 'Whose these are' }),
});
const secret = closed({
  client_id: Type.String(),
  client_secret: Type.String({ description: 'Told this once' }),
});
const named = closed({ client_id: Type.String({ maxLength: 255 }) });

/** `/oauth-clients`: the programs that ask for tokens of this tenant, for admins. */
export function serveOauthClients(server: HttpServer): void {
  serveReads(server);
  serveSecrets(server);
  serveOne(server);
}

function serveReads(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/oauth-clients',
    caller: ['admin'],
    summary: 'OAuth clients, oldest first, without their secrets',
    schema: { querystring: closed(pageQuery), response: { 200: pageOf(client) } },
    handler: async (request) => {
      const page = offsetPage(request.query);
      const all = await request.context.read(listOauthClients);
      return pageOfOffset(all.slice(page.offset, page.offset + page.limit).map(shown), all.length, page);
    },
  });

  route(server, {
    method: 'GET',
    path: '/oauth-client-uses',
    caller: ['admin'],
    summary: 'What the OAuth clients were used for, oldest client first',
    schema: { querystring: closed(pageQuery), response: { 200: pageOf(use) } },
    handler: async (request) => {
      const page = offsetPage(request.query);
      const all = await request.context.read(countClientUses);
      return pageOfOffset(all.slice(page.offset, page.offset + page.limit).map(shownUse), all.length, page);
    },
  });

  route(server, {
    method: 'GET',
    path: '/oauth-clients/:client_id',
    caller: ['admin'],
    summary: 'An OAuth client',
    schema: { params: named, response: { 200: client } },
    handler: async (request, reply) => {
      const { client_id } = request.params;
      return tagged(reply, shown(await request.context.read((read) => requireOauthClient(read, client_id))));
    },
  });
}

function serveSecrets(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/oauth-clients',
    caller: ['admin'],
    summary: 'Make an OAuth client; its secret is told this once',
    description:
      'It acts as its owner, who is whoever makes it unless another person of at most that role is named.',
    schema: {
      body: closed({
        name,
        grants: Type.Optional(grants),
        owner: Type.Optional(Type.String({ format: 'uuid' })),
      }),
      response: { 201: secret },
    },
    handler: (request, reply) =>
      write(
        request,
        reply,
        async (tx) => {
          const { body } = request;
          const ownerId = await requireOwner(tx, actorOf(request), body.owner);
          const wanted = { name: body.name, ownerId, grants: body.grants ?? [] };
          const made = await createOauthClient(tx, wanted);
          const headers = { location: `/api/v1/oauth-clients/${made.clientId}` };
          return {
            status: 201,
            body: { client_id: made.clientId, client_secret: made.clientSecret },
            headers,
          };
        },
        { isSecret: true },
      ),
  });

  route(server, {
    method: 'POST',
    path: '/oauth-clients/:client_id/rotate',
    caller: ['admin'],
    summary: 'Give an OAuth client another secret, told this once; the old one ends',
    schema: { params: named, response: { 200: secret } },
    handler: (request, reply) =>
      write(
        request,
        reply,
        async (tx) => {
          const { client_id } = request.params;
          return { status: 200, body: { client_id, client_secret: await rotateOauthClient(tx, client_id) } };
        },
        { isSecret: true },
      ),
  });
}

function serveOne(server: HttpServer): void {
  route(server, {
    method: 'PATCH',
    path: '/oauth-clients/:client_id',
    caller: ['admin'],
    summary: 'Change an OAuth client; a disabled one gets no token, and those it has open nothing',
    schema: {
      params: named,
      body: closed({
        name: Type.Optional(name),
        grants: Type.Optional(grants),
        is_disabled: Type.Optional(Type.Boolean()),
      }),
      response: { 200: client },
    },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { is_disabled: isDisabled, ...change } = request.body;
        const present = await lockOauthClient(tx, request.params.client_id);
        requireMatch(request, shown(present));
        const wanted = { ...change, ...(isDisabled !== undefined && { isDisabled }) };
        const body = shown(await changeOauthClient(tx, present, wanted));
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/oauth-clients/:client_id',
    caller: ['admin'],
    summary: 'Delete an OAuth client with all its tokens',
    schema: { params: named, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        await deleteOauthClient(tx, request.params.client_id);
        return { status: 204, body: null };
      }),
  });
}

/** A client acts as its owner: an admin who could name the tenant's owner would be one. */
async function requireOwner(tx: Tx, actor: Actor, uuid: string | undefined): Promise<number> {
  if (uuid === undefined) return actor.accountId;
  const account = await findAccountByUuid(tx, uuid);
  if (!account) throw unknownAccount(uuid);
  if (!includesRole(actor.role, account.role)) throw higherRole();
  return account.id;
}

function shown(one: OauthClient): Static<typeof client> {
  return {
    client_id: one.clientId,
    name: one.name,
    owner: one.ownerUsername,
    grants: [...one.grants],
    created_at: iso(one.createdAt),
    disabled_at: iso(one.disabledAt),
  };
}

function shownUse(one: ClientUse): Static<typeof use> {
  return {
    client_id: one.clientId,
    name: one.name,
    last_used_at: iso(one.lastUsedAt),
    tokens: one.tokens,
    tokens_last_month: one.tokensLastMonth,
    standing_tokens: one.standingTokens,
    people: one.people,
  };
}
