import { Type } from 'typebox';
import { tellSecondFactorChanged } from '../../modules/admissions/password-resets.ts';
import { findAccountByUuid } from '../../modules/identity/accounts.ts';
import { unknownAccount } from '../../modules/identity/refusals.ts';
import { demandSecondFactor, dropSecondFactorOf } from '../../modules/identity/second-factors.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { notPermitted } from './auth.ts';
import { closed, noContent } from './formats.ts';
import { requireWhole } from './own-password.ts';
import { write } from './writes.ts';

const demand = closed({ is_demanded: Type.Boolean() });

/** `/tenant/staff-second-factor` and `/people/{uuid}/second-factor`: what is decided about those of others. */
export function serveSecondFactors(server: HttpServer, { directory }: Services): void {
  const path = '/tenant/staff-second-factor';
  route(server, {
    method: 'GET',
    path,
    caller: ['owner'],
    summary: 'Whether staff must sign in with a second factor',
    schema: { response: { 200: demand } },
    handler: async ({ site }) => ({ is_demanded: site.demandsSecondFactor }),
  });
  route(server, {
    method: 'PUT',
    path,
    caller: ['owner'],
    summary: 'Demand a second factor of staff, or no longer',
    description:
      'Staff, admins and owners without one then reach `/me` and `/session` only, until they have set it up.',
    schema: { body: demand, response: { 200: demand } },
    handler: async (request, reply) => {
      requireWhole(request);
      const { body } = request;
      const answer = await write(request, reply, async (tx) => {
        await demandSecondFactor(tx, body.is_demanded);
        return { status: 200, body };
      });
      directory.forget();
      return answer;
    },
  });
  route(server, {
    method: 'DELETE',
    path: '/people/:uuid/second-factor',
    caller: ['admin'],
    summary: 'Switch off the second factor of somebody who lost the app and the recovery codes',
    description:
      'Of somebody else, whose role is at most the own. The password alone opens the account then.',
    schema: { params: Type.Object({ uuid: Type.String({ maxLength: 36 }) }), response: noContent },
    handler: (request, reply) => {
      const { accountId, role } = requireWhole(request);
      return write(request, reply, async (tx) => {
        const account = await findAccountByUuid(tx, request.params.uuid);
        if (!account) throw unknownAccount(request.params.uuid);
        // Of the own one `/me/totp` asks for the password and a code: whoever found an open browser has neither.
        if (account.id === accountId) throw notPermitted();
        await dropSecondFactorOf(tx, account, role);
        await tellSecondFactorChanged(tx, request.site, account, false);
        return { status: 204, body: null };
      });
    },
  });
}
