import { createHmac, createPublicKey } from 'node:crypto';
import { importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { openBarrier } from '../../../test/support/barrier.ts';
import { makeKeyPair } from '../../platform/jwt-keys.ts';
import { resolveCredential } from './credentials.ts';
import { issueJwt, listPublicKeys } from './jwts.ts';
import { requireKeyThatSigns } from './signing-keys.ts';
import type { Account, Identity } from './types.ts';

type Settings = Pick<Identity, 'jwtKey' | 'jwtAlgorithm'>;

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let amy: Account;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  amy = await muster.account(alpha, { username: 'amy' });
});

afterAll(() => muster.close());

const under = (settings: Settings) => ({ ...muster.services.identity, ...settings });

async function jwt(settings: Settings, at = alpha, account = amy): Promise<string> {
  const made = await at.context.transaction((tx) =>
    issueJwt(tx, under(settings), account.id, { claims: {}, seconds: 60 }),
  );
  return made.token;
}

const who = (token: string, settings: Settings = {}, at = alpha) =>
  at.context.read((read) => resolveCredential(read, under(settings), token));

const publicKeys = (settings: Settings = {}, at = alpha) =>
  at.context.read((read) => listPublicKeys(read, under(settings)));

const partOf = (token: string, part: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString());

const amyIsIn = { actor: { username: 'amy', kind: 'jwt' } };
const forged = { bad: 'unknown', jwt: 'malformed' };
const ofAnotherAlgorithm = { bad: 'unknown', jwt: 'algorithm' };

describe.each(['EdDSA', 'RS256'] as const)('by %s', (jwtAlgorithm) => {
  test('a JWT names its key and its account in its tenant, and nobody in another', async () => {
    const token = await jwt({ jwtAlgorithm });
    const kept = (await publicKeys()).find(({ algorithm }) => algorithm === jwtAlgorithm);
    expect(partOf(token, 0)).toEqual({ typ: 'JWT', alg: jwtAlgorithm, kid: kept?.id });
    expect(await who(token, { jwtAlgorithm })).toMatchObject(amyIsIn);
    expect(await who(token, { jwtAlgorithm }, beta)).toEqual(forged);
    const ben = await muster.account(beta, { username: `ben${jwtAlgorithm.toLowerCase()}` });
    await jwt({ jwtAlgorithm }, beta, ben);
    expect(await who(token, { jwtAlgorithm }, beta), 'where beta has a key as well').toEqual(forged);
  });

  test('public keys hold no private part', async () => {
    await jwt({ jwtAlgorithm });
    for (const { publicKey } of await publicKeys())
      expect(Object.keys(publicKey).filter((part) => !['kty', 'crv', 'x', 'n', 'e'].includes(part))).toEqual(
        [],
      );
  });

  test('the private key is kept where only this installation can read it', async () => {
    await jwt({ jwtAlgorithm });
    const [row] = await muster.query<{ key: Buffer }>(
      'select private_key as key from signing_keys where tenant_id = $1 and algorithm = $2',
      [alpha.site.tenantId, jwtAlgorithm],
    );
    expect(row?.key.length).toBeGreaterThan(40);
    expect(row?.key.toString('latin1')).not.toMatch(/"kty"|"d"/);
  });

  test('another key signs nobody out, the one after that does', async () => {
    const first = await jwt({ jwtAlgorithm });
    const second = await jwt({ jwtAlgorithm, jwtKey: 2 });
    expect(partOf(first, 0).kid).not.toBe(partOf(second, 0).kid);
    expect(await who(first, { jwtAlgorithm, jwtKey: 2 })).toMatchObject(amyIsIn);
    expect(await who(second, { jwtAlgorithm, jwtKey: 2 })).toMatchObject(amyIsIn);
    expect(await who(first, { jwtAlgorithm, jwtKey: 3 })).toEqual(forged);
    expect(await who(second, { jwtAlgorithm }), 'a key that is not there yet').toEqual(forged);
    const shown = async (jwtKey: number) => (await publicKeys({ jwtKey })).map(({ id }) => id);
    expect(await shown(2)).toEqual(expect.arrayContaining([partOf(first, 0).kid, partOf(second, 0).kid]));
    expect(await shown(3)).not.toContain(partOf(first, 0).kid);
  });

  test('another algorithm signs nobody out, whichever way', async () => {
    const pair = await jwt({ jwtAlgorithm });
    const shared = await jwt({});
    expect(await who(pair, {})).toMatchObject(amyIsIn);
    expect(await who(shared, { jwtAlgorithm })).toMatchObject(amyIsIn);
    expect(await who(shared, { jwtAlgorithm, jwtKey: 2 })).toMatchObject(amyIsIn);
    expect(await who(shared, { jwtAlgorithm, jwtKey: 3 })).toEqual(forged);
  });

  test('what is signed by HS256 with the public key as its secret names nobody', async () => {
    const settings = { jwtAlgorithm };
    const token = await jwt(settings);
    const { kid } = partOf(token, 0);
    const key = (await publicKeys()).find(({ id }) => id === kid);
    const pem = createPublicKey({ key: { ...key?.publicKey }, format: 'jwk' });
    const secrets = [
      pem.export({ type: 'spki', format: 'pem' }),
      pem.export({ type: 'spki', format: 'der' }),
      JSON.stringify(key?.publicKey),
      Buffer.from(key?.publicKey.x ?? key?.publicKey.n ?? '', 'base64url'),
    ];
    for (const secret of secrets) {
      for (const [header, answer] of [
        [{ alg: 'HS256', kid }, ofAnotherAlgorithm],
        [{ alg: 'HS256' }, forged],
        [{ alg: 'HS256', kid: '1' }, forged],
        [{ alg: jwtAlgorithm, kid }, forged],
      ] as const) {
        const [head, body] = [header, partOf(token, 1)].map((part) =>
          Buffer.from(JSON.stringify(part)).toString('base64url'),
        );
        const signature = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url');
        expect(await who(`${head}.${body}.${signature}`, settings)).toEqual(answer);
      }
    }
    // The same claims under the right key are good: nothing but the signature was the reason.
    expect(await who(token, settings)).toMatchObject(amyIsIn);
  });

  test('an unsigned one, and one that names the key of another, names nobody', async () => {
    const settings = { jwtAlgorithm };
    const token = await jwt(settings);
    const [{ kid }, claims] = [partOf(token, 0), partOf(token, 1)];
    expect(await who(new UnsecuredJWT(claims).encode(), settings)).toEqual(ofAnotherAlgorithm);
    const head = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url');
    expect(await who(`${head}.${token.split('.')[1]}.`, settings)).toEqual(ofAnotherAlgorithm);
    const own = await makeKeyPair(jwtAlgorithm);
    const strange = await importJWK(JSON.parse(own.privateKey), jwtAlgorithm);
    const sign = (keyId: string) =>
      new SignJWT(claims).setProtectedHeader({ alg: jwtAlgorithm, kid: keyId }).sign(strange);
    expect(await who(await sign(String(kid)), settings)).toEqual(forged);
    expect(await who(await sign(own.id), settings), 'a key of their own').toEqual(forged);
    const inside = new SignJWT(claims).setProtectedHeader({ alg: jwtAlgorithm, jwk: own.publicKey });
    expect(await who(await inside.sign(strange), settings)).toEqual(ofAnotherAlgorithm);
  });
});

test('one key of a tenant cannot stand in for its key of the other algorithm', async () => {
  const [one, other] = [await jwt({ jwtAlgorithm: 'EdDSA' }), await jwt({ jwtAlgorithm: 'RS256' })];
  const swapped = Buffer.from(JSON.stringify({ ...partOf(one, 0), kid: partOf(other, 0).kid }));
  const token = [swapped.toString('base64url'), ...one.split('.').slice(1)].join('.');
  expect(await who(token)).toEqual(ofAnotherAlgorithm);
});

test('where HS256 signs nothing is made', async () => {
  const delta = await muster.site('delta');
  const dan = await muster.account(delta, { username: 'dan' });
  await jwt({}, delta, dan);
  expect(await publicKeys({}, delta)).toEqual([]);
});

describe('fifty first signatures at once', () => {
  /** @param meet awaited by each before its commit */
  async function signAtOnce(slug: string, count: number, meet = () => Promise.resolve()) {
    const at = await muster.site(slug);
    const { secret } = muster.services.identity;
    const sign = () =>
      at.context.transaction(async (tx) => {
        const key = await requireKeyThatSigns(tx, secret, 'EdDSA', 1);
        await meet();
        return key;
      });
    const signed = await Promise.all(Array.from({ length: count }, sign));
    const kept = await muster.query('select 1 from signing_keys where tenant_id = $1', [at.site.tenantId]);
    return { ids: new Set(signed.map(({ id }) => id)).size, kept: kept.length };
  }

  test('make one key', async () => {
    expect(await signAtOnce('gamma', 50)).toEqual({ ids: 1, kept: 1 });
  });

  test('make several where nothing keeps them from it', async () => {
    await muster.query('alter table signing_keys drop constraint signing_keys_pkey');
    // As many as may write at once.
    expect((await signAtOnce('epsilon', 10, openBarrier(10))).kept).toBe(10);
  });
});
