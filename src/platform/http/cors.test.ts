import type { InjectOptions } from 'fastify';
import { expect, test } from 'vitest';
import { openTestApp } from '../../../test/support/app.ts';
import { makeServer, withThings } from './http.test-support.ts';

const school = 'https://workshops.school.example';
const other = 'https://elsewhere.example';

const serving = (...allowed: string[]) => withThings(makeServer({ originsOf: async () => allowed }));
const ask = async (
  server: ReturnType<typeof serving>,
  headers: Record<string, string>,
  more: InjectOptions = {},
) => (await server.inject({ url: '/rest/things/7/', headers, ...more })).headers;
const preflight = (server: ReturnType<typeof serving>, origin: string, url = '/rest/things/7/') =>
  server.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization, content-type',
    },
  });

test('the allowed origin is named to its pages, no other to theirs', async () => {
  const server = serving(school);
  const own = await ask(server, { origin: school });
  expect(own['access-control-allow-origin']).toBe(school);
  expect(own['access-control-expose-headers']).toContain('ETag, Retry-After');
  expect(own.vary).toBe('Origin');
  expect(own['access-control-allow-credentials']).toBeUndefined();
  const strange = await ask(server, { origin: other });
  expect(strange['access-control-allow-origin']).toBeUndefined();
  expect(strange.vary).toBe('Origin');
});

test('a single allowed origin is named also where no origin is sent; of several none is', async () => {
  expect((await ask(serving(school), {}))['access-control-allow-origin']).toBe(school);
  const several = await ask(serving(school, other), {});
  expect(several['access-control-allow-origin']).toBeUndefined();
  expect(several.vary).toBe('Origin');
});

test('several origins may be allowed, each is named to itself; a slash at the end of one does not count', async () => {
  const server = serving(`${school}/`, other);
  expect((await ask(server, { origin: school }))['access-control-allow-origin']).toBe(school);
  expect((await ask(server, { origin: other }))['access-control-allow-origin']).toBe(other);
});

test('everybody is allowed by a star, and answers then do not vary', async () => {
  const found = await ask(serving('*'), { origin: other });
  expect(found['access-control-allow-origin']).toBe('*');
  expect(found.vary).toBeUndefined();
});

test('where none is allowed nothing is said', async () => {
  const found = await ask(serving(), { origin: school });
  expect(Object.keys(found).filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(found.vary).toBeUndefined();
});

test('a preflight is answered to anyone: the headers asked for, every method, no body', async () => {
  const answer = await preflight(serving(school), school);
  expect([answer.statusCode, answer.body]).toEqual([204, '']);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': school,
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
    vary: 'Origin',
  });
  expect((await preflight(serving(school), school, '/nowhere')).statusCode).toBe(204);
});

test('a preflight of a strange origin is an OPTIONS like any other, and allows nothing', async () => {
  const answer = await preflight(serving(school), other);
  expect(answer.headers.allow).toContain('OPTIONS');
  const allowed = Object.keys(answer.headers).filter((name) => name.startsWith('access-control-allow'));
  expect(allowed).toEqual([]);
});

test('a refusal names the origin too: the page must be able to read why', async () => {
  const server = serving(school);
  for (const url of ['/rest/things/none/', '/rest/nowhere', '/nowhere']) {
    const answer = await server.inject({ url, headers: { origin: school } });
    expect([url, answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([
      url,
      404,
      school,
    ]);
  }
});

test('an answer is given also where the allowed origins cannot be read', async () => {
  const server = withThings(makeServer({ originsOf: () => Promise.reject(new Error('no database')) }));
  const answer = await server.inject({ url: '/rest/things/7/', headers: { origin: school } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

test("a site's own origins come before the installation's, on every API", async () => {
  const muster = await openTestApp({ allowedOrigins: [other] });
  try {
    const own = await muster.site('own', { allowed_origin: [school, 'http://127.0.0.1:4200'] });
    const usual = await muster.site('usual');
    for (const url of [
      '/events',
      '/tahoe/api/v1/users/',
      '/appsembler_api/v0/accounts/get-user/x',
      '/nowhere',
    ]) {
      const named = async (host: string, origin: string) => {
        const { headers } = await muster.server.inject({ url, headers: { host, origin } });
        return headers['access-control-allow-origin'];
      };
      expect(await named(own.host, school), url).toBe(school);
      expect(await named(own.host, 'http://127.0.0.1:4200'), url).toBe('http://127.0.0.1:4200');
      expect(await named(own.host, other), url).toBeUndefined();
      expect(await named(usual.host, other), url).toBe(other);
      expect(await named(usual.host, school), url).toBeUndefined();
    }
    const { statusCode, headers } = await muster.server.inject({
      method: 'OPTIONS',
      url: '/oauth2/access_token',
      headers: { host: own.host, origin: school, 'access-control-request-method': 'POST' },
    });
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([204, school]);
  } finally {
    await muster.close();
  }
});
