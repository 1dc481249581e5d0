import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { pointersOf, type V1Client, v1ClientOf } from '../../../test/support/v1-client.ts';
import { chooses, participants, workshopEvent } from '../../../test/support/workshops.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: V1Client;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  staff = await v1ClientOf(muster, alpha, 'staff');
});
afterAll(() => muster.close());

/** An event of three workshops; one person is in the first. */
async function busyEvent() {
  const event = await workshopEvent(alpha, {
    workshops: [
      { title: 'A', moment: '1', capacity: 5 },
      { title: 'B', moment: '1', capacity: 2 },
      { title: 'C', moment: '2', capacity: 1 },
    ],
  });
  const people = await participants(muster, alpha, event, [{}, {}]);
  const [a = 0, b = 0, c = 0] = event.workshops.map(({ id }) => id);
  await chooses(alpha, { id: people[0]?.id ?? 0 }, [a]);
  return { path: `/events/${event.id}`, a, b, c };
}

const titlesOf = (workshops: readonly { title: string }[]) => workshops.map(({ title }) => title);

test('the list is kept in its order: changed, new and left out', async () => {
  const { path, a, c } = await busyEvent();
  const { status, body } = await staff.put(`${path}/workshops`, {
    workshops: [{ id: c, capacity: 9 }, { title: 'D', moment: '3' }, { id: a }],
  });
  expect([status, titlesOf(body.event.workshops), body.warnings]).toEqual([200, ['C', 'D', 'A'], []]);
  expect(titlesOf((await staff.get(path)).body.workshops)).toEqual(['C', 'D', 'A']);
  expect((await staff.get(path)).body.workshops[0]).toMatchObject({ capacity: 9, moment: '2' });
});

test('whoever chooses sees the workshops in that order', async () => {
  const { path, a, b, c } = await busyEvent();
  await staff.put(`${path}/workshops`, { workshops: [{ id: c }, { id: b }, { id: a }] });
  const [one] = (await staff.get(`${path}/participants`)).body.items;
  const { moments } = (await staff.get(`/participants/${one.id}/choice`)).body;
  const shown = moments.map(({ workshops }: { workshops: { title: string }[] }) => titlesOf(workshops));
  expect(shown).toEqual([['C'], ['B', 'A']]);
});

test('a dry run tells whom an edit concerns and keeps nothing of it', async () => {
  const { path, a, b } = await busyEvent();
  const before = (await staff.get(path)).body;
  const change = { workshops: [{ id: b }, { id: a, moment: '2', target_group: 'x', capacity: 0 }] };
  const { status, body } = await staff.put(`${path}/workshops?dry_run=true`, change);
  const said = ['moment', 'group', 'over_limit'].map((code) => ({
    workshop_id: a,
    title: 'A',
    code,
    registrations: 1,
  }));
  expect([status, body.warnings]).toEqual([200, said]);
  expect((await staff.get(path)).body).toEqual(before);
  const gone = await staff.put(`${path}/workshops?dry_run=true`, { workshops: [] });
  expect(gone.body.warnings).toMatchObject([{ code: 'deleted', registrations: 1 }]);
});

test('a workshop of another event is refused by its place', async () => {
  const [one, other] = [await busyEvent(), await busyEvent()];
  const { status, body } = await staff.put(`${one.path}/workshops`, {
    workshops: [{ id: one.a }, { id: other.b }],
  });
  expect([status, body.errors[0].pointer]).toEqual([400, '/workshops/1/id']);
});

test('links are replaced as a whole, and one that nobody could keep is refused by its place', async () => {
  const { path, a, b, c } = await busyEvent();
  const links = [{ workshop1_id: a, workshop2_id: c, kind: 'inclusive' }];
  expect((await staff.put(`${path}/links`, { links })).body).toEqual({ links });
  const refused = await staff.put(`${path}/links`, {
    links: [...links, { workshop1_id: a, workshop2_id: b, kind: 'inclusive' }],
  });
  expect([refused.status, pointersOf(refused)]).toEqual([400, ['/links/0', '/links/1']]);
  expect((await staff.get(`${path}/links`)).body).toEqual({ links });
});

test('the fill counts places, people and those without a choice', async () => {
  const { path, a } = await busyEvent();
  const { body } = await staff.get(`${path}/fill`);
  expect(body).toMatchObject({ participants: 2, without_choice: 1 });
  expect(body.workshops[0]).toMatchObject({ id: a, capacity: 5, taken: 1, free: 4 });
});
