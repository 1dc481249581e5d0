import { Type } from 'typebox';
import { afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { systemRandom } from '../random.ts';
import { refuse } from '../refusal.ts';
import type { HttpServer } from './contract.ts';
import { type ErrorShape, errorPage, problemDetails, under } from './error-shapes.ts';
import { nameApi, route, routeTable } from './route.ts';
import { createServer, type ServerOptions } from './server.ts';

const lines: string[] = [];
const log = createLog({ stream: { write: (line) => void lines.push(line) } }).log;
const servers: HttpServer[] = [];

afterEach(async () => {
  lines.length = 0;
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const rest: ErrorShape = {
  name: 'rest',
  matches: under('/rest'),
  render: (problem) => ({ body: { detail: problem.message, fields: problem.fields } }),
  schema: Type.Object({
    detail: Type.String(),
    fields: Type.Record(Type.String(), Type.Array(Type.String())),
  }),
};

function makeServer(options: Partial<ServerOptions> = {}): HttpServer {
  const errorShapes = [rest, errorPage(under('/pages'))];
  const server = createServer({ log, random: systemRandom, errorShapes, checkAnswers: true, ...options });
  servers.push(server);
  return server;
}

const LONG_SEGMENT = '/rest/things/<1100 letters>';
const LONG_QUERY = '/rest/things/1?a=<9000 letters>';

const Thing = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 20 }),
  age: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
  open: Type.Optional(Type.Boolean()),
  tags: Type.Optional(Type.Array(Type.String())),
});

function withThings(server: HttpServer): HttpServer {
  server.register(
    async (api: HttpServer) => {
      nameApi(api, 'things');
      route(api, {
        method: 'POST',
        path: '/things/',
        caller: 'anyone',
        summary: 'Echo',
        schema: { body: Thing, response: { 200: Thing } },
        handler: async (request) => request.body,
      });
      route(api, {
        method: 'GET',
        path: '/things/:id/',
        caller: 'anyone',
        summary: 'Read one',
        schema: {
          params: Type.Object({ id: Type.Integer() }),
          querystring: Type.Object({
            flag: Type.Optional(Type.Boolean()),
            page: Type.Optional(Type.Integer()),
          }),
          response: { 200: Type.Object({ id: Type.Integer(), flag: Type.Optional(Type.Boolean()) }) },
        },
        handler: async ({ params, query }) => ({
          id: params.id,
          ...(query.flag === undefined ? {} : { flag: query.flag }),
        }),
      });
    },
    { prefix: '/rest' },
  );
  return server;
}

describe('routes', () => {
  test('a route without a declared caller cannot be registered', () => {
    const server = makeServer();
    expect(() => server.get('/open', async () => 'x')).toThrow(/GET \/open declares no caller/);
  });

  test('both slash forms answer every method alike, without a redirect', async () => {
    const server = withThings(makeServer());
    for (const url of ['/rest/things', '/rest/things/']) {
      const answer = await server.inject({ method: 'POST', url, payload: { name: 'a' } });
      expect([answer.statusCode, answer.json()]).toEqual([200, { name: 'a' }]);
    }
    for (const url of ['/rest/things/7', '/rest/things/7/']) {
      expect((await server.inject({ method: 'HEAD', url })).statusCode).toBe(200);
    }
  });

  test('an exact route leaves the other slash form to another resource', async () => {
    const server = makeServer();
    const declare = (path: string, word: string) =>
      route(server, {
        method: 'GET',
        path,
        slash: 'exact',
        caller: ['member'],
        summary: word,
        schema: {
          params: Type.Object({ id: Type.String() }),
          response: { 200: Type.Object({ word: Type.String() }) },
        },
        handler: async () => ({ word }),
      });
    declare('/api/users/:id', 'one');
    declare('/api/users/:id/', 'other');
    expect((await server.inject('/api/users/1')).json()).toEqual({ word: 'one' });
    expect((await server.inject('/api/users/1/')).json()).toEqual({ word: 'other' });
  });

  test('a plugin can serve its prefix itself in both forms', async () => {
    const server = makeServer();
    server.register(
      async (api: HttpServer) =>
        route(api, {
          method: 'GET',
          path: '/',
          caller: 'anyone',
          summary: 'Root',
          schema: { response: { 200: Type.Object({}) } },
          handler: async () => ({}),
        }),
      { prefix: '/tahoe/api/v1' },
    );
    for (const url of ['/tahoe/api/v1', '/tahoe/api/v1/'])
      expect((await server.inject(url)).statusCode).toBe(200);
  });

  test('the route table names method, full path, caller and API once per route', async () => {
    const server = withThings(makeServer());
    await server.ready();
    expect(
      routeTable(server).map(({ method, path, caller, api }) => ({ method, path, caller, api })),
    ).toEqual([
      { method: 'POST', path: '/rest/things/', caller: 'anyone', api: 'things' },
      { method: 'GET', path: '/rest/things/:id/', caller: 'anyone', api: 'things' },
    ]);
  });
});

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

describe('requests', () => {
  test('a sane request id is taken over and echoed, a strange one replaced', async () => {
    const server = withThings(makeServer());
    const ask = (id: string) => server.inject({ url: '/rest/things/1', headers: { 'x-request-id': id } });
    expect((await ask('abc-123')).headers['x-request-id']).toBe('abc-123');
    expect((await ask('a b<script>')).headers['x-request-id']).toMatch(/^[0-9a-f]{16}$/);
  });

  test('JSON is judged as sent: no conversion, no removal, null stays null', async () => {
    const server = withThings(makeServer());
    const send = (payload: object) => server.inject({ method: 'POST', url: '/rest/things', payload });
    expect((await send({ name: 'a', age: null, extra: [1] })).json()).toEqual({
      name: 'a',
      age: null,
      extra: [1],
    });
    const refused = await send({ name: 5, age: '7', open: 'yes' });
    expect(refused.statusCode).toBe(400);
    expect(Object.keys(refused.json().fields)).toEqual(['name', 'age', 'open']);
  });

  test('a missing body is told field by field', async () => {
    const server = withThings(makeServer());
    const answer = await server.inject({ method: 'POST', url: '/rest/things' });
    expect([answer.statusCode, answer.json().fields]).toEqual([400, { name: ['is required'] }]);
  });

  test('a form is converted to the types of the schema', async () => {
    const server = withThings(makeServer());
    const send = (payload: string) =>
      server.inject({
        method: 'POST',
        url: '/rest/things',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
    expect((await send('name=J%C3%B3+x&age=7&open=Yes&tags=a&tags=b')).json()).toEqual({
      name: 'Jó x',
      age: 7,
      open: true,
      tags: ['a', 'b'],
    });
    expect((await send('name=5&age=&tags[1]=a&tags[0]=b')).json()).toEqual({
      name: '5',
      age: null,
      tags: ['a', 'b'],
    });
    expect((await send('name=a&tags=one')).json()).toEqual({ name: 'a', tags: ['one'] });
    expect((await send('name=a&name=b')).statusCode).toBe(400);
  });

  test('multipart fields are a form, a file is refused by its field', async () => {
    const server = withThings(makeServer());
    const send = async (form: FormData) => {
      const request = new Request('http://x/', { method: 'POST', body: form });
      const headers = { 'content-type': request.headers.get('content-type') ?? '' };
      const payload = Buffer.from(await request.arrayBuffer());
      return server.inject({ method: 'POST', url: '/rest/things', headers, payload });
    };
    const form = new FormData();
    form.append('name', 'é');
    form.append('tags', 'a');
    expect((await send(form)).json()).toEqual({ name: 'é', tags: ['a'] });
    form.append('photo', new Blob(['x']), 'x.png');
    const refused = await send(form);
    expect([refused.statusCode, refused.json().fields]).toEqual([
      400,
      { photo: ['Files are not accepted here.'] },
    ]);
  });

  test('a query takes booleans in any spelling and refuses what is no number', async () => {
    const server = withThings(makeServer());
    for (const word of ['true', 'TRUE', '1', 'Yes', 'on'])
      expect((await server.inject(`/rest/things/1?flag=${word}`)).json()).toEqual({ id: 1, flag: true });
    for (const bad of [
      'page=Infinity',
      'page=0x10',
      'page=1&page=2',
      'page=',
      'flag=perhaps',
      'page=99999999999999999',
    ])
      expect((await server.inject(`/rest/things/1?${bad}`)).statusCode).toBe(400);
  });

  test('a path parameter that fits no resource is 404', async () => {
    const server = withThings(makeServer());
    expect((await server.inject('/rest/things/abc')).statusCode).toBe(404);
  });

  test.each([
    ['malformed JSON', '{"name":', 'application/json', 400],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'application/json', 400],
    ['a NUL in a text', '{"name":"a\\u0000b"}', 'application/json', 400],
    ['a NUL in a key', '{"na\\u0000me":"a"}', 'application/json', 400],
    ['a lone surrogate', '{"name":"\\ud800"}', 'application/json', 400],
    ['a __proto__ key', '{"name":"a","__proto__":{"x":1}}', 'application/json', 400],
    ['a deep list', `{"name":"a","tags":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'application/json', 400],
    ['a number beyond all bounds', '{"name":"a","age":1e999}', 'application/json', 400],
    ['a form with broken percents', 'name=%zz', 'application/x-www-form-urlencoded', 400],
    ['a form with broken UTF-8', 'name=%ff', 'application/x-www-form-urlencoded', 400],
    ['a form with a NUL', 'name=a%00', 'application/x-www-form-urlencoded', 400],
    ['a form with a __proto__', '__proto__=a&name=b', 'application/x-www-form-urlencoded', 400],
    ['multipart without its boundary', 'x', 'multipart/form-data', 400],
    [
      'multipart cut off',
      '--b\r\nContent-Disposition: form-data; name="a"',
      'multipart/form-data; boundary=b',
      400,
    ],
    ['plain text', 'hello', 'text/plain', 415],
    ['another charset', '{"name":"a"}', 'application/json; charset=utf-16', 415],
    ['no media type', 'hello', '', 415],
    ['an oversize body', `{"name":"${'a'.repeat(2_000_000)}"}`, 'application/json', 413],
  ])('%s is a 4xx in the shape of the API', async (_name, payload, type, status) => {
    const server = withThings(makeServer());
    const headers = type === '' ? {} : { 'content-type': type };
    const answer = await server.inject({ method: 'POST', url: '/rest/things', headers, payload });
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([status, ['detail', 'fields']]);
  });

  test('the field that holds a NUL is named', async () => {
    const server = withThings(makeServer());
    const headers = { 'content-type': 'application/json' };
    const payload = '{"name":"a","tags":["x","\\u0000"]}';
    const answer = await server.inject({ method: 'POST', url: '/rest/things', headers, payload });
    expect(answer.json().fields).toEqual({ 'tags.1': ['Null characters are not allowed.'] });
  });

  test.each([
    ['/rest/things/%zz', 400],
    ['/rest/things/%ff', 400],
    ['/rest/things/1?a=%zz', 400],
    ['/rest/things/1?a=%00', 400],
    ['/rest/things/1?a=%ff', 400],
    ['/rest/things/1?__proto__=1', 400],
    ['/rest/things/%00', 400],
    [LONG_SEGMENT, 414],
    [LONG_QUERY, 414],
  ])('the hostile address %s is %i in the shape of the API', async (name, status) => {
    const server = withThings(makeServer());
    const url = name.replace('<1100 letters>', 'a'.repeat(1100)).replace('<9000 letters>', 'a'.repeat(9000));
    const answer = await server.inject({ method: 'GET', url });
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([status, ['detail', 'fields']]);
  });

  test('a compressed body is refused rather than misread', async () => {
    const server = withThings(makeServer());
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await server.inject({ method: 'POST', url: '/rest/things', headers, payload: 'xx' });
    expect(answer.statusCode).toBe(415);
  });
});

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
