import { type Static, Type } from 'typebox';
import { findAccountByUuid, includesRole, requireAccountById } from '../../modules/identity/accounts.ts';
import { higherRole, unknownAccount } from '../../modules/identity/refusals.ts';
import {
  createApiToken,
  listTokens,
  requireToken,
  revokeToken,
  rotateApiToken,
} from '../../modules/identity/tokens.ts';
import type { Account, Actor, Token } from '../../modules/identity/types.ts';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { closed, iso, moment, noContent, nullable } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';
import { write } from './writes.ts';

const kind = Type.Union([
  Type.Literal('api'),
  Type.Literal('access'),
  Type.Literal('session'),
  Type.Literal('jwt'),
]);
const token = closed({
  id: Type.Integer(),
  kind,
  username: Type.String(),
  created_at: moment,
  expires_at: nullable(moment),
});
const uuid = Type.String({ format: 'uuid' });

/** `/tokens`: what opens the tenant at the moment, for admins; without the tokens themselves. */
export function serveTokens(server: HttpServer, { identity }: Services): void {
  serveList(server);
  route(server, {
    method: 'POST',
    path: '/tokens',
    caller: ['admin'],
    summary: 'Make the API token of somebody who works here, told this once',
    description:
      'Staff and above, up to the own role. With `rotate` those they have end first; else having one is 409.',
    schema: {
      body: closed({ person: uuid, rotate: Type.Optional(Type.Boolean()) }),
      response: { 201: closed({ username: Type.String(), token: Type.String() }) },
    },
    handler: (request, reply) =>
      write(
        request,
        reply,
        async (tx) => {
          const holder = await requireWorker(tx, request.body.person);
          refuseHigher(actorOf(request), holder);
          const make = request.body.rotate === true ? rotateApiToken : createApiToken;
          const made = await make(tx, identity, holder.id);
          return { status: 201, body: { username: holder.username, token: made } };
        },
        { isSecret: true },
      ),
  });

  route(server, {
    method: 'DELETE',
    path: '/tokens/:id',
    caller: ['admin'],
    summary: 'End a token; it opens nothing from then on',
    schema: {
      params: closed({ id: Type.Integer({ minimum: 1, maximum: 2 ** 53 - 1 }) }),
      response: noContent,
    },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const found = await requireToken(tx, request.params.id);
        refuseHigher(actorOf(request), await requireAccountById(tx, found.accountId));
        await revokeToken(tx, found.id);
        return { status: 204, body: null };
      }),
  });
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/tokens',
    caller: ['admin'],
    summary: 'Tokens that stand, oldest first',
    schema: {
      querystring: closed({ ...pageQuery, kind: Type.Optional(kind), person: Type.Optional(uuid) }),
      response: { 200: pageOf(token) },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const { kind: wanted, person } = request.query;
        const page = offsetPage(request.query);
        const filter = {
          ...(wanted !== undefined && { kinds: [wanted] }),
          ...(person !== undefined && { accountId: (await requirePerson(read, person)).id }),
        };
        const { count, tokens } = await listTokens(read, filter, page);
        return pageOfOffset(tokens.map(shown), count, page);
      }),
  });
}

async function requirePerson(read: Read, asked: string): Promise<Account> {
  const account = await findAccountByUuid(read, asked);
  if (!account) throw unknownAccount(asked);
  return account;
}

/** Members make theirs themselves. */
async function requireWorker(tx: Tx, asked: string): Promise<Account> {
  const account = await requirePerson(tx, asked);
  if (!includesRole(account.role, 'staff')) throw unknownAccount(asked);
  return account;
}

/** An admin who could make the owner's token would be the owner. */
function refuseHigher(actor: Actor, holder: Account): void {
  if (!includesRole(actor.role, holder.role)) throw higherRole();
}

function shown({ id, kind: of, username, createdAt, expiresAt }: Token): Static<typeof token> {
  return { id, kind: of, username, created_at: iso(createdAt), expires_at: iso(expiresAt) };
}
