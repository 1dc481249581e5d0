import { afterAll, beforeAll, expect, test } from 'vitest';
import { venue } from '../../../test/support/festival.ts';
import { type FestivalTown, openFestivalTown } from '../../../test/support/festival-v1.ts';

let town: FestivalTown;
beforeAll(async () => {
  town = await openFestivalTown();
});
afterAll(() => town.muster.close());

const first = () => ({ artist_uuid: town.band.uuid, venue_uuid: town.bar.uuid, body: 'Hello' });
const start = () => town.ask(town.ann, 'POST', '/conversations', first(), { 'idempotency-key': 'first' });

test('a message is unread by the other side until it says so', async () => {
  const made = await start();
  expect([made.status, made.body.artist.is_yours, made.body.may_write]).toEqual([201, true, true]);
  const unread = async () => (await town.ask(town.bob, 'GET', '/conversations')).body.items[0].unread_count;
  expect(await unread()).toBe(1);
  await start();
  expect(await unread()).toBe(1);
  expect((await town.ask(town.bob, 'POST', `/conversations/${made.body.uuid}/read`)).status).toBe(204);
  expect(await unread()).toBe(0);
});

test('both sides write, and the newest message stands first', async () => {
  const { body } = await start();
  const path = `/conversations/${body.uuid}/messages`;
  const answer = await town.ask(town.bob, 'POST', path, { body: 'Hello back' });
  expect([answer.status, answer.body.side]).toEqual([201, 'venue']);
  const page = await town.ask(town.ann, 'GET', `${path}?limit=1`);
  expect(page.body.items.map(({ body: text }: { body: string }) => text)).toEqual(['Hello back']);
  const rest = await town.ask(town.ann, 'GET', `${path}?limit=1&cursor=${page.body.next}`);
  expect([rest.body.items[0].body, rest.body.next]).toEqual(['Hello', null]);
});

test('a conversation is unknown to everybody but its two sides', async () => {
  const { body } = await start();
  const path = `/conversations/${body.uuid}`;
  for (const who of [town.dan, town.cat]) expect((await town.ask(who, 'GET', path)).status).toBe(404);
  expect((await town.ask(town.dan, 'POST', `${path}/messages`, { body: 'Me too' })).status).toBe(404);
  expect((await town.ask(null, 'GET', path)).status).toBe(401);
  expect((await town.askElsewhere('GET', path)).status).toBe(404);
  expect((await town.ask(town.dan, 'POST', '/conversations', first())).status).toBe(403);
});

test('an empty message is refused by its pointer', async () => {
  const { status, body } = await town.ask(town.ann, 'POST', '/conversations', { ...first(), body: ' ' });
  expect([status, body.errors[0].pointer]).toEqual([400, '/body']);
});

test('a conversation is put away and taken back out', async () => {
  const { body } = await start();
  const path = `/conversations/${body.uuid}`;
  expect((await town.ask(town.bob, 'PATCH', path, { is_archived: true })).body.is_archived).toBe(true);
  expect((await town.ask(town.bob, 'GET', '/conversations')).body.items).toEqual([]);
  expect((await town.ask(town.bob, 'GET', '/conversations?is_archived=true')).body.items.length).toBe(1);
  await town.ask(town.bob, 'PATCH', path, { is_archived: false });
  expect((await town.ask(town.bob, 'GET', '/conversations')).body.items.length).toBe(1);
});

test('a list costs as many statements for thirty as for one', async () => {
  const ask = () => town.ask(town.ann, 'GET', '/conversations');
  await start();
  const alone = await ask();
  for (let at = 1; at < 30; at += 1) {
    const { uuid } = await venue(town.at, town.of, town.bob);
    await town.ask(town.ann, 'POST', '/conversations', { ...first(), venue_uuid: uuid });
  }
  const all = await ask();
  expect([alone.body.items.length, all.body.items.length]).toEqual([1, 30]);
  expect(all.statements).toBe(alone.statements);
});
