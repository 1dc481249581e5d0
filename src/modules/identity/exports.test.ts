import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { offerNewPassword } from './accounts.ts';
import { exportAccount } from './exports.ts';

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp();
});

afterAll(() => muster.close());

test('a person gets everything kept of them, and nothing of anybody else', async () => {
  const alpha = await muster.site('alpha');
  const amy = await muster.account(alpha, { username: 'amy', email: 'amy@example.com' });
  const bob = await muster.account(alpha, { username: 'bob' });
  const key = await muster.apiToken(alpha, amy);
  await muster.accessToken(alpha, amy);
  await muster.accessToken(alpha, bob);
  await alpha.context.transaction((tx) => offerNewPassword(tx, muster.services.identity, alpha.site, amy));

  const data = await alpha.context.read((read) => exportAccount(read, 'Amy'));

  expect(data.account).toEqual(amy);
  expect(data.tokens.map(({ kind }) => kind)).toEqual(['api', 'access']);
  expect(data.oauthClients.map(({ ownerUsername }) => ownerUsername)).toEqual(['amy']);
  expect(data.letters).toMatchObject([{ kind: 'set_password', toAddress: 'amy@example.com' }]);
  expect(data.activity.map(({ verb, objectType }) => `${objectType} ${verb}`)).toEqual([
    'account registered',
  ]);
  expect(JSON.stringify(data)).not.toContain(key);
});

test('nobody of that name is refused', async () => {
  const asked = muster.home.context.read((read) => exportAccount(read, 'nobody'));
  await expect(asked).rejects.toThrow('There is no account "nobody".');
});
