import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Registrants, registrants } from '../../../test/support/registrants.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import { attemptLogin } from '../../modules/identity/logins.ts';

let muster: TestApp;
let alpha: TestSite;
let admin: TahoeClient;
let people: Registrants;

const openAdmin = async (at: TestSite) => {
  const account = await muster.account(at, { username: 'boss', role: 'admin' });
  return tahoeClient(muster, at.host, await muster.apiToken(at, account));
};

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  people = registrants(muster);
  alpha = await muster.site('alpha');
  admin = await openAdmin(alpha);
  alpha = await muster.configure(alpha, {
    registration_fields: {
      type: 'object',
      properties: { district: { type: 'string', maxLength: 5 }, shoe_size: { type: 'integer' } },
    },
  });
});
afterAll(() => muster.close());

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const v1 = (payload: unknown) => admin.post('v1/registrations/', payload);
const bad = { user_message: 'Invalid parameters on user creation' };

describe('what is kept of a registration', () => {
  test('profile fields, and the fields of the site itself', async () => {
    const person = people.withPassword();
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
    expect(await people.rowOf(person, alpha)).toMatchObject({
      ...profile,
      year_of_birth: 1985,
      extra: { district: '12345', shoe_size: 41 },
    });
    expect((await people.lettersTo(person, alpha))[0]?.locale).toBe('nl');
  });

  test.each(['last year', '85', '19855', 3000, true])(
    'a year of birth that is none, as %j, is dropped and refuses nobody (§1.6)',
    async (year) => {
      const person = people.withPassword();
      expect((await v1({ ...person, year_of_birth: year })).status).toBe(200);
      expect((await people.rowOf(person, alpha)).year_of_birth).toBeNull();
    },
  );

  test("a bad value in the site's own field is 400", async () => {
    expect(await v1({ ...people.withPassword(), district: '123456' })).toMatchObject({
      status: 400,
      body: bad,
    });
  });

  test('a field that the site requires makes a registration without it fail', async () => {
    const strict = await muster.site('strict');
    const client = await openAdmin(strict);
    await muster.configure(strict, {
      registration_fields: { type: 'object', properties: { tribe: { type: 'string' } }, required: ['tribe'] },
    });
    const answer = await client.post('v2/registrations/', people.withPassword());
    expect([answer.status, answer.body]).toEqual([
      400,
      {
        user_message: 'This field is required.',
        'invalid-params': ['tribe'],
        errors: { tribe: ['This field is required.'] },
      },
    ]);
    const person = { ...people.withPassword(), tribe: 'x' };
    expect((await client.post('v1/registrations/', person)).status).toBe(200);
    expect(await people.rowOf(person, strict)).toMatchObject({ extra: { tribe: 'x' } });
  });

  test('whatever a client says of honor code, terms, role and activity, the server decides', async () => {
    const person = people.withPassword();
    const claims = { honor_code: false, terms_of_service: 'no', role: 'owner', is_active: true, id: 1 };
    expect((await v1({ ...person, ...claims })).status).toBe(200);
    expect(await people.rowOf(person, alpha)).toMatchObject({ role: 'member', is_active: false });
  });

  test('blanks around names are not part of them, and numbers are the text they spell', async () => {
    const person = people.someone();
    expect((await v1({ ...person, username: `  ${person.username} `, name: ' Some One ' })).status).toBe(200);
    expect(await people.rowOf(person, alpha)).toMatchObject({ username: person.username, name: 'Some One' });
    expect((await v1({ ...people.someone(), username: 4711, name: 12 })).status).toBe(200);
    expect(await people.rowOf({ username: '4711' }, alpha)).toMatchObject({ name: '12' });
  });

  test('the password opens the account once it is active', async () => {
    const person = people.withPassword();
    await v1(form({ ...person, send_activation_email: 'False' }));
    const login = { login: person.email, password: person.password, address: '::1' };
    const proven = await attemptLogin(alpha.context, muster.services.passwords, login, null);
    expect(proven).toMatchObject({ accountId: (await people.rowOf(person, alpha)).id, isActive: true });
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
        ...people.withPassword(),
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
    const three = [people.withPassword(), people.withPassword(), people.withPassword()] as const;
    expect((await v1(three[0])).status).toBe(200);
    expect((await v1(form(three[1]))).status).toBe(200);
    const answer = await admin.post('v1/registrations/', multipart(three[2]), {
      'content-type': 'multipart/form-data; boundary=b',
    });
    expect(answer.status).toBe(200);
    expect(await people.rowOf(three[2], alpha)).toMatchObject({ email: three[2].email });
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
    expect(await v1({ ...people.withPassword(), name: 'a\0b' })).toMatchObject({ status: 400, body: bad });
    const broken = JSON.stringify(people.withPassword()).replace('Some', '\\ud800');
    expect(await v1(broken)).toMatchObject({ status: 400, body: bad });
  });
});
