import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { newestLink } from '../../../test/support/link-pages.ts';
import type { Account } from '../identity/types.ts';
import { purgeInvitations } from './housekeeping.ts';
import { acceptInvitation, invite, revokeInvitation } from './invitations.ts';
import type { Invitation } from './types.ts';

const day = 24 * 3_600_000;
let muster: TestApp;
let sites: { at: TestSite; boss: Account }[];

beforeAll(async () => {
  muster = await openTestApp();
  sites = await Promise.all(
    ['alpha', 'beta'].map(async (slug) => {
      const at = await muster.site(slug);
      return { at, boss: await muster.account(at, { username: 'boss', role: 'owner' }) };
    }),
  );
});
afterAll(() => muster.close());

beforeEach(async () => {
  await muster.query('delete from invitations');
});

const purge = () => purgeInvitations(muster.database.acrossTenants());

async function made({ at, boss }: { at: TestSite; boss: Account }, days = 1): Promise<Invitation> {
  const wanted = { email: boss.email, firstName: '', lastName: '', role: 'member', locale: 'en' } as const;
  return at.context.transaction((tx) =>
    invite(tx, muster.services.identity, at.site, { ...wanted, inviter: boss, days }),
  );
}

test('invitations of every tenant go 90 days after they ran out, and not before', async () => {
  for (const site of sites) await made(site);
  muster.clock.advance(91 * day - 1000);
  expect(await purge()).toBe(0);
  muster.clock.advance(2000);
  expect(await purge()).toBe(2);
});

test('one that was used or revoked goes 90 days after that, one still open stays', async () => {
  const [site] = sites;
  if (!site) throw new Error('No site.');
  const { at, boss } = site;
  await made(site, 365);
  const secret = (await newestLink(muster, at, boss.email)).split('/').at(-1) ?? '';
  const [revoked, open] = [await made(site, 365), await made(site, 365)];
  await at.context.transaction((tx) => acceptInvitation(tx, secret, boss.id));
  await at.context.transaction((tx) => revokeInvitation(tx, revoked.uuid));
  muster.clock.advance(90 * day - 1000);
  expect(await purge()).toBe(0);
  muster.clock.advance(2000);
  expect(await purge()).toBe(2);
  expect(await muster.query('select uuid from invitations')).toEqual([{ uuid: open.uuid }]);
});
