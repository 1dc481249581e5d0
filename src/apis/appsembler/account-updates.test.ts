import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type V0Client, v0Client } from '../../../test/support/v0-client.ts';
import { findAccount } from '../../modules/identity/accounts.ts';
import type { Account } from '../../modules/identity/types.ts';

const ownFields = {
  type: 'object',
  properties: { district: { type: 'string', pattern: '^[0-9]{6}$' }, tribe: { type: 'string' } },
};
let muster: TestApp;
let alpha: TestSite;
let staff: V0Client;
let amy: Account;
let round = 0;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha', { registration_fields: ownFields });
  const boss = await muster.account(alpha, { username: 'boss', role: 'staff' });
  staff = v0Client(muster, alpha.host, await muster.accessToken(alpha, boss));
});
beforeEach(async () => {
  round += 1;
  amy = await muster.account(alpha, { username: `amy${round}`, name: 'Amy' });
});
afterAll(() => muster.close());

const now = async (account = amy) => alpha.context.read((read) => findAccount(read, account.id));
const update = (payload: unknown) => staff.post('accounts/update_user', payload);

describe('accounts/update_user', () => {
  const done = (pairs: string) => ({ success: `The following fields has been updated: ${pairs}` });

  test('the sample of the document, its slips mended, lists every field in the known order', async () => {
    const user = await muster.account(alpha, { username: 'staff', email: 'staff@example.com' });
    const answer = await update({
      user_lookup: 'staff@example.com',
      email: 'new_staff@example.com',
      name: 'Staff New Name',
      country: 'US',
      gender: 'f',
      level_of_education: 'm',
      year_of_birth: '2000',
      city: 'Montevideo',
      mailing_address: 'A streen and a number 2345 FL, USA',
      language: 'es',
      goals: 'To be famous',
      bio: "I'm not famous yet",
      district: '101815',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(
      done(
        'email=new_staff@example.com, name=Staff New Name, level_of_education=m, gender=f, ' +
          'mailing_address=A streen and a number 2345 FL, USA, city=Montevideo, country=US, goals=To be famous, ' +
          "bio=I'm not famous yet, year_of_birth=2000, language=es, district=101815",
      ),
    );
    expect(await now(user)).toMatchObject({
      email: 'new_staff@example.com',
      name: 'Staff New Name',
      profile: { level_of_education: 'm', country: 'US', year_of_birth: 2000, bio: "I'm not famous yet" },
      extra: { district: '101815' },
    });
  });

  test('the unmended key of the sample is an unknown one and ignored', async () => {
    const answer = await update({ user_lookup: amy.username, emai: 'new_staff@example.org' });
    expect([answer.status, answer.body]).toEqual([200, done('')]);
  });

  test('the answer of the document: name=Doe, John, country=ES', async () => {
    const answer = await update({ user_lookup: amy.email, name: 'Doe, John', country: 'ES' });
    expect([answer.status, answer.body]).toEqual([200, done('name=Doe, John, country=ES')]);
  });

  test('found by e-mail, a new name is listed and the e-mail is not', async () => {
    const answer = await update({ user_lookup: amy.email, name: 'Renamed', email: amy.email });
    expect([answer.status, answer.body]).toEqual([200, done('name=Renamed')]);
    expect((await now())?.name).toBe('Renamed');
  });

  test('the e-mail and the name are both listed, whoever is found in whatever letter case', async () => {
    const email = `both${round}@example.com`;
    const answer = await update({ user_lookup: amy.username.toUpperCase(), name: 'Both', email });
    expect([answer.status, answer.body]).toEqual([200, done(`email=${email}, name=Both`)]);
    expect(await now()).toMatchObject({ email, name: 'Both' });
  });

  test('with nothing to change the text ends after the colon and its blank', async () => {
    const answer = await update({ user_lookup: amy.username, email: amy.email });
    expect([answer.status, answer.body]).toEqual([
      200,
      { success: 'The following fields has been updated: ' },
    ]);
  });

  test.each([
    ['name', 'Some One'],
    ['country', 'JO'],
    ['gender', 'm'],
    ['level_of_education', 'p'],
    ['year_of_birth', 1985],
    ['city', 'Amman'],
    ['mailing_address', 'A street'],
    ['language', 'ES'],
    ['goals', 'To learn'],
    ['bio', 'Short'],
  ])('%s is listed and stored', async (field, value) => {
    const answer = await update({ user_lookup: amy.username, [field]: value });
    expect([answer.status, answer.body]).toEqual([200, done(`${field}=${value}`)]);
    const account = await now();
    expect({ ...account?.profile, name: account?.name }).toMatchObject({ [field]: value });
  });

  test('a field of the site changes alone, without the others that a registration must have', async () => {
    await muster.configure(alpha, { registration_fields: { ...ownFields, required: ['district', 'tribe'] } });
    await update({ user_lookup: amy.username, district: '101815' });
    const answer = await update({ user_lookup: amy.username, tribe: 'north' });
    await muster.configure(alpha, { registration_fields: ownFields });
    expect([answer.status, answer.body]).toEqual([200, done('tribe=north')]);
    expect((await now())?.extra).toEqual({ district: '101815', tribe: 'north' });
  });

  test.each([{}, { user_lookup: '' }, { user_lookup: ' ' }, { user_lookup: null }, { name: 'X' }])(
    'no lookup in %j is 400',
    async (payload) => {
      const answer = await update(payload);
      expect([answer.status, answer.body]).toEqual([
        400,
        { lookup_error: 'No user lookup has been provided' },
      ]);
    },
  );

  test('nobody found is 404', async () => {
    const answer = await update({ user_lookup: 'nobody@example.com', name: 'X' });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      user_not_found: "The user for the Given username or email doesn't exists",
    });
  });

  test("one person's username that is another's e-mail is 400 and changes neither", async () => {
    const odd = await muster.account(alpha, { username: amy.email, email: `odd${round}@example.com` });
    const answer = await update({ user_lookup: amy.email, name: 'Which' });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ lookup_error: 'Two users have been found with the provided user_lookup' });
    expect(await now()).toEqual(amy);
    expect(await now(odd)).toEqual(odd);
  });

  test.each(['zzz%%', '', 'a b@example.com', 5, {}])(
    'the e-mail %j is 400 and nothing is saved',
    async (email) => {
      const answer = await update({ user_lookup: amy.username, email, name: 'Other' });
      expect([answer.status, answer.body]).toEqual([
        400,
        { integrity_error: 'Valid e-mail address required.' },
      ]);
      expect(await now()).toEqual(amy);
    },
  );

  test('25: an e-mail in use is 400 and nothing is saved', async () => {
    const answer = await update({ user_lookup: amy.username, email: 'Boss@example.com', name: 'Other' });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ integrity_error: 'An account with this e-mail already exists.' });
    expect(await now()).toEqual(amy);
  });

  test('25: a value that a field does not know is 400 by field and nothing is saved', async () => {
    const bad = {
      gender: 'x',
      level_of_education: 'doctor',
      country: 'Atlantis',
      language: 'klingonish',
      year_of_birth: '20',
      bio: 'x'.repeat(3001),
      name: '<b>',
      district: 'north',
      city: 5,
    };
    for (const [field, value] of Object.entries(bad)) {
      const answer = await update({ user_lookup: amy.username, goals: 'kept', [field]: value });
      expect([field, answer.status, answer.body]).toEqual([field, 400, { [field]: [expect.any(String)] }]);
    }
    expect(await now()).toEqual(amy);
  });

  test('11: bodies that are no object are 400', async () => {
    for (const payload of [[], [1], 5, true, null]) {
      const answer = await update(payload);
      expect([answer.status, answer.body]).toEqual([
        400,
        { non_field_errors: ['Invalid data. Expected a dictionary.'] },
      ]);
    }
  });
});
