import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { chooses, participant, workshopEvent } from '../../../test/support/workshops.ts';
import { Refusal } from '../../platform/refusal.ts';
import { editEvent } from './events.ts';
import { writeRegistrationsCsv, writeRegistrationsWorkbook } from './exports.ts';
import type { EventWithWorkshops } from './types.ts';

let muster: TestApp;
let event: EventWithWorkshops;

beforeAll(async () => {
  muster = await openTestApp();
  event = await workshopEvent(muster.home, { workshops: [{ title: 'Yoga' }] });
  const one = await participant(muster, muster.home, event, { fullName: 'Amy' });
  await chooses(muster.home, one, [event.workshops[0]?.id ?? 0]);
});
afterAll(() => muster.close());

/** Whether an export comes whole; not while too many others run. */
async function written(write: typeof writeRegistrationsCsv): Promise<boolean> {
  try {
    return (await buffer(await write(muster.home.context, event.id, 'nl'))).length > 50;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'export.busy') return false;
    throw error;
  }
}

const writers = [writeRegistrationsWorkbook, writeRegistrationsCsv];

test('a reader who leaves before the first byte makes room for others', async () => {
  for (const write of writers) {
    for (let turn = 0; turn < 5; turn += 1) {
      const stream = await write(muster.home.context, event.id, 'nl');
      stream.destroy();
      await expect.poll(() => written(write)).toBe(true);
    }
  }
});

test('beyond those that may run at once an export is refused, before the first byte', async () => {
  const open = await Promise.all(
    [1, 2, 3].map(() => writeRegistrationsCsv(muster.home.context, event.id, 'nl')),
  );
  await expect(writeRegistrationsWorkbook(muster.home.context, event.id, 'nl')).rejects.toThrow(
    expect.objectContaining({ code: 'export.busy' }),
  );
  for (const stream of open) stream.destroy();
  await expect.poll(() => written(writeRegistrationsWorkbook)).toBe(true);
});

test('an unknown event is refused before the first byte, and holds nothing', async () => {
  for (let turn = 0; turn < 5; turn += 1)
    await expect(writeRegistrationsWorkbook(muster.home.context, 999_999, 'nl')).rejects.toThrow(
      expect.objectContaining({ code: 'event.unknown' }),
    );
  const stream = await writeRegistrationsCsv(muster.home.context, event.id, 'en');
  expect((await buffer(stream)).toString()).toContain('Amy');
});

test('what is changed while it is written does not get in: all of it is one moment', async () => {
  const stream = await writeRegistrationsCsv(muster.home.context, event.id, 'nl');
  await muster.home.context.transaction((tx) => editEvent(tx, event.id, { workshops: [] }, null));
  expect((await buffer(stream)).toString()).toContain('Yoga;default;Amy;;;');
  const after = await buffer(await writeRegistrationsCsv(muster.home.context, event.id, 'nl'));
  expect(after.toString()).not.toContain('Amy');
});
