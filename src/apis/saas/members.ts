import { Type } from 'typebox';
import { listAccounts } from '../../modules/identity/account-lists.ts';
import { changeAccount, deactivate, reactivate } from '../../modules/identity/accounts.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { notPermitted, wording } from './errors.ts';
import { readFields, sentText } from './fields.ts';
import { toMoment } from './moments.ts';
import { pageOf, pageParameters, paginate } from './pagination.ts';
import { requirePerson, toPerson } from './people.ts';
import { readRole } from './roles.ts';
import { english } from './texts.ts';
import { readOrdering } from './users.ts';

const memberSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  first_name: Type.String(),
  last_name: Type.String(),
  email: Type.String(),
  is_active: Type.Boolean(),
  username: Type.String(),
  role: Type.String(),
  date_joined: Type.String({ format: 'date-time' }),
});

/** `tenant/members/`: an addition of contract §17.5, the people of the tenant with their roles. */
export function serveMembers(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/tenant/members/',
    caller: ['member'],
    summary: "The tenant's people with their roles",
    schema: {
      querystring: Type.Object({
        search: Type.Optional(Type.String({ description: 'Part of a username, an e-mail or a name' })),
        role: Type.Optional(Type.String({ description: 'member, staff, admin or owner' })),
        ordering: Type.Optional(Type.String({ description: 'As of `users/`' })),
        ...pageParameters,
      }),
      response: { 200: pageOf(memberSchema) },
    },
    handler: (request) => {
      const { search, role, ordering, ...page } = request.query;
      const query = {
        ...(search?.trim() && { search: search.trim() }),
        ...(role?.trim() && { role: readRole(role.trim()) }),
      };
      const orders = readOrdering(ordering ?? '');
      const fetch = async (window: { limit: number; offset: number }) => {
        const found = await request.context.read((read) => listAccounts(read, query, window, orders));
        return { count: found.count, items: found.accounts };
      };
      return paginate(request, page, fetch, toMember);
    },
  });
  route(server, {
    method: 'PATCH',
    path: '/tenant/members/:pk/',
    caller: ['admin'],
    summary: 'Change the role of a person, or shut and open their account',
    description: 'Nobody gives a role above the own; the last active owner stays one.',
    schema: {
      params: Type.Object({ pk: Type.String() }),
      body: Type.Object({
        role: sentText('member, staff, admin or owner'),
        is_active: Type.Optional(Type.Boolean({ description: 'false ends every sign-in of the person' })),
      }),
      response: { 200: memberSchema },
    },
    handler: async (request) => {
      const { pk } = request.params;
      const { role: wanted } = readFields(request.body, { role: {} });
      const role = wanted === undefined ? undefined : readRole(wanted);
      const { is_active: isActive } = request.body;
      const account = await requirePerson(request, pk);
      const { role: own } = actorOf(request);
      if (role === 'owner' && own !== 'owner') throw notPermitted();
      await wording(
        () =>
          request.context.transaction(async (tx) => {
            if (role) await changeAccount(tx, account.id, { role }, own);
            if (isActive === true) await reactivate(tx, identity, account.id, own);
            if (isActive === false) await deactivate(tx, account.id, own);
          }),
        ({ code }) => (code === 'account.last_owner' ? { role: [english('lastOwner')] } : undefined),
      );
      return toMember(await requirePerson(request, pk));
    },
  });
}

function toMember(account: Account) {
  const { username, role, createdAt } = account;
  return { ...toPerson(account), username, role, date_joined: toMoment(createdAt) };
}
