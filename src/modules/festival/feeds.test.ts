import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import { type Place, perform, place } from '../../../test/support/festival-feeds.ts';
import { actOnBooking } from './bookings.ts';
import { readFeed, readFeedVersion } from './feeds.ts';
import { changeArtist } from './profiles.ts';

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
});

afterAll(() => muster.close());

const feedOf = ({ at }: Place) =>
  ({ of: 'city', siteId: at.site.id, festivalUuid: null, streamsOnly: false }) as const;

const versionOf = async (here: Place) =>
  (await here.at.context.read((read) => readFeedVersion(read, feedOf(here)))) ?? 0;

test('a transaction raises the version once however much it changes, and not by what nobody sees', async () => {
  const here = await place(muster, 'once');
  const [one, other] = [await perform(here, '10:00'), await perform(here, '11:00')];
  const before = await versionOf(here);
  await perform(here, '12:00', { status: 'requested' });
  expect(await versionOf(here)).toBe(before);
  await here.at.context.transaction(async (tx) => {
    const owner = build.viewer(here.owner);
    await changeArtist(tx, here.of, owner, one.artist.uuid, { name: 'Renamed' });
    for (const { uuid } of [one, other]) await actOnBooking(tx, owner, uuid, 'cancel');
  });
  expect(await versionOf(here)).toBe(before + 1);
});

test('of many transactions at once each raises the version, and a page says which one it is true for', async () => {
  const here = await place(muster, 'many');
  const artist = await build.artist(here.at, here.of, here.owner);
  const shown = await Promise.all(
    ['08:00', '09:00', '10:00', '11:00', '12:00', '13:00'].map((clock) => perform(here, clock, { artist })),
  );
  const before = await versionOf(here);
  const owner = build.viewer(here.owner);
  await Promise.all(
    shown.map(({ uuid }) => here.at.context.transaction((tx) => actOnBooking(tx, owner, uuid, 'cancel'))),
  );
  expect(await versionOf(here)).toBe(before + shown.length);
  const page = await here.at.context.read((read) => readFeed(read, feedOf(here), {}, null));
  expect(page).toMatchObject({ version: before + shown.length, total: 0, validUntil: here.festival.endsAt });
});

test('a transaction that is undone raises nothing', async () => {
  const here = await place(muster, 'undone');
  const { uuid } = await perform(here);
  const before = await versionOf(here);
  const undone = here.at.context.transaction(async (tx) => {
    await actOnBooking(tx, build.viewer(here.owner), uuid, 'cancel');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await versionOf(here)).toBe(before);
});
