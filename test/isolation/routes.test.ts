import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../../src/apis/callers.ts';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { routeTable } from '../../src/platform/http/route.ts';
import { digestContents } from '../support/contents.ts';
import { openGeminiRoutes } from '../support/gemini-requests.ts';
import { type Known, ownRoutes, send } from '../support/route-requests.ts';
import { fill, guardedRoutes, knownOf, nameOf, unknownTokens } from './route-probes.ts';
import { openTwoTenants, roles, type TwoTenants } from './two-tenants.ts';

/**
 * Every route that anyone may call, each with what keeps tenants apart there instead of a credential. A new one must be
 * named here, and proven in things.test.ts if it tells more than the site's name.
 */
const openToAnyone: Readonly<Record<string, string>> = {
  'GET /healthz': 'tells of the process only',
  'GET /readyz': 'tells of the process only',
  'GET /': "tells the site's name",
  'GET /tahoe/api/v1/': 'a list of addresses',
  'GET /tahoe/api/v1/.json': 'a list of addresses',
  'GET /tahoe/api/v2/': 'a list of addresses',
  'GET /tahoe/api/v2/.json': 'a list of addresses',
  'POST /oauth2/access_token': 'the client and its secret, of the tenant of the host',
  'GET /activate/:secret': 'the secret of the path, of the tenant of the host',
  'POST /activate/:secret': 'the secret of the path, of the tenant of the host',
  'GET /password_reset_confirm/:secret': 'the secret of the path, of the tenant of the host',
  'POST /password_reset_confirm/:secret': 'the secret of the path, of the tenant of the host',
  'GET /password-reset/confirm/:uid/:secret/': 'the secret of the path, of the tenant of the host',
  'POST /password-reset/confirm/:uid/:secret/': 'the secret of the path, of the tenant of the host',
  'GET /confirm_email/:secret': 'the secret of the path, of the tenant of the host',
  'POST /confirm_email/:secret': 'the secret of the path, of the tenant of the host',
  'GET /first_owner/:secret': 'the secret of the path, of the tenant of the host',
  'POST /first_owner/:secret': 'the secret of the path, of the tenant of the host',
  'GET /certificates/:uuid': 'the uuid of the path, of the tenant of the host',
  ...openGeminiRoutes,
};

let two: TwoTenants;
let known: Known;

beforeAll(async () => {
  two = await openTwoTenants();
  known = knownOf(two.alpha);
});
afterAll(() => two.muster.close());

test('every route declares who may call it', () => {
  const table = routeTable(two.muster.server);
  expect(table.length).toBeGreaterThan(8);
  expect(table.filter(({ caller }) => caller.length === 0).map(nameOf)).toEqual([]);
});

test('every route that anyone may call is named with what protects it', () => {
  const open = ownRoutes(routeTable(two.muster.server)).filter(({ caller }) => caller === 'anyone');
  const unnamed = open.map(nameOf).filter((route) => !(route in openToAnyone));
  expect(unnamed).toEqual([]);
  const stale = Object.keys(openToAnyone).filter((route) => !open.map(nameOf).includes(route));
  expect(stale).toEqual([]);
});

const sameOrigin = { 'sec-fetch-site': 'same-origin' };
const carriers: readonly ((token: string) => Record<string, string>)[] = [
  (token) => ({ authorization: `Token ${token}` }),
  (token) => ({ authorization: `Bearer ${token}` }),
  (token) => ({ authorization: token }),
  (token) => ({ cookie: `${sessionCookie}=${token}`, ...sameOrigin }),
];
const kinds = ['api', 'access', 'session', 'jwt'] as const;

test("credentials of another tenant's people are no credentials, byte for byte like unknown ones", async () => {
  const before = await digestContents(two.muster.query);
  const ask = async (entry: RouteEntry, headers: Record<string, string>) => {
    const answer = await send(two.muster, two.alpha.at, {
      method: entry.method,
      ...fill(entry, known, true),
      headers,
    });
    const { date: _, ...kept } = answer.headers;
    return { status: answer.statusCode, headers: kept, body: answer.body };
  };
  for (const entry of guardedRoutes(two)) {
    const statuses = new Set<number>();
    for (const [index, carrier] of carriers.entries()) {
      for (const kind of kinds) {
        const unknown = await ask(entry, carrier(unknownTokens[kind]));
        statuses.add(unknown.status);
        for (const role of roles) {
          const foreign = await ask(entry, carrier(two.beta.tokens[role][kind]));
          expect(foreign, `${nameOf(entry)} with ${kind} of ${role}, carrier ${index}`).toEqual(unknown);
        }
      }
    }
    expect([...statuses], nameOf(entry)).toEqual([401]);
  }
  expect(await digestContents(two.muster.query)).toEqual(before);
});

test('the same requests with a credential of the own tenant are let in', async () => {
  for (const entry of guardedRoutes(two)) {
    const headers = carriers[0]?.(two.alpha.tokens.admin.api) ?? {};
    const { statusCode } = await send(two.muster, two.alpha.at, {
      method: entry.method,
      ...fill(entry, known, true),
      headers,
    });
    expect([401, 403], nameOf(entry)).not.toContain(statusCode);
    // The same person on the other tenant's host is nobody.
    const elsewhere = await send(two.muster, two.beta.at, {
      method: entry.method,
      ...fill(entry, known, true),
      headers,
    });
    expect(elsewhere.statusCode, nameOf(entry)).toBe(401);
    two.muster.services.directory.forget();
  }
});

test('documentation and health tell every host the same', async () => {
  for (const url of ['/api/docs/json', '/healthz', '/readyz']) {
    const answers = await Promise.all(
      [two.alpha.at, two.beta.at].map(
        async (at) => (await send(two.muster, at, { method: 'GET', url })).body,
      ),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]?.length).toBeGreaterThan(10);
  }
});
