import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { listChangedAccounts } from '../../modules/identity/account-lists.ts';
import { renewForeignStamps } from './sync-order.ts';

let muster: TestApp;
let alpha: TestSite;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

const renew = () => muster.database.acrossTenants().transaction(renewForeignStamps);
const shown = async () => {
  const { changed } = await alpha.context.read((read) => listChangedAccounts(read, {}, null, 10));
  return changed.map(({ account }) => account.username);
};
const stampOf = async (username: string) =>
  (
    await muster.query<{ stamp: string }>(
      'select changed_in::text as stamp from accounts where username = $1',
      [username],
    )
  )[0]?.stamp;

test('a restored dump, whose stamps another server gave, is shown to copies again', async () => {
  await muster.account(alpha, { username: 'ann' });
  await muster.account(alpha, { username: 'ben' });
  // As a dump is restored: rows first, triggers after.
  await muster.query('alter table accounts disable trigger accounts__stamp');
  await muster.query(`update accounts set changed_in = '9000000000' where username = 'ann'`);
  await muster.query('alter table accounts enable trigger accounts__stamp');
  await muster.query(`update installation set database_system = 'another'`);
  await expect.poll(shown, { timeout: 20_000 }).toEqual(['ben']);
  expect(await renew()).toBe(true);
  await expect.poll(shown, { timeout: 20_000 }).toEqual(['ben', 'ann']);
});

test('on the server that gave them stamps stay as they are', async () => {
  await renew();
  const before = await stampOf('ann');
  expect(await renew()).toBe(false);
  expect(await stampOf('ann')).toBe(before);
});
