import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../support/app.ts';
import { type V0Answer, type V0Client, v0Client } from '../support/v0-client.ts';

const attempts = 50;
let muster: TestApp;
let client: V0Client;

beforeEach(async () => {
  muster = await openTestApp();
  const boss = await muster.account(muster.home, { username: 'boss', role: 'staff' });
  client = v0Client(muster, muster.home.host, await muster.accessToken(muster.home, boss));
});
afterEach(() => muster.close());

/** Contract Appsembler/Tahoe §10, defect 7: the ancestor checked, then inserted, and answered 500 to the losers. */
test('of fifty registrations at once of one username exactly one is 200, the others are 409', async () => {
  expectOneWinner(await registerMany((n) => ({ username: 'wanted', email: `wanted${n}@example.com` })));
});

test('of fifty registrations at once of one e-mail exactly one is 200, the others are 409', async () => {
  const answers = await registerMany((n) => ({ username: `wanting${n}`, email: 'wanting@example.com' }));
  expectOneWinner(answers);
  expect(await muster.letters(muster.home)).toHaveLength(1);
});

test('of fifty registrations at once without a password exactly one is 200, the others are 409', async () => {
  expectOneWinner(
    await registerMany(() => ({ email: 'someone@example.com' }), 'accounts/user_without_password'),
  );
  expect(await muster.letters(muster.home)).toHaveLength(1);
});

test('without the constraint the same fifty make more than one account', async () => {
  await muster.query('alter table accounts drop constraint accounts__email');
  const answers = await registerMany((n) => ({ username: `oversold${n}`, email: 'oversold@example.com' }));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(1);
});

function registerMany(make: (n: number) => object, path = 'accounts/create'): Promise<V0Answer[]> {
  const bodies = Array.from({ length: attempts }, (_, n) => ({
    name: 'Some One',
    password: 'edx',
    ...make(n),
  }));
  return Promise.all(bodies.map((body) => client.post(path, body)));
}

function expectOneWinner(answers: readonly V0Answer[]): void {
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const losers = answers.filter(({ status }) => status === 409);
  expect(losers).toHaveLength(attempts - 1);
  for (const { body } of losers) expect(body).toEqual({ user_message: 'User already exists' });
}
