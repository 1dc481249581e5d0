import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { refuse } from '../refusal.ts';
import type { HttpServer } from './contract.ts';
import { problemDetails } from './error-shapes.ts';
import { lines, makeServer, Thing, withThings } from './http.test-support.ts';
import { route } from './route.ts';

describe('errors', () => {
  test('404 is worded by the shape of its path, before the body is looked at', async () => {
    const server = withThings(makeServer());
    const headers = { 'content-type': 'application/json' };
    const answer = await server.inject({ method: 'POST', url: '/rest/nothing', headers, payload: '{broken' });
    expect([answer.statusCode, answer.json()]).toEqual([404, { detail: 'Not found.', fields: {} }]);
    const page = await server.inject('/pages/nothing');
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    const plain = await server.inject('/nothing');
    expect(plain.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(plain.json()).toMatchObject({ status: 404, code: 'request.no_such_path' });
  });

  test('405 names the methods in Allow, and OPTIONS is harmless', async () => {
    const server = withThings(makeServer());
    const wrong = await server.inject({ method: 'DELETE', url: '/rest/things/1/' });
    expect([wrong.statusCode, wrong.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(wrong.json()).toMatchObject({ detail: 'Method "DELETE" not allowed.' });
    const options = await server.inject({ method: 'OPTIONS', url: '/rest/things' });
    expect([options.statusCode, options.headers.allow, options.body]).toEqual([204, 'POST, OPTIONS', '']);
    expect((await server.inject({ method: 'OPTIONS', url: '/rest/none' })).statusCode).toBe(404);
  });

  test('a fault of ours is 500 with a request id and nothing of the error', async () => {
    const server = makeServer();
    failing(server, () => new Error('the private inner life'));
    const answer = await server.inject('/rest/fail');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('inner life');
    expect(lines.join()).toContain('the private inner life');
  });

  test.each([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['missing', 404],
    ['conflict', 409],
    ['full', 409],
    ['expired', 410],
    ['throttled', 429],
    ['unavailable', 503],
  ] as const)('a refusal of the class %s is %i', async (kind, status) => {
    const server = makeServer();
    failing(server, () => refuse(kind, 'thing.reason', 'Because.', { fields: { name: ['no'] } }));
    const answer = await server.inject('/rest/fail');
    expect([answer.statusCode, answer.json()]).toEqual([
      status,
      { detail: 'Because.', fields: { name: ['no'] } },
    ]);
    expect(answer.headers['retry-after'] !== undefined).toBe(status === 429 || status === 503);
  });

  test('an error marked unavailable by the database layer is 503 with Retry-After', async () => {
    const server = makeServer();
    failing(server, () => Object.assign(new Error('connect ECONNREFUSED'), { kind: 'unavailable' }));
    const answer = await server.inject('/rest/fail');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.body).not.toContain('ECONNREFUSED');
  });

  test('a route may word a problem itself and leave the rest to its API', async () => {
    const server = makeServer();
    route(server, {
      method: 'POST',
      path: '/rest/own',
      caller: 'anyone',
      summary: 'Own words',
      schema: { body: Thing, response: { 200: Thing, 400: Type.Record(Type.String(), Type.Unknown()) } },
      errors: (problem) =>
        problem.code === 'request.invalid' ? { body: { user_message: 'Wrong parameters' } } : undefined,
      handler: async (request) => request.body,
    });
    const send = (payload: string) =>
      server.inject({
        method: 'POST',
        url: '/rest/own',
        headers: { 'content-type': 'application/json' },
        payload,
      });
    expect((await send('{}')).json()).toEqual({ user_message: 'Wrong parameters' });
    expect((await send('{')).json()).toMatchObject({ detail: expect.stringContaining('JSON parse error') });
  });

  test('an answer that differs from its declared schema is a fault while answers are checked', async () => {
    const server = makeServer();
    server.route({
      method: 'GET',
      url: '/liar',
      config: { caller: 'anyone' },
      schema: { response: { 200: Type.Object({ id: Type.Integer() }) } },
      handler: async () => JSON.parse('{"id":"text"}'),
    });
    expect((await server.inject('/liar')).statusCode).toBe(500);
    expect(lines.join()).toContain('unlike its schema: /id must be integer');
  });
});

test('problem details name the fields and the request', () => {
  const rendered = problemDetails().render({
    status: 409,
    code: 'account.email_taken',
    kind: 'conflict',
    message: 'Taken.',
    fields: { email: ['taken'] },
    detail: {},
    violations: [],
    requestId: 'r1',
    retryAfter: undefined,
    allow: undefined,
    languages: [],
    method: 'POST',
    path: '/x',
  });
  expect(rendered.body).toEqual({
    type: 'about:blank',
    status: 409,
    title: 'Taken.',
    code: 'account.email_taken',
    fields: { email: ['taken'] },
    request_id: 'r1',
  });
});

function failing(server: HttpServer, make: () => Error): void {
  route(server, {
    method: 'GET',
    path: '/rest/fail',
    caller: 'anyone',
    summary: 'Fails',
    schema: { response: { 200: Type.Object({}) } },
    handler: async () => {
      throw make();
    },
  });
}
