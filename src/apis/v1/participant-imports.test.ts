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

/** An event with Ann, who has chosen, Bob and Cas. */
async function busyEvent() {
  const event = await workshopEvent(alpha, { workshops: [{ title: 'Yoga' }] });
  const people = ['Ann', 'Bob', 'Cas'].map((fullName) => ({ fullName, class: '1A' }));
  const [ann] = await participants(muster, alpha, event, people);
  await chooses(alpha, { id: ann?.id ?? 0 }, [event.workshops[0]?.id ?? 0]);
  const path = `/events/${event.id}/participants`;
  const names = async () =>
    (await staff.get(path)).body.items.map((one: { full_name: string }) => one.full_name);
  return { path, names };
}

const file = 'Name;Class\nBob;2B\nCas;1A\nDora;1A\n';

test('a dry run shows who would be added, changed and removed with their choices, and does none of it', async () => {
  const { path, names } = await busyEvent();
  const { status, body } = await staff.post(`${path}/import?dry_run=true&mode=replace`, file);
  expect(status).toBe(200);
  expect(body.counts).toEqual({ added: 1, changed: 1, removed: 1, kept: 1, registrations_removed: 1 });
  expect(body.added).toEqual([{ line: 4, full_name: 'Dora', class: '1A', target_group: null }]);
  expect(body.changed[0]).toMatchObject({ line: 2, before: { class: '1A' }, after: { class: '2B' } });
  expect(body.removed[0]).toMatchObject({ full_name: 'Ann', registrations: 1 });
  expect(await names()).toEqual(['Ann', 'Bob', 'Cas']);
});

test('the import does what its dry run said; without a word nobody is removed', async () => {
  const { path, names } = await busyEvent();
  const { body: said } = await staff.post(`${path}/import?dry_run=true`, file);
  const { body: done } = await staff.post(`${path}/import`, file);
  expect(done).toEqual({ ...said, dry_run: false });
  expect(await names()).toEqual(['Ann', 'Bob', 'Cas', 'Dora']);
  await staff.post(`${path}/import?mode=replace`, file);
  expect(await names()).toEqual(['Bob', 'Cas', 'Dora']);
});

test('a file is brought in once where the request names itself, and another under that name is refused', async () => {
  const { path, names } = await busyEvent();
  const key = { 'idempotency-key': `import-${path}` };
  const twins = 'Name;Class\nTwin;9\nTwin;9\n';
  expect((await staff.post(`${path}/import`, twins, key)).status).toBe(200);
  const again = await staff.post(`${path}/import`, twins, key);
  expect([again.headers['idempotency-replayed'], again.body.counts.added]).toEqual(['true', 2]);
  expect((await staff.post(`${path}/import`, file, key)).status).toBe(422);
  expect(await names()).toEqual(['Ann', 'Bob', 'Cas', 'Twin', 'Twin']);
});

test.each(['true', 'false'])(
  'faults are told by line and column, and nothing is done (dry run: %s)',
  async (dry) => {
    const { path, names } = await busyEvent();
    const long = 'x'.repeat(81);
    const refused = await staff.post(`${path}/import?dry_run=${dry}`, `Name;Class\nDora;${long}\nEva;1A;x\n`);
    expect([refused.status, refused.body.code]).toEqual([400, 'participant.bad_table']);
    expect(pointersOf(refused)).toEqual(['/2/2', '/3/3']);
    expect(await names()).toEqual(['Ann', 'Bob', 'Cas']);
  },
);

test('a file may come in a form, and JSON is none', async () => {
  const { path, names } = await busyEvent();
  const form = new FormData();
  form.append('file', new Blob([file], { type: 'text/csv' }), 'people.csv');
  const parts = new Response(form);
  const headers = { 'content-type': parts.headers.get('content-type') ?? '' };
  const sent = await staff.post(`${path}/import`, await parts.text(), headers);
  expect([sent.status, (await names()).length]).toEqual([200, 4]);
  expect((await staff.post(`${path}/import`, { people: [] })).status).toBe(415);
});
