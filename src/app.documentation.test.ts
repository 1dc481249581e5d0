import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fill, knownOf, nameOf } from '../test/isolation/route-probes.ts';
import { openTwoTenants, type TwoTenants } from '../test/isolation/two-tenants.ts';
import { isRecord, isWrite, ownRoutes, parametersOf } from '../test/support/route-requests.ts';
import { send } from '../test/support/send.ts';
import { sessionCookie } from './apis/callers.ts';
import { buildServer } from './app.ts';
import type { RouteEntry } from './platform/http/contract.ts';
import { routeTable } from './platform/http/route.ts';
import { createLog } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';

/** The pages of `web/`, and spellings of operations that are documented: with a suffix, a course key of three parts, a workshop that does not matter. */
const otherSpelling =
  /\.json$|^GET \/app(\/\*)?$|^GET .*\/:org\/:number\/:run\/(about)?$|^GET \/events\/:name$|^(GET|PUT) \/registrations\/user\/:user_id\/:workshop_id$/;

type Json = Readonly<Record<string, unknown>>;

let two: TwoTenants;
let document: Json;
let routes: RouteEntry[];

beforeAll(async () => {
  two = await openTwoTenants();
  const { server } = two.muster;
  document = JSON.parse(
    (await server.inject({ url: '/api/docs/json', headers: { host: 'localhost' } })).body,
  );
  routes = ownRoutes(routeTable(server));
});
afterAll(() => two.muster.close());

const part = (of: unknown, name: string): Json => {
  const found = isRecord(of) ? of[name] : undefined;
  return isRecord(found) ? found : {};
};

/** The operation of a route in the document; null: it is not there. */
function operationOf({ method, path }: RouteEntry): Json | null {
  const item = part(part(document, 'paths'), path.replace(/:(\w+)/g, '{$1}'));
  const operation = item[method.toLowerCase()];
  return isRecord(operation) ? operation : null;
}

/** The alternatives of an operation, each the names of the schemes it needs. */
function securityOf(operation: Json | null): string[][] | null {
  const { security } = operation ?? {};
  return Array.isArray(security) ? security.map((one) => Object.keys(isRecord(one) ? one : {})) : null;
}

async function faultsOf(candidate: Json): Promise<unknown> {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(candidate));
  return valid ? validator.version : errors;
}

describe('the OpenAPI document', () => {
  test('is one of version 3.1, by its published schema', async () => {
    expect(await faultsOf(document)).toBe('3.1');
    const [path = ''] = Object.keys(part(document, 'paths'));
    const broken = { ...document, paths: { [path]: { get: { responses: { 200: { content: 'none' } } } } } };
    expect(await faultsOf(broken), 'one that is wrong').not.toBe('3.1');
  });

  test('holds JSON schemas of draft 2020-12 that can be compiled', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    let count = 0;
    const walk = (value: unknown): void => {
      if (!isRecord(value) && !Array.isArray(value)) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key !== 'schema' || !isRecord(inner)) walk(inner);
        else {
          count += 1;
          expect(() => ajv.compile(inner), JSON.stringify(inner)).not.toThrow();
        }
      }
    };
    walk(document.paths);
    expect(count).toBeGreaterThan(routes.length);
    expect(() => ajv.compile({ type: 'nothing' })).toThrow();
  });

  test('has every route once, and nothing else', () => {
    expect(routes.length).toBeGreaterThan(150);
    const hidden = routes.filter((entry) => operationOf(entry) === null);
    expect(hidden.map(nameOf).filter((name) => !otherSpelling.test(name))).toEqual([]);
    const documented = Object.entries(part(document, 'paths')).flatMap(([path, item]) =>
      Object.keys(isRecord(item) ? item : {}).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    expect(documented.filter((name) => !routes.map(nameOf).includes(name))).toEqual([]);
  });

  test('says of every operation what it does, whose it is and what its path needs', () => {
    const tags = Array.isArray(document.tags) ? document.tags : [];
    const names = tags.filter(isRecord).map(({ name }) => name);
    expect(tags.filter(isRecord).every(({ description }) => String(description).length > 10)).toBe(true);
    for (const entry of routes) {
      const operation = operationOf(entry);
      if (!operation) continue;
      expect(String(operation.summary).length, nameOf(entry)).toBeGreaterThan(5);
      expect(names, nameOf(entry)).toContain([operation.tags].flat()[0]);
      const parameters = Array.isArray(operation.parameters) ? operation.parameters.filter(isRecord) : [];
      const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(inPath.toSorted(), nameOf(entry)).toEqual(parametersOf(entry.path).toSorted());
    }
  });

  test('requires nothing that has a value of its own', () => {
    const parameters = routes.flatMap((entry) => {
      const { parameters: all } = operationOf(entry) ?? {};
      return Array.isArray(all) ? all.filter(isRecord) : [];
    });
    const withDefault = parameters.filter(({ schema }) => isRecord(schema) && 'default' in schema);
    expect(withDefault.length).toBeGreaterThan(0);
    expect(withDefault.filter(({ required }) => required === true)).toEqual([]);
  });

  test('tells that an object may come as JSON or as a form, and a file as it is', () => {
    const typesOf = (path: string, method: string) => {
      const operation = part(part(part(document, 'paths'), path), method);
      return Object.keys(part(part(operation, 'requestBody'), 'content'));
    };
    const forms = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
    expect(typesOf('/api/login/', 'post')).toEqual(forms);
    expect(typesOf('/tahoe/api/v1/registrations/', 'post')).toEqual(forms);
    expect(typesOf('/events/{id}/users', 'put')).toEqual(['application/json']);
    expect(typesOf('/events/{id}/users/import', 'post')).toEqual(['*/*', 'multipart/form-data']);
  });
});

describe('what the document says of security', () => {
  test('every operation says it, by schemes that are described', () => {
    const schemes = part(part(document, 'components'), 'securitySchemes');
    for (const [name, scheme] of Object.entries(schemes))
      expect(String(isRecord(scheme) ? scheme.description : ''), name).toMatch(/\w{3}/);
    for (const entry of routes) {
      const operation = operationOf(entry);
      if (!operation) continue;
      const security = securityOf(operation);
      expect(security, nameOf(entry)).not.toBeNull();
      expect(operation['x-callers'], nameOf(entry)).toEqual(entry.caller);
      const isOpen = security?.length === 0 || security?.some((names) => names.length === 0);
      expect(isOpen, nameOf(entry)).toBe(entry.caller === 'anyone');
      for (const name of security?.flat() ?? []) expect(Object.keys(schemes), nameOf(entry)).toContain(name);
    }
  });

  test('is true: each scheme lets its owner in where it is named, and nowhere else', {
    timeout: 120_000,
  }, async () => {
    const { tokens, fair } = two.alpha;
    const { api, access, jwt, session } = tokens.owner;
    const headers: Readonly<Record<string, Record<string, string>>> = {
      apiToken: { authorization: `Token ${api}` },
      accessToken: { authorization: `Bearer ${access}` },
      jwt: { authorization: `Bearer ${jwt}` },
      session: { cookie: `${sessionCookie}=${session}` },
      loginKey: { authorization: `Bearer: ${fair.sharedToken}` },
    };
    // A token of the festival opens the music day alone, one of v0 everything else but it (ruling "Any credential").
    const festival = await two.muster.accessToken(two.alpha.at, two.alpha.people.owner, [
      'profile',
      'performer',
      'venue',
    ]);
    const { home } = two.muster;
    const operator = await two.muster.account(home, { username: 'operator', role: 'owner' });
    const ofOperator = {
      apiToken: { authorization: `Token ${await two.muster.apiToken(home, operator)}` },
      accessToken: { authorization: `Bearer ${await two.muster.accessToken(home, operator)}` },
      jwt: { authorization: `Bearer ${await two.muster.jwt(home, operator)}` },
      session: { cookie: `${sessionCookie}=${await two.muster.sessionToken(home, operator)}` },
    };
    // The shared password is nobody to our own API.
    const ofOurs = { ...headers, loginKey: { authorization: `Bearer ${fair.participantToken}` } };
    const ofFestival = { ...headers, accessToken: { authorization: `Bearer ${festival}` } };
    const known = knownOf(two.alpha);
    // Conversations are shown to those alone whose they are, whatever the credential.
    const isAsked = (entry: RouteEntry) =>
      entry.caller !== 'anyone' &&
      !isWrite(entry) &&
      operationOf(entry) &&
      !entry.path.startsWith('/api/convos/user/');
    const guarded = routes.filter(isAsked);
    expect(guarded.length).toBeGreaterThan(40);
    const untrue: string[] = [];
    for (const entry of guarded) {
      const named = securityOf(operationOf(entry))?.flat() ?? [];
      const { url } = fill(entry, known, true);
      const isOperators = entry.caller.includes('operator');
      const usual = { gemini: ofFestival, v1: ofOurs }[entry.api] ?? headers;
      for (const [scheme, sent] of Object.entries(isOperators ? ofOperator : usual)) {
        const at = isOperators ? two.muster.home : two.alpha.at;
        const { statusCode } = await send(two.muster, at, { method: 'GET', url, headers: sent });
        const isLetIn = statusCode !== 401 && statusCode !== 403;
        if (isLetIn !== named.includes(scheme)) untrue.push(`${nameOf(entry)} by ${scheme}: ${statusCode}`);
      }
    }
    expect(untrue).toEqual([]);
  });

  test('the client of the token endpoint may come in a header or in the body', () => {
    const entry = routes.find(({ path }) => path === '/oauth2/access_token');
    expect(entry && securityOf(operationOf(entry))).toEqual([['oauthClient'], []]);
  });

  test('the figures have a token of their own', async () => {
    const { log } = createLog({ level: 'silent', stream: { write: () => undefined } });
    const server = await buildServer({
      log,
      services: two.muster.services,
      installation: 'test',
      config: { trustedProxies: [], bodyLimit: 1_048_576, requestTimeout: 60_000 },
      metrics: createMetrics(),
      metricsToken: 'a token of sixteen or more',
    });
    await server.ready();
    const shown: unknown = (await server.inject('/api/docs/json')).json();
    expect(part(part(part(shown, 'paths'), '/metrics'), 'get').security).toEqual([{ metricsToken: [] }]);
    expect(await faultsOf(isRecord(shown) ? shown : {})).toBe('3.1');
    await server.close();
  });
});
