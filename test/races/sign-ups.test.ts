import { Agent, request } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../src/platform/http/listen.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { newestLink } from '../support/link-pages.ts';
import { saasClient } from '../support/saas-client.ts';

const many = 50;
const password = 'seven red balloons';
let muster: TestApp;
let alpha: TestSite;
let port: number;
let bossToken: string;
const agent = new Agent({ keepAlive: true, maxSockets: many });

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  const boss = await muster.account(alpha, { username: 'boss', role: 'admin' });
  bossToken = await muster.jwt(alpha, boss);
  port = Number(new URL(await listen(muster.server, { host: '127.0.0.1', port: 0 }, 'test')).port);
});
afterAll(async () => {
  agent.destroy();
  await muster.close();
});

/** Over a connection of its own, as so many clients would. */
function send(
  method: string,
  path: string,
  body: object,
  host = alpha.host,
  token?: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject).end(JSON.stringify(body));
  });
}

const atOnce = async (one: (n: number) => Promise<number>) => {
  const statuses = await Promise.all(Array.from({ length: many }, (_, n) => one(n)));
  return {
    won: statuses.filter((status) => status < 300).length,
    refused: statuses.filter((status) => status >= 400 && status < 500).length,
  };
};
const exactlyOne = { won: 1, refused: many - 1 };
const count = async (text: string, values: unknown[]) =>
  (await muster.query<{ count: number }>(`select count(*)::int as count from ${text}`, values))[0]?.count;

/**
 * Holds back who writes into a table until two have looked and found nobody there: hashing a password spreads them over
 * seconds, so that two would else seldom meet.
 */
async function holdingBack<T>(table: string, race: () => Promise<T>): Promise<T> {
  const gate = new pg.Client(muster.connection);
  await gate.connect();
  await gate.query(`begin; lock table ${table} in share row exclusive mode`);
  const outcome = race();
  await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(1);
  await gate.query('commit');
  await gate.end();
  return outcome;
}

/** How many statements wait for a lock. */
async function waiting(): Promise<number> {
  const found = await muster.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return found.length;
}

/** Makes the claim of a row succeed every time, as if nobody had been there before. */
const forget = (table: string) =>
  muster.query(`
    create function forget_${table}() returns trigger language plpgsql as $$ begin new.used_at := null; return new; end $$;
    create trigger forget before update on ${table} for each row execute function forget_${table}()`);

describe('one invitation accepted fifty times at once', () => {
  async function secretFor(email: string): Promise<string> {
    const api = saasClient(muster, alpha.host, bossToken);
    expect((await api.post('sign-up/tenant/alpha/invite/', { email, role: 'staff' })).status).toBe(201);
    return (await newestLink(muster, alpha, email)).split('/').at(-1) ?? '';
  }
  const user = { first_name: 'N', last_name: 'C', password1: password, password2: password };
  const activate = (secret: string) =>
    atOnce(() => send('PATCH', `/api/sign-up/tenant/alpha/invite/${secret}/activate/`, { user }));

  test('by a new person: one account', async () => {
    expect(await activate(await secretFor('racer_a@example.com'))).toEqual(exactlyOne);
    expect(await count('accounts where email = $1', ['racer_a@example.com'])).toBe(1);
  });

  test('by somebody with an account: accepted once', async () => {
    const person = await muster.account(alpha, { username: 'racer_b' });
    const token = await muster.jwt(alpha, person);
    const path = `/api/sign-up/tenant/alpha/invite/${await secretFor(person.email)}/accept/`;
    expect(await atOnce(() => send('POST', path, {}, alpha.host, token))).toEqual(exactlyOne);
    expect(await count(`activity where verb = 'accepted' and author_id = $1`, [person.id])).toBe(1);
  });

  test('negative control: without the claim and the constraint there is more than one', async () => {
    const secret = await secretFor('control_a@example.com');
    await forget('invitations');
    await muster.query('alter table accounts drop constraint accounts__email');
    expect((await holdingBack('accounts', () => activate(secret))).won).toBeGreaterThan(1);
  });
});

describe('one reset link used fifty times at once', () => {
  async function partsFor(username: string) {
    const { email } = await muster.account(alpha, { username, password });
    await saasClient(muster, alpha.host).post('password/reset/', { email });
    const [, , , uid = '', token = ''] = (await newestLink(muster, alpha, email)).split('/');
    return { uid, token };
  }
  const reset = (parts: object) =>
    atOnce((n) => {
      const fresh = `eight blue balloons ${n}`;
      const body = { ...parts, new_password1: fresh, new_password2: fresh };
      return send('POST', '/api/password/reset/confirm/', body);
    });

  test('sets one password', async () => {
    expect(await reset(await partsFor('racer_c'))).toEqual(exactlyOne);
  });

  test('negative control: without the claim it sets more than one', async () => {
    const parts = await partsFor('control_c');
    await forget('links');
    expect((await reset(parts)).won).toBeGreaterThan(1);
  });
});

describe('one subdomain signed up fifty times at once', () => {
  const signUp = (subdomain: string) =>
    atOnce((n) => {
      const names = { first_name: 'N', last_name: 'C' };
      const user = { email: `o${n}@example.com`, ...names, password1: password, password2: password };
      const body = { name: `${subdomain} ${n}`, subdomain, user };
      return send('POST', '/api/sign-up/tenant/', body, muster.home.host);
    });

  test('makes one tenant with one owner and one letter', async () => {
    expect(await signUp('race-d')).toEqual(exactlyOne);
    expect(await count('tenants where slug = $1', ['race-d'])).toBe(1);
    const owned = 'a join tenants t on t.id = a.tenant_id where t.slug = $1';
    expect(await count(`accounts ${owned}`, ['race-d'])).toBe(1);
    expect(await count(`letters ${owned}`, ['race-d'])).toBe(1);
  });

  test('negative control: without the constraints it makes more than one', async () => {
    await muster.query('alter table tenants drop constraint tenants__slug');
    await muster.query('alter table hosts drop constraint hosts_pkey');
    expect((await holdingBack('tenants', () => signUp('control-d'))).won).toBeGreaterThan(1);
  });
});
