import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { isRecord } from '../../../test/support/route-requests.ts';
import { chosenIn, edits, listOf, type Pupil, pupil, schoolDay } from '../../../test/support/school-day.ts';
import { brokenPlaces, chooses, linkWorkshops, workshopEvent } from '../../../test/support/workshops.ts';
import { type WorkshopsClient, workshopsClient } from '../../../test/support/workshops-client.ts';
import type { EventChange } from '../../modules/workshops/types.ts';

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

const person = (event: { id: number }, group?: string) => pupil(muster, alpha, event, group);
const day = (more?: Partial<EventChange>, limits?: readonly number[]) => schoolDay(alpha, more, limits);

/** Ids of the workshops that the participant has. */
const chosen = async ({ path }: Pupil) => chosenIn((await manager.get(path)).body);

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
    await edits(alpha, event, { workshops: later });
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
