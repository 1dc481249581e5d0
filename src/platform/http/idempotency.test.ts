import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { purgeAnswers } from '../database/answers-kept.ts';
import { createLog } from '../log.ts';
import { systemRandom } from '../random.ts';
import { refuse } from '../refusal.ts';
import { keepSecret } from '../secrets.ts';
import type { HttpServer } from './contract.ts';
import { answerOnce } from './idempotency.ts';
import { route } from './route.ts';
import { createServer } from './server.ts';

const secret = keepSecret('a secret of thirty-two characters or more');
let data: TestDatabase;
let server: HttpServer;
beforeAll(async () => {
  data = await openTestDatabase();
  await data.query(
    `insert into tenants (uuid, slug, name, status, created_at) values (gen_random_uuid(), 'a', 'a', 'active', now())`,
  );
  server = createServer({ log: createLog({ level: 'silent' }).log, random: systemRandom });
  serveSites(server);
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await data.close();
});
beforeEach(() => data.query('delete from sites; delete from answers_kept'));

/** Makes a site of that slug; `no` is refused after it was made. */
function serveSites(at: HttpServer): void {
  const body = Type.Object({ slug: Type.String(), caller: Type.String(), is_secret: Type.Boolean() });
  const made = Type.Object({ id: Type.Integer() });
  route(at, {
    method: 'POST',
    path: '/sites',
    caller: 'anyone',
    summary: 'Makes a site',
    schema: { body, response: { 201: made } },
    handler: (request, reply) => {
      const context = data.database.scope({ tenantId: 1, siteId: null, author: null, requestId: 'r' });
      const { method, url, headers, body: sent } = request;
      const asked = {
        method,
        url,
        headers,
        body: sent,
        context,
        fingerprint: (hash: string) => secret.sign('test', hash),
      };
      const { slug, caller, is_secret: isSecret } = request.body;
      const make = async (tx: Parameters<Parameters<typeof context.transaction>[0]>[0]) => {
        const row = { tenant_id: 1, slug, name: slug, created_at: new Date() };
        const { id } = await tx.db.insertInto('sites').values(row).returning('id').executeTakeFirstOrThrow();
        if (slug === 'no') throw refuse('conflict', 'site.no', 'No.');
        return { status: 201, body: { id }, headers: { location: `/sites/${id}` } };
      };
      return answerOnce(asked, reply, caller, make, { isSecret });
    },
  });
}

async function make(key: string | null, slug: string, { caller = 'ann', isSecret = false } = {}) {
  const answer = await server.inject({
    method: 'POST',
    url: '/sites',
    headers: key === null ? {} : { 'idempotency-key': key },
    payload: { slug, caller, is_secret: isSecret },
  });
  return {
    status: answer.statusCode,
    body: answer.json(),
    location: answer.headers.location,
    replayed: answer.headers['idempotency-replayed'],
  };
}

const sites = async () =>
  (await data.query<{ slug: string }>('select slug from sites')).map(({ slug }) => slug);

test('the same request under one key is carried out once and answered alike', async () => {
  const first = await make('k1', 'one');
  const again = await make('k1', 'one');
  expect([first.status, first.replayed]).toEqual([201, undefined]);
  expect(again).toEqual({ ...first, replayed: 'true' });
  expect(await sites()).toEqual(['one']);
});

test('of thirty at once under one key one works, and all are answered alike', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => make('k2', 'two')));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(answers.filter(({ replayed }) => replayed === undefined)).toHaveLength(1);
  expect(await sites()).toEqual(['two']);
});

test('without a key the same request at once is carried out as often as it is sent', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map((slug) => make(null, slug)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await sites()).toHaveLength(3);
});

test('another request under the same key is 422; another caller has other keys', async () => {
  await make('k3', 'three');
  const other = await make('k3', 'four');
  expect([other.status, other.body.code]).toEqual([422, 'idempotency.key_reused']);
  expect((await make('k3', 'five', { caller: 'bob' })).status).toBe(201);
  expect((await sites()).sort()).toEqual(['five', 'three']);
});

test('a refusal keeps nothing: the same key may be tried again', async () => {
  expect((await make('k4', 'no')).status).toBe(409);
  expect((await make('k4', 'yes')).status).toBe(201);
  expect(await sites()).toEqual(['yes']);
});

test('a secret is told once and stands nowhere', async () => {
  expect((await make('k5', 'secret', { isSecret: true })).status).toBe(201);
  expect((await make('k5', 'secret', { isSecret: true })).body.code).toBe('idempotency.secret_told');
  expect(await data.query('select body from answers_kept')).toEqual([{ body: null }]);
});

test('after a day the key is free again, and housekeeping deletes what it kept', async () => {
  await make('k6', 'six');
  await data.query(`update answers_kept set created_at = created_at - interval '25 hours'`);
  expect((await make('k6', 'seven')).status).toBe(201);
  await data.query(`update answers_kept set created_at = created_at - interval '25 hours'`);
  await purgeAnswers(data.database.acrossTenants());
  expect(await data.query('select key from answers_kept')).toEqual([]);
});

test('a key with a blank or beyond 200 characters is refused by name', async () => {
  for (const key of ['a b', 'x'.repeat(201)]) {
    const { status, body } = await make(key, 'eight');
    expect([status, Object.keys(body.fields)]).toEqual([400, ['Idempotency-Key']]);
  }
});
