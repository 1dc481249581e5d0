import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import {
  brokenPlaces,
  chooses,
  linkWorkshops,
  participant,
  visitToken,
  workshopEvent,
} from '../../../test/support/workshops.ts';
import { type WorkshopsClient, workshopsClient } from '../../../test/support/workshops-client.ts';
import { editEvent } from '../../modules/workshops/events.ts';
import type { EventChange, EventWithWorkshops } from '../../modules/workshops/types.ts';

let muster: TestApp;
let alpha: TestSite;
let manager: WorkshopsClient;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const staff = await muster.account(alpha, { username: 'staff', role: 'staff' });
  manager = workshopsClient(muster, alpha.host, await muster.apiToken(alpha, staff));
});
afterAll(() => muster.close());

interface Person {
  readonly id: number;
  readonly path: string;
  readonly client: WorkshopsClient;
}

async function person(event: { id: number }, targetGroup: string | null = null): Promise<Person> {
  const { id } = await participant(muster, alpha, event, { targetGroup });
  const client = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, { id }));
  return { id, path: `/registrations/user/${id}`, client };
}

/** An event with two workshops in the morning and two in the afternoon, and its ids. */
async function day(more: Partial<EventChange> = {}, limits: readonly number[] = [10, 10, 10, 10]) {
  const workshops = ['Yoga', 'Chess', 'Judo', 'Music'].map((title, at) => ({
    title,
    moment: at < 2 ? 'am' : 'pm',
    capacity: limits[at] ?? 10,
  }));
  const event = await workshopEvent(alpha, { workshops, ...more });
  const [yoga = 0, chess = 0, judo = 0, music = 0] = event.workshops.map(({ id }) => id);
  return { event, yoga, chess, judo, music };
}

function edit({ id }: EventWithWorkshops, change: EventChange) {
  return alpha.context.transaction((tx) => editEvent(tx, id, change, null));
}

/** Ids of the workshops that the participant has. */
async function chosen({ path }: Person): Promise<unknown> {
  const { body } = await manager.get(path);
  return listOf(body, 'registrations').map((one) => one.workshop_id);
}

function listOf(body: unknown, key: string): Record<string, unknown>[] {
  const list = isRecord(body) ? body[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

describe('GET /registrations/user/{user_id}', () => {
  test('shows the choice in the documented form, and what today would refuse of it', async () => {
    const { event, yoga, judo } = await day();
    const one = await person(event);
    expect((await one.client.get(one.path)).body).toEqual({ registrations: [], problems: [] });
    await one.client.put(one.path, { workshop_ids: [judo, yoga] });
    const { status, body } = await one.client.get(one.path);
    expect(status).toBe(200);
    const registration = (workshop: number) => ({
      id: expect.any(Number),
      entry_time: '2026-11-20T12:00:00.000000+00:00',
      workshop_id: workshop,
      user_id: one.id,
      user: one.id,
    });
    expect(body).toEqual({ registrations: [registration(yoga), registration(judo)], problems: [] });
  });

  test('links, groups and moments that came later leave the choice valid but flagged', async () => {
    const { event, yoga, chess, judo } = await day();
    const one = await person(event, 'app');
    await one.client.put(one.path, { workshop_ids: [yoga, judo] });
    await linkWorkshops(alpha, event, [
      [yoga, judo, 'exclusive'],
      [judo, chess, 'inclusive'],
    ]);
    const later = event.workshops.map((workshop) => ({
      ...workshop,
      moment: 'all day',
      targetGroup: workshop.id === yoga ? 'infra' : '',
    }));
    await edit(event, { workshops: later });
    const { status, body } = await one.client.get(one.path, { 'accept-language': 'nl' });
    expect(status).toBe(200);
    expect(listOf(body, 'registrations')).toHaveLength(2);
    expect(listOf(body, 'problems')).toEqual([
      {
        workshop_id: yoga,
        code: 'group',
        with: [],
        message: '‘Yoga’ is voor andere doelgroepen.',
        free: 9,
      },
      expect.objectContaining({ workshop_id: yoga, code: 'moment', with: [judo] }),
      expect.objectContaining({ workshop_id: yoga, code: 'excludes', with: [judo] }),
      expect.objectContaining({ workshop_id: judo, code: 'moment', with: [yoga] }),
      expect.objectContaining({ workshop_id: judo, code: 'needs', with: [chess] }),
      expect.objectContaining({ workshop_id: judo, code: 'excludes', with: [yoga] }),
    ]);
    // Sent again as it is, it stays.
    expect((await one.client.put(one.path, { workshop_ids: [yoga, judo] })).status).toBe(200);
  });

  test('another participant is 403, an unknown one 404 for managers, one of another tenant too', async () => {
    const { event } = await day();
    const [one, other] = [await person(event), await person(event)];
    expect((await one.client.get(other.path)).status).toBe(403);
    expect((await one.client.put(other.path, { workshop_ids: [1] })).status).toBe(403);
    expect((await one.client.delete(`${other.path}/1`)).status).toBe(403);
    const unknown = await manager.get('/registrations/user/999999');
    expect([unknown.status, unknown.body]).toEqual([
      404,
      { description: 'There is no such participant.', message: 'There is no such participant.' },
    ]);
    const beta = await muster.site('beta');
    const boss = await muster.account(beta, { username: 'boss', role: 'admin' });
    const foreign = workshopsClient(muster, beta.host, await muster.apiToken(beta, boss));
    expect((await foreign.get(one.path)).body).toEqual(unknown.body);
    expect((await manager.get('/registrations/user/me')).status).toBe(404);
    expect((await workshopsClient(muster, alpha.host, null).get(one.path)).status).toBe(401);
  });
});

describe('PUT /registrations/user/{user_id}', () => {
  test('puts the whole choice in place of the old one', async () => {
    const { event, yoga, chess, judo } = await day();
    const one = await person(event);
    const first = await one.client.put(one.path, { workshop_ids: [yoga, judo] });
    expect(first.status).toBe(200);
    expect(listOf(first.body, 'registrations').map((row) => row.workshop_id)).toEqual([yoga, judo]);
    const kept = listOf(first.body, 'registrations')[1];
    const second = await one.client.put(one.path, { workshop_ids: [chess, judo] });
    // Who keeps a workshop keeps the registration and its time.
    expect(listOf(second.body, 'registrations')).toContainEqual(kept);
    expect(await chosen(one)).toEqual([judo, chess]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test.each<[string, (yoga: number, judo: number) => unknown]>([
    ['numbers', (yoga, judo) => ({ workshop_ids: [yoga, judo] })],
    ['texts', (yoga, judo) => ({ workshop_ids: [`${yoga}`, ` ${judo} `] })],
    ['one id three times', (yoga, judo) => ({ workshop_ids: [yoga, yoga, judo, `${yoga}`] })],
    ['keys that nobody knows', (yoga, judo) => ({ workshop_ids: [yoga, judo], user: 1, limit: null })],
    [
      'a form',
      (yoga, judo) =>
        new URLSearchParams([
          ['workshop_ids', `${yoga}`],
          ['workshop_ids', `${judo}`],
        ]),
    ],
  ])('takes %s, a seat for each workshop', async (_what, bodyOf) => {
    const { event, yoga, judo } = await day({}, [1, 1, 1, 1]);
    const one = await person(event);
    expect((await one.client.put(one.path, bodyOf(yoga, judo))).status).toBe(200);
    expect(await chosen(one)).toEqual([yoga, judo]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{}, 'workshop_ids'],
    [{ workshop_ids: null }, 'workshop_ids'],
    [{ workshop_ids: 7 }, 'workshop_ids'],
    [{ workshop_ids: { 0: 7 } }, 'workshop_ids'],
    [{ workshop_ids: [] }, 'workshop_ids'],
    [{ workshop_ids: [null] }, 'workshop_ids.0'],
    [{ workshop_ids: [7, 'yoga'] }, 'workshop_ids.1'],
    [{ workshop_ids: [7, 1.5] }, 'workshop_ids.1'],
    [{ workshop_ids: [-1] }, 'workshop_ids.0'],
    [{ workshop_ids: [1e30] }, 'workshop_ids.0'],
    [{ workshop_ids: [[7]] }, 'workshop_ids.0'],
    [{ workshop_ids: Array(1001).fill(7) }, 'workshop_ids'],
    [{ workshop_ids: [7], force: 'very' }, 'force'],
    [null, ''],
    [[7], ''],
    ['7', ''],
  ])('case %# is 400 and names the field it is about; the choice stays', async (payload, field) => {
    const { event, yoga } = await day();
    const one = await person(event);
    await chooses(alpha, one, [yoga]);
    const { status, body } = await one.client.put(one.path, payload);
    expect([status, body]).toEqual([
      400,
      {
        description: expect.any(String),
        message: expect.any(String),
        errors: { [field]: expect.any(Array) },
      },
    ]);
    expect(await chosen(one)).toEqual([yoga]);
  });

  test('a workshop that is full, of another group, at the same moment, unknown: each problem with its workshop', async () => {
    const { event, yoga, chess, judo, music } = await day({}, [1, 10, 10, 10]);
    await edit(event, {
      workshops: event.workshops.map((one) => ({ ...one, targetGroup: one.id === judo ? 'a|b' : '' })),
    });
    const [first, one] = [await person(event), await person(event, 'c')];
    await chooses(alpha, first, [yoga]);
    await chooses(alpha, one, [music]);
    const { status, body } = await one.client.put(one.path, { workshop_ids: [yoga, chess, judo, 999_999] });
    const sentence =
      '“Yoga” is full. “Yoga” is at the same moment as “Chess”. “Judo” is for other groups. There is no workshop 999999.';
    expect(status).toBe(403);
    expect(body).toEqual({
      description: sentence,
      message: sentence,
      errors: {
        workshop_ids: [
          '“Yoga” is full.',
          '“Yoga” is at the same moment as “Chess”.',
          '“Chess” is at the same moment as “Yoga”.',
          '“Judo” is for other groups.',
          'There is no workshop 999999.',
        ],
      },
      problems: [
        { workshop_id: yoga, code: 'full', with: [], message: '“Yoga” is full.', free: 0 },
        expect.objectContaining({ workshop_id: yoga, code: 'moment', with: [chess], free: 0 }),
        expect.objectContaining({ workshop_id: chess, code: 'moment', with: [yoga], free: 10 }),
        expect.objectContaining({ workshop_id: judo, code: 'group', with: [], free: 10 }),
        expect.objectContaining({ workshop_id: 999_999, code: 'unknown', with: [], free: null }),
      ],
      free_places: [
        { workshop_id: yoga, free: 0 },
        { workshop_id: chess, free: 10 },
        { workshop_id: judo, free: 10 },
        { workshop_id: music, free: 9 },
      ],
    });
    expect(await chosen(one)).toEqual([music]);
  });

  test.each([
    ['en', 'Registration for this event is closed.'],
    ['nl-BE,nl;q=0.9', 'De registraties voor dit evenement zijn afgesloten.'],
    ['de', 'Die Anmeldung zu dieser Veranstaltung ist geschlossen.'],
    ['fr', 'Registration for this event is closed.'],
  ])('what is wrong is said in the language of the request: %s', async (language, sentence) => {
    const { event, yoga, judo } = await day({ available: false });
    const one = await person(event);
    const payload = { workshop_ids: [yoga, judo] };
    const { status, body } = await one.client.put(one.path, payload, { 'accept-language': language });
    expect(status).toBe(403);
    expect(body).toMatchObject({ description: sentence, message: sentence });
    expect(listOf(body, 'problems').map(({ message }) => message)).toEqual([sentence, sentence]);
  });

  test.each([
    ['nl', '‘Yoga’ moet samen met ‘Chess’ en ‘Music’ gekozen worden.'],
    ['de', '„Yoga“ muss zusammen mit „Chess“ und „Music“ gewählt werden.'],
  ])('workshops are named by their titles (%s)', async (language, sentence) => {
    const workshops = ['Yoga', 'Chess', 'Music'].map((title, at) => ({ title, moment: `${at}` }));
    const event = await workshopEvent(alpha, { workshops });
    const [yoga = 0, chess = 0, music = 0] = event.workshops.map(({ id }) => id);
    await linkWorkshops(alpha, event, [
      [chess, yoga, 'inclusive'],
      [music, chess, 'inclusive'],
    ]);
    const one = await person(event);
    const { status, body } = await one.client.put(
      one.path,
      { workshop_ids: [yoga] },
      { 'accept-language': language },
    );
    expect([status, body]).toEqual([403, expect.objectContaining({ description: sentence })]);
  });
});

describe('the order of the checks decides the status (contract §7)', () => {
  interface Rooms {
    readonly yoga: number;
    readonly chess: number;
    readonly judo: number;
    readonly music: number;
    readonly elsewhere: number;
  }
  test.each<[string, number, readonly string[], (at: Rooms) => number[], boolean]>([
    ['1 closed', 403, ['closed'], ({ yoga }) => [yoga], true],
    ['1 closed, before every other', 403, ['closed', 'closed', 'moment'], (at) => [at.yoga, at.chess], true],
    ['2 another event', 403, ['other_event'], ({ elsewhere }) => [elsewhere], false],
    ['3 several events', 403, ['several_events', 'other_event'], (at) => [at.judo, at.elsewhere], false],
    ['4 full', 403, ['full'], ({ yoga }) => [yoga], false],
    ['5 group', 403, ['group'], ({ music }) => [music], false],
    ['4 before 7', 403, ['full', 'moment'], ({ yoga, chess }) => [chess, yoga], false],
    ['7 moment', 409, ['moment'], ({ judo, music }) => [judo, music], false],
    ['7 before 8', 409, ['moment', 'needs'], ({ chess, yoga }) => [chess, yoga], false],
    ['8 inclusive link', 403, ['needs'], ({ chess }) => [chess], false],
    ['8 exclusive link', 403, ['excludes'], ({ judo, yoga }) => [judo, yoga], false],
    ['unknown', 400, ['unknown'], () => [987_654], false],
    ['7 before unknown', 409, ['moment', 'unknown'], ({ judo, music }) => [judo, music, 987_654], false],
  ])('%s: %i', async (row, status, codes, idsOf, isClosed) => {
    const { event, yoga, chess, judo, music } = await day({}, row.startsWith('4') ? [0, 10, 10, 10] : []);
    const groups = new Map([[music, row.startsWith('5') ? 'a' : '']]);
    await edit(event, {
      available: !isClosed,
      workshops: event.workshops.map((one) => ({ ...one, targetGroup: groups.get(one.id) ?? '' })),
    });
    if (row.includes('exclusive')) await linkWorkshops(alpha, event, [[yoga, judo, 'exclusive']]);
    else if (row.includes('8')) await linkWorkshops(alpha, event, [[judo, chess, 'inclusive']]);
    const elsewhere = (await day()).yoga;
    const one = await person(event);
    const wanted = idsOf({ yoga, chess, judo, music, elsewhere });
    const before = await digestContents(muster.query);
    const answer = await one.client.put(one.path, { workshop_ids: wanted });
    expect(await digestContents(muster.query)).toEqual(before);
    const told = new Set(listOf(answer.body, 'problems').map(({ code }) => code));
    expect([answer.status, [...told].sort()]).toEqual([status, [...new Set(codes)].sort()]);
  });

  test('6 a workshop that the participant has already is no conflict', async () => {
    const { event, yoga, judo } = await day({}, [1, 1, 1, 1]);
    const one = await person(event);
    await chooses(alpha, one, [yoga]);
    expect((await one.client.put(one.path, { workshop_ids: [yoga, judo] })).status).toBe(200);
  });
});

describe('DELETE /registrations/user/{user_id}/{workshop_id}', () => {
  test('gives up one workshop and its inclusive partners, with nothing as the answer', async () => {
    const workshops = ['a', 'b', 'c', 'd'].map((title) => ({ title, moment: title, capacity: 1 }));
    const event = await workshopEvent(alpha, { workshops });
    const [a = 0, b = 0, c = 0, d = 0] = event.workshops.map(({ id }) => id);
    await linkWorkshops(alpha, event, [
      [a, b, 'inclusive'],
      [c, b, 'inclusive'],
    ]);
    const one = await person(event);
    await chooses(alpha, one, [a, b, c, d]);
    const answer = await one.client.delete(`${one.path}/${c}`);
    expect([answer.status, answer.bytes.length, answer.headers['content-type']]).toEqual([
      204,
      0,
      'application/json',
    ]);
    expect(await chosen(one)).toEqual([d]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test('of a workshop that was not chosen, or is none, is 404; without one it is 405', async () => {
    const { event, yoga } = await day();
    const one = await person(event);
    for (const id of [String(yoga), '999999', 'yoga', '0'])
      expect((await one.client.delete(`${one.path}/${id}`)).status).toBe(404);
    expect((await one.client.delete(one.path)).status).toBe(405);
  });

  test('the path with a workshop answers GET and PUT too, whatever the workshop', async () => {
    const { event, yoga } = await day();
    const one = await person(event);
    expect((await one.client.put(`${one.path}/77`, { workshop_ids: [yoga] })).status).toBe(200);
    expect((await one.client.get(`${one.path}/abc`)).body).toEqual((await one.client.get(one.path)).body);
    expect(await chosen(one)).toEqual([yoga]);
  });
});

describe('managers', () => {
  test('weakness 17: choose for participants, also after closing', async () => {
    const { event, yoga, judo } = await day({ available: false });
    const one = await person(event);
    expect((await manager.put(one.path, { workshop_ids: [yoga, judo] })).status).toBe(200);
    expect(listOf((await manager.get(one.path)).body, 'registrations')).toHaveLength(2);
    expect((await manager.delete(`${one.path}/${yoga}`)).status).toBe(204);
    expect(await chosen(one)).toEqual([judo]);
    // The participant still sees it and cannot change it.
    expect(listOf((await one.client.get(one.path)).body, 'registrations')).toHaveLength(1);
    expect((await one.client.put(one.path, { workshop_ids: [yoga] })).status).toBe(403);
  });

  test('go beyond the limit by a deliberate word only, and the rules hold for them too', async () => {
    const { event, yoga, chess } = await day({}, [1, 10, 10, 10]);
    const [first, second] = [await person(event), await person(event)];
    await chooses(alpha, first, [yoga]);
    expect((await manager.put(second.path, { workshop_ids: [yoga] })).status).toBe(403);
    expect((await manager.put(second.path, { workshop_ids: [yoga], force: true })).status).toBe(200);
    expect((await manager.put(second.path, { workshop_ids: [yoga, chess], force: true })).status).toBe(409);
    expect(await chosen(second)).toEqual([yoga]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test('participants cannot force', async () => {
    const { event, yoga } = await day({}, [0, 10, 10, 10]);
    const one = await person(event);
    const { status, body } = await one.client.put(one.path, { workshop_ids: [yoga], force: true });
    expect([status, Object.keys(isRecord(body) && isRecord(body.errors) ? body.errors : {})]).toEqual([
      403,
      ['force'],
    ]);
    expect((await one.client.put(one.path, { workshop_ids: [yoga], force: false })).status).toBe(403);
  });

  test('read, and only read, what was chosen in an archived event', async () => {
    const { event, yoga } = await day();
    const one = await person(event);
    await chooses(alpha, one, [yoga]);
    await muster.query('update events set archived_at = now() where id = $1', [event.id]);
    expect(await chosen(one)).toEqual([yoga]);
    expect((await manager.put(one.path, { workshop_ids: [yoga] })).status).toBe(409);
    expect((await manager.delete(`${one.path}/${yoga}`)).status).toBe(409);
    expect((await one.client.get(one.path)).status).toBe(401);
  });
});

describe('weaknesses of the ancestor (contract §11)', () => {
  test('weakness 10: a rush for the last places oversells none, and ids sent twice take one', async () => {
    const { event, yoga } = await day({}, [3, 10, 10, 10]);
    const people = await Promise.all(Array.from({ length: 12 }, () => person(event)));
    const answers = await Promise.all(
      people.map(({ client, path }) => client.put(path, { workshop_ids: [yoga, yoga] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(3).fill(200),
      ...Array(9).fill(403),
    ]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test('weakness 11: whatever is refused leaves the earlier choice as it was', async () => {
    const { event, yoga, chess, judo } = await day({}, [1, 10, 10, 10]);
    const [rival, one] = [await person(event), await person(event)];
    await chooses(alpha, rival, [yoga]);
    await chooses(alpha, one, [chess]);
    const registered = (await one.client.get(one.path)).body;
    const bodies = [[], [yoga], [chess, yoga], [judo, 999_999], 'nothing', null, [yoga, judo]];
    for (const ids of bodies) {
      const { status } = await one.client.put(one.path, { workshop_ids: ids });
      expect([400, 403, 409]).toContain(status);
    }
    const malformed = await muster.server.inject({
      method: 'PUT',
      url: one.path,
      headers: {
        host: alpha.host,
        authorization: `Bearer ${await visitToken(muster, alpha, one)}`,
        'content-type': 'application/json',
      },
      payload: '{"workshop_ids": [',
    });
    expect(malformed.statusCode).toBe(400);
    expect((await one.client.get(one.path)).body).toEqual(registered);
  });

  test('weakness 12: links hold in both directions, inclusive ones through several', async () => {
    const workshops = ['a', 'b', 'c', 'd'].map((title) => ({ title, moment: title }));
    const event = await workshopEvent(alpha, { workshops });
    const [a = 0, b = 0, c = 0, d = 0] = event.workshops.map(({ id }) => id);
    await linkWorkshops(alpha, event, [
      [a, b, 'inclusive'],
      [b, c, 'inclusive'],
      [a, d, 'exclusive'],
    ]);
    const one = await person(event);
    const statusOf = async (ids: number[]) => (await one.client.put(one.path, { workshop_ids: ids })).status;
    for (const ids of [[a], [b], [c], [a, b], [b, c], [a, c], [a, b, c, d]])
      expect(await statusOf(ids), ids.join()).toBe(403);
    expect(await statusOf([d])).toBe(200);
    expect(await statusOf([c, b, a])).toBe(200);
  });

  test('weakness 13: a closed event changes nothing for participants, neither by PUT nor by DELETE', async () => {
    const { event, yoga, judo } = await day();
    const one = await person(event);
    await chooses(alpha, one, [yoga, judo]);
    await edit(event, { available: false });
    expect((await one.client.put(one.path, { workshop_ids: [yoga] })).status).toBe(403);
    const refused = await one.client.delete(`${one.path}/${yoga}`);
    expect([refused.status, refused.body]).toEqual([
      403,
      {
        description: 'Registration for this event is closed.',
        message: 'Registration for this event is closed.',
      },
    ]);
    expect(await chosen(one)).toEqual([yoga, judo]);
  });

  test('the times of the event count too', async () => {
    const now = muster.clock.now().getTime();
    const later = (minutes: number) => new Date(now + minutes * 60_000);
    const early = await day({ opensAt: later(1) });
    const late = await day({ closesAt: later(0) });
    const within = await day({ opensAt: later(0), closesAt: later(1) });
    const statuses = [];
    for (const { event, yoga } of [early, late, within]) {
      const one = await person(event);
      statuses.push((await one.client.put(one.path, { workshop_ids: [yoga] })).status);
    }
    expect(statuses).toEqual([403, 403, 200]);
  });

  test('weakness 14: a workshop that is gone, or unknown beside known ones, is refused and takes no seat', async () => {
    const { event, yoga, judo } = await day();
    const one = await person(event);
    await edit(event, { workshops: event.workshops.filter(({ id }) => id !== judo) });
    expect((await one.client.put(one.path, { workshop_ids: [yoga, judo] })).status).toBe(400);
    expect(await chosen(one)).toEqual([]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test('weakness 18: the time of a registration is in UTC, as it says', async () => {
    const { event, yoga } = await day({ timeZone: 'Europe/Brussels' });
    const one = await person(event);
    const { body } = await one.client.put(one.path, { workshop_ids: [yoga] });
    const [registration] = listOf(body, 'registrations');
    expect(Date.parse(String(registration?.entry_time))).toBe(muster.clock.now().getTime());
  });

  test('weakness 21: a choice costs the same statements of an event with 1 workshop and with 30', async () => {
    const counts = [];
    for (const size of [1, 30]) {
      const workshops = Array.from({ length: size }, (_, at) => ({ title: `${at}`, moment: `${at}` }));
      const event = await workshopEvent(alpha, { workshops });
      const one = await person(event);
      const ids = event.workshops.map(({ id }) => id);
      muster.statements.length = 0;
      expect((await one.client.put(one.path, { workshop_ids: ids })).status).toBe(200);
      const written = muster.statements.length;
      expect((await one.client.get(one.path)).status).toBe(200);
      counts.push([written, muster.statements.length - written]);
    }
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[0]?.[1]).toBeLessThan(5);
  });
});
