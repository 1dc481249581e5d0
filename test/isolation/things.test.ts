import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestContents } from '../support/contents.ts';
import type { Known } from '../support/route-requests.ts';
import { send } from '../support/send.ts';
import { fill, guardedRoutes, knownOf, type Value } from './route-probes.ts';
import { comparable, proveStrange, reversed } from './strangers.ts';
import { openTwoTenants, type TwoTenants } from './two-tenants.ts';

let two: TwoTenants;
let known: Known;

beforeAll(async () => {
  two = await openTwoTenants();
  known = knownOf(two.alpha);
});
afterAll(() => two.muster.close());

test(
  "an admin who names another tenant's things is told what is told of things that are nowhere",
  {
    timeout: 240_000,
  },
  () => proveStrange(two, ({ api }) => api !== 'v1'),
);

test('the comparison sees a difference where there is one: a person of the own tenant is not like nobody', async () => {
  const entry = guardedRoutes(two).find(({ path }) => path === '/tahoe/api/v1/users/:id/');
  if (!entry) throw new Error('The route that this test asks has gone; name another.');
  const headers = { authorization: `Token ${two.alpha.tokens.admin.api}` };
  const ask = async (value: Value) => {
    const request = { method: entry.method, ...fill(entry, known, true, 'path id', value), headers };
    return comparable(await send(two.muster, two.alpha.at, request), value);
  };
  expect(await ask(two.alpha.people.member.id)).not.toEqual(await ask(987_654));
});

test("another tenant's OAuth client gets no token here, byte for byte like an unknown one", async () => {
  const { clientId, clientSecret } = two.beta.oauthClient;
  const ask = async (id: string, at = two.alpha.at) => {
    const body = { grant_type: 'client_credentials', client_id: id, client_secret: clientSecret };
    const answer = await send(two.muster, at, { method: 'POST', url: '/oauth2/access_token', body });
    return { status: answer.statusCode, body: answer.body, asks: answer.headers['www-authenticate'] };
  };
  const unknown = await ask(reversed(clientId));
  expect(unknown.status).toBe(401);
  expect(await ask(clientId)).toEqual(unknown);
  expect((await ask(clientId, two.beta.at)).status).toBe(200);
});

test("another tenant's links open nothing here, byte for byte like unknown ones", async () => {
  const { activation, firstOwner } = two.beta.links;
  const form = { name: 'N', email: 'n@example.com', username: 'nn', password: 'seven red balloons' };
  const before = await digestContents(two.muster.query);
  for (const path of [activation, firstOwner]) {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? form : undefined;
      const ask = async (url: string) => {
        const answer = await send(two.muster, two.alpha.at, { method, url, body });
        return { status: answer.statusCode, body: answer.body };
      };
      const unknown = await ask(`${path.slice(0, path.lastIndexOf('/'))}/${'x'.repeat(22)}`);
      expect(unknown.status).toBe(410);
      expect(await ask(path)).toEqual(unknown);
    }
  }
  expect(await digestContents(two.muster.query)).toEqual(before);
});

test("another tenant's login key and shared password open nothing here, byte for byte like unknown ones", async () => {
  const { key, sharedPassword } = two.beta.fair;
  const ask = async (credential: string, login: number, at = two.alpha.at) => {
    const body = { credential, admin_login: login };
    const answer = await send(two.muster, at, { method: 'POST', url: '/auth/login', body });
    return { status: answer.statusCode, body: answer.body, asks: answer.headers['www-authenticate'] };
  };
  for (const [credential, login] of [[key, 0] as const, [sharedPassword, 1] as const]) {
    const unknown = await ask(reversed(credential), login);
    expect(unknown.status).toBe(401);
    expect(await ask(credential, login)).toEqual(unknown);
    expect((await ask(credential, login, two.beta.at)).status).toBe(200);
  }
});

test("another tenant's events are not listed here, and by their id are unknown ones", async () => {
  const ask = async (url: string, headers = {}) => {
    const answer = await send(two.muster, two.alpha.at, { method: 'GET', url, headers });
    return { status: answer.statusCode, body: answer.body.replaceAll(/\d+/g, '#'), whole: answer.body };
  };
  const listed = await ask('/events');
  expect(listed.whole).toContain(`"id":${two.alpha.fair.eventId},`);
  expect(listed.whole).not.toContain(`"id":${two.beta.fair.eventId},`);
  for (const end of ['', '/seats']) {
    for (const headers of [{}, { accept: 'text/event-stream, application/json' }]) {
      const { whole: _, ...unknown } = await ask(`/events/987657${end}`, headers);
      const { whole: __, ...foreign } = await ask(`/events/${two.beta.fair.eventId}${end}`, headers);
      expect(unknown.status).toBe(404);
      expect(foreign).toEqual(unknown);
    }
  }
});
