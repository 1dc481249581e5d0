import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';

/**
 * The document's own examples, each block as it stands there, in its order. Its list of statuses is in plugin.test.ts
 * ("every status that the document lists").
 */
let muster: TestApp;
let alpha: TestSite;
let anyone: SaasClient;
let token: string;
const password = 'seven red balloons';
const email = 'john.doe@gmail.com';

const header = 'Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9....';
const pageAsked = 'GET /api/users/?page=2&page_size=50';
const pageAnswered = `HTTP 200 OK
{
    "count": 1023
    "next": "api/users/?page=3",
    "previous": "api/users/?page=2",
    "results": [
       …
    ]
}`;
const signedIn = `{
  "token": "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9....",
  "user": {
    "pk": "12345678-1234-abcd-1234-123456789abc",
    "username": "john",
    "email": "john.doe@gmail.com",
    "first_name": "John",
    "last_name": "Doe"
  }
}`;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  anyone = saasClient(muster, alpha.host);
  const { id } = await muster.account(alpha, { username: 'john', email, name: 'John Doe', password });
  await muster.query(`update accounts set uuid = '12345678-1234-abcd-1234-123456789abc' where id = $1`, [id]);
  await muster.query(
    `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name, name_key,
                           is_active, created_at, updated_at)
     select $1, gen_random_uuid(), 'p' || n, 'p' || n, 'p' || n || '@example.com', 'p' || n || '@example.com', '', '', '', '',
       true, now(), now()
     from generate_series(1, 1022) n`,
    [alpha.site.tenantId],
  );
  token = textIn(await anyone.post('login/', { email, password }), 'token');
});
afterAll(() => muster.close());

test('Authentication: the header of the document, with a token of its first part', async () => {
  const [name = '', scheme = '', start = ''] = header.replace(/\.{4}$/, '.').split(/:? /);
  expect(token.startsWith(start)).toBe(true);
  expect((await anyone.get('users/', { [name]: `${scheme} ${token}` })).status).toBe(200);
  expect((await anyone.get('users/')).status).toBe(401);
});

test('Pagination: the request of the document has the answer of the document, with whole links', async () => {
  const answer = await anyone.as(token).get(pageAsked.replace('GET ', ''));
  const { results, ...page } = Object(answer.body);
  expect(Object.keys(Object(answer.body))).toEqual(
    [...pageAnswered.matchAll(/"(\w+)":/g)].map(([, key]) => key),
  );
  expect([answer.status, page, results.length]).toEqual([
    200,
    {
      count: Number(/"count": (\d+)/.exec(pageAnswered)?.[1]),
      // The sample leaves out host and page_size, with which alone a link leads on (contract §1).
      next: `http://${alpha.host}/api/users/?page=3&page_size=50`,
      previous: `http://${alpha.host}/api/users/?page_size=50`,
    },
    50,
  ]);
  const next = await anyone.as(token).get(page.next.replace(`http://${alpha.host}`, ''));
  expect(Object(next.body).previous).toBe(`http://${alpha.host}/api/users/?page=2&page_size=50`);
});

test('login: the answer of the document, key for key', async () => {
  const { body } = await anyone.post('login/', { email, password });
  const sample = JSON.parse(signedIn);
  // `tenants` is an addition (contract §17.6).
  const { tenants: _, ...told } = Object(body);
  expect(JSON.stringify({ ...told, token: sample.token })).toBe(JSON.stringify(sample));
  expect(told.token.startsWith(sample.token.replace(/\.{3}$/, ''))).toBe(true);
});

test('Endpoints: the headings of the document, as it spells them', async () => {
  const api = anyone.as(token);
  expect((await api.get('current_user/')).body).toMatchObject({ username: 'john' });
  expect((await api.get('users/')).status).toBe(200);
  const pk = '12345678-1234-abcd-1234-123456789abc';
  for (const list of ['comments', 'activities'])
    expect((await api.get(`users/${pk}/${list}/`)).status).toBe(200);
  expect((await anyone.post('password/reset/', { email })).status).toBe(200);
  expect((await anyone.post('sign_up/tenant/alpha/user/', {})).status).toBe(400);
  expect((await anyone.post('login/', {})).status).toBe(400);
  expect((await api.post('logout/')).status).toBe(200);
});
