import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestContents } from '../../../test/support/contents.ts';
import { type EventForm, formOf, openSchool, type School } from '../../../test/support/workshop-school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.muster.close());

const read = (id: number, headers: Record<string, string> = {}) =>
  school.anyone.get(`/events/${id}`, headers);
const tagOf = async ({ id }: EventForm) => String((await read(id)).headers.etag);

test('the second of two who read the same event is refused with 412, and changes nothing', async () => {
  const event = await school.event({}, [{ title: 'Yoga' }]);
  const tag = await tagOf(event);
  const put = (name: string) => school.manager.put(`/events/${event.id}`, { name }, { 'if-match': tag });
  const first = await put('first');
  expect(first.status).toBe(200);
  const before = await digestContents(school.muster.query);
  const second = await put('second');
  expect(second.status).toBe(412);
  expect(second.body).toMatchObject({ message: expect.stringContaining('Somebody changed this event') });
  for (const [path, body] of [
    ['', { name: 'second' }],
    ['/workshop_links', []],
  ] as const)
    expect((await school.manager.put(`/events/${event.id}${path}`, body, { 'if-match': tag })).status).toBe(
      412,
    );
  expect((await school.manager.delete(`/events/${event.id}`, { 'if-match': tag })).status).toBe(412);
  expect((await school.manager.post(`/events/${event.id}/archive`, {}, { 'if-match': tag })).status).toBe(
    412,
  );
  const byPost = { id: event.id, name: 'second' };
  expect((await school.manager.post('/events', byPost, { 'if-match': tag })).status).toBe(412);
  expect(await digestContents(school.muster.query)).toEqual(before);
});

test('who edits goes on with the tag of the answer', async () => {
  const event = await school.event();
  let tag = await tagOf(event);
  for (const name of ['one', 'two', 'three']) {
    const { status, headers } = await school.manager.put(
      `/events/${event.id}`,
      { name: `${name}-${event.id}` },
      { 'if-match': tag },
    );
    expect(status).toBe(200);
    tag = String(headers.etag);
  }
  const linked = await school.manager.put(`/events/${event.id}/workshop_links`, [], { 'if-match': tag });
  expect([linked.status, linked.headers.etag]).toEqual([204, `"v${event.version + 4}"`]);
  const gone = await school.manager.delete(`/events/${event.id}`, {
    'if-match': String(linked.headers.etag),
  });
  expect(gone.status).toBe(204);
});

test('of two edits at once with one tag, one is written', async () => {
  const event = await school.event();
  const tag = await tagOf(event);
  const names = Array.from({ length: 10 }, (_, at) => `at-once-${event.id}-${at}`);
  const answers = await Promise.all(
    names.map((name) => school.manager.put(`/events/${event.id}`, { name }, { 'if-match': tag })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
});

test('a choice meanwhile is no edit: the tag of whoever edits still counts', async () => {
  const event = await school.event({}, [{ title: 'Yoga' }]);
  const tag = await tagOf(event);
  await school.guest(event, event.workshops[0]?.id);
  const { status } = await school.manager.put(
    `/events/${event.id}`,
    { available: false },
    { 'if-match': tag },
  );
  expect(status).toBe(200);
});

test('a page that asks again is told 304 until a place goes, the event is edited, or its time comes', async () => {
  const event = await school.event({ opens_at: '2026-11-20T12:00:30Z' }, [{ title: 'Yoga' }]);
  const again = async (tag: string) => {
    const { status, headers } = await read(event.id, { 'if-none-match': tag });
    return { status, tag: String(headers.etag) };
  };
  const first = await tagOf(event);
  expect(await again(first)).toEqual({ status: 304, tag: first });
  school.muster.clock.advance(30_000);
  const open = await again(first);
  expect(open.status).toBe(200);
  await school.guest(event, event.workshops[0]?.id);
  const chosen = await again(open.tag);
  expect(chosen.status).toBe(200);
  await school.manager.put(`/events/${event.id}`, { available: false });
  const edited = await again(chosen.tag);
  expect(edited.status).toBe(200);
  expect((await again(edited.tag)).status).toBe(304);
});

test.each([
  ['*', 200],
  ['W/TAG', 200],
  ['"other", TAG', 200],
  ['"v1"', 200],
  ['"v2"', 412],
  ['"something"', 412],
  ['nonsense', 412],
])('If-Match: %s is %i for version 1', async (form, expected) => {
  const event = await school.event();
  const header = form.replace('TAG', await tagOf(event));
  const { status } = await school.manager.put(`/events/${event.id}`, {}, { 'if-match': header });
  expect(status).toBe(expected);
});

test('without If-Match the last writer wins', async () => {
  const event = await school.event();
  for (const available of [false, true, false])
    formOf(await school.manager.put(`/events/${event.id}`, { available }));
  expect((await read(event.id)).body).toMatchObject({ available: false, version: event.version + 3 });
});
