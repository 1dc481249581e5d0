import { invite } from '../../src/modules/admissions/invitations.ts';
import { offerReset } from '../../src/modules/admissions/password-resets.ts';
import { issueJwt } from '../../src/modules/identity/jwts.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import type { TestApp, TestSite } from './app.ts';
import { newestLink } from './link-pages.ts';
import type { Known } from './route-requests.ts';

/** Somebody new is invited, the caller is invited, the member has forgotten the password. */
export async function letIn(
  muster: TestApp,
  at: TestSite,
  { admin, member, caller }: { readonly admin: Account; readonly member: Account; readonly caller: Account },
): Promise<Known['saas']> {
  const { identity } = muster.services;
  const entrant = `entrant@${at.site.slug}.example.com`;
  const names = { firstName: 'En', lastName: 'Trant', role: 'member', inviter: admin } as const;
  const invited = (email: string) =>
    at.context.transaction((tx) => invite(tx, identity, at.site, { ...names, email, locale: 'en', days: 1 }));
  const secretTo = async (email: string) => (await newestLink(muster, at, email)).split('/').at(-1) ?? '';
  await invited(entrant);
  await invited(caller.email);
  const [forNew, forCaller] = [await secretTo(entrant), await secretTo(caller.email)];
  const { uuid } = await invited(`other@${at.site.slug}.example.com`);
  await at.context.transaction((tx) => offerReset(tx, identity, at.site, member));
  const [, , , , reset = ''] = (await newestLink(muster, at, member.email)).split('/');
  const { token } = await at.context.transaction((tx) => {
    const claims = { orig_iat: Math.floor(tx.clock.now().getTime() / 1000) };
    return issueJwt(tx, identity, member.id, { claims, seconds: 3600 });
  });
  const inviteOf = (path: string) => (path.includes('/accept') ? forCaller : forNew);
  const { uuid: expendable } = await muster.account(at, { username: `${at.site.slug}.expendable` });
  return { invitation: uuid, inviteOf, reset, jwt: token, expendable };
}
