import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { systemRandom } from '../random.ts';
import { lines, log, makeServer, withThings } from './http.test-support.ts';
import { route } from './route.ts';
import { createServer } from './server.ts';

describe('answers', () => {
  test('a read carries an ETag and is 304 when it has not changed', async () => {
    const server = withThings(makeServer());
    const first = await server.inject('/rest/things/1');
    const etag = String(first.headers.etag);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const ask = (value: string, url = '/rest/things/1') =>
      server.inject({ url, headers: { 'if-none-match': value } });
    const again = await ask(`"x", ${etag}`);
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    expect((await ask(etag, '/rest/things/2')).statusCode).toBe(200);
    expect((await ask('*', '/rest/nothing')).statusCode).toBe(404);
  });

  test('an answer to a write has no ETag and is not kept', async () => {
    const server = withThings(makeServer());
    const answer = await server.inject({ method: 'POST', url: '/rest/things', payload: { name: 'a' } });
    expect([answer.headers.etag, answer.headers['cache-control']]).toEqual([undefined, 'no-store']);
  });

  test('every answer carries the security headers, a 404 too', async () => {
    const server = makeServer();
    const { headers } = await server.inject('/none');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('forwarded headers count from a trusted peer only', async () => {
    const forwarded = {
      'x-forwarded-for': '9.9.9.9',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'h.example',
    };
    const tell = async (trustedProxies: string[]) => {
      const server = makeServer({ trustedProxies });
      route(server, {
        method: 'GET',
        path: '/who',
        caller: 'anyone',
        summary: 'Who',
        schema: { response: { 200: Type.Array(Type.String()) } },
        handler: async (request) => [request.ip, request.protocol, request.host],
      });
      return (await server.inject({ url: '/who', headers: { host: 'me', ...forwarded } })).json();
    };
    expect(await tell(['127.0.0.0/8'])).toEqual(['9.9.9.9', 'https', 'h.example']);
    expect(await tell(['10.0.0.1'])).toEqual(['127.0.0.1', 'http', 'me']);
    expect(() => createServer({ log, random: systemRandom, trustedProxies: ['10.0.0.0/x'] })).toThrow(
      /10\.0\.0\.0\/x/,
    );
  });
});

describe('the log', () => {
  test('one line per request, without the query and without the secret of a path', async () => {
    const server = makeServer();
    const schema = { params: Type.Object({ key: Type.String() }), response: { 200: Type.Object({}) } };
    const shared = {
      method: 'GET',
      caller: 'anyone',
      summary: 'x',
      schema,
      handler: async () => ({}),
    } as const;
    route(server, { ...shared, path: '/activate/:key', secretPath: true });
    route(server, { ...shared, path: '/users/:key' });
    await server.inject('/activate/sesame-sesame-sesame?token=sesame');
    await server.inject('/users/joe?token=sesame');
    await server.inject('/activat/sesame-sesame-sesame');
    const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request');
    expect(requests.map(({ route: pattern, path, status }) => ({ pattern, path, status }))).toEqual([
      { pattern: '/activate/:key', path: undefined, status: 200 },
      { pattern: '/users/:key', path: '/users/joe', status: 200 },
      { pattern: 'unmatched', path: '/activat/…', status: 404 },
    ]);
    expect(lines.join()).not.toContain('sesame');
  });
});
