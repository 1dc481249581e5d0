import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import { routeTable } from '../../platform/http/route.ts';

let muster: TestApp;
let alpha: TestSite;
let admin: TahoeClient;
let stranger: TahoeClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  const amy = await muster.account(alpha, { username: 'amy', role: 'admin' });
  admin = tahoeClient(muster, alpha.host, await muster.apiToken(alpha, amy));
  stranger = tahoeClient(muster, alpha.host, null);
});
afterAll(() => muster.close());

describe('paths', () => {
  test.each(['v1', 'v2'])(
    '%s: the root names the lists by absolute addresses, to anyone',
    async (version) => {
      for (const path of [`${version}/`, version, `${version}/.json`]) {
        const answer = await stranger.get(path);
        expect([answer.status, answer.body]).toEqual([
          200,
          {
            registrations: `http://alpha.localhost:8000/tahoe/api/${version}/registrations/`,
            courses: `http://alpha.localhost:8000/tahoe/api/${version}/courses/`,
            enrollments: `http://alpha.localhost:8000/tahoe/api/${version}/enrollments/`,
            users: `http://alpha.localhost:8000/tahoe/api/${version}/users/`,
            'api-keys': `http://alpha.localhost:8000/tahoe/api/${version}/api-keys/`,
          },
        ]);
      }
    },
  );

  test('every list that the root names is there', async () => {
    const { body } = await stranger.get('v1/');
    for (const address of Object.values(body ?? {})) {
      expect((await stranger.get(new URL(String(address)).pathname)).status).toBe(401);
    }
  });

  test.each(['users', 'users/', 'users.json', 'users.json/', 'api-keys.json', 'api-keys'])(
    'v1/%s answers at once, without a redirect',
    async (path) => {
      expect((await admin.get(`v1/${path}`)).status).toBe(200);
    },
  );

  test.each(['registrations', 'registrations/', 'registrations.json'])(
    'a POST to v2/%s keeps its body',
    async (path) => {
      const answer = await admin.post(`v2/${path}`, { username: 'x' });
      expect(answer.body).toMatchObject({ 'invalid-params': ['username', 'email', 'name'] });
    },
  );

  test.each(['v1/nothing/', 'v3/users/', 'v1/users.xml', 'v1/users/1/more/', ''])(
    '/tahoe/api/%s is 404 as JSON',
    async (path) => {
      const answer = await admin.get(path);
      expect([answer.status, answer.body]).toEqual([404, { detail: 'Not found.' }]);
    },
  );

  test('an unknown host is 404 as JSON, once there are several sites', async () => {
    const answer = await tahoeClient(muster, 'nowhere.example', null).get('v1/users/');
    expect([answer.status, answer.body]).toEqual([404, { detail: 'No site answers for this host.' }]);
  });

  test('v1 and v2 have the same routes, each with declared callers', () => {
    const routes = (version: string) =>
      routeTable(muster.server)
        .filter(({ path }) => path.startsWith(`/tahoe/api/${version}/`))
        .map(({ method, path, caller }) => [method, path.replace(version, 'v'), caller]);
    expect(routes('v1')).toEqual(routes('v2'));
    expect(routes('v1').filter(([, , caller]) => caller === 'anyone')).toEqual([
      ['GET', '/tahoe/api/v/', 'anyone'],
      ['GET', '/tahoe/api/v/.json', 'anyone'],
    ]);
  });
});

test('the documentation names each operation once, with its answers', async () => {
  const { body } = await admin.get('/api/docs/json', { accept: '*/*' });
  const { paths = {} } = typeof body === 'object' && body !== null && 'paths' in body ? body : {};
  const ours = Object.entries(paths ?? {}).flatMap(([path, methods]) =>
    path.startsWith('/tahoe/api/v1/') ? Object.keys(methods).map((method) => `${method} ${path}`) : [],
  );
  expect(ours.toSorted()).toEqual([
    'delete /tahoe/api/v1/api-keys/{user_id}/',
    'get /tahoe/api/v1/',
    'get /tahoe/api/v1/api-keys/',
    'get /tahoe/api/v1/api-keys/{user_id}/',
    'get /tahoe/api/v1/courses/',
    'get /tahoe/api/v1/courses/{id}/',
    'get /tahoe/api/v1/enrollments/',
    'get /tahoe/api/v1/enrollments/{id}/',
    'get /tahoe/api/v1/users/',
    'get /tahoe/api/v1/users/{id}/',
    'post /tahoe/api/v1/api-keys/',
    'post /tahoe/api/v1/enrollments/',
    'post /tahoe/api/v1/registrations/',
    'put /tahoe/api/v1/api-keys/{user_id}/',
  ]);
});

describe('methods', () => {
  test.each([
    ['GET', 'v1/registrations/', 'POST, OPTIONS'],
    ['PUT', 'v1/registrations/', 'POST, OPTIONS'],
    ['DELETE', 'v1/registrations', 'POST, OPTIONS'],
    ['POST', 'v1/users/', 'GET, HEAD, OPTIONS'],
    ['PATCH', 'v2/users/1/', 'GET, HEAD, OPTIONS'],
    ['PATCH', 'v1/api-keys/1/', 'GET, PUT, DELETE, HEAD, OPTIONS'],
    ['POST', 'v1/', 'GET, HEAD, OPTIONS'],
  ] as const)('%s %s is 405 with the methods that there are', async (method, path, allow) => {
    const answer = await admin.send(method, path, method === 'POST' ? {} : undefined);
    expect([answer.status, answer.body]).toEqual([405, { detail: `Method "${method}" not allowed.` }]);
    expect(answer.headers.allow).toBe(allow);
  });

  test('a stranger with the wrong method is told to say who it is, not which methods there are', async () => {
    const answer = await stranger.get('v1/registrations/');
    expect([answer.status, answer.headers.allow]).toEqual([401, undefined]);
  });

  test('a body in a format nobody reads does not hide the wrong method', async () => {
    const answer = await admin.send('PUT', 'v1/registrations/', '<a/>', { 'content-type': 'text/xml' });
    expect(answer.status).toBe(405);
  });

  test('HEAD and OPTIONS are harmless', async () => {
    expect(await admin.send('HEAD', 'v1/users/')).toMatchObject({ status: 200, text: '' });
    expect(await admin.send('HEAD', 'v1/registrations/')).toMatchObject({ status: 405 });
    const options = await stranger.send('OPTIONS', 'v1/users/');
    expect([options.status, options.text, options.headers.allow]).toEqual([204, '', 'GET, HEAD, OPTIONS']);
  });
});

describe('media', () => {
  test.each(['text/html', 'application/xml, text/*;q=0.5', 'application/json;q=0'])(
    'Accept: %s is 406, before anything else is judged',
    async (accept) => {
      const answer = await stranger.get('v1/users/', { accept });
      expect([answer.status, answer.body]).toEqual([
        406,
        { detail: 'Could not satisfy the request Accept header.' },
      ]);
    },
  );

  test.each(['*/*', 'application/*', 'text/html, application/json;q=0.1', 'application/json; indent=4', ''])(
    'Accept: %s gets JSON',
    async (accept) => {
      const answer = await admin.get('v1/users/', { accept });
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'application/json; charset=utf-8',
      ]);
    },
  );

  test.each(['text/plain', 'application/xml; charset=utf-8', 'nonsense'])(
    'a body of type %s is 415, named',
    async (type) => {
      const answer = await admin.send('POST', 'v1/registrations/', 'a=b', { 'content-type': type });
      expect([answer.status, answer.body]).toEqual([
        415,
        { detail: `Unsupported media type "${type}" in request.` },
      ]);
    },
  );

  test('malformed JSON is 400 with the parser saying why', async () => {
    for (const version of ['v1', 'v2']) {
      const answer = await admin.post(`${version}/registrations/`, '{"username": ');
      expect(answer.status).toBe(400);
      expect(answer.body).toEqual({ detail: expect.stringMatching(/^JSON parse error - ./) });
    }
  });

  test('a body beyond the limit is 413 as JSON', async () => {
    const answer = await admin.post('v1/registrations/', { name: 'x'.repeat(1_100_000) });
    expect([answer.status, answer.body]).toEqual([413, { detail: 'The request body is too large.' }]);
  });

  test('a fault of ours is 500 as JSON, without a word of what happened', async () => {
    const app = await openTestApp({ throttles: null });
    const one = await app.account(app.home, { username: 'one', role: 'admin' });
    const client = tahoeClient(app, app.home.host, await app.apiToken(app.home, one));
    await app.query('alter table accounts rename column city to town');
    const answer = await client.get('v1/users/');
    expect([answer.status, answer.body]).toEqual([500, { detail: 'Something went wrong on our side.' }]);
    await app.close();
  });
});
