import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../src/platform/http/listen.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';

const many = 50;
let muster: TestApp;
let alpha: TestSite;
let token: string;
let port: number;
const agent = new Agent({ keepAlive: true, maxSockets: many });

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  const boss = await muster.account(alpha, { username: 'boss', role: 'admin' });
  token = await muster.apiToken(alpha, boss);
  const address = await listen(muster.server, { host: '127.0.0.1', port: 0 }, 'test');
  port = Number(new URL(address).port);
});
afterAll(async () => {
  agent.destroy();
  await muster.close();
});

/** Over a connection of its own, as so many clients would. */
function register(fields: Record<string, string>, version = 'v1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = `/tahoe/api/${version}/registrations/`;
    const headers = {
      host: alpha.host,
      authorization: `Token ${token}`,
      'content-type': 'application/x-www-form-urlencoded',
    };
    const sent = request({ host: '127.0.0.1', port, method: 'POST', path, headers, agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject).end(new URLSearchParams(fields).toString());
  });
}

type Fields = (n: number) => Record<string, string>;
const oneUsername =
  (username: string): Fields =>
  (n) => ({ username, email: `${username}${n}@example.com`, name: 'Some One' });
const oneEmail =
  (name: string): Fields =>
  (n) => ({ username: `${name}_${n}`, email: `${name}@example.com`, name: 'Some One' });
const withPassword =
  (fields: Fields): Fields =>
  (n) => ({ ...fields(n), password: 'correct horse battery' });

const race = async (fields: Fields, version?: string) => {
  const statuses = await Promise.all(Array.from({ length: many }, (_, n) => register(fields(n), version)));
  return {
    won: statuses.filter((status) => status === 200).length,
    refused: statuses.filter((status) => status === 409).length,
  };
};
const countLike = async (pattern: string) => {
  const [row] = await muster.query<{ accounts: number; letters: number }>(
    `select (select count(*)::int from accounts where username like $1) as accounts,
            (select count(*)::int from letters where to_address like $1) as letters`,
    [pattern],
  );
  return row;
};
const exactlyOne = { won: 1, refused: many - 1 };

describe('fifty registrations at once (§10.7)', () => {
  test.each([
    ['one username', 'racer_a', oneUsername('racer_a')],
    ['one username with a password', 'racer_b', withPassword(oneUsername('racer_b'))],
    ['one e-mail', 'racer_c', oneEmail('racer_c')],
    ['one e-mail with a password', 'racer_d', withPassword(oneEmail('racer_d'))],
    ['the very same person', 'racer_e', () => oneUsername('racer_e')(0)],
  ])('of %s: one is made, with one letter, and 49 are told 409', async (_, name, fields) => {
    expect(await race(fields)).toEqual(exactlyOne);
    expect(await countLike(`${name}%`)).toEqual({ accounts: 1, letters: 1 });
  });

  test('of one e-mail in v2: the same', async () => {
    expect(await race(oneEmail('racer_f'), 'v2')).toEqual(exactlyOne);
  });

  test.each([
    ['accounts__username', oneUsername('control_a')],
    ['accounts__email', oneEmail('control_b')],
  ])('negative control: without the constraint %s more than one is made', async (constraint, fields) => {
    await muster.query(`alter table accounts drop constraint ${constraint}`);
    expect((await race(fields)).won).toBeGreaterThan(1);
  });
});
