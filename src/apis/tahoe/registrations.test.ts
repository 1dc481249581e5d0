import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { type Registrants, registrants } from '../../../test/support/registrants.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let admin: TahoeClient;
let betaAdmin: TahoeClient;
let people: Registrants;

const openAdmin = async (at: TestSite) => {
  const account = await muster.account(at, { username: 'boss', role: 'admin' });
  return tahoeClient(muster, at.host, await muster.apiToken(at, account));
};

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  people = registrants(muster);
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  admin = await openAdmin(alpha);
  betaAdmin = await openAdmin(beta);
});
afterAll(() => muster.close());

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const v1 = (payload: unknown) => admin.post('v1/registrations/', payload);
const bad = { user_message: 'Invalid parameters on user creation' };

describe("the document's script", () => {
  test('registers El Mo with the form that requests sends, and reads a number back', async () => {
    const fields = { name: 'El Mo', username: 'elmo', email: 'elmo@example.com', password: 'bad-password' };
    const answer = await admin.post('v1/registrations/', form(fields), {
      'accept-encoding': 'gzip, deflate',
      accept: '*/*',
      connection: 'keep-alive',
      'user-agent': 'python-requests/2.28.1',
    });
    const { id } = await people.rowOf({ username: 'elmo' }, alpha);
    expect([answer.status, answer.body]).toEqual([200, { 'user_id ': id, user_id: id }]);
    expect(answer.text).toBe(`{"user_id ":${id},"user_id":${id}}`);
    expect(await people.rowOf({ username: 'elmo' }, alpha)).toMatchObject({
      name: 'El Mo',
      email: 'elmo@example.com',
    });
  });

  test.each([
    {
      name: 'Dr. Anne-Marie O’Neill PhD',
      username: 'oneillanne',
      email: 'i@example.org',
      password: '*7JXu$%g^i',
    },
    { name: 'Ray Li', username: 'xli', email: 'a.b_c@example.net', password: '$1Nk(H+e!+' },
  ])('registers people as its generator makes them: $username', async (fields) => {
    expect((await v1(form(fields))).status).toBe(200);
  });
});

describe('a registration (§8.9)', () => {
  test('that is valid is 200 with the id, and one letter to activate by', async () => {
    const person = people.withPassword();
    const answer = await v1(person);
    const { id } = await people.rowOf(person, alpha);
    expect([answer.status, answer.body]).toEqual([200, { 'user_id ': id, user_id: id }]);
    const [letter, ...more] = await people.lettersTo(person, alpha);
    expect(more).toEqual([]);
    expect(letter?.subject).toContain('Activate your');
    expect(letter?.text).toContain('http://alpha.localhost:8000/activate/');
  });

  test.each([
    ['the username', (one: { username: string }) => ({ ...people.withPassword(), username: one.username })],
    [
      'the username in other letters',
      (one: { username: string }) => ({
        ...people.withPassword(),
        username: one.username.toUpperCase(),
      }),
    ],
    ['the e-mail', (one: { email: string }) => ({ ...people.withPassword(), email: one.email })],
    [
      'the e-mail in other letters',
      (one: { email: string }) => ({
        ...people.withPassword(),
        email: ` ${one.email.toUpperCase()} `,
      }),
    ],
  ])('with %s of another person is 409', async (_, makeDouble) => {
    const one = people.withPassword();
    await v1(one);
    const answer = await v1(makeDouble(one));
    expect([answer.status, answer.body]).toEqual([409, { user_message: 'User already exists' }]);
  });

  test('of someone who is there is 409 even where the rest is wrong too', async () => {
    const one = people.withPassword();
    await v1(one);
    expect((await v1({ username: one.username, password: 'x' })).status).toBe(409);
  });

  test('without a password is 200', async () => {
    expect((await v1(people.someone())).status).toBe(200);
  });

  test.each([true, 'True', 'true', 'TRUE', '1', 'yes', 'on', undefined])(
    'with a password and send_activation_email %j: one activation letter, inactive until then',
    async (send) => {
      const person = people.withPassword();
      expect((await v1({ ...person, send_activation_email: send })).status).toBe(200);
      expect((await people.rowOf(person, alpha)).is_active).toBe(false);
      expect((await people.lettersTo(person, alpha)).map(({ kind }) => kind)).toEqual(['activate']);
    },
  );

  test.each([false, 'False', 'false', 'FALSE', '0', 'no', 'off'])(
    'with a password and send_activation_email %j: no letter, active at once',
    async (send) => {
      const person = people.withPassword();
      expect((await v1({ ...person, send_activation_email: send })).status).toBe(200);
      expect((await people.rowOf(person, alpha)).is_active).toBe(true);
      expect(await people.lettersTo(person, alpha)).toEqual([]);
    },
  );

  test.each([true, 'True', 'true', false, 'False', 'false', undefined, 'rubbish', null, ''])(
    'without a password and with send_activation_email %j: inactive, and the one letter sets a password',
    async (send) => {
      const person = people.someone();
      expect((await v1({ ...person, send_activation_email: send })).status).toBe(200);
      expect(await people.rowOf(person, alpha)).toMatchObject({ is_active: false, password_hash: null });
      const letters = await people.lettersTo(person, alpha);
      expect(letters).toHaveLength(1);
      expect(letters[0]?.subject).toContain('Password reset on');
    },
  );

  test.each(['username', 'name', 'email'])('without its %s is 400', async (field) => {
    const { [field]: _, ...rest }: Record<string, string> = people.withPassword();
    expect(await v1(rest)).toMatchObject({ status: 400, body: bad });
    expect(await v1(form(rest))).toMatchObject({ status: 400, body: bad });
  });

  test.each([
    { username: '%%%%%%%' },
    { email: '%%%%%%%' },
    { username: 'x' },
    { username: 'x'.repeat(31) },
    { username: 'a.b' },
    { username: 'Żółw' },
    { username: '' },
    { username: null },
    { username: ['a', 'b'] },
    { username: { toString: 'x' } },
    { username: true },
    { email: 'a@b' },
    { email: `${'a'.repeat(250)}@example.com` },
    { name: '' },
    { name: '   ' },
    { name: 'x'.repeat(256) },
    { name: 'a\r\nBcc: b@example.com' },
    { name: '<script>' },
    { name: 'see http://example.com' },
    { gender: 'x' },
    { country: 'Germany' },
  ])('with %j is 400, and nothing was written', async (wrong) => {
    const before = await digestContents(muster.query);
    expect(await v1({ ...people.withPassword(), ...wrong })).toMatchObject({ status: 400, body: bad });
    expect(await digestContents(muster.query)).toEqual(before);
  });

  test('with the e-mail of a person of another tenant is 200: they share nothing', async () => {
    const person = people.withPassword();
    expect((await v1(person)).status).toBe(200);
    expect((await betaAdmin.post('v1/registrations/', person)).status).toBe(200);
    expect((await people.rowOf(person, beta)).id).not.toBe((await people.rowOf(person, alpha)).id);
    expect((await betaAdmin.post('v1/registrations/', person)).status).toBe(409);
  });

  test("belongs to the host's tenant and its letter names the host's site", async () => {
    const person = people.withPassword();
    await betaAdmin.post('v1/registrations/', person);
    expect((await people.lettersTo(person, beta))[0]?.text).toContain('http://beta.localhost:8000/activate/');
    expect(
      (await admin.get(`v1/users/${(await people.rowOf(person, beta)).id}/?is_active=false`)).status,
    ).toBe(404);
  });

  test('is written into the audit trail with who did it, and no value of it', async () => {
    const person = people.withPassword();
    await v1(person);
    const trail = await muster.query(
      `select * from activity where object_type = 'account' and object_id = $1`,
      [(await people.rowOf(person, alpha)).id],
    );
    const boss = await people.rowOf({ username: 'boss' }, alpha);
    expect(trail).toEqual([
      expect.objectContaining({ verb: 'registered', author_kind: 'account', author_id: String(boss.id) }),
    ]);
    expect(JSON.stringify(trail)).not.toContain(person.email);
  });
});

describe('defects of upstream', () => {
  test('§10.13: no answer sets a cookie, and the caller stays who it is', async () => {
    for (const payload of [
      people.withPassword(),
      people.someone(),
      { ...people.withPassword(), send_activation_email: false },
      {},
    ]) {
      expect((await v1(payload)).headers).not.toHaveProperty('set-cookie');
    }
  });

  test("§10.15: another tenant's usernames and e-mails are not told by a 409", async () => {
    const person = people.withPassword();
    await betaAdmin.post('v1/registrations/', person);
    expect((await v1(person)).status).toBe(200);
  });

  test('§10.17: a bad boolean and a bad field are objects of one shape', async () => {
    for (const wrong of [{ send_activation_email: 'x' }, { username: '' }, { email: '' }]) {
      const { body } = await admin.post('v2/registrations/', { ...people.withPassword(), ...wrong });
      expect(body).toEqual(expect.objectContaining({ user_message: expect.any(String) }));
    }
  });

  test('§10.24: opening the set-password link changes nothing, sending its form activates', async () => {
    const person = people.someone();
    await v1(person);
    const pages = browse(muster, alpha);
    const path = await newestLink(muster, alpha, person.email);
    const before = await digestContents(muster.query);
    expect((await pages.open(`${path}?track=pwreset`)).status).toBe(200);
    expect(await digestContents(muster.query)).toEqual(before);
    const password = 'quite another horse';
    expect((await pages.send(path, { password, password_again: password })).status).toBe(200);
    expect((await people.rowOf(person, alpha)).is_active).toBe(true);
    expect((await admin.get(`v1/users/?email_exact=${person.email}`)).body).toMatchObject({ count: 1 });
  });

  test('§10.28: a refused registration posts no letter', async () => {
    const person = people.withPassword();
    await v1(person);
    await v1({ ...person, password: 'another one here' });
    expect(await people.lettersTo(person, alpha)).toHaveLength(1);
  });

  test('§10.30: an empty password is refused with its reason', async () => {
    const errors = { password: ['The password must be between 2 and 128 characters long.'] };
    const answer = await v1(form({ ...people.someone(), password: '' }));
    expect([answer.status, answer.body]).toEqual([400, { ...bad, errors }]);
    const inV2 = await admin.post('v2/registrations/', { ...people.someone(), password: null });
    expect([inV2.status, inV2.body]).toEqual([
      400,
      { user_message: errors.password[0], 'invalid-params': ['password'], errors },
    ]);
  });
});
