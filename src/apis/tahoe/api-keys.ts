import { Type } from 'typebox';
import { findAccount } from '../../modules/identity/accounts.ts';
import { badFields, higherRole, unknownAccount } from '../../modules/identity/refusals.ts';
import {
  createApiToken,
  listTokens,
  revokeApiTokens,
  rotateApiToken,
} from '../../modules/identity/tokens.ts';
import type { Account, Actor, Token } from '../../modules/identity/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { idIn, routeWithSuffix } from './formats.ts';
import { envelope, pageOf, pageParameters, readPage } from './pagination.ts';
import { toSeconds } from './users.ts';

const moment = Type.String({ format: 'date-time' });
const named = { user_id: Type.Integer(), username: Type.String() };
const listed = Type.Object({ ...named, token_created: moment });
/** Without `created`: that admin has no key. */
const detail = Type.Object({ ...named, created: Type.Optional(moment) });
const withSecret = Type.Object({
  ...named,
  created: moment,
  secret: Type.String({ description: 'The key; shown in this answer only' }),
});
const params = Type.Object({ user_id: Type.String() });

/** `api-keys/`: the API tokens of the tenant's admins; a secret is shown once, to whoever made it (contract §3.6). */
export function serveApiKeys(server: HttpServer, services: Services): void {
  serveList(server, services);
  serveOne(server, services);
}

function serveList(server: HttpServer, { identity }: Services): void {
  routeWithSuffix(server, {
    method: 'GET',
    path: '/api-keys/',
    caller: ['admin'],
    summary: "The keys of the tenant's admins, oldest first, without their secrets",
    schema: { querystring: Type.Object(pageParameters), response: { 200: pageOf(listed) } },
    handler: async (request) => {
      const page = readPage(request.query);
      const only = { kinds: ['api'], adminsOnly: true } as const;
      const { count, tokens } = await request.context.read((read) => listTokens(read, only, page));
      return envelope(request, page, count, tokens.map(toListed));
    },
  });

  routeWithSuffix(server, {
    method: 'POST',
    path: '/api-keys/',
    caller: ['admin'],
    summary: 'Make the key of an admin who has none',
    schema: {
      body: Type.Object({ user_id: Type.Integer({ minimum: 1, maximum: 1e15 }) }),
      response: { 201: withSecret },
    },
    handler: async (request, reply) => {
      const { user_id } = request.body;
      const made = await request.context.transaction(async (tx) => {
        const holder = await findAdmin(tx, user_id);
        if (!holder)
          throw badFields({ user_id: [`Invalid pk "${user_id}" - no admin of this site has it.`] });
        refuseHigher(actorOf(request), holder);
        return toMade(tx, holder, await createApiToken(tx, identity, holder.id));
      });
      return reply.code(201).send(made);
    },
  });
}

function serveOne(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/api-keys/:user_id/',
    caller: ['admin'],
    summary: 'Whether that admin has a key, and since when',
    schema: { params, response: { 200: detail } },
    handler: (request) =>
      request.context.read(async (read) => {
        const holder = await requireAdmin(read, request.params.user_id);
        const token = await newestKey(read, holder.id);
        return { ...toNamed(holder), ...(token && { created: toSeconds(token.createdAt) }) };
      }),
  });

  route(server, {
    method: 'PUT',
    path: '/api-keys/:user_id/',
    caller: ['admin'],
    summary: "Make that admin's key anew; keys from before end",
    schema: { params, response: { 200: withSecret } },
    handler: (request) =>
      request.context.transaction(async (tx) => {
        const holder = await requireAdmin(tx, request.params.user_id);
        refuseHigher(actorOf(request), holder);
        return toMade(tx, holder, await rotateApiToken(tx, identity, holder.id));
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/api-keys/:user_id/',
    caller: ['admin'],
    summary: "End that admin's keys",
    schema: { params, response: { 204: Type.Null() } },
    handler: async (request, reply) => {
      await request.context.transaction(async (tx) => {
        const holder = await requireAdmin(tx, request.params.user_id);
        refuseHigher(actorOf(request), holder);
        await revokeApiTokens(tx, holder.id);
      });
      return reply.code(204).send(null);
    },
  });
}

async function requireAdmin(read: Read, segment: string): Promise<Account> {
  const id = idIn(segment);
  const holder = id === null ? null : await findAdmin(read, id);
  if (!holder) throw unknownAccount(segment);
  return holder;
}

/** Keys of others are made on the command line; here only those are seen that open this API. */
async function findAdmin(read: Read, id: number): Promise<Account | null> {
  const account = await findAccount(read, id);
  return account?.role === 'admin' || account?.role === 'owner' ? account : null;
}

/** An admin who could make the owner's key would be the owner. */
function refuseHigher(actor: Actor, holder: Account): void {
  if (holder.role === 'owner' && actor.role !== 'owner') throw higherRole();
}

/** An imported key may stand beside the one made here. */
async function newestKey(read: Read, accountId: number): Promise<Token | undefined> {
  const { tokens } = await listTokens(read, { accountId, kinds: ['api'] }, { limit: 100, offset: 0 });
  return tokens.at(-1);
}

function toNamed(holder: Account) {
  return { user_id: holder.id, username: holder.username };
}

function toListed(token: Token) {
  return {
    user_id: token.accountId,
    username: token.username,
    token_created: toSeconds(token.createdAt),
  };
}

function toMade(read: Read, holder: Account, secret: string) {
  return { ...toNamed(holder), created: toSeconds(read.clock.now()), secret };
}
