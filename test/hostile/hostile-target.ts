import type { AddressInfo } from 'node:net';
import { offerReset } from '../../src/modules/admissions/password-resets.ts';
import { beginErrand } from '../../src/modules/errands/errands.ts';
import { askToConfirmEmail, offerNewPassword } from '../../src/modules/identity/accounts.ts';
import { makeFirstOwnerLink } from '../../src/modules/identity/links.ts';
import { createOauthClient } from '../../src/modules/identity/oauth-clients.ts';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { routeTable } from '../../src/platform/http/route.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { gather } from '../support/community.ts';
import { keepContents, openDigests } from '../support/contents.ts';
import { letIn } from '../support/entrants.ts';
import { holdFair } from '../support/fair.ts';
import { holdFestival } from '../support/held-festival.ts';
import { teach } from '../support/learning.ts';
import { newestLink } from '../support/link-pages.ts';
import { bodyOf, ownRoutes, propertiesOf } from '../support/route-requests.ts';
import { isForOwners, openWire, type Target } from './attack.ts';
import type { Prey } from './hostile-requests.ts';

export interface HostileTarget {
  readonly muster: TestApp;
  readonly target: Target;
  readonly known: Prey;
  readonly token: string;
  readonly ownerToken: string;
  readonly routes: readonly RouteEntry[];
  readonly port: number;
  close(): Promise<void>;
}

/** The whole server, listening, with a tenant in it that has something of everything. */
export async function openHostileTarget(): Promise<HostileTarget> {
  const muster = await openTestApp({ throttles: null });
  const at = await muster.site('alpha', {
    registration_fields: { type: 'object', properties: { district: { type: 'string', maxLength: 50 } } },
  });
  const caller = await muster.account(at, {
    username: 'caller',
    role: 'admin',
    password: 'callers own password',
  });
  const boss = await muster.account(at, { username: 'boss', role: 'staff' });
  const admin = await muster.account(at, { username: 'admin', role: 'admin' });
  const member = await muster.account(at, { username: 'member', password: 'seven red balloons' });
  const invited = await muster.account(at, { username: 'invited', active: false });
  const asked = await muster.account(at, { username: 'asked' });
  const moved = await muster.account(at, { username: 'moved' });
  const forgetful = await muster.account(at, { username: 'forgetful' });
  const { identity } = muster.services;
  const firstOwner = await at.context.transaction(async (tx) => {
    await offerNewPassword(tx, identity, at.site, asked);
    await askToConfirmEmail(tx, identity, at.site, moved);
    await offerReset(tx, identity, at.site, forgetful);
    return makeFirstOwnerLink(tx, identity, at.site);
  });
  const oauthClient = await at.context.transaction((tx) =>
    createOauthClient(tx, { name: 'client', ownerId: caller.id, grants: ['client_credentials', 'password'] }),
  );
  const links = {
    '/activate/': secretOf(await newestLink(muster, at, invited.email)),
    '/password_reset_confirm/': secretOf(await newestLink(muster, at, asked.email)),
    '/confirm_email/': secretOf(await newestLink(muster, at, moved.email)),
    '/first_owner/': secretOf(firstOwner),
    '/password-reset/confirm/': secretOf(await newestLink(muster, at, forgetful.email)),
  };
  const learning = await teach(at, member, caller);
  const comments = await gather(at, { admin, member });
  // Whoever calls was told of something, too.
  await gather(at, { admin, member: caller });
  const saas = await letIn(muster, at, { admin, member, caller });
  const fair = await holdFair(muster, at);
  const festival = await holdFestival(muster, at, { admin: caller, member, staff: admin });
  const errand = await at.context.transaction((tx) =>
    beginErrand(tx, at.site.id, { kind: 'enrolment.bulk', input: {}, rows: [{ subject: member.email }] }),
  );
  const token = await muster.apiToken(at, caller);
  const ownerToken = await muster.apiToken(at, boss);
  const contents = await openDigests(muster.query);
  const restore = await keepContents(muster.query, at.site.tenantId);
  let count = 0;
  const fresh = () => {
    count += 1;
    return count;
  };
  await muster.server.listen({ host: '127.0.0.1', port: 0 });
  const port = portOf(muster.server.server.address());
  const wire = openWire(port, at.host);
  const routes = ownRoutes(routeTable(muster.server));
  return {
    muster,
    port,
    target: {
      send: wire.send,
      contents,
      async renew(entry, tables) {
        await restore(tables);
        // An owner that is there all the time would end the link that makes the first one.
        if (isForOwners(entry))
          await muster.query(`update accounts set role = 'owner' where username = 'boss'`);
      },
    },
    known: {
      at,
      admin,
      member,
      oauthClient,
      learning,
      comments,
      saas,
      fair,
      festival,
      errand: errand.uuid,
      links,
      fresh,
      names: namesOf(routes),
    },
    token,
    ownerToken,
    routes,
    async close() {
      wire.close();
      await muster.close();
    },
  };
}

function namesOf(routes: readonly RouteEntry[]): string[] {
  const properties = routes.flatMap((entry) => [
    ...propertiesOf(entry.schema?.querystring),
    ...bodyOf(entry).properties,
  ]);
  return [...new Set(properties.map(({ name }) => name))];
}

function secretOf(path: string): string {
  return (
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? ''
  );
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
