import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  usersOf as listUsers,
  refused as refusedBy,
  staffClient,
} from '../../../test/support/workshop-users.ts';
import { participant, participants, visitToken, workshopEvent } from '../../../test/support/workshops.ts';
import {
  type WorkshopsAnswer,
  type WorkshopsClient,
  workshopsClient,
} from '../../../test/support/workshops-client.ts';

let muster: TestApp;
let alpha: TestSite;
let manager: WorkshopsClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  manager = await staffClient(muster, alpha);
});
afterAll(() => muster.close());

const usersOf = (event: { id: number }) => listUsers(manager, event);
const put = ({ id }: { id: number }, users: unknown) => manager.put(`/events/${id}/users`, users);
const refused = (attempt: () => Promise<WorkshopsAnswer>) => refusedBy(muster, attempt);

const signIn = (credential: string) =>
  workshopsClient(muster, alpha.host, null).post('/auth/login', { credential, admin_login: 0 });

describe('PUT /events/{id}/users: keys', () => {
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
    expect([held.status, held.body]).toMatchObject([400, { errors: { '1.identity': [expect.any(String)] } }]);
  });

  test('are not known to other tenants: the same key may be there too', async () => {
    const beta = await muster.site('beta');
    const there = await workshopEvent(beta);
    await participants(muster, beta, there, [{ key: 'shared-by-chance' }]);
    const event = await workshopEvent(alpha);
    expect((await put(event, [{ full_name: 'Jan', identity: 'shared-by-chance' }])).status).toBe(204);
  });
});
