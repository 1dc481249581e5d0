import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import {
  askGemini,
  createUser,
  makeCity,
  makeClient,
  peopleOf,
  refused,
  type TestClient,
  type TestPerson,
  usualPassword,
} from '../../../test/support/gemini-people.ts';
import { browse, pathInLetter } from '../../../test/support/link-pages.ts';
import { addCityAdmin } from '../../modules/festival/cities.ts';
import type { City } from '../../modules/festival/types.ts';
import { changeAccount } from '../../modules/identity/accounts.ts';

let muster: TestApp;
let nf: TestSite;
let city: City;
let client: TestClient;
let makePerson: ReturnType<typeof peopleOf>;

beforeAll(async () => {
  muster = await openTestApp();
  nf = await muster.site('nf');
  city = await makeCity(nf);
  client = await makeClient(nf);
  makePerson = peopleOf(muster, nf, client);
});
beforeEach(() => muster.clock.advance(61_000));
afterAll(() => muster.close());

async function makeAdmin(): Promise<TestPerson> {
  const person = await makePerson();
  await nf.context.transaction((tx) => changeAccount(tx, person.id, { role: 'admin' }, 'owner'));
  return person;
}

const lettersTo = async (address: string) =>
  (await muster.letters(nf)).filter(({ to_address }) => to_address === address);
/** Letters of one moment have no order. */
const letterOf = async (address: string, kind: string) =>
  (await lettersTo(address)).find((letter) => letter.kind === kind);
const login = (email: string, password = usualPassword) =>
  askGemini(muster, nf, 'POST', '/api/oauth/token', {
    headers: { authorization: client.basic },
    body: { username: email, password, grant_type: 'password' },
  });

describe('reading', () => {
  test('a person reads the own account, bare, as the login answered it', async () => {
    const { user, ask } = await makePerson();
    const answer = await ask('GET');
    expect([answer.status, answer.body]).toEqual([200, user]);
  });

  test("somebody else's is 403, an unknown and an odd id 404, no token 401", async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    const of = (path: string, token?: string) =>
      askGemini(muster, nf, 'GET', path, token === undefined ? {} : { token });
    expect(refused(await of(other.path, one.token))).toEqual([403, 'access_denied']);
    for (const id of ['0190b5a4-0000-7000-8000-000000000000', 'nonsense', '1'])
      expect(refused(await of(`/api/users/${id}`, one.token))).toEqual([404, 'not_found']);
    expect(refused(await of(one.path))).toEqual([401, 'missing_authorization']);
    expect(refused(await of(one.path, 'x'.repeat(42)))).toEqual([401, 'invalid_token']);
  });

  test('a system administrator reads everybody; who runs a city those with a profile in it', async () => {
    const [boss, runner, artist, stranger] = [
      await makeAdmin(),
      await makePerson(),
      await makePerson(),
      await makePerson(),
    ];
    const { id } = runner;
    await nf.context.transaction((tx) => addCityAdmin(tx, city.id, id));
    const profile = { name: 'The Falls', genres: ['classical'], description: 'Water music' };
    const added = await artist.ask('POST', '', {});
    expect(added.status).toBe(405);
    const made = await askGemini(muster, nf, 'POST', `/api/artist/${artist.user.id}/new`, {
      token: artist.token,
      body: profile,
    });
    expect(made.status).toBe(201);
    const read = (by: TestPerson, of: TestPerson) =>
      askGemini(muster, nf, 'GET', of.path, { token: by.token });
    expect((await read(boss, stranger)).status).toBe(200);
    expect((await read(runner, artist)).body.artists).toHaveLength(1);
    expect((await read(runner, stranger)).status).toBe(403);
    const links = (await read(runner, artist)).body._links;
    for (const own of ['edit', 'delete', 'get-conversations']) expect(links).not.toHaveProperty(own);
    expect((await runner.ask('GET')).body.cities.map((one: { slug: string }) => one.slug)).toEqual(['nf']);
  });
});

describe('changing', () => {
  test('what is named is changed, what is absent stays, null empties', async () => {
    const { ask, user } = await makePerson({ first_name: 'Grace', phone: '1' });
    const change = { last_name: 'Hopper', phone: null, zip_code: '14303', allow_email_notifications: false };
    const answer = await ask('PATCH', '', { body: change });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ ...user, ...change, first_name: 'Grace' });
    expect((await ask('GET')).body).toEqual(answer.body);
    expect((await ask('PATCH', '', { body: {} })).body).toEqual(answer.body);
  });

  test('a new e-mail is to be confirmed by a letter to it; the token used stays, others end', async () => {
    const { ask, email, user } = await makePerson();
    const other = (await login(email)).body.access_token;
    const fresh = `moved-${email}`;
    const answer = await ask('PATCH', '', { body: { email: fresh } });
    expect(answer.body).toMatchObject({ email: fresh, has_confirmed_email: false });
    expect((await lettersTo(fresh)).map(({ kind }) => kind)).toEqual(['confirm_email']);
    expect((await ask('GET')).status).toBe(200);
    expect((await askGemini(muster, nf, 'GET', `/api/users/${user.id}`, { token: other })).status).toBe(401);
    // The link of the first letter was for the address before.
    const [first] = await lettersTo(email);
    expect((await browse(muster, nf).open(pathInLetter(first))).status).toBe(410);
  });

  test('an e-mail that somebody has is a conflict, and nothing of the request is done', async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    const before = await digestContents(muster.query);
    const answer = await one.ask('PATCH', '', { body: { email: other.email.toUpperCase(), phone: '5' } });
    expect(refused(answer)).toEqual([409, 'conflict']);
    expect(answer.body.errors.email).toHaveLength(1);
    expect(await digestContents(muster.query)).toEqual(before);
  });

  test('a new password needs the present one, ends every token and tells the person', async () => {
    const { ask, email } = await makePerson();
    const password = 'eight blue balloons';
    for (const [body, field] of [
      [{ password }, 'current_password'],
      [{ password, current_password: 'wrong' }, 'current_password'],
      [{ password: 'short', current_password: usualPassword }, 'password'],
    ] as const) {
      const answer = await ask('PATCH', '', { body });
      expect(refused(answer)).toEqual([400, 'validation_failed']);
      expect(Object.keys(answer.body.errors)).toEqual([field]);
    }
    expect((await ask('PATCH', '', { body: { password, current_password: usualPassword } })).status).toBe(
      200,
    );
    expect(refused(await ask('GET'))).toEqual([401, 'invalid_token']);
    expect((await login(email)).status).toBe(400);
    expect((await login(email, password)).status).toBe(201);
    expect(await letterOf(email, 'password_changed')).toBeDefined();
  });

  test('wrong present passwords count as failures of the login', async () => {
    const { ask, email } = await makePerson();
    const body = { password: 'eight blue balloons', current_password: 'wrong' };
    for (let n = 0; n < 10; n += 1) expect((await ask('PATCH', '', { body })).status).toBe(400);
    expect((await ask('PATCH', '', { body })).status).toBe(429);
    expect((await login(email)).status).toBe(429);
  });

  test.each([
    [{ email: 'nonsense' }, 'email'],
    [{ email: null }, 'email'],
    [{ first_name: 'x'.repeat(151) }, 'first_name'],
    [{ first_name: 'a\nb' }, 'first_name'],
    [{ locale: '12' }, 'locale'],
    [{ allow_email_notifications: 'perhaps' }, 'allow_email_notifications'],
    [{ zip_code: 14303 }, 'zip_code'],
  ])('%j is refused by its field', async (body, field) => {
    const { ask } = await makePerson();
    const answer = await ask('PATCH', '', { body });
    expect(refused(answer)).toEqual([400, 'validation_failed']);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });

  test('a system administrator changes others, but not their passwords and not an owner', async () => {
    const [boss, person, owner] = [await makeAdmin(), await makePerson(), await makePerson()];
    const { id } = owner;
    await nf.context.transaction((tx) => changeAccount(tx, id, { role: 'owner' }, 'owner'));
    const patch = (of: TestPerson, body: unknown) =>
      askGemini(muster, nf, 'PATCH', of.path, { token: boss.token, body });
    expect((await patch(person, { phone: '5' })).body.phone).toBe('5');
    expect((await patch(person, { password: 'x'.repeat(9), current_password: usualPassword })).status).toBe(
      403,
    );
    expect((await patch(owner, { phone: '5' })).status).toBe(403);
    const shown = (await askGemini(muster, nf, 'GET', owner.path, { token: boss.token })).body;
    for (const action of ['edit', 'delete']) expect(shown._links).not.toHaveProperty(action);
    expect((await person.ask('PATCH', '', { body: { phone: '6' } })).body.phone).toBe('6');
    expect(
      refused(await askGemini(muster, nf, 'PATCH', boss.path, { token: person.token, body: {} })),
    ).toEqual([403, 'access_denied']);
  });
});

describe('removing', () => {
  test.each([
    ['POST', '/delete'],
    ['POST', '/delete/'],
    ['DELETE', ''],
  ] as const)(
    '%s …%s answers an empty 204; token and e-mail are dead (check 11, quirk 11)',
    async (method, more) => {
      const { ask, email, path } = await makePerson();
      const boss = await makeAdmin();
      const answer = await ask(method, more);
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(refused(await ask('GET'))).toEqual([401, 'invalid_token']);
      expect(refused(await login(email))).toEqual([400, 'invalid_grant']);
      expect((await askGemini(muster, nf, 'GET', path, { token: boss.token })).status).toBe(404);
      const letters = await lettersTo(email);
      expect(letters.map(({ kind, subject }) => [kind, subject])).toEqual([
        ['account_erased', 'Your account on nf is deleted'],
      ]);
      const again = await createUser(muster, nf, client, email);
      expect(again.user.email).toBe(email);
    },
  );

  test('two requests at once both find what they want', async () => {
    const { ask } = await makePerson();
    const answers = await Promise.all([ask('POST', '/delete'), ask('POST', '/delete')]);
    for (const { status } of answers) expect([204, 401]).toContain(status);
    expect(answers.map(({ status }) => status)).toContain(204);
  });

  test("somebody else's is 403; an administrator may; the last owner stays", async () => {
    const [one, other, boss] = [await makePerson(), await makePerson(), await makeAdmin()];
    const remove = (by: TestPerson, of: TestPerson) =>
      askGemini(muster, nf, 'POST', `${of.path}/delete`, { token: by.token });
    expect(refused(await remove(one, other))).toEqual([403, 'access_denied']);
    expect((await remove(boss, other)).status).toBe(204);
    expect((await remove(boss, other)).status).toBe(404);
    await muster.query(`update accounts set role = 'member' where role = 'owner'`);
    const { id } = one;
    await nf.context.transaction((tx) => changeAccount(tx, id, { role: 'owner' }, 'owner'));
    expect(refused(await one.ask('POST', '/delete'))).toEqual([409, 'conflict']);
    const links = (await one.ask('GET')).body._links;
    expect(['edit' in links, 'delete' in links]).toEqual([true, false]);
  });
});
