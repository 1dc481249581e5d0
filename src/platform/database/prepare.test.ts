import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { prepare, type Slot } from './prepare.ts';

let data: TestDatabase;

beforeAll(async () => {
  data = await openTestDatabase();
  await data.query(
    `insert into tenants (uuid, slug, name, status, created_at)
     select gen_random_uuid(), slug, slug, 'active', now() from unnest(array['a', 'b']) slug`,
  );
});

afterAll(() => data.close());

const context = () => data.database.scope({ tenantId: 1, siteId: null, author: null, requestId: 'r' });

const bySlug = prepare(2, (db, slug: Slot<string>, status: Slot<string>) =>
  db.selectFrom('tenants').select('slug').where('status', '=', status).where('slug', '=', slug),
);

test('a statement composed once is asked with other values, wherever their slots stand', async () => {
  expect(await context().read((unit) => bySlug(unit, 'a', 'active'))).toEqual([{ slug: 'a' }]);
  expect(await context().read((unit) => bySlug(unit, 'b', 'active'))).toEqual([{ slug: 'b' }]);
  expect(await context().read((unit) => bySlug(unit, 'b', 'pending'))).toEqual([]);
});

test('a value that does not come through a slot is refused: it would stay the same for every caller', async () => {
  const leaky = prepare(1, (db, slug: Slot<string>) =>
    db.selectFrom('tenants').select('slug').where('slug', '=', slug).where('status', '=', 'active'),
  );
  await expect(context().read((unit) => leaky(unit, 'a'))).rejects.toThrow(/every value through a slot/);
});
