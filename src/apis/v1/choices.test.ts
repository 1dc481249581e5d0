import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  brokenPlaces,
  linkWorkshops,
  participant,
  visitToken,
  workshopEvent,
} from '../../../test/support/workshops.ts';
import { editEvent } from '../../modules/workshops/events.ts';
import type { Participant } from '../../modules/workshops/types.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: string;
let member: string;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  staff = await muster.apiToken(alpha, await muster.account(alpha, { username: 'staff', role: 'staff' }));
  member = await muster.apiToken(alpha, await muster.account(alpha, { username: 'member' }));
});
afterAll(() => muster.close());

let eventId: number;
let yoga: number;
let judo: number;
let song: number;
let ann: Participant;
let bob: Participant;
let annToken: string;
beforeEach(async () => {
  const event = await workshopEvent(alpha, {
    timeZone: 'Europe/Brussels',
    closesAt: '2099-01-01T12:00',
    workshops: [
      { title: 'Yoga', moment: '20/11/2026 9:00-10:30', description: 'On a mat', capacity: 1 },
      { title: 'Judo', moment: '20/11/2026 9:00-10:30', capacity: 9 },
      { title: 'Song', moment: 'pm', capacity: 9, targetGroup: 'A|B' },
    ],
  });
  eventId = event.id;
  [yoga = 0, judo = 0, song = 0] = event.workshops.map(({ id }) => id);
  ann = await participant(muster, alpha, event, { fullName: 'Ann', class: '4A', targetGroup: 'A' });
  bob = await participant(muster, alpha, event, { fullName: 'Bob' });
  annToken = await visitToken(muster, alpha, ann);
});

interface Asked {
  readonly method?: 'GET' | 'PUT' | 'DELETE';
  readonly token?: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

async function ask(path: string, { method = 'GET', token = annToken, body, headers = {} }: Asked = {}) {
  const answer = await muster.server.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: alpha.host, authorization: `Bearer ${token}`, ...headers },
    ...(body && { payload: body }),
  });
  const isJson = /json/.test(String(answer.headers['content-type']));
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers };
}

const choose = (ids: readonly number[], more: Asked = {}, who: string | number = 'me') =>
  ask(`/participants/${who}/choice`, { method: 'PUT', body: { workshop_ids: ids }, ...more });
const chosen = async () => (await ask('/participants/me/choice')).body.workshop_ids;

test('a participant sees the event by moment with free places, links, times and nothing chosen', async () => {
  await linkWorkshops(alpha, { id: eventId }, [[yoga, song, 'exclusive']]);
  const { status, body, headers } = await ask('/participants/me/choice');
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  expect(body).toMatchObject({
    participant: { id: ann.id, full_name: 'Ann', class: '4A', group: 'A' },
    event: {
      id: eventId,
      is_open: true,
      is_switched_on: true,
      opens_at: null,
      closes_at: '2099-01-01T11:00:00.000Z',
      time_zone: 'Europe/Brussels',
    },
    links: [{ workshop_ids: [yoga, song], kind: 'exclusive' }],
    workshop_ids: [],
    problems: [],
  });
  expect(body.moments).toMatchObject([
    {
      name: '20/11/2026 9:00-10:30',
      starts_at: '2026-11-20T08:00:00.000Z',
      ends_at: '2026-11-20T09:30:00.000Z',
      workshops: [
        { id: yoga, title: 'Yoga', description: 'On a mat', capacity: 1, free: 1, is_for_group: true },
        { id: judo },
      ],
    },
    { name: 'pm', starts_at: null, workshops: [{ id: song, group: 'A|B', is_for_group: true }] },
  ]);
});

test('a choice replaces the one before, and a workshop is given up', async () => {
  const made = await choose([song, yoga]);
  expect([made.status, made.body.workshop_ids]).toEqual([200, [yoga, song]]);
  expect((await choose([judo, song])).body.workshop_ids).toEqual([judo, song]);
  expect((await ask(`/participants/me/choice/${judo}`, { method: 'DELETE' })).status).toBe(204);
  expect(await chosen()).toEqual([song]);
  const again = await ask(`/participants/me/choice/${judo}`, { method: 'DELETE' });
  expect([again.status, again.body.code]).toEqual([404, 'registration.unknown']);
  expect(await brokenPlaces(muster, alpha)).toEqual([]);
});

test('a refused choice keeps the old one and tells every reason in the language of the request', async () => {
  await choose([yoga], { token: staff }, bob.id);
  await choose([song]);
  const { status, body } = await choose([yoga, judo], { headers: { 'accept-language': 'nl' } });
  expect([status, body.code]).toEqual([409, 'choice.refused']);
  expect(body.title).toContain('Deze keuze is niet mogelijk.');
  expect(body.detail.problems).toEqual([
    { workshop_id: yoga, code: 'full', with: [], message: '‘Yoga’ is volzet.', free: 0 },
    {
      workshop_id: yoga,
      code: 'moment',
      with: [judo],
      message: '‘Yoga’ valt op hetzelfde moment als ‘Judo’.',
      free: 0,
    },
    {
      workshop_id: judo,
      code: 'moment',
      with: [yoga],
      message: '‘Judo’ valt op hetzelfde moment als ‘Yoga’.',
      free: 9,
    },
  ]);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/workshop_ids/0',
    '/workshop_ids/0',
    '/workshop_ids/1',
  ]);
  expect(body.detail.free).toContainEqual({ workshop_id: yoga, free: 0 });
  expect(await chosen()).toEqual([song]);
});

test('rules that changed since flag a choice without taking it away', async () => {
  await choose([yoga, song]);
  await linkWorkshops(alpha, { id: eventId }, [[yoga, song, 'exclusive']]);
  const { body } = await ask('/participants/me/choice');
  expect(body.workshop_ids).toEqual([yoga, song]);
  expect(body.problems).toMatchObject([
    { workshop_id: yoga, code: 'excludes', with: [song], message: '“Yoga” cannot be combined with “Song”.' },
    { workshop_id: song, code: 'excludes', with: [yoga] },
  ]);
});

test('staff choose for a participant, also while it is closed and beyond the capacity; participants do not', async () => {
  await choose([yoga], { token: staff }, bob.id);
  await alpha.context.transaction((tx) => editEvent(tx, eventId, { available: false }, null));
  const closed = await choose([judo]);
  expect([closed.status, closed.body.detail.problems[0].code]).toEqual([409, 'closed']);
  const forced = await choose([judo], { body: { workshop_ids: [judo], force: true } });
  expect([forced.status, forced.body.errors[0].pointer]).toEqual([403, '/force']);
  expect((await choose([yoga], { token: staff }, ann.id)).status).toBe(409);
  const body = { workshop_ids: [yoga], force: true };
  expect((await choose([], { token: staff, body }, ann.id)).body.workshop_ids).toEqual([yoga]);
  const given = { method: 'DELETE', token: staff } as const;
  expect((await ask(`/participants/${ann.id}/choice/${yoga}`, given)).status).toBe(204);
  expect((await ask(`/participants/${ann.id}/choice`, { token: staff })).body.event.is_open).toBe(false);
});

test('nobody else sees or changes a choice', async () => {
  for (const who of [bob.id, 999_999_999])
    for (const one of [ask(`/participants/${who}/choice`), choose([judo], {}, who)])
      expect((await one).status).toBe(403);
  expect((await ask(`/participants/${bob.id}/choice/${judo}`, { method: 'DELETE' })).status).toBe(403);
  expect((await ask(`/participants/${ann.id}/choice`)).status).toBe(200);
  expect((await ask(`/participants/${ann.id}/choice`, { token: member })).status).toBe(403);
  expect((await ask('/participants/me/choice', { token: staff })).status).toBe(403);
  expect((await ask('/participants/me/choice', { headers: { authorization: '' } })).status).toBe(401);
  expect((await ask('/participants/999999999/choice', { token: staff })).status).toBe(404);
  const beta = await muster.site(`beta${eventId}`);
  const other = await participant(muster, beta, await workshopEvent(beta));
  const foreign = await ask(`/participants/${other.id}/choice`, { token: staff });
  expect([foreign.status, foreign.body.code]).toEqual([404, 'participant.unknown']);
  expect((await choose([judo], { token: staff }, other.id)).status).toBe(404);
});

test('what is no choice is refused by its pointer', async () => {
  for (const [body, pointer] of [
    [{}, '/workshop_ids'],
    [{ workshop_ids: [] }, '/workshop_ids'],
    [{ workshop_ids: ['x'] }, '/workshop_ids/0'],
    [{ workshop_ids: [1e30] }, '/workshop_ids/0'],
    [{ workshop_ids: [yoga], more: 1 }, '/more'],
  ] as const) {
    const answer = await choose([], { body });
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([400, pointer]);
  }
  expect((await ask('/participants/99999999999999999999/choice', { token: staff })).status).toBe(404);
});

test('a choice sent twice under one key is made once', async () => {
  const headers = { 'idempotency-key': `once-${eventId}` };
  const first = await choose([yoga], { headers });
  const second = await choose([yoga], { headers });
  expect(second.body).toEqual(first.body);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect((await choose([judo], { headers })).status).toBe(422);
});

test('If-Match refuses a choice that somebody changed meanwhile, whatever the places do', async () => {
  const { headers } = await ask('/participants/me/choice');
  await choose([yoga], { token: staff }, bob.id);
  const match = { 'if-match': String(headers.etag) };
  const made = await choose([judo], { headers: match });
  expect(made.status).toBe(200);
  expect((await choose([song], { headers: match })).status).toBe(412);
  const stale = await ask(`/participants/me/choice/${judo}`, { method: 'DELETE', headers: match });
  expect([stale.status, await chosen()]).toEqual([412, [judo]]);
  expect((await choose([song], { headers: { 'if-match': String(made.headers.etag) } })).status).toBe(200);
});

test('a choice is read with the same statements however many workshops there are', async () => {
  const count = async () => {
    const before = muster.statements.length;
    await ask('/participants/me/choice');
    return muster.statements.length - before;
  };
  const few = await count();
  const workshops = Array.from({ length: 30 }, (_, at) => ({ title: `W${at}`, moment: `${at}` }));
  await alpha.context.transaction((tx) => editEvent(tx, eventId, { workshops }, null));
  expect((await ask('/participants/me/choice')).body.moments).toHaveLength(30);
  expect(await count()).toBe(few);
});

test('the timetable is a calendar of what has a day; without one it is 404', async () => {
  await choose([song]);
  const none = await ask('/participants/me/timetable.ics');
  expect([none.status, none.body.code]).toEqual([404, 'timetable.undated']);
  await choose([song, yoga]);
  const { status, body, headers } = await ask('/participants/me/timetable.ics');
  expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(body).toContain('DTSTART:20261120T080000Z');
  expect(body).toContain('DTEND:20261120T093000Z');
  expect(body.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Yoga']);
});
