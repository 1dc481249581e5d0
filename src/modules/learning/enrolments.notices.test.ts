import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol } from '../../../test/support/learning.ts';
import { reactivate } from '../identity/accounts.ts';
import type { Account } from '../identity/types.ts';
import { wordMessage } from '../notifications/messages.ts';
import { listNotifications } from '../notifications/notifications.ts';
import { generateCodes, redeemCode, setCodeState } from './enrolment-codes.ts';

/** Who is told in the page of being enrolled, beside the letters of `enrolments.test.ts`. */
let muster: TestApp;
let at: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('alpha');
});
afterAll(() => muster.close());

async function told({ id }: Account): Promise<string[]> {
  const { notifications } = await at.context.read((read) =>
    listNotifications(read, id, {}, { limit: 50, offset: 0 }),
  );
  return notifications.map((one) => wordMessage('en', one));
}

test('an order that writes to people tells them in the page as well, one that does not tells nobody', async () => {
  const ann = await muster.account(at, { username: 'ann' });
  const [art, music] = [await course(at, { name: 'Art' }), await course(at, { name: 'Music' })];
  await enrol(at, [music], ['ann']);
  expect(await told(ann)).toEqual([]);
  await enrol(at, [art], ['ann', 'nobody@example.com'], { notify: true });
  expect(await told(ann)).toEqual(['You are enrolled in Art']);
  await enrol(at, [art], ['ann'], { notify: true, action: 'unenroll' });
  expect(await told(ann)).toEqual(['You are no longer enrolled in Art', 'You are enrolled in Art']);
});

test('whoever comes in by a code, or at last by becoming active, is told', async () => {
  const bob = await muster.account(at, { username: 'bob' });
  const cas = await muster.account(at, { username: 'cas', active: false });
  const dance = await course(at, { name: 'Dance' });
  const [code] = await at.context.transaction(async (tx) => (await generateCodes(tx, dance, 1)).codes);
  const text = code ?? '';
  await at.context.transaction((tx) => redeemCode(tx, { email: bob.email, code: text }, null));
  await at.context.transaction((tx) => setCodeState(tx, text, 'cancel'));
  expect(await told(bob)).toEqual(['You are no longer enrolled in Dance', 'You are enrolled in Dance']);
  await enrol(at, [dance], [cas.email], { autoEnroll: true });
  expect(await told(cas)).toEqual([]);
  await at.context.transaction((tx) => reactivate(tx, muster.services.identity, cas.id, 'owner'));
  expect(await told(cas)).toEqual(['You are enrolled in Dance']);
});
