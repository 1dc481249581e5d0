import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../../src/apis/callers.ts';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { routeTable } from '../../src/platform/http/route.ts';
import { digestContents, keepContents } from '../support/contents.ts';
import { openGeminiRoutes } from '../support/gemini-requests.ts';
import { isWrite, type Known, ownRoutes } from '../support/route-requests.ts';
import { send } from '../support/send.ts';
import { openFestivalRoutes } from '../support/v1-festival-requests.ts';
import { callerOf, fill, guardedRoutes, knownOf, nameOf, unknownTokens } from './route-probes.ts';
import { openTwoTenants, roles, type TwoTenants } from './two-tenants.ts';

/**
 * Every route that anyone may call, each with what keeps tenants apart there instead of a credential. A new one must be
 * named here, and proven in things.test.ts if it tells more than the site's name.
 */
const openToAnyone: Readonly<Record<string, string>> = {
  'GET /healthz': 'tells of the process only',
  'GET /readyz': 'tells of the process only',
  'GET /': "tells the site's name",
  'GET /app': 'the same page for everyone, with nothing of a tenant',
  'GET /app/*': 'the same pages and files for everyone, with nothing of a tenant',
  'GET /tahoe/api/v1/': 'a list of addresses',
  'GET /tahoe/api/v1/.json': 'a list of addresses',
  'GET /tahoe/api/v2/': 'a list of addresses',
  'GET /tahoe/api/v2/.json': 'a list of addresses',
  'POST /oauth2/access_token': 'the client and its secret, of the tenant of the host',
  'POST /api/login/':
    'e-mail and password; on the default site of any tenant, elsewhere of the tenant of the host',
  'GET /api/logout/': 'ends what the request carries',
  'POST /api/logout/': 'ends what the request carries',
  'POST /api/password/reset/':
    'answers alike whatever there is; on the default site for any tenant, elsewhere for that of the host',
  'POST /api/password/reset/confirm/': 'the secret of the letter, of the tenant of the host',
  'POST /api/sign-up/tenant/': 'makes a tenant of its own',
  'POST /api/sign-up/tenant/:tenant/user/': 'makes a person who must confirm, in the tenant of host or path',
  'GET /api/sign-up/tenant/:tenant/invite/:secret/':
    'the secret of the letter, of the tenant of host or path',
  'PUT /api/sign-up/tenant/:tenant/invite/:secret/activate/': 'the secret of the letter, as above',
  'PATCH /api/sign-up/tenant/:tenant/invite/:secret/activate/': 'the secret of the letter, as above',
  'GET /api/sign-up/confirm-email/': 'a page',
  'GET /api/sign-up/confirm-email/:key/': 'the secret of the letter, of the tenant of the host',
  'POST /api/sign-up/confirm-email/:key/': 'the secret of the letter, of the tenant of the host',
  'POST /api/sign-up/resend-email/': 'answers alike whatever there is, as the reset',
  'POST /api/token/verify/':
    'the token of the body, of the tenant of the host or, on the default site, its own',
  'POST /api/token/refresh/': 'the token of the body, as above',
  'GET /.well-known/jwks.json': 'public keys, of the tenant of the host (jwks.test.ts)',
  'GET /password-reset/confirm/:uid/:secret/': 'the secret of the path, of the tenant of the host',
  'POST /password-reset/confirm/:uid/:secret/': 'the secret of the path, of the tenant of the host',
  'GET /invitation/:secret': 'the secret of the path, of the tenant of the host',
  'POST /invitation/:secret': 'the secret of the path, of the tenant of the host',
  'GET /activate/:secret': 'the secret of the path, of the tenant of the host',
  'POST /activate/:secret': 'the secret of the path, of the tenant of the host',
  'GET /password_reset_confirm/:secret': 'the secret of the path, of the tenant of the host',
  'POST /password_reset_confirm/:secret': 'the secret of the path, of the tenant of the host',
  'GET /confirm_email/:secret': 'the secret of the path, of the tenant of the host',
  'POST /confirm_email/:secret': 'the secret of the path, of the tenant of the host',
  'GET /first_owner/:secret': 'the secret of the path, of the tenant of the host',
  'POST /first_owner/:secret': 'the secret of the path, of the tenant of the host',
  'GET /auth/config': 'a constant',
  'GET /api/v1/session': 'the site of the host, and whom the credential names there',
  'POST /api/v1/sign-ups': 'makes a tenant of its own',
  'POST /api/v1/password-resets': 'answers alike whatever there is, for the tenant of the host',
  'GET /api/v1/invitations/:secret': 'the secret of the letter, of the tenant of the host',
  'POST /api/v1/invitations/:secret/accept': 'the secret of the letter, of the tenant of the host',
  'POST /api/v1/session': 'the password or the key, of the tenant of the host',
  'POST /auth/login': 'the key or the password, of the tenant of the host (things.test.ts)',
  'GET /events': 'the events of the tenant of the host, which the document shows to anyone (things.test.ts)',
  'GET /events/:id': 'the id of the path, of the tenant of the host (things.test.ts)',
  'GET /events/:id/seats': 'the id of the path, of the tenant of the host (things.test.ts)',
  'GET /events/:name':
    'the event of the path, of the tenant of the host, as JSON tells it (pages/event.test.ts)',
  'GET /certificates/:uuid': 'the uuid of the path, of the tenant of the host',
  'GET /courses/:key/about':
    'the key of the path, of a course that the site of the host shows (course.test.ts)',
  'GET /courses/:org/:number/:run/about': 'as above',
  ...openGeminiRoutes,
  ...openFestivalRoutes,
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

/** Credentials of that kind that the other tenant gave out, each with whose it is. */
function foreignTokens(kind: (typeof kinds)[number]): readonly (readonly [string, string])[] {
  const { tokens, fair } = two.beta;
  const visits = [
    ['a participant', fair.participantToken] as const,
    ['the shared password', fair.sharedToken] as const,
  ];
  return [...roles.map((role) => [role, tokens[role][kind]] as const), ...(kind === 'jwt' ? visits : [])];
}

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
        for (const [whose, token] of foreignTokens(kind)) {
          const foreign = await ask(entry, carrier(token));
          expect(foreign, `${nameOf(entry)} with ${kind} of ${whose}, carrier ${index}`).toEqual(unknown);
        }
      }
    }
    expect([...statuses], nameOf(entry)).toEqual([401]);
  }
  expect(await digestContents(two.muster.query)).toEqual(before);
});

/** Sends what means something, with things that are there, and puts back what it changed. */
async function openAsker() {
  const restore = await keepContents(two.muster.query, two.alpha.at.site.tenantId);
  return async (entry: RouteEntry, headers: Record<string, string>, at = two.alpha.at) => {
    const request = { method: entry.method, ...fill(entry, known, true), headers };
    const { statusCode } = await send(two.muster, at, request);
    if (isWrite(entry) && statusCode < 400) await restore();
    return statusCode;
  };
}

test('requests with a credential of the own tenant are let in, a participant to what is theirs', async () => {
  const ask = await openAsker();
  const { tokens, fair } = two.alpha;
  for (const entry of guardedRoutes(two)) {
    // What only participants may ask of our own API is asked as one, with a word before the token.
    const isOnlyTheirs = entry.caller.length === 1 && entry.caller.includes('participant');
    const headers = isOnlyTheirs
      ? { authorization: `Bearer ${fair.participantToken}` }
      : (carriers[0]?.(tokens[callerOf(entry)].api) ?? {});
    const status = await ask(entry, headers);
    // The owner of a tenant is not the operator, who is met in the tests of those routes.
    if (entry.caller.includes('operator')) expect(status, nameOf(entry)).toBe(403);
    else expect([401, 403], nameOf(entry)).not.toContain(status);
    // The same person on the other tenant's host is nobody.
    expect(await ask(entry, headers, two.beta.at), nameOf(entry)).toBe(401);
    two.muster.services.directory.forget();
    const [participant, shared] = [
      { authorization: fair.participantToken },
      { authorization: fair.sharedToken },
    ];
    const isOthers = entry.api !== 'workshops';
    const isFor = (kind: string) => entry.caller.includes(kind);
    const refusal = isOthers ? 401 : 403;
    const visits = [
      { whose: 'a participant', headers: participant, isLetIn: isFor('user') && !isOthers },
      {
        whose: 'the shared password',
        headers: shared,
        isLetIn: (isFor('user') || isFor('manage')) && !isOthers,
      },
    ];
    for (const { whose, headers, isLetIn } of visits) {
      const status = await ask(entry, headers);
      expect([401, 403].includes(status) ? status : 200, `${nameOf(entry)} by ${whose}`).toBe(
        isLetIn ? 200 : refusal,
      );
    }
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
