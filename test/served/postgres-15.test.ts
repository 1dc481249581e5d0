import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres/supervisor.ts';
import { type Alpha, makeAlpha, registerAt } from '../support/alpha.ts';
import { ask } from '../support/ask.ts';
import { openStream } from '../support/event-streams.ts';
import { type MusterPlace, openMusterPlace, queryOnce, until } from '../support/muster-process.ts';
import { isRecord } from '../support/route-requests.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const binFolder = process.env.MUSTER_TEST_PGBIN ?? '/usr/lib/postgresql/15/bin';
const present = existsSync(join(binFolder, 'postgres'));

test('a database of another kind is refused in a sentence, without the password in it', async () => {
  const place = await openMusterPlace({ DATABASE_URL: 'mysql://root:hunter2@localhost/muster' });
  const { code, stderr } = await place.run(['serve']);
  await place.remove();
  expect(code).toBe(1);
  expect(stderr).toMatch(/^muster: DATABASE_URL is a URL mysql:\/\/…; allowed: postgres:\/\/.*\n$/);
  expect(stderr).not.toContain('hunter2');
});

test('a server that cannot be reached is told in a sentence', async () => {
  const place = await openMusterPlace({ DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/muster' });
  const { code, stderr } = await place.run(['serve']);
  await place.remove();
  expect(code).toBe(1);
  expect(stderr).toMatch(/^muster: [^\n]*ECONNREFUSED[^\n]*\n$/);
  expect(stderr).not.toContain('hunter2');
});

/** A server of the operating system in a cluster of its own, whose database belongs to a user without any other right. */
describe.skipIf(!present)('on a PostgreSQL server of the system [needs postgresql]', () => {
  let postgres: EmbeddedPostgres;
  let place: MusterPlace;
  let cluster: MusterPlace;
  let alpha: Alpha;

  const startServer = () =>
    startEmbeddedPostgres({ dataFolder: cluster.dataFolder, binFolder, log: () => undefined });
  const asSuperuser = (text: string) =>
    queryOnce({ host: postgres.connection.host, database: 'postgres' }, text);
  const shop = () => ({ host: postgres.connection.host, user: 'plain', database: 'shop' });
  const asPlain = <Row extends pg.QueryResultRow>(text: string) => queryOnce<Row>(shop(), text);

  beforeAll(async () => {
    cluster = await openMusterPlace();
    postgres = await startServer();
    await asSuperuser('create role plain login nosuperuser nocreaterole');
    await asSuperuser('create database shop owner plain');
    const host = encodeURIComponent(postgres.connection.host);
    place = await openMusterPlace({ DATABASE_URL: `postgres://plain@localhost:5432/shop?host=${host}` });
  });
  afterAll(async () => {
    await place?.remove();
    await postgres?.stop();
    await cluster?.remove();
  });

  test('a user that may not make the role of requests is told the SQL to run, and that SQL is enough', async () => {
    const { code, stderr } = await place.run(['serve']);
    expect(code).toBe(1);
    const statements = [...stderr.matchAll(/^muster: {3}(\w.*;)$/gm)].map(([, sql = '']) => sql);
    expect(statements).toEqual(['create role muster_app nologin;', 'grant muster_app to plain;']);
    for (const statement of statements) await asSuperuser(statement);
    const server = await place.start('serve').begun();
    expect(await server.line(/^Muster serves on/)).toContain('on the PostgreSQL of DATABASE_URL.');
    expect(existsSync(join(place.dataFolder, 'postgres'))).toBe(false);
  });

  test('site, token and registration work, and the letter leaves', async () => {
    alpha = await makeAlpha(place);
    const { status } = await registerAt(place, alpha, 'bob', { letter: true });
    expect(status).toBe(200);
    const delivered = () => asPlain('select 1 from letters where delivered_at is not null');
    await until(async () => (await delivered()).length === 1, 'the letter');
  });

  test('the role of requests sees and changes the rows of its tenant alone', async () => {
    await place.done('site', 'create', 'beta', '--name', 'Beta');
    await place.done(
      'account',
      'create',
      'eve',
      '--email',
      'eve@example.com',
      '--name',
      'Eve',
      '--site',
      'beta',
    );
    const tenants = await asPlain<{ id: number; slug: string }>('select id, slug from tenants order by id');
    const idOf = (slug: string) => tenants.find((tenant) => tenant.slug === slug)?.id;
    const asTenant = (id: number | undefined, text: string) =>
      queryOnce<{ username: string }>(
        { ...shop(), options: `-c role=muster_app -c app.tenant_id=${id ?? ''}` },
        text,
      );
    const usernames = async (id: number | undefined) =>
      (await asTenant(id, 'select username from accounts order by id')).map(({ username }) => username);
    expect(await usernames(undefined)).toEqual([]);
    expect(await usernames(idOf('alpha'))).toEqual(['amy', 'bob']);
    expect(await usernames(idOf('beta'))).toEqual(['eve']);
    const renamed = "update accounts set name = 'Mallory' where username = 'eve' returning username";
    expect(await asTenant(idOf('alpha'), renamed)).toEqual([]);
    await expect(asTenant(idOf('beta'), 'drop table accounts')).rejects.toThrow('must be owner');
    const beta = await ask(place, { ...alpha, host: 'beta.localhost', path: '/tahoe/api/v1/users/' });
    expect(beta.status).toBe(401);
  });

  test('while the server is away requests are refused with 503, and answered again once it is back', async () => {
    await postgres.stop();
    const refused = await registerAt(place, alpha, 'early');
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
    expect((await ask(place, { path: '/readyz' })).status).toBe(503);
    expect((await ask(place, { path: '/healthz' })).status).toBe(200);
    postgres = await startServer();
    await until(async () => (await ask(place, { path: '/readyz' })).status === 200, 'the database');
    expect((await registerAt(place, alpha, 'early')).status).toBe(200);
  });

  test('a page of free places stays open while the server is away, and is told of choices again', async () => {
    const manage = async (method: 'POST' | 'PUT', path: string, body: unknown) => {
      const answer = await ask(place, { ...alpha, method, path, body });
      if (answer.status !== 200 || !isRecord(answer.body)) throw new Error(JSON.stringify(answer));
      return answer.body;
    };
    const event = await manage('POST', '/events', { name: 'fair', available: true });
    await manage('PUT', `/events/${event.id}`, { workshops: [{ title: 'One', limit: 9 }] });
    const [person] = await asPlain<{ id: number; workshop: number }>(
      `insert into participants (tenant_id, event_id, full_name, created_at, updated_at)
       select tenant_id, event_id, 'Ann', now(), now() from workshops
       returning id, (select w.id from workshops w) as workshop`,
    );
    const stream = await openStream(place, { host: alpha.host, path: `/events/${event.id}/seats` });
    await stream.event();
    await postgres.stop();
    postgres = await startServer();
    await until(async () => (await ask(place, { path: '/readyz' })).status === 200, 'the database');
    await manage('PUT', `/registrations/user/${person?.id}`, { workshop_ids: [person?.workshop] });
    const seats = { id: person?.workshop, limit: 9, registered: 1, free: 8 };
    const told = await stream.event((data) => JSON.stringify(data).includes('"registered":1'));
    stream.close();
    expect(told).toMatchObject({ workshops: [seats], open: true });
  });
});
