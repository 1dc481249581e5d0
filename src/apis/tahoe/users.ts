import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { listAccounts } from '../../modules/identity/account-lists.ts';
import { findAccount } from '../../modules/identity/accounts.ts';
import { badFields, unknownAccount } from '../../modules/identity/refusals.ts';
import type { Account, AccountQuery } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { booleanOf } from '../../platform/http/text-values.ts';
import { idIn, routeWithSuffix } from './formats.ts';
import { envelope, pageOf, pageParameters, readPage } from './pagination.ts';

const user = Type.Object({
  id: Type.Integer(),
  username: Type.String(),
  fullname: Type.Union([Type.String(), Type.Null()]),
  email: Type.String(),
  date_joined: Type.String({ format: 'date-time' }),
});

const isActiveParameter = Type.Optional(
  Type.String({
    description: 'true (usual): people who are active; false: those who are not yet, or no more',
  }),
);

/** `users/` and `users/<id>/`: the people of the host's tenant (contract §3.5, ruling "users list"). */
export function serveUsers(server: HttpServer): void {
  routeWithSuffix(server, {
    method: 'GET',
    path: '/users/',
    caller: ['admin'],
    summary: "The tenant's people, by id",
    schema: {
      querystring: Type.Object({
        email_exact: Type.Optional(Type.String({ description: 'The whole e-mail; case does not matter' })),
        date_joined: Type.Optional(
          Type.String({ description: 'A calendar day in UTC (YYYY-MM-DD), or any moment of it' }),
        ),
        is_active: isActiveParameter,
        search: Type.Optional(Type.String({ description: 'Part of a username, an e-mail or a name' })),
        ...pageParameters,
      }),
      response: { 200: pageOf(user) },
    },
    handler: async (request) => {
      const [wanted, page] = [readFilters(request.query), readPage(request.query)];
      const { count, accounts } = await request.context.read((read) => listAccounts(read, wanted, page));
      return envelope(request, page, count, accounts.map(toUser));
    },
  });

  route(server, {
    method: 'GET',
    path: '/users/:id/',
    caller: ['admin'],
    summary: 'One of the people',
    schema: {
      params: Type.Object({ id: Type.String() }),
      querystring: Type.Object({ is_active: isActiveParameter }),
      response: { 200: user },
    },
    handler: async (request) => toUser(await requireUser(request, request.params.id, request.query)),
  });
}

/** Filters hold for a single user as well, as upstream: without one the people who are not active are not there. */
async function requireUser(
  request: FastifyRequest,
  segment: string,
  { is_active }: { readonly is_active?: string },
): Promise<Account> {
  // By name: what the route does not declare was not judged and may be anything.
  const { isActive } = readFilters(is_active === undefined ? {} : { is_active });
  const id = idIn(segment);
  const account = id === null ? null : await request.context.read((read) => findAccount(read, id));
  if (account?.isActive !== isActive) throw unknownAccount(segment);
  return account;
}

interface Filters {
  readonly email_exact?: string;
  readonly date_joined?: string;
  readonly is_active?: string;
  readonly search?: string;
}

/** An empty filter is none. */
function readFilters(sent: Filters): AccountQuery & { readonly isActive: boolean } {
  const isActive = sent.is_active?.trim() ? booleanOf(sent.is_active) : true;
  const joined = sent.date_joined?.trim() ? dayOf(sent.date_joined.trim()) : undefined;
  if (isActive === undefined) throw badFields({ is_active: ['Must be a valid boolean.'] });
  if (joined === null) throw badFields({ date_joined: ['Enter a valid date.'] });
  return {
    isActive,
    ...(joined && { joined }),
    // No address holds a blank: one inside was a `+` that the client did not encode.
    ...(sent.email_exact?.trim() && { email: sent.email_exact.trim().replaceAll(' ', '+') }),
    ...(sent.search?.trim() && { search: sent.search.trim() }),
  };
}

const day = 24 * 60 * 60 * 1000;
/** A `+` that arrived as it is in the query reads as a blank. */
const momentForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[ +-]\d{2}:?\d{2})?)?$/i;

/** The calendar day in UTC of a date or a moment; null where it is neither. */
function dayOf(text: string): { from: Date; before: Date } | null {
  const [, date = '', time = '00:00', zone = 'Z'] = momentForm.exec(text) ?? [];
  const offset = zone.replace(' ', '+').replace(/(\d{2}):?(\d{2})$/, '$1:$2');
  const moment = new Date(`${date}T${time}${offset.toUpperCase()}`).getTime();
  // `Date` takes the 31st of February for the 3rd of March.
  if (Number.isNaN(moment) || !isOfCalendar(date)) return null;
  const from = Math.floor(moment / day) * day;
  return { from: new Date(from), before: new Date(from + day) };
}

function isOfCalendar(date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

function toUser(account: Account) {
  return {
    id: account.id,
    username: account.username,
    fullname: account.name === '' ? null : account.name,
    email: account.email,
    date_joined: toSeconds(account.createdAt),
  };
}

/** Whole seconds (ruling "Time"). */
export function toSeconds(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
