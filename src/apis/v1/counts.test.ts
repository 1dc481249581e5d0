import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol } from '../../../test/support/learning.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';
import { chooses, participants, workshopEvent } from '../../../test/support/workshops.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: Asker;
let member: Asker;
let stranger: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  staff = await openAsker(muster, alpha, await muster.account(alpha, { username: 'sam', role: 'staff' }));
  muster.clock.advance(86_400_000);
  const ada = await muster.account(alpha, { username: 'ada' });
  await muster.account(alpha, { username: 'ben', active: false });
  member = await openAsker(muster, alpha, ada);
  stranger = await openAsker(muster, beta, await muster.account(beta, { username: 'bea', role: 'owner' }));
});
afterAll(() => muster.close());

/** An open event with a chosen workshop, a shut one, and a course with somebody in it. */
async function fillUp(): Promise<void> {
  const workshops = [
    { title: 'One', moment: 'am', capacity: 9 },
    { title: 'Two', moment: 'pm', capacity: 4 },
  ];
  const event = await workshopEvent(alpha, { workshops });
  await workshopEvent(alpha, { workshops, available: false });
  const [chooser] = await participants(muster, alpha, event, [{}]);
  if (chooser) await chooses(alpha, chooser, [event.workshops[0]?.id ?? 0]);
  await enrol(alpha, [await course(alpha)], ['ada']);
}

test('the figures are those of what is there', async () => {
  await fillUp();
  const { status, body } = await staff('GET', '/counts?days=7');
  expect(status).toBe(200);
  expect([body.since, body.until]).toEqual(['2026-11-15', '2026-11-21']);
  expect(body.people).toEqual([
    { role: 'member', active: 1, inactive: 1 },
    { role: 'staff', active: 1, inactive: 0 },
    { role: 'admin', active: 0, inactive: 0 },
    { role: 'owner', active: 0, inactive: 0 },
  ]);
  expect(body.sign_ups).toEqual([
    { day: '2026-11-20', count: 1 },
    { day: '2026-11-21', count: 2 },
  ]);
  expect(body.registrations).toEqual([{ day: '2026-11-21', count: 1 }]);
  const fill = body.workshops.map((one: { title: string; taken: number; capacity: number }) => [
    one.title,
    one.taken,
    one.capacity,
  ]);
  expect(fill).toEqual([
    ['One', 1, 9],
    ['Two', 0, 4],
  ]);
  expect(body.enrolments).toMatchObject([{ day: '2026-11-21', count: 1 }]);
});

test('only the days asked for are counted', async () => {
  expect((await staff('GET', '/counts?days=1')).body.sign_ups).toEqual([{ day: '2026-11-21', count: 2 }]);
  const bad = await staff('GET', '/counts?days=0');
  expect([bad.status, bad.pointers()]).toEqual([400, ['/days']]);
});

test('they take the same statements however much is counted', async () => {
  const countNow = async () => {
    muster.statements.length = 0;
    await staff('GET', '/counts');
    return muster.statements.length;
  };
  await countNow();
  const before = await countNow();
  await fillUp();
  expect(await countNow()).toBe(before);
});

test('members see none of them, and another tenant sees its own', async () => {
  expect((await member('GET', '/counts')).status).toBe(403);
  const { body } = await stranger('GET', '/counts');
  expect([body.registrations, body.workshops, body.enrolments]).toEqual([[], [], []]);
});
