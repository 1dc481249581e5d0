import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { browse, pathInLetter } from '../../../test/support/link-pages.ts';
import { type SaasClient, saasClient, textIn } from '../../../test/support/saas-client.ts';

let muster: TestApp;
let root: SaasClient;
const password = 'seven red balloons';
const person = (email: string) => ({
  email,
  first_name: 'Ada',
  last_name: 'King Lovelace',
  password1: password,
  password2: password,
});

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  root = saasClient(muster, muster.home.host);
});
afterAll(() => muster.close());

async function newestLetterTo(address: string) {
  const rows = await muster.query<{ text: string; subject: string; locale: string; kind: string }>(
    'select kind, subject, text, locale from letters where to_address = $1 order by created_at desc, id desc limit 1',
    [address],
  );
  const [letter] = rows;
  if (!letter) throw new Error(`No letter to ${address}.`);
  return { ...letter, to_address: address, html: '' };
}
const keyFor = async (address: string) =>
  pathInLetter(await newestLetterTo(address))
    .split('/')
    .at(-1) ?? '';

async function open(subdomain: string) {
  const email = `owner@${subdomain}.example.com`;
  const answer = await root.post('sign-up/tenant/', {
    name: `The ${subdomain}`,
    subdomain,
    user: person(email),
  });
  expect([answer.status, answer.text]).toEqual([201, '{"detail":"Verification e-mail sent."}']);
  return { email, api: saasClient(muster, `${subdomain}.localhost:8000`) };
}
const statusOf = async (slug: string) =>
  (await muster.query<{ status: string }>('select status from tenants where slug = $1', [slug]))[0]?.status;

test('a tenant signs itself up, its owner confirms the e-mail, signs in and runs it', async () => {
  const { email, api } = await open('first');
  const login = () => api.post('login/', { email, password });
  expect((await login()).body).toEqual({ error: ['E-mail is not verified.'] });
  const letter = await newestLetterTo(email);
  expect(letter.subject).toBe('Confirm your e-mail address on The first');
  expect(letter.text).toContain('http://first.localhost:8000/confirm_email/');
  const done = await browse(muster, { ...muster.home, host: 'first.localhost:8000' }).send(
    pathInLetter(letter),
  );
  expect(done.status).toBe(200);
  expect(await statusOf('first')).toBe('active');
  muster.services.directory.forget();
  const signedIn = await login();
  expect(signedIn.body).toMatchObject({
    user: { email, first_name: 'Ada', last_name: 'King Lovelace' },
    tenants: [{ subdomain: 'first', name: 'The first', role: 'owner', is_active: true }],
  });
  expect((await api.as(textIn(signedIn, 'token')).get('tenant/')).status).toBe(200);
});

describe('confirming an e-mail (§5.6)', () => {
  test('by GET with the key of the path, again and again', async () => {
    const { email, api } = await open('second');
    const key = await keyFor(email);
    for (const _ of [1, 2]) {
      const answer = await api.get(`sign-up/confirm-email/${key}/`);
      expect([answer.status, answer.text]).toEqual([200, '{"detail":"ok"}']);
    }
    expect(await statusOf('second')).toBe('active');
  });

  test('a browser that follows a link sees a page with a button, and nothing is confirmed', async () => {
    const { email, api } = await open('third');
    const key = await keyFor(email);
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const answer = await api.get(`sign-up/confirm-email/${key}/`, browser);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.text).toContain(`action="/confirm_email/${key}"`);
    expect(await statusOf('third')).toBe('pending');
  });

  test('by POST the key of the body counts and that of the path does not', async () => {
    const { email, api } = await open('fourth');
    const missing = await api.post('sign-up/confirm-email/anything/', {});
    expect([missing.status, missing.body]).toEqual([400, { key: ['This field is required.'] }]);
    const bad = await api.post('sign-up/confirm-email/anything/', { key: 'x' });
    expect([bad.status, bad.body]).toEqual([404, { detail: 'Not found.' }]);
    const right = await api.post('sign-up/confirm-email/anything/', { key: await keyFor(email) });
    expect([right.status, right.body]).toEqual([200, { detail: 'ok' }]);
  });

  test('an unknown key and one that is three days old are 404', async () => {
    const { email, api } = await open('fifth');
    expect((await api.get(`sign-up/confirm-email/${'x'.repeat(22)}/`)).body).toEqual({
      detail: 'Not found.',
    });
    const key = await keyFor(email);
    muster.clock.advance(3 * 24 * 3600 * 1000 + 1);
    expect((await api.get(`sign-up/confirm-email/${key}/`)).status).toBe(404);
    expect((await api.post('sign-up/resend-email/', { email })).status).toBe(200);
    expect((await api.get(`sign-up/confirm-email/${await keyFor(email)}/`)).status).toBe(200);
  });

  test('the page without a key tells to look for the letter', async () => {
    const page = await root.get('sign-up/confirm-email/', { accept: 'text/html' });
    expect([page.status, page.text.includes('Verification e-mail sent.')]).toEqual([200, true]);
  });
});

describe('the paths of a user sign-up (ruling "Sign-up routes")', () => {
  test('on the default site the segment is a subdomain or a name, and underscores do as well', async () => {
    await muster.site('acme');
    await muster.query(
      `update tenants set name = 'Acme & Sons', name_key = 'acme & sons' where slug = 'acme'`,
    );
    const paths = [
      'sign-up/tenant/acme/user/',
      'sign-up/tenant/Acme%20%26%20SONS/user',
      'sign_up/tenant/ACME/user/',
    ];
    for (const [index, path] of paths.entries())
      expect((await root.post(path, person(`p${index}@example.com`))).status).toBe(201);
    const nowhere = await root.post('sign-up/tenant/nowhere/user/', {});
    expect([nowhere.status, nowhere.body]).toEqual([404, { detail: 'Not found.' }]);
  });

  test("on a tenant's host it is that tenant only, and no tenant is opened there", async () => {
    const other = await muster.site('other');
    const api = saasClient(muster, other.host);
    expect((await api.post('sign-up/tenant/other/user/', person('a@example.com'))).status).toBe(201);
    expect((await api.post('sign-up/tenant/acme/user/', person('b@example.com'))).status).toBe(404);
    const opened = await api.post('sign-up/tenant/', {
      name: 'N',
      subdomain: 'n',
      user: person('c@example.com'),
    });
    expect(opened.status).toBe(404);
  });
});

describe('subdomains (§15.18)', () => {
  test.each([
    ['Not A valid_domain!', 'Enter a valid subdomain'],
    ['a.b.c', 'Enter a valid subdomain'],
    ['a'.repeat(64), 'Enter a valid subdomain'],
    ['-a', 'Enter a valid subdomain'],
    ['www', 'reserved'],
    ['login', 'reserved'],
    ['xn--mnchen-3ya', 'reserved'],
    ['FIRST', 'There is already an domain with that name.'],
  ])('%s is refused', async (subdomain, words) => {
    const sent = { name: `Sub ${subdomain}`, subdomain, user: person('s@example.com') };
    const answer = await root.post('sign-up/tenant/', sent);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
  });
});

test('all that is wrong is told at once, at the top and below user', async () => {
  const answer = await root.post('sign-up/tenant/', { subdomain: '', user: { email: 'x', password1: '1' } });
  expect([answer.status, answer.body]).toEqual([
    400,
    {
      name: ['This field is required.'],
      subdomain: ['This field may not be blank.'],
      user: {
        email: ['Enter a valid email address.'],
        first_name: ['This field is required.'],
        last_name: ['This field is required.'],
        password1: [
          'This password is too short. It must contain at least 8 characters.',
          'This password is entirely numeric.',
        ],
        password2: ['This field is required.'],
      },
    },
  ]);
});

test.each<[unknown, object]>([
  [undefined, { user: ['This field is required.'] }],
  [null, { user: ['This field may not be null.'] }],
  ['ada', { user: { error: ['Invalid data. Expected a dictionary, but got str.'] } }],
  [[1], { user: { error: ['Invalid data. Expected a dictionary, but got list.'] } }],
])('a user that is %j', async (user, body) => {
  expect((await root.post('sign-up/tenant/', { name: 'U', subdomain: 'uuu', user })).body).toEqual(body);
});

test('a form spells the nested fields with dots (§2.1)', async () => {
  const fields = Object.entries(person('form@example.com')).map(([name, value]): [string, string] => [
    `user.${name}`,
    value,
  ]);
  const form = new URLSearchParams([['name', 'Form'], ['subdomain', 'form'], ...fields]);
  expect((await root.post('sign-up/tenant/', form)).status).toBe(201);
});

test('a name too long for the wire is refused, not cut (§15.23)', async () => {
  const user = { ...person('long@example.com'), first_name: 'a'.repeat(31) };
  expect((await root.post('sign-up/tenant/', { name: 'L', subdomain: 'lll', user })).body).toEqual({
    user: { first_name: ['Ensure this field has no more than 30 characters.'] },
  });
});

test('letters follow the language of whoever signs up', async () => {
  const sent = { name: 'Deutsch', subdomain: 'deutsch', user: person('d@example.com') };
  const answer = await root.post('sign-up/tenant/', sent, { 'accept-language': 'de' });
  expect(answer.body).toEqual({ detail: 'Bestätigungs-E-Mail verschickt.' });
  expect(await newestLetterTo('d@example.com')).toMatchObject({
    locale: 'de',
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse für Deutsch',
  });
});

test('with approval by the operator a confirmed owner may sign in, and the tenant waits (§15.21)', async () => {
  const app = await openTestApp({ throttles: null, signUps: { tenants: 'approval' } });
  const home = saasClient(app, app.home.host);
  const boss = await app.account(app.home, { username: 'boss', role: 'owner' });
  const email = 'o@example.com';
  await home.post('sign-up/tenant/', { name: 'Waiting', subdomain: 'waiting', user: person(email) });
  const [letter] = await app.query<{ text: string }>('select text from letters');
  const key = /confirm_email\/(\w+)/.exec(letter?.text ?? '')?.[1];
  const api = saasClient(app, 'waiting.localhost:8000');
  expect((await api.get(`sign-up/confirm-email/${key}/`)).status).toBe(200);
  expect((await api.post('login/', { email, password })).body).toMatchObject({
    tenants: [{ is_active: false }],
  });
  expect((await api.post('sign-up/tenant/waiting/user/', person('x@example.com'))).status).toBe(400);
  const operator = home.as(await app.jwt(app.home, boss));
  const list = await operator.get('tenants/');
  expect(list.text).toContain('"subdomain":"waiting","is_active":false,"status":"pending"');
  expect((await operator.post('tenants/waiting/activate/')).status).toBe(200);
  expect((await api.post('sign-up/tenant/waiting/user/', person('x@example.com'))).status).toBe(201);
  await app.close();
});
