import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { chosenIn, edits, listOf, type Pupil, pupil, schoolDay } from '../../../test/support/school-day.ts';
import {
  brokenPlaces,
  chooses,
  linkWorkshops,
  visitToken,
  workshopEvent,
} from '../../../test/support/workshops.ts';
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
    await edits(alpha, event, { available: false });
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
    await edits(alpha, event, { workshops: event.workshops.filter(({ id }) => id !== judo) });
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
