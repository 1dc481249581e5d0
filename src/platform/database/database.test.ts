import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Scope } from './contract.ts';
import { brokenConstraint } from './failures.ts';

let test1: TestDatabase;
const scope = (tenantId: number): Scope => ({ tenantId, siteId: null, author: null, requestId: 'r' });

beforeAll(async () => {
  test1 = await openTestDatabase();
  await test1.query(
    `insert into tenants (uuid, slug, name, status, created_at)
     select gen_random_uuid(), slug, slug, 'active', now() from unnest(array['a','b']) slug`,
  );
  await test1.query(
    `insert into sites (tenant_id, slug, name, created_at) select id, slug, slug, now() from tenants`,
  );
});

afterAll(() => test1.close());

test('a read sees the rows of its own tenant only, even without a filter', async () => {
  const seen = await test1.database
    .scope(scope(1))
    .read((read) => read.db.selectFrom('sites').select('slug').execute());
  expect(seen).toEqual([{ slug: 'a' }]);
});

test('a write into another tenant is refused by row-level security', async () => {
  const write = test1.database
    .scope(scope(1))
    .transaction((tx) =>
      tx.db
        .insertInto('sites')
        .values({ tenant_id: 2, slug: 'x', name: 'x', created_at: new Date() })
        .execute(),
    );
  await expect(write).rejects.toThrow(/row-level security/);
});

test('reads of two tenants at once never mix, however many share the connections', async () => {
  const slugs = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      test1.database
        .scope(scope((index % 2) + 1))
        .read((read) => read.db.selectFrom('sites').select('slug').executeTakeFirstOrThrow()),
    ),
  );
  expect(slugs.map((row) => row.slug)).toEqual(slugs.map((_, index) => (index % 2 ? 'b' : 'a')));
});

test('a failing statement fails its own unit only', async () => {
  const context = test1.database.scope(scope(1));
  const bad = context.read((read) => sql`select 1 / 0`.execute(read.db));
  const good = context.read((read) => read.db.selectFrom('sites').select('slug').execute());
  await expect(bad).rejects.toThrow(/division by zero/);
  await expect(good).resolves.toHaveLength(1);
});

test('a statement that could not be parsed once can be asked again', async () => {
  const context = test1.database.scope(scope(1));
  const ask = () => context.read((read) => sql`select * from no_such_table`.execute(read.db));
  await expect(ask()).rejects.toThrow(/no_such_table/);
  await expect(ask()).rejects.toThrow(/no_such_table/);
  await expect(context.read((read) => sql`select 1`.execute(read.db))).resolves.toBeDefined();
});

test('a transaction that throws leaves nothing, and its after-commit acts are not called', async () => {
  const acts: string[] = [];
  const context = test1.database.scope(scope(1));
  const failed = context.transaction(async (tx) => {
    tx.afterCommit(() => acts.push('failed'));
    await tx.db.updateTable('sites').set({ name: 'changed' }).execute();
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  await context.transaction(async (tx) => tx.afterCommit(() => acts.push('done')));
  const [site] = await context.read((read) => read.db.selectFrom('sites').select('name').execute());
  expect([site?.name, acts]).toEqual(['a', ['done']]);
});

test('a clash of two transactions is run again until it succeeds', async () => {
  const context = test1.database.scope(scope(1));
  let attempts = 0;
  await context.transaction(async (tx) => {
    attempts += 1;
    if (attempts === 1) await sql`do $$ begin raise exception using errcode = '40001'; end $$`.execute(tx.db);
  });
  expect(attempts).toBe(2);
});

test('a clash among statements issued together is run again, though its aftermath is heard of first', async () => {
  const context = test1.database.scope(scope(1));
  let attempts = 0;
  await context.transaction(async (tx) => {
    attempts += 1;
    if (attempts > 1) return;
    const clash = sql`do $$ begin raise exception using errcode = '40P01'; end $$`.execute(tx.db);
    const aftermath = sql`select 1`.execute(tx.db);
    clash.catch(() => undefined);
    await aftermath;
  });
  expect(attempts).toBe(2);
});

test('the last of a transaction is kept with its commit; where it fails nothing is', async () => {
  const context = test1.database.scope(scope(1));
  const acts: string[] = [];
  const rename = (name: string, last: string) =>
    context.transaction((tx) => {
      tx.afterCommit(() => acts.push(name));
      return tx.last(async () => {
        const renamed = tx.db.updateTable('sites').set({ name }).execute();
        await Promise.all([renamed, sql.raw(last).execute(tx.db)]);
      });
    });
  await rename('kept', 'select 1');
  await expect(rename('lost', 'select 1 / 0')).rejects.toThrow(/division by zero/);
  const [site] = await context.read((read) => read.db.selectFrom('sites').select('name').execute());
  expect([site?.name, acts]).toEqual(['kept', ['kept']]);
  await rename('a', 'select 1');
});

test('a clash in the last of a transaction is run again', async () => {
  const context = test1.database.scope(scope(1));
  let attempts = 0;
  const answer = await context.transaction((tx) => {
    attempts += 1;
    return tx.last(() => sql<{ ok: boolean }>`select insist(${attempts > 1}) as ok`.execute(tx.db));
  });
  expect([attempts, answer.rows]).toEqual([2, [{ ok: true }]]);
});

test('nothing can be asked after the last of a transaction', async () => {
  const context = test1.database.scope(scope(1));
  const late = context.transaction(async (tx) => {
    await tx.last(() => sql`select 1`.execute(tx.db));
    await tx.db.updateTable('sites').set({ name: 'late' }).execute();
  });
  await expect(late).rejects.toThrow('Nothing can be asked after the last of a transaction.');
  const [site] = await context.read((read) => read.db.selectFrom('sites').select('name').execute());
  expect(site?.name).toBe('a');
});

test('connections ended by the server cost no caller an error', async () => {
  const context = test1.database.scope(scope(1));
  const read = () => context.read((unit) => unit.db.selectFrom('sites').select('slug').execute());
  await read();
  await test1.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await expect(read()).resolves.toHaveLength(1);
  const write = context.transaction((tx) => tx.db.updateTable('sites').set({ name: 'a' }).execute());
  await expect(write).resolves.toBeDefined();
});

test('a broken constraint is known by its name', async () => {
  const twice = test1.database
    .scope(scope(1))
    .transaction((tx) =>
      tx.db
        .insertInto('sites')
        .values({ tenant_id: 1, slug: 'a', name: 'a', created_at: new Date() })
        .execute(),
    );
  const error = await twice.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(brokenConstraint(error)).toBe('sites__slug');
});

test('a stream brings every row of the tenant and gives its connection back', async () => {
  const context = test1.database.scope(scope(1));
  for (let round = 0; round < 5; round += 1) {
    let count = 0;
    const lists = context.stream((db) =>
      db
        .selectFrom('sites')
        .innerJoinLateral(sql<{ n: number }>`generate_series(1, 2500)`.as<'g'>('g'), (join) => join.onTrue())
        .select('slug'),
    );
    for await (const list of lists) count += list.length;
    expect(count).toBe(2500);
  }
});

test('a stream left early leaves no connection behind, and a fourth at once is refused', async () => {
  const context = test1.database.scope(scope(1));
  const open = () => context.stream((db) => db.selectFrom('sites').select('slug'))[Symbol.asyncIterator]();
  const streams = [open(), open(), open()];
  for (const stream of streams) await stream.next();
  await expect(open().next()).rejects.toMatchObject({ kind: 'unavailable' });
  for (const stream of streams) await stream.return(undefined);
  await expect(open().next()).resolves.toMatchObject({ done: false });
});

test('a value that no column can hold is the fault of whoever sent it', async () => {
  const context = test1.database.scope(scope(1));
  const asked = context.read((read) =>
    read.db
      .selectFrom('sites')
      .select('slug')
      .where('id', '=', Number.MAX_SAFE_INTEGER * 8192)
      .execute(),
  );
  await expect(asked).rejects.toMatchObject({ kind: 'invalid', code: 'request.unfit_value' });
});
