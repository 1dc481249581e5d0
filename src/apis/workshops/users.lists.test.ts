import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  usersOf as listUsers,
  refused as refusedBy,
  staffClient,
} from '../../../test/support/workshop-users.ts';
import {
  brokenPlaces,
  chooses,
  participant,
  participants,
  sharedToken,
  visitToken,
  workshopEvent,
} from '../../../test/support/workshops.ts';
import {
  type WorkshopsAnswer,
  type WorkshopsClient,
  workshopsClient,
} from '../../../test/support/workshops-client.ts';
import { setArchived } from '../../modules/workshops/events.ts';

let muster: TestApp;
let alpha: TestSite;
let manager: WorkshopsClient;
let admin: WorkshopsClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  manager = await staffClient(muster, alpha);
  admin = workshopsClient(muster, alpha.host, await sharedToken(muster, alpha, 'Geheim12345'));
});
afterAll(() => muster.close());

const usersOf = (event: { id: number }) => listUsers(manager, event);
const put = ({ id }: { id: number }, users: unknown) => manager.put(`/events/${id}/users`, users);
const refused = (attempt: () => Promise<WorkshopsAnswer>) => refusedBy(muster, attempt);

/** An event with a workshop of that many places. */
async function small(capacity = 10) {
  const event = await workshopEvent(alpha, { workshops: [{ title: 'Yoga', capacity }] });
  return { event, workshop: event.workshops[0]?.id ?? 0 };
}

async function taken(workshop: number): Promise<unknown> {
  const [row] = await muster.query(`select taken from workshops where id = ${workshop}`);
  return row?.taken;
}

const signIn = (credential: string) =>
  workshopsClient(muster, alpha.host, null).post('/auth/login', { credential, admin_login: 0 });

describe('PUT /events/{id}/users', () => {
  test('makes people, answers 204 without a body, and draws a key where identity is empty', async () => {
    const event = await workshopEvent(alpha);
    const answer = await put(event, [
      { full_name: 'Jan', user_class: '5ITF', targetGroup: 'app', identity: '', event_id: event.id },
      { full_name: 'Mia', identity: 'mias-own', permission: 1, event_id: event.id },
    ]);
    expect([answer.status, answer.bytes.toString()]).toEqual([204, '']);
    const users = await usersOf(event);
    expect(users).toMatchObject([
      { full_name: 'Jan', user_class: '5ITF', targetGroup: 'app', registrations: [] },
      { full_name: 'Mia', user_class: null, targetGroup: null, identity: 'mias-own' },
    ]);
    expect(users[0]?.identity).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect((await signIn(String(users[0]?.identity).toLowerCase())).status).toBe(200);
  });

  test('keeps the id and the registrations of people with an id, and removes who is left out', async () => {
    const { event, workshop } = await small();
    const [kept, gone] = await participants(muster, alpha, event, [
      { fullName: 'Kept' },
      { fullName: 'Gone' },
    ]);
    await chooses(alpha, { id: kept?.id ?? 0 }, [workshop]);
    await chooses(alpha, { id: gone?.id ?? 0 }, [workshop]);
    const users = await usersOf(event);
    expect((await put(event, users.slice(0, 1))).status).toBe(204);
    expect(await usersOf(event)).toEqual(users.slice(0, 1));
    expect(await taken(workshop)).toBe(1);
  });

  test('weakness 14: who is removed leaves no seat behind, and the next one gets it', async () => {
    const { event, workshop } = await small(1);
    const [gone] = await participants(muster, alpha, event, [{}]);
    await chooses(alpha, { id: gone?.id ?? 0 }, [workshop]);
    await put(event, [{ full_name: 'Next', identity: '' }]);
    expect(await muster.query(`select 1 from registrations where workshop_id = ${workshop}`)).toEqual([]);
    const [next] = await usersOf(event);
    await chooses(alpha, { id: next?.id ?? 0 }, [workshop]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
    expect((await manager.get(`/export/event_registrations/${event.id}`)).status).toBe(200);
  });

  test('weakness 14: places granted beyond the limit go with who had them', async () => {
    const { event, workshop } = await small(1);
    const [one, other] = await participants(muster, alpha, event, [
      { fullName: 'One' },
      { fullName: 'Other' },
    ]);
    await chooses(alpha, { id: one?.id ?? 0 }, [workshop]);
    await manager.put(`/registrations/user/${other?.id}`, { workshop_ids: [workshop], force: true });
    expect(await taken(workshop)).toBe(2);
    await put(event, (await usersOf(event)).slice(0, 1));
    expect(await muster.query(`select taken, granted from workshops where id = ${workshop}`)).toEqual([
      { taken: 1, granted: 0 },
    ]);
  });

  test('weakness 11: a bad element anywhere changes nothing', async () => {
    const { event, workshop } = await small();
    const [one] = await participants(muster, alpha, event, [{ fullName: 'One' }]);
    await chooses(alpha, { id: one?.id ?? 0 }, [workshop]);
    const [user] = await usersOf(event);
    const bad: readonly (readonly [unknown, string])[] = [
      [{ identity: '' }, '1.full_name'],
      [{ full_name: 7 }, '1.full_name'],
      [{ full_name: ' ' }, '1.full_name'],
      [{ full_name: 'x'.repeat(201) }, '1.full_name'],
      [{ full_name: 'a\u0007b' }, '1.full_name'],
      [{ full_name: 'New', user_class: 5 }, '1.user_class'],
      [{ full_name: 'New', user_class: 'x'.repeat(81) }, '1.user_class'],
      [{ full_name: 'New', targetGroup: {} }, '1.targetGroup'],
      [{ full_name: 'New', identity: 12 }, '1.identity'],
      [{ full_name: 'New', identity: 'k'.repeat(81) }, '1.identity'],
      [{ full_name: 'New', id: 'x' }, '1.id'],
      [{ full_name: 'New', id: 99_999_999 }, '1.id'],
      [{ full_name: 'New', id: user?.id }, '1.id'],
      [{ full_name: 'New', event_id: event.id + 1 }, '1.event_id'],
      ['Jan', '1'],
      [null, '1'],
    ];
    for (const [element, field] of bad) {
      const { status, body } = await refused(() => put(event, [user, element]));
      expect([element, status, body]).toMatchObject([
        element,
        400,
        { description: expect.stringContaining(`${field}: `), errors: { [field]: [expect.any(String)] } },
      ]);
    }
  });

  test('weakness 11: registrations made since the list was read stay', async () => {
    const { event, workshop } = await small();
    const [one] = await participants(muster, alpha, event, [{}]);
    const stale = await usersOf(event);
    const [made] = await chooses(alpha, { id: one?.id ?? 0 }, [workshop]);
    expect((await put(event, stale)).status).toBe(204);
    expect(await usersOf(event)).toMatchObject([{ id: one?.id, registrations: [made?.id] }]);
  });

  test('weakness 6: neither permission, nor id, nor event_id of a client make anybody more', async () => {
    const [event, other] = [await workshopEvent(alpha), await workshopEvent(alpha)];
    const victim = await participant(muster, alpha, other, { fullName: 'Victim', key: 'victim' });
    await put(event, [{ full_name: 'Boss', identity: 'boss', permission: 100, event_id: event.id }]);
    expect(await usersOf(event)).toMatchObject([{ full_name: 'Boss', permission: 1 }]);
    const { body } = await signIn('boss');
    const token = typeof body === 'object' && body !== null && 'token' in body ? String(body.token) : '';
    const boss = workshopsClient(muster, alpha.host, token);
    expect((await boss.get('/auth/login')).body).toMatchObject({ permission: 1 });
    expect((await boss.get(`/events/${event.id}/users`)).status).toBe(403);
    const overwrite = [{ id: victim.id, full_name: 'Mine', event_id: event.id }];
    expect((await refused(() => put(event, overwrite))).status).toBe(400);
    expect((await refused(() => put(event, [{ full_name: 'X', event_id: other.id }]))).status).toBe(400);
    expect(await usersOf(other)).toMatchObject([{ id: victim.id, full_name: 'Victim' }]);
  });

  test('a participant named admin is a participant like any other', async () => {
    const event = await workshopEvent(alpha);
    await put(event, [{ full_name: 'admin', identity: 'the-admin' }]);
    expect((await signIn('the-admin')).status).toBe(200);
    expect((await admin.get('/auth/login')).body).toMatchObject({ permission: 100 });
  });

  test.each([[{}], ['x'], [{ users: [] }], [null]])('refuses the body %j, which is no list', async (body) => {
    const event = await workshopEvent(alpha);
    expect((await refused(() => put(event, body))).status).toBe(400);
  });

  test('an empty list removes everybody', async () => {
    const event = await workshopEvent(alpha);
    await participants(muster, alpha, event, [{}, {}]);
    expect((await put(event, [])).status).toBe(204);
    expect(await usersOf(event)).toEqual([]);
  });

  test('refuses an unknown event, an archived one, and who is no organiser', async () => {
    const event = await workshopEvent(alpha);
    const one = await participant(muster, alpha, event);
    const asParticipant = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, one));
    expect((await asParticipant.put(`/events/${event.id}/users`, [])).status).toBe(403);
    expect((await put({ id: 99_999_999 }, [])).status).toBe(404);
    await alpha.context.transaction((tx) =>
      setArchived(tx, event.id, { isArchived: true, forgetParticipants: false }),
    );
    expect((await refused(() => put(event, []))).status).toBe(409);
  });

  test('costs the same statements for 1 and for 30 people', async () => {
    const count = async (length: number) => {
      const event = await workshopEvent(alpha);
      const people = (from: string) =>
        Array.from({ length }, (_, at) => ({ full_name: `${from} ${at}`, identity: '' }));
      await put(event, people('Old'));
      const known = (await usersOf(event)).map(({ id }) => ({
        id,
        full_name: `Changed ${id}`,
        identity: '',
      }));
      const before = muster.statements.length;
      await put(event, [...known, ...people('New')]);
      return muster.statements.length - before;
    };
    const once = await count(1);
    expect(await count(30)).toBe(once);
  });
});
