import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Ask, asker } from '../../../test/support/own-account.ts';
import { invite } from '../../modules/admissions/invitations.ts';
import type { Account, Role } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let ask: Ask;
let owner: Account;
let made = 0;
beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  ask = asker(muster, alpha);
  owner = await muster.account(alpha, { username: 'owner', role: 'owner' });
});
afterAll(() => muster.close());

async function invited(role: Role = 'staff', sentTo?: string) {
  made += 1;
  const email = sentTo ?? `guest${made}@example.org`;
  const how = { firstName: 'Bert', lastName: '', role, inviter: owner, locale: 'en', days: 1 } as const;
  await alpha.context.transaction((tx) =>
    invite(tx, muster.services.identity, alpha.site, { ...how, email }),
  );
  const text = (await muster.letters(alpha)).findLast((letter) => letter.to_address === email)?.text ?? '';
  return { email, secret: /\/invitation\/([0-9a-f-]{36})/.exec(text)?.[1] ?? '' };
}

test('whoever has the letter sees what is offered, and joins nothing by looking', async () => {
  const { email, secret } = await invited();
  const { status, body } = await ask(`GET /invitations/${secret}`);
  expect([status, body]).toMatchObject([
    200,
    { email, first_name: 'Bert', role: 'staff', tenant: 'alpha', is_open: true, has_account: false },
  ]);
  expect((await ask('GET /invitations/unknown')).body.code).toBe('invitation.unknown');
});

test('a new person accepts with a password once, and signs in with the role', async () => {
  const { email, secret } = await invited();
  const accept = (body: object) => ask(`POST /invitations/${secret}/accept`, { body });
  expect((await accept({})).body.errors[0].pointer).toBe('/password');
  expect((await accept({ password: 'password' })).body.errors[0].pointer).toBe('/password');
  const sent = { password: 'Correct-horse-7', last_name: 'Other' };
  const answers = await Promise.all([accept(sent), accept(sent), accept(sent)]);
  expect(answers.map(({ status }) => status).toSorted()[0]).toBe(204);
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  const { body } = await ask('POST /session', { body: { login: email, password: sent.password } });
  expect(body.account).toMatchObject({ role: 'staff', name: 'Bert Other' });
  expect((await ask(`GET /invitations/${secret}`)).body).toMatchObject({ is_open: false, has_account: true });
});

test('somebody who has an account accepts signed in, and nobody else does it for them', async () => {
  const account = await muster.account(alpha, { username: 'carla' });
  const { secret } = await invited('admin', account.email);
  const path = `POST /invitations/${secret}/accept` as const;
  expect((await ask(path, { body: { password: 'Correct-horse-7' } })).body.code).toBe(
    'invitation.has_account',
  );
  const other = await muster.account(alpha, { username: 'other' });
  const foreign = await ask(path, { as: await muster.apiToken(alpha, other), body: {} });
  expect([foreign.status, foreign.body.code]).toEqual([403, 'invitation.of_another']);
  const as = `muster_session=${await muster.sessionToken(alpha, account)}`;
  expect((await ask(path, { as, body: {} })).status).toBe(204);
  expect((await ask('GET /me', { as })).body.role).toBe('admin');
  expect((await ask(path, { as, body: {} })).status).toBe(410);
});

test('an invitation of another tenant is an unknown one', async () => {
  const { secret } = await invited();
  const beta = await muster.site('beta');
  expect((await asker(muster, beta)(`GET /invitations/${secret}`)).status).toBe(404);
});
