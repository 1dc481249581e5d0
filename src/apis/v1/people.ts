import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { eraseAndTell } from '../../modules/admissions/erasures.ts';
import { listAccountsAfter, listChangedAccounts } from '../../modules/identity/account-lists.ts';
import { findAccountByUuid, holdAccount, powersOver } from '../../modules/identity/accounts.ts';
import type { Account, AccountOrder, AccountQuery, Role } from '../../modules/identity/types.ts';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { actorOf, type Services } from '../callers.ts';
import { noContent } from './formats.ts';
import { pageAfter, pageQuery, readCursor } from './lists.ts';
import { changePerson, createPerson } from './people-changes.ts';
import {
  changedPerson,
  inPersonWords,
  newPerson,
  person,
  personInList,
  role,
  toPerson,
  toPersonInList,
} from './people-forms.ts';
import { pageOfSync, readSince, syncPageOf, syncQuery } from './sync.ts';
import { requireMatch, tagged, write } from './writes.ts';

const params = Type.Object({ uuid: Type.String({ maxLength: 40, description: 'Of the person' }) });

const filters = Type.Object({
  search: Type.Optional(
    Type.String({ maxLength: 200, description: 'Part of a username, an e-mail or a name' }),
  ),
  role: Type.Optional(role),
  is_active: Type.Optional(Type.Boolean()),
  sort: Type.Optional(
    Type.String({
      enum: ['name', 'username', 'email', 'created_at', 'last_login_at'].flatMap((key) => [key, `-${key}`]),
      description: 'With `-` the other way round; by number otherwise',
    }),
  ),
  ...syncQuery,
  ...pageQuery,
});
const people = syncPageOf(personInList);
type Filters = Static<typeof filters>;

/** `/people`: the people of the tenant. */
export function servePeople(server: HttpServer, services: Services): void {
  serveList(server);
  serveOne(server);
  serveChanges(server, services);
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/people',
    caller: ['staff'],
    summary: 'The people of the tenant',
    description:
      'With `updated_since` in the order of their changes, up to the oldest transaction that still runs: whoever goes on ' +
      'with `since` of each answer misses nobody. Who was erased is told by `/activity?verb=erased`.',
    schema: { querystring: filters, response: { 200: people } },
    handler: ({ context, query }) =>
      context.read(
        async (read): Promise<Static<typeof people>> =>
          query.updated_since === undefined ? listByPlace(read, query) : sync(read, query),
      ),
  });
}

const orders: Readonly<Record<string, AccountOrder['by']>> = {
  name: 'name',
  username: 'username',
  email: 'email',
  created_at: 'joined',
  last_login_at: 'lastLogin',
};

async function listByPlace(read: Read, query: Filters) {
  const { sort = '', limit = 50 } = query;
  const by = orders[sort.replace('-', '')];
  const order = by === undefined ? null : { by, descending: sort.startsWith('-') };
  const placeSchema = Type.Object({
    sort: Type.Literal(sort),
    key: Type.String({
      maxLength: 300,
      // PostgreSQL's texts hold no zero.
      pattern: isTime(by) ? '^\\d{1,16}$' : '^[^\\u0000]*$',
    }),
    id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  });
  const after = readCursor(query.cursor, placeSchema);
  const found = await listAccountsAfter(read, queryOf(query), order, after, limit + 1);
  const page = pageAfter(found, limit, toPersonInList, ({ place }) => ({ sort, ...place }));
  return { ...page, since: null };
}

const isTime = (by: AccountOrder['by'] | undefined) => by === 'joined' || by === 'lastLogin';

async function sync(read: Read, query: Filters) {
  const { limit = 50, updated_since: text = '' } = query;
  if (query.sort !== undefined) throw sortedSync();
  const since = readSince(query.cursor ?? text);
  const wanted = { ...queryOf(query), ...(since.from && { changedFrom: since.from }) };
  const { changed, horizon } = await listChangedAccounts(read, wanted, since.after, limit + 1);
  return pageOfSync(changed, limit, toPersonInList, since, horizon);
}

function queryOf({ search, role: held, is_active: isActive }: Filters): AccountQuery {
  const known = roles.find((one) => one === held);
  return {
    ...(search?.trim() && { search: search.trim() }),
    ...(known && { role: known }),
    ...(isActive !== undefined && { isActive }),
  };
}

const roles: readonly Role[] = ['member', 'staff', 'admin', 'owner'];

function sortedSync() {
  const sentence = 'With `updated_since` people come in the order of their changes; leave `sort` out.';
  return refuse('invalid', 'list.sorted_sync', sentence, { fields: { sort: [sentence] } });
}

function serveOne(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/people/:uuid',
    caller: ['staff'],
    summary: 'One of the people',
    schema: { params, response: { 200: person } },
    handler: (request, reply) =>
      request.context.read(async (read) => {
        const found = await requirePerson(read, request.params.uuid);
        return tagged(reply, await shown(read, request, found));
      }),
  });
}

function serveChanges(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/people',
    caller: ['admin'],
    summary: 'Register a person',
    description:
      'A letter lets them choose a password, which makes them active. The role is at most the own.',
    schema: { body: newPerson, response: { 201: person } },
    handler: (request, reply) =>
      inPersonWords(async () => {
        const create = await createPerson(services, request, request.body);
        return write(request, reply, async (tx) => {
          const body = await shown(tx, request, await create(tx));
          return { status: 201, body, headers: { location: `/api/v1/people/${body.uuid}` } };
        });
      }),
  });

  route(server, {
    method: 'PATCH',
    path: '/people/:uuid',
    caller: ['admin'],
    summary: 'Change a person',
    description:
      'Nobody changes somebody of a higher role or gives a role above the own; the last active owner stays one. A new ' +
      'e-mail must be confirmed before the next sign-in; the own one changes when the link of a letter is used.',
    schema: { params, body: changedPerson, response: { 200: person } },
    handler: (request, reply) =>
      inPersonWords(() =>
        write(request, reply, async (tx) => {
          const held = await holdPerson(tx, request);
          const changed = await changePerson(tx, services, request, held, request.body);
          const body = await shown(tx, request, changed);
          tagged(reply, body);
          return { status: 200, body };
        }),
      ),
  });

  route(server, {
    method: 'DELETE',
    path: '/people/:uuid',
    caller: ['admin'],
    summary: 'Erase a person',
    description:
      'Everything that says who they were is deleted; a last letter tells them. There is no way back.',
    schema: { params, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const held = await holdPerson(tx, request);
        await eraseAndTell(tx, services.identity, request.site, held, actorOf(request).role);
        return { status: 204, body: null };
      }),
  });
}

/** The person of that uuid in this tenant. Refuses an unknown one, and what is no uuid, alike. */
export async function requirePerson(read: Read, uuid: string): Promise<Account> {
  const account = await findAccountByUuid(read, uuid);
  if (!account) throw unknownPerson();
  return account;
}

function unknownPerson() {
  return refuse('missing', 'person.unknown', 'There is no such person here.');
}

async function holdPerson(
  tx: Tx,
  request: FastifyRequest & { params: Static<typeof params> },
): Promise<Account> {
  const { id } = await requirePerson(tx, request.params.uuid);
  const held = await holdAccount(tx, id);
  requireMatch(request, await shown(tx, request, held));
  return held;
}

async function shown(read: Read, request: FastifyRequest, account: Account) {
  const { role: held } = actorOf(request);
  const may = await powersOver(read, account, held);
  const isAdmin = held === 'admin' || held === 'owner';
  return toPerson(account, { mayChange: isAdmin && may.mayChange, mayErase: isAdmin && may.mayErase });
}
