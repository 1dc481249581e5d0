import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';

let muster: TestApp;
let admin: TahoeClient;
let round = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  const boss = await muster.account(muster.home, { username: 'boss', role: 'owner' });
  admin = tahoeClient(muster, muster.home.host, await muster.apiToken(muster.home, boss));
});
afterAll(() => muster.close());

const person = () => {
  round += 1;
  const username = `person${round}`;
  return { username, email: `${username}@example.com`, name: 'Some One', password: 'not like the name' };
};
const v2 = (payload: unknown) => admin.post('v2/registrations/', payload);
const usernameLength = 'Username must be between 2 and 30 characters long.';
const usernameLetters =
  'Usernames can only contain letters (A-Z, a-z), numerals (0-9), underscores (_), and hyphens (-).';
const nameMissing = 'Your legal name must be a minimum of one character long';
const badEmail = 'A properly formatted e-mail is required';

describe('v2 (§8.10)', () => {
  test('answers user_id without the blank', async () => {
    const answer = await v2(person());
    expect([answer.status, answer.body]).toEqual([200, { user_id: expect.any(Number) }]);
    expect(answer.text).toMatch(/^\{"user_id":\d+\}$/);
  });

  test('says which of e-mail and username is taken', async () => {
    const [one, other, another] = [person(), person(), person()];
    await v2(one);
    await v2(another);
    const answers = [
      await v2({ ...other, username: one.username.toUpperCase() }),
      await v2({ ...other, email: one.email.toUpperCase() }),
      await v2(one),
      await v2({ ...one, email: another.email }),
    ];
    const both = {
      user_message: 'Both email and username already exist',
      'invalid-params': ['email', 'username'],
    };
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [409, { user_message: 'Username already exists', 'invalid-params': ['username'] }],
      [409, { user_message: 'Email already exists', 'invalid-params': ['email'] }],
      [409, both],
      [409, both],
    ]);
  });

  test.each([
    ['password', { username: 'foobar', password: 'foobar' }, 'The password is too similar to the username.'],
    ['password', { password: 'x' }, 'The password must be between 2 and 128 characters long.'],
    ['username', { username: undefined }, usernameLength],
    ['username', { username: 'a' }, usernameLength],
    ['username', { username: '%%%%%%%' }, usernameLetters],
    ['username', { username: 'a.b@c' }, usernameLetters],
    ['username', { username: ['a'] }, 'Not a valid string.'],
    ['name', { name: undefined }, nameMissing],
    ['name', { name: '' }, nameMissing],
    ['email', { email: '%%%%%%%' }, badEmail],
    ['email', { email: undefined }, badEmail],
    ['name', { name: 'a\0' }, 'Null characters are not allowed.'],
  ])('names the field %s for %j and says what is wrong', async (field, wrong, message) => {
    const answer = await v2({ ...person(), ...wrong });
    expect([answer.status, answer.body]).toEqual([
      400,
      { user_message: message, 'invalid-params': [field], errors: { [field]: [message] } },
    ]);
  });

  test('tells everything that is wrong at once, the username first', async () => {
    const answer = await v2({ gender: 'x', password: '' });
    expect(answer.body).toMatchObject({
      user_message: usernameLength,
      'invalid-params': ['username', 'email', 'name', 'password', 'gender'],
      errors: { username: [usernameLength], email: [badEmail], name: [nameMissing] },
    });
  });

  test('a body that is no object is told as such', async () => {
    const message = 'Invalid data. Expected a dictionary.';
    expect((await v2([])).body).toEqual({
      user_message: message,
      'invalid-params': [],
      errors: { non_field_errors: [message] },
    });
  });

  test.each([
    [{ send_activation_email: true }, false, ['activate']],
    [{ send_activation_email: 'True' }, false, ['activate']],
    [{}, false, ['activate']],
    [{ send_activation_email: false }, true, []],
    [{ send_activation_email: 'false' }, true, []],
    [{ password: undefined }, false, ['set_password']],
    [{ password: undefined, send_activation_email: 'False' }, false, ['set_password']],
  ])('treats %j as v1 does: active %j, letters %j', async (more, isActive, kinds) => {
    const one = person();
    expect((await v2({ ...one, ...more })).status).toBe(200);
    const rows = await muster.query('select is_active from accounts where email = $1', [one.email]);
    expect(rows).toEqual([{ is_active: isActive }]);
    const letters = (await muster.letters(muster.home)).filter((letter) => letter.to_address === one.email);
    expect(letters.map(({ kind }) => kind)).toEqual(kinds);
  });
});
