import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { workshopEvent } from '../../../test/support/workshops.ts';
import { copyEvent, editEvent, inOrder, requireEvent } from './events.ts';

let muster: TestApp;
let alpha: TestSite;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

const edit = (id: number, workshops: Parameters<typeof editEvent>[2]['workshops']) =>
  alpha.context.transaction(
    async (tx) => (await editEvent(tx, id, workshops ? { workshops } : {}, null)).event,
  );
const titles = (workshops: Parameters<typeof inOrder<{ id: number; position: number; title: string }>>[0]) =>
  inOrder(workshops).map(({ title }) => title);

test('workshops stand in the order that an edit gives them, and a copy keeps it', async () => {
  const { id, workshops } = await workshopEvent(alpha, {
    workshops: [{ title: 'A' }, { title: 'B' }, { title: 'C' }],
  });
  expect(titles(workshops)).toEqual(['A', 'B', 'C']);
  const [a, b, c] = workshops.map((one) => one.id);
  const sorted = [c, a, b].flatMap((one, position) => (one === undefined ? [] : [{ id: one, position }]));
  await edit(id, sorted);
  const kept = await alpha.context.read((read) => requireEvent(read, id));
  expect(titles(kept.workshops)).toEqual(['C', 'A', 'B']);
  const copied = await alpha.context.transaction((tx) => copyEvent(tx, id, 'The copy'));
  expect(titles(copied.workshops)).toEqual(['C', 'A', 'B']);
});

test('an edit that says nothing of the order keeps it, and puts who is new at the end', async () => {
  const { id, workshops } = await workshopEvent(alpha, {
    workshops: [
      { title: 'A', position: 1 },
      { title: 'B', position: 0 },
    ],
  });
  const event = await edit(id, [...workshops.map((one) => ({ id: one.id })), { title: 'New' }]);
  expect(titles(event.workshops)).toEqual(['B', 'A', 'New']);
});
