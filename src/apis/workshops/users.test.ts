import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  usersOf as listUsers,
  refused as refusedBy,
  staffClient,
  usersIn,
} from '../../../test/support/workshop-users.ts';
import {
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

describe('GET /events/{id}/users', () => {
  test('shows each participant with the key in clear, the permission 1 and the ids of the registrations', async () => {
    const { event, workshop } = await small();
    const jan = { fullName: 'Jan Peeters', class: '5ITF', targetGroup: 'app', key: 'jan' };
    const [one, other] = await participants(muster, alpha, event, [jan, { fullName: 'Mia', key: 'mia' }]);
    const [registration] = await chooses(alpha, { id: one?.id ?? 0 }, [workshop]);
    expect(await usersOf(event)).toEqual([
      {
        id: one?.id,
        full_name: 'Jan Peeters',
        user_class: '5ITF',
        targetGroup: 'app',
        identity: 'jan',
        permission: 1,
        event_id: event.id,
        registrations: [registration?.id],
      },
      {
        id: other?.id,
        full_name: 'Mia',
        user_class: null,
        targetGroup: null,
        identity: 'mia',
        permission: 1,
        event_id: event.id,
        registrations: [],
      },
    ]);
  });

  test.each(['99999999', 'workshops2018', '0', '-1'])(
    'answers an empty list for the unknown event %s',
    async (id) => {
      expect(await manager.get(`/events/${id}/users`)).toMatchObject({ status: 200, body: { users: [] } });
    },
  );

  test('answers an organiser with the shared password, and nobody who is none', async () => {
    const event = await workshopEvent(alpha);
    const one = await participant(muster, alpha, event);
    const path = `/events/${event.id}/users`;
    const asParticipant = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, one));
    expect((await admin.get(path)).status).toBe(200);
    expect((await asParticipant.get(path)).status).toBe(403);
    expect((await workshopsClient(muster, alpha.host, null).get(path)).status).toBe(401);
  });

  test('costs the same statements for 1 and for 30 participants', async () => {
    const [few, many] = [await workshopEvent(alpha), await workshopEvent(alpha)];
    await participants(muster, alpha, few, [{}]);
    await participants(
      muster,
      alpha,
      many,
      Array.from({ length: 30 }, () => ({})),
    );
    const count = async (event: { id: number }) => {
      const before = muster.statements.length;
      await usersOf(event);
      return muster.statements.length - before;
    };
    const once = await count(few);
    expect(await count(many)).toBe(once);
  });
});

describe('GET /events/{id}/unregistered_users', () => {
  test('weakness 2: lists who has chosen nothing of this event only, and nobody who administers', async () => {
    const { event, workshop } = await small();
    const [busy, idle] = await participants(muster, alpha, event, [
      { fullName: 'Busy' },
      { fullName: 'Idle' },
    ]);
    await participants(muster, alpha, await workshopEvent(alpha), [{ fullName: 'Elsewhere' }]);
    await chooses(alpha, { id: busy?.id ?? 0 }, [workshop]);
    const answer = await manager.get(`/events/${event.id}/unregistered_users`);
    expect(usersIn(answer).map(({ id }) => id)).toEqual([idle?.id]);
    const [{ hash } = { hash: '' }] = await muster.query<{ hash: string }>(
      'select hash from shared_passwords',
    );
    expect(hash).not.toBe('');
    expect(answer.bytes.toString()).not.toContain(hash);
  });
});

describe('DELETE /events/{id}/users/{user_id}', () => {
  test('removes one participant and gives the places back', async () => {
    const { event, workshop } = await small();
    const [one, other] = await participants(muster, alpha, event, [{}, {}]);
    await chooses(alpha, { id: one?.id ?? 0 }, [workshop]);
    expect((await manager.delete(`/events/${event.id}/users/${one?.id}`)).status).toBe(204);
    expect((await usersOf(event)).map(({ id }) => id)).toEqual([other?.id]);
    expect(await taken(workshop)).toBe(0);
    const again = () => manager.delete(`/events/${event.id}/users/${one?.id}`);
    expect((await refused(again)).status).toBe(404);
  });
});

describe('POST /events/{id}/users/{user_id}/key', () => {
  test('draws a new key, which alone opens from then on', async () => {
    const { event, workshop } = await small();
    const one = await participant(muster, alpha, event, { key: 'leaked' });
    await chooses(alpha, one, [workshop]);
    const visitor = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, one));
    const { status, body } = await manager.post(`/events/${event.id}/users/${one.id}/key`);
    const [user] = await usersOf(event);
    expect([status, body]).toEqual([200, user]);
    expect(user?.registrations).toHaveLength(1);
    expect((await visitor.get('/auth/login')).status).toBe(401);
    expect((await signIn('leaked')).status).toBe(401);
    expect((await signIn(String(user?.identity))).status).toBe(200);
  });

  test('refuses somebody of another event, and who is no organiser', async () => {
    const [event, other] = [await workshopEvent(alpha), await workshopEvent(alpha)];
    const one = await participant(muster, alpha, other);
    const asParticipant = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, one));
    expect((await refused(() => manager.post(`/events/${event.id}/users/${one.id}/key`))).status).toBe(404);
    expect((await refused(() => manager.post(`/events/${event.id}/users/x/key`))).status).toBe(404);
    expect((await asParticipant.post(`/events/${other.id}/users/${one.id}/key`)).status).toBe(403);
  });
});
