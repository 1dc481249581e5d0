import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { artist, booking, city, festival, venue } from '../../../test/support/festival.ts';
import type { Account } from '../identity/types.ts';
import { bookingsAsTargets } from './targets.ts';
import type { City } from './types.ts';

let muster: TestApp;
let at: TestSite;
let other: TestSite;
let nf: City;
let ann: Account;
let vic: Account;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  other = await muster.site('madison');
  nf = await city(at);
  await festival(at, nf);
  ann = await muster.account(at, { username: 'ann' });
  vic = await muster.account(at, { username: 'vic' });
});
afterAll(() => muster.close());

const made = async (status: 'requested' | 'confirmed') =>
  booking(at, nf, { artist: await artist(at, nf, ann), venue: await venue(at, nf, vic) }, { status });
const find = (uuid: string, where = at) =>
  where.context.read((read) => bookingsAsTargets.find(read, where.site, uuid));

test('a confirmed booking can be named by others on its site, and concerns both sides', async () => {
  const { id, uuid, artist: act, venue: stage } = await made('confirmed');
  const found = await find(uuid);
  expect(found).toMatchObject({ id, publicId: uuid, name: `${act.name} – ${stage.name}` });
  expect(found?.concerns.toSorted()).toEqual([ann.id, vic.id].toSorted());
  expect(await at.context.read((read) => bookingsAsTargets.describe(read, [id]))).toHaveLength(1);
});

test('what is only asked for, of another tenant, or no uuid is nothing that others can name', async () => {
  const asked = await made('requested');
  expect(await find(asked.uuid)).toBeNull();
  expect(await find((await made('confirmed')).uuid, other)).toBeNull();
  expect(await find('none')).toBeNull();
});

test('whoever is asked finds it among the notifications, and both sides that it is confirmed', async () => {
  const told = () =>
    muster.query<{ account_id: string; message: string }>(
      `select account_id, message from notifications where tenant_id = $1 and kind = 'booking' order by message, account_id`,
      [at.site.tenantId],
    );
  await made('confirmed');
  const rows = (await told()).map(({ account_id: id, message }) => `${message} ${id}`);
  expect(rows).toContain(`bookingAsked ${vic.id}`);
  expect(rows).not.toContain(`bookingAsked ${ann.id}`);
  expect(rows).toContain(`bookingConfirmed ${ann.id}`);
  expect(rows).toContain(`bookingConfirmed ${vic.id}`);
});
