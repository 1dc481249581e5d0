import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import type { Claims } from '../../platform/jwt.ts';
import { resolveCredential } from './credentials.ts';
import { issueJwt, jwtKey } from './jwts.ts';
import { endSignIns } from './tokens.ts';
import type { Account } from './types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let amy: Account;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  amy = await muster.account(alpha, { username: 'amy', role: 'staff' });
});

afterAll(() => muster.close());

async function jwt(claims: Claims = {}): Promise<string> {
  const made = await alpha.context.transaction((tx) =>
    issueJwt(tx, muster.services.identity, amy.id, { claims, seconds: 60 }),
  );
  return made.token;
}

const who = (token: string, at = alpha) =>
  at.context.read((read) => resolveCredential(read, muster.services.identity, token));

test('a JWT names its account in its tenant and nobody in another', async () => {
  const token = await jwt({ sub: 'amy@example.com' });
  expect(await who(token)).toMatchObject({ actor: { username: 'amy', kind: 'jwt', scopes: null } });
  expect(await who(token, beta)).toEqual({ bad: 'unknown', jwt: 'malformed' });
});

test('a JWT says what it was given, and its own id, issuer and times', async () => {
  const [, payload = ''] = (await jwt({ groups: ['a'] })).split('.');
  const said: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(said).toEqual({
    groups: ['a'],
    jti: expect.stringMatching(/^\w{32}$/),
    iss: 'muster',
    iat: expect.any(Number),
    exp: expect.any(Number),
  });
});

test('a JWT expires', async () => {
  const token = await jwt();
  muster.clock.advance(61_000);
  expect(await who(token)).toEqual({ bad: 'expired', jwt: 'expired' });
});

test('ending the sign-ins of an account ends its JWTs', async () => {
  const token = await jwt();
  await alpha.context.transaction((tx) => endSignIns(tx, amy.id));
  expect(await who(token)).toEqual({ bad: 'unknown', jwt: 'ended' });
});

test('a JWT that is changed, unsigned, or signed by another key or algorithm names nobody', async () => {
  const [head = '', payload = '', signature = ''] = (await jwt()).split('.');
  const changed = Buffer.from(`${Buffer.from(payload, 'base64url')} `).toString('base64url');
  expect(await who([head, changed, signature].join('.'))).toEqual({ bad: 'unknown', jwt: 'malformed' });
  expect(await who(new UnsecuredJWT({ jti: 'x' }).encode())).toEqual({ bad: 'unknown', jwt: 'algorithm' });
  const key = jwtKey(muster.services.identity, alpha.site.tenantId);
  const foreign = new SignJWT({ jti: 'x', iss: 'muster' }).setExpirationTime('1h');
  expect(
    await who(await foreign.setProtectedHeader({ alg: 'HS512' }).sign(Buffer.concat([key, key]))),
  ).toEqual({ bad: 'unknown', jwt: 'algorithm' });
});

test('another key signs nobody out, the one after that does', async () => {
  const { identity } = muster.services;
  const token = await jwt();
  const under = (generation: number, presented: string) =>
    alpha.context.read((read) => resolveCredential(read, { ...identity, jwtKey: generation }, presented));
  const second = await alpha.context.transaction((tx) =>
    issueJwt(tx, { ...identity, jwtKey: 2 }, amy.id, { claims: {}, seconds: 60 }),
  );
  expect(JSON.parse(Buffer.from(second.token.split('.')[0] ?? '', 'base64url').toString())).toEqual({
    typ: 'JWT',
    alg: 'HS256',
    kid: '2',
  });
  expect(await under(2, token)).toMatchObject({ actor: { username: 'amy' } });
  expect(await under(2, second.token)).toMatchObject({ actor: { username: 'amy' } });
  expect(await under(3, token)).toEqual({ bad: 'unknown', jwt: 'malformed' });
  expect(await under(1, second.token)).toEqual({ bad: 'unknown', jwt: 'malformed' });
});
