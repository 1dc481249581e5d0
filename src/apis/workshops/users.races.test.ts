import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { brokenPlaces, participants, visitToken, workshopEvent } from '../../../test/support/workshops.ts';
import {
  type WorkshopsAnswer,
  type WorkshopsClient,
  workshopsClient,
} from '../../../test/support/workshops-client.ts';
import { openVisit, proveKey } from '../../modules/workshops/logins.ts';

let muster: TestApp;
let alpha: TestSite;
let manager: WorkshopsClient;
let nobody: WorkshopsClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  const staff = await muster.account(alpha, { username: 'staff', role: 'staff' });
  manager = workshopsClient(muster, alpha.host, await muster.apiToken(alpha, staff));
  nobody = workshopsClient(muster, alpha.host, null);
});
afterAll(() => muster.close());

const statusesOf = (answers: readonly WorkshopsAnswer[]) => new Set(answers.map(({ status }) => status));
const namesOf = async (eventId: number) => {
  const rows = await muster.query<{ full_name: string }>(
    `select full_name from participants where event_id = ${eventId} order by full_name`,
  );
  return rows.map((row) => row.full_name);
};
const people = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    full_name: `${from} ${String(at).padStart(2, '0')}`,
    identity: '',
  }));

test('of two lists uploaded at once the one or the other is there afterwards, never a mixture', async () => {
  const event = await workshopEvent(alpha);
  for (let round = 0; round < 10; round += 1) {
    const lists = [people(`One${round}`, 20), people(`Other${round}`, 30)];
    const answers = await Promise.all(lists.map((list) => manager.put(`/events/${event.id}/users`, list)));
    expect(statusesOf(answers)).toEqual(new Set([204]));
    const wanted = lists.map((list) => list.map((one) => one.full_name));
    expect(wanted).toContainEqual(await namesOf(event.id));
  }
});

test('uploads among a rush of choices lose no seat and keep every counter right', async () => {
  const workshops = ['A', 'B', 'C'].map((title) => ({ title, capacity: 12, moment: title }));
  const event = await workshopEvent(alpha, { workshops });
  const made = await participants(
    muster,
    alpha,
    event,
    Array.from({ length: 30 }, (_, at) => ({ fullName: `P${at}` })),
  );
  const clients = await Promise.all(
    made.map(async (one) => workshopsClient(muster, alpha.host, await visitToken(muster, alpha, one))),
  );
  const ids = event.workshops.map(({ id }) => id);
  const chosen: WorkshopsAnswer[] = [];
  const choosing = made.map(async ({ id }, at) => {
    for (let turn = 0; turn < 6; turn += 1) {
      const wanted = ids.filter((_, index) => (at + turn + index) % 3 !== 0).reverse();
      const answer = await clients[at]?.put(`/registrations/user/${id}`, { workshop_ids: wanted });
      if (answer) chosen.push(answer);
    }
  });
  const uploads: WorkshopsAnswer[] = [];
  // Each list leaves one in three out and moves another third to a new class.
  for (let turn = 0; turn < 4; turn += 1) {
    const list = made
      .filter((_, at) => (at + turn) % 3 !== 0)
      .map((one, at) => ({ full_name: one.fullName, user_class: at % 2 === 0 ? `${turn}A` : '' }));
    uploads.push(await manager.put(`/events/${event.id}/users`, list));
  }
  await Promise.all(choosing);
  expect(statusesOf(uploads)).toEqual(new Set([204]));
  // 401 and 404: the participant is not there any more. 403: full.
  expect([...statusesOf(chosen)].filter((status) => ![200, 401, 403, 404].includes(status))).toEqual([]);
  expect(chosen.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(await brokenPlaces(muster, alpha)).toEqual([]);
  expect(
    await muster.query(
      'select 1 from registrations r where not exists (select from participants p where p.id = r.participant_id)',
    ),
  ).toEqual([]);
});

test('weakness 10: of two events that are given the same keys at once one gets them, and nobody sees a fault of ours', async () => {
  for (let round = 0; round < 8; round += 1) {
    const keys = Array.from({ length: 10 }, (_, at) => `race-${round}-${at}`);
    const list = (order: readonly string[]) =>
      order.map((key) => ({ full_name: `Of ${key}`, identity: key }));
    const events = [await workshopEvent(alpha), await workshopEvent(alpha)];
    const answers = await Promise.all([
      manager.put(`/events/${events[0]?.id}/users`, list(keys)),
      manager.put(`/events/${events[1]?.id}/users`, list(keys.toReversed())),
    ]);
    const [won, lost] = answers.map(({ status }) => status).sort();
    expect([won, [400, 409].includes(lost ?? 0)]).toEqual([204, true]);
    const counts = await Promise.all(events.map(({ id }) => namesOf(id)));
    expect(counts.map(({ length }) => length).sort()).toEqual([0, 10]);
  }
});

test('whoever signs in while being removed is let in or turned away, and nobody sees a fault of ours', async () => {
  const event = await workshopEvent(alpha);
  for (let round = 0; round < 5; round += 1) {
    const keys = Array.from({ length: 8 }, (_, at) => ({ key: `leaving-${round}-${at}` }));
    await participants(muster, alpha, event, keys);
    const signIns = keys.map(({ key }) => nobody.post('/auth/login', { credential: key, admin_login: 0 }));
    const [answers, removal] = await Promise.all([
      Promise.all(signIns),
      manager.put(`/events/${event.id}/users`, []),
    ]);
    expect(removal.status).toBe(204);
    expect([...statusesOf(answers)].filter((status) => ![200, 401].includes(status))).toEqual([]);
  }
  expect(
    await muster.query(
      'select 1 from visits where participant_id is not null and participant_id not in (select id from participants)',
    ),
  ).toEqual([]);
});

test('a key that is changed between its proof and the visit opens nothing any more', async () => {
  const event = await workshopEvent(alpha);
  const [one] = await participants(muster, alpha, event, [{ key: 'proven-then-changed' }]);
  const { identity } = muster.services;
  const attempt = { address: '127.0.0.1', limit: null };
  const proven = await proveKey(alpha.context, identity, 'proven-then-changed', attempt);
  await manager.put(`/events/${event.id}/users`, [{ id: one?.id, identity: '' }]);
  const opening = alpha.context.transaction((tx) => openVisit(tx, identity, proven));
  await expect(opening).rejects.toMatchObject({ code: 'visit.wrong' });
});
