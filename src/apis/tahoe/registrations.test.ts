import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import { attemptLogin } from '../../modules/identity/logins.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let admin: TahoeClient;
let betaAdmin: TahoeClient;
let round = 0;

const openAdmin = async (at: TestSite, username: string) => {
  const account = await muster.account(at, { username, role: 'admin' });
  return tahoeClient(muster, at.host, await muster.apiToken(at, account));
};

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha', {
    registration_fields: {
      type: 'object',
      properties: { district: { type: 'string', maxLength: 5 }, shoe_size: { type: 'integer' } },
    },
  });
  beta = await muster.site('beta');
  admin = await openAdmin(alpha, 'boss');
  betaAdmin = await openAdmin(beta, 'boss');
});
afterAll(() => muster.close());

/** A person whom nobody has registered yet. */
const someone = () => {
  round += 1;
  return { username: `person${round}`, email: `person${round}@example.com`, name: 'Some One' };
};
const withPassword = () => ({ ...someone(), password: 'not like the name' });
const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const v1 = (payload: unknown) => admin.post('v1/registrations/', payload);

interface Row {
  id: number;
  is_active: boolean;
  password_hash: string | null;
  extra: Record<string, unknown>;
  [column: string]: unknown;
}
const rowOf = async ({ username }: { username: string }, at = alpha): Promise<Row> => {
  const [row] = await muster.query<Row>(
    'select * from accounts where tenant_id = $1 and username_key = lower($2)',
    [at.site.tenantId, username],
  );
  if (!row) throw new Error(`Nobody is called ${username}.`);
  return { ...row, id: Number(row.id) };
};
const lettersTo = async ({ email }: { email: string }, at = alpha) =>
  (await muster.letters(at)).filter((letter) => letter.to_address === email);
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
    const { id } = await rowOf({ username: 'elmo' });
    expect([answer.status, answer.body]).toEqual([200, { 'user_id ': id, user_id: id }]);
    expect(answer.text).toBe(`{"user_id ":${id},"user_id":${id}}`);
    expect(await rowOf({ username: 'elmo' })).toMatchObject({ name: 'El Mo', email: 'elmo@example.com' });
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
    const person = withPassword();
    const answer = await v1(person);
    const { id } = await rowOf(person);
    expect([answer.status, answer.body]).toEqual([200, { 'user_id ': id, user_id: id }]);
    const [letter, ...more] = await lettersTo(person);
    expect(more).toEqual([]);
    expect(letter?.subject).toContain('Activate your');
    expect(letter?.text).toContain('http://alpha.localhost:8000/activate/');
  });

  test.each([
    ['the username', (one: { username: string }) => ({ ...withPassword(), username: one.username })],
    [
      'the username in other letters',
      (one: { username: string }) => ({
        ...withPassword(),
        username: one.username.toUpperCase(),
      }),
    ],
    ['the e-mail', (one: { email: string }) => ({ ...withPassword(), email: one.email })],
    [
      'the e-mail in other letters',
      (one: { email: string }) => ({
        ...withPassword(),
        email: ` ${one.email.toUpperCase()} `,
      }),
    ],
  ])('with %s of another person is 409', async (_, makeDouble) => {
    const one = withPassword();
    await v1(one);
    const answer = await v1(makeDouble(one));
    expect([answer.status, answer.body]).toEqual([409, { user_message: 'User already exists' }]);
  });

  test('of someone who is there is 409 even where the rest is wrong too', async () => {
    const one = withPassword();
    await v1(one);
    expect((await v1({ username: one.username, password: 'x' })).status).toBe(409);
  });

  test('without a password is 200', async () => {
    expect((await v1(someone())).status).toBe(200);
  });

  test.each([true, 'True', 'true', 'TRUE', '1', 'yes', 'on', undefined])(
    'with a password and send_activation_email %j: one activation letter, inactive until then',
    async (send) => {
      const person = withPassword();
      expect((await v1({ ...person, send_activation_email: send })).status).toBe(200);
      expect((await rowOf(person)).is_active).toBe(false);
      expect((await lettersTo(person)).map(({ kind }) => kind)).toEqual(['activate']);
    },
  );

  test.each([false, 'False', 'false', 'FALSE', '0', 'no', 'off'])(
    'with a password and send_activation_email %j: no letter, active at once',
    async (send) => {
      const person = withPassword();
      expect((await v1({ ...person, send_activation_email: send })).status).toBe(200);
      expect((await rowOf(person)).is_active).toBe(true);
      expect(await lettersTo(person)).toEqual([]);
    },
  );

  test.each([true, 'True', 'true', false, 'False', 'false', undefined, 'rubbish', null, ''])(
    'without a password and with send_activation_email %j: inactive, and the one letter sets a password',
    async (send) => {
      const person = someone();
      expect((await v1({ ...person, send_activation_email: send })).status).toBe(200);
      expect(await rowOf(person)).toMatchObject({ is_active: false, password_hash: null });
      const letters = await lettersTo(person);
      expect(letters).toHaveLength(1);
      expect(letters[0]?.subject).toContain('Password reset on');
    },
  );

  test.each(['username', 'name', 'email'])('without its %s is 400', async (field) => {
    const { [field]: _, ...rest }: Record<string, string> = withPassword();
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
    expect(await v1({ ...withPassword(), ...wrong })).toMatchObject({ status: 400, body: bad });
    expect(await digestContents(muster.query)).toEqual(before);
  });

  test('with the e-mail of a person of another tenant is 200: they share nothing', async () => {
    const person = withPassword();
    expect((await v1(person)).status).toBe(200);
    expect((await betaAdmin.post('v1/registrations/', person)).status).toBe(200);
    expect((await rowOf(person, beta)).id).not.toBe((await rowOf(person)).id);
    expect((await betaAdmin.post('v1/registrations/', person)).status).toBe(409);
  });

  test("belongs to the host's tenant and its letter names the host's site", async () => {
    const person = withPassword();
    await betaAdmin.post('v1/registrations/', person);
    expect((await lettersTo(person, beta))[0]?.text).toContain('http://beta.localhost:8000/activate/');
    expect((await admin.get(`v1/users/${(await rowOf(person, beta)).id}/?is_active=false`)).status).toBe(404);
  });

  test('is written into the audit trail with who did it, and no value of it', async () => {
    const person = withPassword();
    await v1(person);
    const trail = await muster.query(
      `select * from activity where object_type = 'account' and object_id = $1`,
      [(await rowOf(person)).id],
    );
    const boss = await rowOf({ username: 'boss' });
    expect(trail).toEqual([
      expect.objectContaining({ verb: 'registered', author_kind: 'account', author_id: String(boss.id) }),
    ]);
    expect(JSON.stringify(trail)).not.toContain(person.email);
  });
});

describe('what is kept of a registration', () => {
  test('profile fields, and the fields of the site itself', async () => {
    const person = withPassword();
    const profile = {
      level_of_education: 'm',
      gender: 'f',
      mailing_address: 'Here 1',
      city: 'Amman',
      country: 'JO',
      goals: 'To learn',
      year_of_birth: '1985',
      language: 'nl',
    };
    const own = { district: '12345', shoe_size: '41', unknown_field: 'x' };
    expect((await v1(form({ ...person, ...profile, ...own }))).status).toBe(200);
    expect(await rowOf(person)).toMatchObject({
      ...profile,
      year_of_birth: 1985,
      extra: { district: '12345', shoe_size: 41 },
    });
    expect((await lettersTo(person))[0]?.locale).toBe('nl');
  });

  test.each(['last year', '85', '19855', 3000, true])(
    'a year of birth that is none, as %j, is dropped and refuses nobody (§1.6)',
    async (year) => {
      const person = withPassword();
      expect((await v1({ ...person, year_of_birth: year })).status).toBe(200);
      expect((await rowOf(person)).year_of_birth).toBeNull();
    },
  );

  test("a bad value in the site's own field is 400", async () => {
    expect(await v1({ ...withPassword(), district: '123456' })).toMatchObject({ status: 400, body: bad });
  });

  test('a field that the site requires makes a registration without it fail', async () => {
    const strict = await muster.site('strict');
    const client = await openAdmin(strict, 'boss');
    await muster.configure(strict, {
      registration_fields: { type: 'object', properties: { tribe: { type: 'string' } }, required: ['tribe'] },
    });
    const answer = await client.post('v2/registrations/', withPassword());
    expect([answer.status, answer.body]).toEqual([
      400,
      {
        user_message: 'This field is required.',
        'invalid-params': ['tribe'],
        errors: { tribe: ['This field is required.'] },
      },
    ]);
    const person = { ...withPassword(), tribe: 'x' };
    expect((await client.post('v1/registrations/', person)).status).toBe(200);
    expect(await rowOf(person, strict)).toMatchObject({ extra: { tribe: 'x' } });
  });

  test('whatever a client says of honor code, terms, role and activity, the server decides', async () => {
    const person = withPassword();
    const claims = { honor_code: false, terms_of_service: 'no', role: 'owner', is_active: true, id: 1 };
    expect((await v1({ ...person, ...claims })).status).toBe(200);
    expect(await rowOf(person)).toMatchObject({ role: 'member', is_active: false });
  });

  test('blanks around names are not part of them, and numbers are the text they spell', async () => {
    const person = someone();
    expect((await v1({ ...person, username: `  ${person.username} `, name: ' Some One ' })).status).toBe(200);
    expect(await rowOf(person)).toMatchObject({ username: person.username, name: 'Some One' });
    expect((await v1({ ...someone(), username: 4711, name: 12 })).status).toBe(200);
    expect(await rowOf({ username: '4711' })).toMatchObject({ name: '12' });
  });

  test('the password opens the account once it is active', async () => {
    const person = withPassword();
    await v1(form({ ...person, send_activation_email: 'False' }));
    const login = { login: person.email, password: person.password, address: '::1' };
    const proven = await attemptLogin(alpha.context, muster.services.passwords, login, null);
    expect(proven).toMatchObject({ accountId: (await rowOf(person)).id, isActive: true });
  });
});

describe('send_activation_email (§8.11)', () => {
  test.each([
    [null, 'null'],
    [0, '0'],
    ['f', 'f'],
    ['t', 't'],
    ['', ''],
    ['maybe', 'maybe'],
    [2, '2'],
    [[true], '[true]'],
  ])('%j is no boolean: 400 names it', async (send, shown) => {
    for (const version of ['v1', 'v2']) {
      const answer = await admin.post(`${version}/registrations/`, {
        ...withPassword(),
        send_activation_email: send,
      });
      expect([answer.status, answer.body]).toEqual([
        400,
        { user_message: `${shown} is not a valid value for "send_activation_email"` },
      ]);
    }
  });
});

describe('bodies', () => {
  test('JSON, a form and multipart are the same to it', async () => {
    const multipart = (fields: Record<string, string>) =>
      `${Object.entries(fields)
        .map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
        .join('')}--b--\r\n`;
    const people = [withPassword(), withPassword(), withPassword()] as const;
    expect((await v1(people[0])).status).toBe(200);
    expect((await v1(form(people[1]))).status).toBe(200);
    const answer = await admin.post('v1/registrations/', multipart(people[2]), {
      'content-type': 'multipart/form-data; boundary=b',
    });
    expect(answer.status).toBe(200);
    expect(await rowOf(people[2])).toMatchObject({ email: people[2].email });
  });

  test.each(['[]', '[{"username":"a"}]', '"text"', '5', 'true', 'null'])(
    'the JSON %s is no object: 400',
    async (json) => {
      expect(await v1(json)).toMatchObject({ status: 400, body: bad });
      expect((await admin.post('v2/registrations/', json)).status).toBe(400);
    },
  );

  test('no body at all is 400 like a body with nothing in it', async () => {
    expect(await admin.send('POST', 'v1/registrations/')).toMatchObject({ status: 400, body: bad });
  });

  test('null characters and lone surrogates are 400', async () => {
    expect(await v1({ ...withPassword(), name: 'a\0b' })).toMatchObject({ status: 400, body: bad });
    const broken = JSON.stringify(withPassword()).replace('Some', '\\ud800');
    expect(await v1(broken)).toMatchObject({ status: 400, body: bad });
  });
});

describe('defects of upstream', () => {
  test('§10.13: no answer sets a cookie, and the caller stays who it is', async () => {
    for (const payload of [
      withPassword(),
      someone(),
      { ...withPassword(), send_activation_email: false },
      {},
    ]) {
      expect((await v1(payload)).headers).not.toHaveProperty('set-cookie');
    }
  });

  test("§10.15: another tenant's usernames and e-mails are not told by a 409", async () => {
    const person = withPassword();
    await betaAdmin.post('v1/registrations/', person);
    expect((await v1(person)).status).toBe(200);
  });

  test('§10.17: a bad boolean and a bad field are objects of one shape', async () => {
    for (const wrong of [{ send_activation_email: 'x' }, { username: '' }, { email: '' }]) {
      const { body } = await admin.post('v2/registrations/', { ...withPassword(), ...wrong });
      expect(body).toEqual(expect.objectContaining({ user_message: expect.any(String) }));
    }
  });

  test('§10.24: opening the set-password link changes nothing, sending its form activates', async () => {
    const person = someone();
    await v1(person);
    const pages = browse(muster, alpha);
    const path = await newestLink(muster, alpha, person.email);
    const before = await digestContents(muster.query);
    expect((await pages.open(`${path}?track=pwreset`)).status).toBe(200);
    expect(await digestContents(muster.query)).toEqual(before);
    const password = 'quite another horse';
    expect((await pages.send(path, { password, password_again: password })).status).toBe(200);
    expect((await rowOf(person)).is_active).toBe(true);
    expect((await admin.get(`v1/users/?email_exact=${person.email}`)).body).toMatchObject({ count: 1 });
  });

  test('§10.28: a refused registration posts no letter', async () => {
    const person = withPassword();
    await v1(person);
    await v1({ ...person, password: 'another one here' });
    expect(await lettersTo(person)).toHaveLength(1);
  });

  test('§10.30: an empty password is refused with its reason', async () => {
    const errors = { password: ['The password must be between 2 and 128 characters long.'] };
    const answer = await v1(form({ ...someone(), password: '' }));
    expect([answer.status, answer.body]).toEqual([400, { ...bad, errors }]);
    const inV2 = await admin.post('v2/registrations/', { ...someone(), password: null });
    expect([inV2.status, inV2.body]).toEqual([
      400,
      { user_message: errors.password[0], 'invalid-params': ['password'], errors },
    ]);
  });
});
