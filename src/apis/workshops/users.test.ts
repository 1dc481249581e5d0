import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
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
  const staff = await muster.account(alpha, { username: 'staff', role: 'staff' });
  manager = workshopsClient(muster, alpha.host, await muster.apiToken(alpha, staff));
  admin = workshopsClient(muster, alpha.host, await sharedToken(muster, alpha, 'Geheim12345'));
});
afterAll(() => muster.close());

type User = Readonly<Record<string, unknown>> & { readonly id: number; readonly identity: string | null };

function usersIn({ status, body }: WorkshopsAnswer): User[] {
  expect(status).toBe(200);
  if (typeof body !== 'object' || body === null || !('users' in body) || !Array.isArray(body.users))
    throw new Error('no list of users');
  return body.users;
}
const usersOf = async ({ id }: { id: number }) => usersIn(await manager.get(`/events/${id}/users`));
const put = ({ id }: { id: number }, users: unknown) => manager.put(`/events/${id}/users`, users);

/** The answer to a refused change, which has left every row as it was. */
async function refused(attempt: () => Promise<WorkshopsAnswer>): Promise<WorkshopsAnswer> {
  const before = await digestContents(muster.query);
  const answer = await attempt();
  expect(await digestContents(muster.query)).toEqual(before);
  return answer;
}

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

  describe('keys', () => {
    test('weakness 3: are drawn without look-alikes and stored only as hashes and encrypted', async () => {
      const event = await workshopEvent(alpha);
      await put(event, [
        { full_name: 'Set', identity: 'Zomer-2026' },
        { full_name: 'Drawn', identity: '' },
      ]);
      const [set, drawn] = await usersOf(event);
      expect(set?.identity).toBe('Zomer-2026');
      const stored = await muster.query<{ row: string }>(
        `select p::text || encode(p.key_sealed, 'escape') || encode(p.key_hash, 'escape') as row from participants p
         where event_id = ${event.id}`,
      );
      for (const { row } of stored) {
        expect(row).not.toContain('Zomer-2026');
        expect(row).not.toContain(String(drawn?.identity));
      }
    });

    test('stay where identity is absent or the same, are drawn anew by an empty one, and go with null', async () => {
      const event = await workshopEvent(alpha);
      const [one] = await participants(muster, alpha, event, [{ fullName: 'One', key: 'one-key' }]);
      const keyAfter = async (more: object) => {
        expect((await put(event, [{ id: one?.id, ...more }])).status).toBe(204);
        return (await usersOf(event))[0]?.identity;
      };
      expect(await keyAfter({})).toBe('one-key');
      expect(await keyAfter({ identity: ' one-key ' })).toBe('one-key');
      const drawn = await keyAfter({ identity: '' });
      expect(drawn).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
      expect(await keyAfter({ identity: null })).toBeNull();
      expect((await signIn(String(drawn))).status).toBe(401);
      expect(await keyAfter({ identity: null })).toBeNull();
      expect(await keyAfter({ identity: 'again' })).toBe('again');
    });

    test('without an id an empty identity keeps the key of whoever is recognised', async () => {
      const event = await workshopEvent(alpha);
      const [one] = await participants(muster, alpha, event, [
        { fullName: 'Jan', class: '5A', key: 'jans-key' },
      ]);
      await put(event, [{ full_name: 'Jan', user_class: '5A', identity: '' }]);
      expect(await usersOf(event)).toMatchObject([{ id: one?.id, identity: 'jans-key' }]);
    });

    test('a changed key ends what the old one opened; a corrected name does not', async () => {
      const event = await workshopEvent(alpha);
      const one = await participant(muster, alpha, event, { fullName: 'Jna', key: 'old-key' });
      const visitor = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, one));
      await put(event, [{ id: one.id, full_name: 'Jan' }]);
      expect((await visitor.get('/auth/login')).body).toMatchObject({ full_name: 'Jan' });
      await put(event, [{ id: one.id, full_name: 'Jan', identity: 'new-key' }]);
      expect((await visitor.get('/auth/login')).status).toBe(401);
      expect([(await signIn('old-key')).status, (await signIn('new-key')).status]).toEqual([401, 200]);
    });

    test('two people may swap theirs, and a new one may take that of somebody removed', async () => {
      const event = await workshopEvent(alpha);
      const [a, b] = await participants(muster, alpha, event, [
        { key: 'key-a' },
        { key: 'key-b' },
        { key: 'key-c' },
      ]);
      const swapped = [
        { id: a?.id, identity: 'key-b' },
        { id: b?.id, identity: 'key-a' },
        { full_name: 'Somebody quite else', identity: 'key-c' },
      ];
      expect((await put(event, swapped)).status).toBe(204);
      expect((await usersOf(event)).map(({ identity }) => identity)).toEqual(['key-b', 'key-a', 'key-c']);
    });

    test('weakness 10: two people never get one, within the list or of another event: nothing is changed', async () => {
      const [event, other] = [await workshopEvent(alpha), await workshopEvent(alpha)];
      await participants(muster, alpha, event, [{ key: 'here' }]);
      await participants(muster, alpha, other, [{ key: 'taken-elsewhere' }]);
      const [user] = await usersOf(event);
      const twice = [
        user,
        { full_name: 'A', identity: 'same' },
        { full_name: 'B', identity: '' },
        { full_name: 'C', identity: 'same' },
      ];
      const inList = await refused(() => put(event, twice));
      expect([inList.status, inList.body]).toMatchObject([
        400,
        { errors: { '3.identity': [expect.stringContaining('1')] } },
      ]);
      const elsewhere = await refused(() =>
        put(event, [user, { full_name: 'A', identity: 'taken-elsewhere' }]),
      );
      expect([elsewhere.status, elsewhere.body]).toMatchObject([
        400,
        { errors: { '1.identity': [expect.any(String)] } },
      ]);
      const held = await refused(() =>
        put(event, [{ id: user?.id }, { id: undefined, full_name: 'B', identity: 'here' }]),
      );
      expect([held.status, held.body]).toMatchObject([
        400,
        { errors: { '1.identity': [expect.any(String)] } },
      ]);
    });

    test('are not known to other tenants: the same key may be there too', async () => {
      const beta = await muster.site('beta');
      const there = await workshopEvent(beta);
      await participants(muster, beta, there, [{ key: 'shared-by-chance' }]);
      const event = await workshopEvent(alpha);
      expect((await put(event, [{ full_name: 'Jan', identity: 'shared-by-chance' }])).status).toBe(204);
    });
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
