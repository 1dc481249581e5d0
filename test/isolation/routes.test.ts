import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../../src/apis/callers.ts';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { routeTable } from '../../src/platform/http/route.ts';
import { digestContents, keepContents } from '../support/contents.ts';
import {
  fillPath,
  isWrite,
  type Known,
  ownRoutes,
  parametersOf,
  propertiesOf,
  send,
  valuesFor,
} from '../support/route-requests.ts';
import { openTwoTenants, type Populated, roles, type TwoTenants } from './two-tenants.ts';

/**
 * Every route that anyone may call, each with what keeps tenants apart there instead of a credential. A new one must be
 * named here, and proven below if it tells more than the site's name.
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
  'GET /confirm_email/:secret': 'the secret of the path, of the tenant of the host',
  'POST /confirm_email/:secret': 'the secret of the path, of the tenant of the host',
  'GET /first_owner/:secret': 'the secret of the path, of the tenant of the host',
  'POST /first_owner/:secret': 'the secret of the path, of the tenant of the host',
};

let two: TwoTenants;
let known: Known;

beforeAll(async () => {
  two = await openTwoTenants();
  known = knownOf(two.alpha);
});
afterAll(() => two.muster.close());

let count = 0;
function knownOf({ at, people, oauthClient }: Populated): Known {
  const fresh = () => {
    count += 1;
    return 10_000 + count;
  };
  return { at, admin: people.admin, member: people.member, oauthClient, links: {}, fresh };
}

const name = ({ method, path }: RouteEntry) => `${method} ${path}`;
const guarded = () => ownRoutes(routeTable(two.muster.server)).filter(({ caller }) => caller !== 'anyone');

test('every route declares who may call it', () => {
  const table = routeTable(two.muster.server);
  expect(table.length).toBeGreaterThan(8);
  expect(table.filter(({ caller }) => caller.length === 0).map(name)).toEqual([]);
});

test('every route that anyone may call is named with what protects it', () => {
  const open = ownRoutes(routeTable(two.muster.server)).filter(({ caller }) => caller === 'anyone');
  const unnamed = open.map(name).filter((route) => !(route in openToAnyone));
  expect(unnamed).toEqual([]);
  const stale = Object.keys(openToAnyone).filter((route) => !open.map(name).includes(route));
  expect(stale).toEqual([]);
});

type Value = string | number;
interface Filled {
  readonly url: string;
  readonly body: Record<string, unknown> | undefined;
}

/** A request that means something, with one place holding a given value. `existing` prefers things that are there. */
function fill(entry: RouteEntry, existing: boolean, place?: string, value?: Value): Filled {
  const pick = (property: { name: string; schema: Readonly<Record<string, unknown>> }, part: string) => {
    if (place === `${part} ${property.name}`) return value;
    const values = valuesFor(property, entry.path, known);
    return existing ? (values[1] ?? values[0]) : values[0];
  };
  const { params, querystring, body } = entry.schema ?? {};
  const schemas = new Map(propertiesOf(params).map((property) => [property.name, property.schema]));
  const filled = Object.fromEntries(
    parametersOf(entry.path).map((parameter) => [
      parameter,
      String(pick({ name: parameter, schema: schemas.get(parameter) ?? {} }, 'path')),
    ]),
  );
  const query = propertiesOf(querystring)
    .filter((property) => property.required || place === `query ${property.name}`)
    .map((property): [string, string] => [property.name, String(pick(property, 'query'))]);
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : '';
  // Passwords cost a tenth of a second each and lead nowhere.
  const sent = propertiesOf(body).filter(({ name: key, required }) => required || key !== 'password');
  return {
    url: fillPath(entry.path, filled) + search,
    body: isWrite(entry) ? Object.fromEntries(sent.map((one) => [one.name, pick(one, 'body')])) : undefined,
  };
}

const sameOrigin = { 'sec-fetch-site': 'same-origin' };
const carriers: readonly ((token: string) => Record<string, string>)[] = [
  (token) => ({ authorization: `Token ${token}` }),
  (token) => ({ authorization: `Bearer ${token}` }),
  (token) => ({ authorization: token }),
  (token) => ({ cookie: `${sessionCookie}=${token}`, ...sameOrigin }),
];
const unknownTokens = {
  api: 'ab12'.repeat(10),
  access: 'aB3d'.repeat(10),
  session: `x${'aB3d3f'.repeat(7)}`,
};
const kinds = ['api', 'access', 'session'] as const;

test("credentials of another tenant's people are no credentials, byte for byte like unknown ones", async () => {
  const before = await digestContents(two.muster.query);
  const ask = async (entry: RouteEntry, headers: Record<string, string>) => {
    const answer = await send(two.muster, two.alpha.at, {
      method: entry.method,
      ...fill(entry, true),
      headers,
    });
    const { date: _, ...kept } = answer.headers;
    return { status: answer.statusCode, headers: kept, body: answer.body };
  };
  for (const entry of guarded()) {
    const statuses = new Set<number>();
    for (const [index, carrier] of carriers.entries()) {
      for (const kind of kinds) {
        const unknown = await ask(entry, carrier(unknownTokens[kind]));
        statuses.add(unknown.status);
        for (const role of roles) {
          const foreign = await ask(entry, carrier(two.beta.tokens[role][kind]));
          expect(foreign, `${name(entry)} with ${kind} of ${role}, carrier ${index}`).toEqual(unknown);
        }
      }
    }
    expect([...statuses], name(entry)).toEqual([401]);
  }
  expect(await digestContents(two.muster.query)).toEqual(before);
});

test('the same requests with a credential of the own tenant are let in', async () => {
  for (const entry of guarded()) {
    const headers = carriers[0]?.(two.alpha.tokens.admin.api) ?? {};
    const { statusCode } = await send(two.muster, two.alpha.at, {
      method: entry.method,
      ...fill(entry, true),
      headers,
    });
    expect([401, 403], name(entry)).not.toContain(statusCode);
    // The same person on the other tenant's host is nobody.
    const elsewhere = await send(two.muster, two.beta.at, {
      method: entry.method,
      ...fill(entry, true),
      headers,
    });
    expect(elsewhere.statusCode, name(entry)).toBe(401);
    two.muster.services.directory.forget();
  }
});

/** Reversed, so that it exists nowhere and is as long, and as like a password, as what it stands for. */
const reversed = (text: string) => [...text].reverse().join('');

/** What names something of the other tenant, and the like of it that names nothing anywhere. */
function strangers(): { what: string; foreign: Value; unknown: Value }[] {
  const { people, invited, oauthClient, at, tokens } = two.beta;
  const of = (what: string, foreign: Value, unknown: Value) => ({ what, foreign, unknown });
  const email = (text: string) => `${reversed(text.split('@')[0] ?? '')}@example.com`;
  return [
    of('id of an admin', people.admin.id, 987_654),
    of('id of a member', people.member.id, 987_655),
    of('username', people.member.username, reversed(people.member.username)),
    of(
      'username in capitals',
      people.admin.username.toUpperCase(),
      reversed(people.admin.username).toUpperCase(),
    ),
    of('e-mail', people.admin.email, email(people.admin.email)),
    of('e-mail of one invited', invited.email, email(invited.email)),
    of('uuid', people.member.uuid, '00000000-0000-7000-8000-000000000000'),
    of('client id', oauthClient.clientId, reversed(oauthClient.clientId)),
    of('site', at.site.slug, reversed(at.site.slug)),
    of('token', tokens.admin.api, unknownTokens.api),
  ];
}

/** Where a caller can name something: each parameter, each part of the query, each key of the body. */
function placesOf({ path, schema, method }: RouteEntry): string[] {
  const body = method === 'GET' ? [] : propertiesOf(schema?.body);
  return [
    ...parametersOf(path).map((parameter) => `path ${parameter}`),
    ...propertiesOf(schema?.querystring).map((property) => `query ${property.name}`),
    ...body.map((property) => `body ${property.name}`),
  ];
}

/** Numbers are ids and counters, which differ from one request to the next. */
function comparable(answer: { statusCode: number; body: string }, value: Value) {
  const text = String(value);
  // A username made here is the local part of the e-mail.
  const forms = [text, encodeURIComponent(text), text.toLowerCase(), text.split('@')[0] ?? ''];
  const body = forms.reduce((shown, form) => shown.replaceAll(form, '«value»'), answer.body);
  return { status: answer.statusCode, body: body.replace(/\d+/g, '#') };
}

test("an admin who names another tenant's things is told what is told of things that are nowhere", async () => {
  const other = two.beta.at.site.tenantId;
  const before = await digestContents(two.muster.query, other);
  const headers = { authorization: `Token ${two.alpha.tokens.admin.api}` };
  const restore = await keepContents(two.muster.query);
  let compared = 0;
  for (const entry of guarded().filter(
    ({ schema }) => !(schema && 'hide' in schema && schema.hide === true),
  )) {
    for (const place of placesOf(entry)) {
      for (const { what, foreign, unknown } of strangers()) {
        for (const existing of isWrite(entry) ? [true, false] : [true]) {
          const ask = async (value: Value) => {
            const request = { method: entry.method, ...fill(entry, existing, place, value), headers };
            const answer = await send(two.muster, two.alpha.at, request);
            if (isWrite(entry) && answer.statusCode < 400) {
              expect(await digestContents(two.muster.query, other), name(entry)).toEqual(before);
              await restore();
            }
            return comparable(answer, value);
          };
          expect(await ask(foreign), `${name(entry)}: ${what} in ${place}`).toEqual(await ask(unknown));
          compared += 1;
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
  expect(await digestContents(two.muster.query, other)).toEqual(before);
});

test('the comparison sees a difference where there is one: a person of the own tenant is not like nobody', async () => {
  const entry = guarded().find(({ path }) => path === '/tahoe/api/v1/users/:id/');
  if (!entry) throw new Error('The route that this test asks has gone; name another.');
  const headers = { authorization: `Token ${two.alpha.tokens.admin.api}` };
  const ask = async (value: Value) => {
    const request = { method: entry.method, ...fill(entry, true, 'path id', value), headers };
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
