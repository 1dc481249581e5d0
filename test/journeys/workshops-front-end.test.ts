import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { brokenPlaces, sharedToken } from '../support/workshops.ts';
import { type WorkshopsAnswer, type WorkshopsClient, workshopsClient } from '../support/workshops-client.ts';

/**
 * What the ancestor's own front end calls, screen by screen (contract §10), from a page of another origin. It knows only
 * what it is answered.
 */
const origin = 'http://127.0.0.1:4200';
const password = 'Seven0Balloons';

let muster: TestApp;
let school: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  school = await muster.site('school', { allowed_origin: origin });
  await sharedToken(muster, school, password);
});
afterAll(() => muster.close());

type Json = Record<string, unknown>;
interface Workshop extends Json {
  id: number;
  title: string;
  moment: string;
  limit: number;
  targetGroup: string;
  _registrationCount: number;
}
interface User extends Json {
  id?: number;
  full_name: string;
  identity: string;
  registrations?: number[];
}

/** The front end's own reading of an answer: any JSON, the fields it knows. */
function read<T>({ status, body, headers }: WorkshopsAnswer): T {
  expect(status).toBe(200);
  expect(headers['access-control-allow-origin']).toBe(origin);
  return JSON.parse(JSON.stringify(body));
}

const page = (token: string | null): WorkshopsClient => {
  const client = workshopsClient(muster, school.host, token);
  const from = { origin };
  return {
    get: (path) => client.get(path, from),
    put: (path, payload) => client.put(path, payload, from),
    post: (path, payload) => client.post(path, payload, from),
    delete: (path) => client.delete(path, from),
  };
};

interface Profile {
  readonly id: number;
  readonly full_name: string;
  readonly permission: number;
  readonly targetGroup: string | null;
  readonly event_id: number;
}

/** The login box: the token, then who it is. */
async function signIn(credential: string, admin_login: 0 | 1) {
  const { token } = read<{ token: string }>(
    await page(null).post('/auth/login', { credential, admin_login }),
  );
  const client = page(token);
  return { client, profile: read<Profile>(await client.get('/auth/login')) };
}

test('a browser may call every address with every header that the front end sends', async () => {
  for (const url of ['/auth/login', '/events/1/users', '/export/event_registrations/1']) {
    const { statusCode, headers } = await muster.server.inject({
      method: 'OPTIONS',
      url,
      headers: {
        host: school.host,
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization, content-type',
      },
    });
    expect([200, 204]).toContain(statusCode);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'authorization, content-type',
    });
    expect(headers['access-control-allow-methods']).toContain('PUT');
  }
});

test('an organiser makes an event, participants choose, and the organiser takes the workbook', async () => {
  const organiser = await signIn(password, 1);
  expect(organiser.profile.permission).toBeGreaterThan(10);

  // Manage: a new event gets a name of the epoch's milliseconds, and is renamed.
  read(await organiser.client.get('/events'));
  const made = read<Json & { id: number }>(await organiser.client.post('/events', { name: '1574245200000' }));
  const path = `/events/${made.id}`;
  const put = async (change: Json) => {
    const before = read<Json & { workshops: Workshop[] }>(await organiser.client.get(path));
    const sent = { ...before, ...change };
    return read<Json & { workshops: Workshop[] }>(await organiser.client.put(path, sent));
  };
  await put({ name: 'workshops2026' });
  // After every workshop the whole event goes back, read-only keys and all.
  const wanted: readonly (readonly [string, string, string, string])[] = [
    ['Docker', '1. Voormiddag', '2', 'app'],
    ['Scrum', '1. Voormiddag', '5', 'app'],
    ['Kotlin', '2. Namiddag', '5', 'app'],
    ['Cisco', '2. Namiddag', '5', 'infra'],
  ];
  let workshops: Workshop[] = [];
  for (const [title, moment, limit, targetGroup] of wanted) {
    const fresh = { title, description: '', moment, limit, targetGroup, _editMode: true };
    workshops = (await put({ workshops: [...workshops.map((one) => ({ ...one, _editMode: false })), fresh] }))
      .workshops;
  }
  expect(workshops.map(({ title, limit }) => [title, limit])).toEqual(
    wanted.map(([title, , limit]) => [title, Number(limit)]),
  );
  const [docker, scrum, kotlin] = workshops.map(({ id }) => id);

  // Links, as a bare list.
  const links = [{ workshop1_id: docker, workshop2_id: kotlin, link_type: 'inclusive', event_id: made.id }];
  const linked = await organiser.client.put(`${path}/workshop_links`, links);
  expect([linked.status, linked.bytes.length]).toEqual([204, 0]);

  // The list of students from a CSV: an empty key is drawn by the server.
  const students = ['An', 'Bert', 'Cas'].map((full_name) => ({
    full_name,
    user_class: '5ITF',
    targetGroup: 'app',
    identity: '',
    permission: 1,
    event_id: made.id,
  }));
  expect((await organiser.client.put(`${path}/users`, students)).status).toBe(204);
  const { users } = read<{ users: User[] }>(await organiser.client.get(`${path}/users`));
  expect(users.map(({ full_name, identity }) => [full_name, identity.length])).toEqual([
    ['An', 8],
    ['Bert', 8],
    ['Cas', 8],
  ]);
  await put({ available: true });

  // The public page finds the event by its name, before anybody signs in.
  const { events } = read<{ events: { id: number; name: string; available: boolean }[] }>(
    await page(null).get('/events'),
  );
  const found = events.find(({ name }) => name === 'workshops2026');
  expect(found).toMatchObject({ id: made.id, available: true });
  read(await page(null).get(`/events/${found?.id}`));

  // Choosing and confirming: everything that is selected, one a moment.
  const confirm = async (key: string, chosen: readonly (number | undefined)[]) => {
    const { client, profile } = await signIn(key, 0);
    expect([profile.permission, profile.event_id]).toEqual([1, made.id]);
    const shown = read<{ workshop_links: Json[][] }>(await client.get(`${path}/workshop_links`));
    expect(shown.workshop_links.map(([link]) => link)).toEqual(links);
    const own = `/registrations/user/${profile.id}`;
    const before = read<{ registrations: Json[] }>(await client.get(own));
    const answer = await client.put(own, { workshop_ids: chosen });
    const after = read<{ registrations: Json[] }>(await client.get(own));
    return { answer, before: before.registrations, after: after.registrations };
  };
  const [an, bert, cas] = users.map(({ identity }) => identity);
  const first = await confirm(an ?? '', [docker, kotlin]);
  expect(first.answer.status).toBe(200);
  expect(first.after.map(({ workshop_id }) => workshop_id).sort()).toEqual([docker, kotlin].sort());
  expect((await confirm(bert ?? '', [docker, kotlin])).answer.status).toBe(200);
  const full = await confirm(cas ?? '', [docker, kotlin]);
  expect([full.answer.status, full.after]).toEqual([403, []]);
  expect(full.answer.body).toMatchObject({ description: expect.any(String) });
  expect((await confirm(cas ?? '', [scrum])).answer.status).toBe(200);
  // Two at one moment: whoever changes their mind for what is impossible keeps what they had.
  const kept = await confirm(an ?? '', [docker, scrum]);
  expect([kept.answer.status, kept.after]).toEqual([409, kept.before]);

  // The organiser sees who chose, closes, and takes the workbook.
  const listed = read<{ users: User[] }>(await organiser.client.get(`${path}/users`));
  expect(listed.users.map(({ registrations }) => registrations?.length)).toEqual([2, 2, 1]);
  const closed = await put({ available: false });
  expect(closed.workshops.map(({ _registrationCount: count }) => count)).toEqual([2, 1, 2, 0]);
  expect((await confirm(bert ?? '', [scrum])).answer.status).toBe(403);
  const workbook = await organiser.client.get(`/export/event_registrations/${made.id}`);
  expect(workbook.status).toBe(200);
  expect(workbook.headers['content-type']).toContain('spreadsheetml');
  expect(await readSheet(workbook.bytes, 'Docker')).toEqual([
    ['Docker', null],
    [null, null],
    ['Naam', 'Klas'],
    ['An', '5ITF'],
    ['Bert', '5ITF'],
  ]);

  // The list goes back with one name corrected: keys and choices stay.
  const corrected = listed.users.map((user) =>
    user.full_name === 'Cas' ? { ...user, full_name: 'Casper' } : user,
  );
  expect((await organiser.client.put(`${path}/users`, corrected)).status).toBe(204);
  const again = read<{ users: User[] }>(await organiser.client.get(`${path}/users`));
  expect(again.users).toEqual(corrected);
  expect(await brokenPlaces(muster, school)).toEqual([]);
});

test("the password screen: the new password, then the front end's login without admin_login, which is 400", async () => {
  const { client } = await signIn(password, 1);
  const changed = await client.post('/auth/change_admin_password', {
    old_password: password,
    new_password: 'Nine9Balloons',
  });
  expect(read<{ token: string }>(changed).token).toMatch(/^eyJ/);
  expect((await page(null).post('/auth/login', { credential: 'Nine9Balloons' })).status).toBe(400);
  expect((await client.get('/auth/login')).status).toBe(401);
  expect((await signIn('Nine9Balloons', 1)).profile.permission).toBe(100);
});
