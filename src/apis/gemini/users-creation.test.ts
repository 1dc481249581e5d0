import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import {
  askGemini,
  createUser,
  makeCity,
  makeClient,
  type TestClient,
  usualPassword,
} from '../../../test/support/gemini-people.ts';
import { changeCity } from '../../modules/festival/cities.ts';
import type { City } from '../../modules/festival/types.ts';

let muster: TestApp;
let nf: TestSite;
let city: City;
let client: TestClient;

beforeAll(async () => {
  muster = await openTestApp();
  nf = await muster.site('nf');
  city = await makeCity(nf);
  client = await makeClient(nf);
});
beforeEach(() => muster.clock.advance(61_000));
afterAll(() => muster.close());

let made = 0;
const freshEmail = () => {
  made += 1;
  return `fresh${made}@example.org`;
};
const documented = () => ({
  email: freshEmail(),
  password: usualPassword,
  grant_type: 'password',
  scope: 'profile performer venue',
  has_accepted_terms: true,
});
const create = (
  body: unknown,
  headers: Record<string, string> = { authorization: client.basic },
  at: TestSite = nf,
) => askGemini(muster, at, 'POST', '/api/users/create', { headers, body });

test('the documented request makes a user, a token, eight links and one letter (check 1)', async () => {
  const body = documented();
  const answer = await create(body);
  expect(answer.status).toBe(201);
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  const { token, user } = answer.body;
  expect(token).toEqual({
    access_token: expect.stringMatching(/^[A-Za-z0-9]{42}$/),
    expires_in: 86_400,
    scope: ['profile', 'performer', 'venue'],
    token_type: 'Bearer',
  });
  const { _links: links, ...facts } = user;
  expect(facts).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    email: body.email,
    has_confirmed_email: false,
    first_name: null,
    last_name: null,
    phone: null,
    address: null,
    zip_code: null,
    locale: 'en_US',
    allow_email_notifications: true,
    artists: [],
    venues: [],
    selfmatches: [],
    cities: [],
  });
  const path = `/api/users/${user.id}`;
  expect(
    Object.fromEntries(Object.entries(links).map(([name, link]) => [name, { ...Object(link), title: '' }])),
  ).toEqual({
    self: { method: 'GET', href: path, title: '' },
    edit: { method: 'PATCH', href: path, title: '' },
    delete: { method: 'POST', href: `${path}/delete`, title: '' },
    'get-conversations': { method: 'GET', href: `/api/convos/user/${user.id}`, title: '' },
    'new-artist': { method: 'POST', href: `/api/artist/${user.id}/new`, title: '' },
    'new-artist-avatar': {
      method: 'POST',
      href: '/api/artists/avatar',
      title: '',
      'content-type': 'multipart/form-data',
    },
    'new-selfmatch': { method: 'POST', href: `/api/selfmatch/${user.id}/new`, title: '' },
    'new-venue': { method: 'POST', href: `/api/venue/${user.id}/new`, title: '' },
  });
  const letters = (await muster.letters(nf)).filter(({ to_address }) => to_address === body.email);
  expect(letters.map(({ kind }) => kind)).toEqual(['confirm_email']);
  expect((await askGemini(muster, nf, 'GET', path, { token: token.access_token })).body.email).toBe(
    body.email,
  );
});

test('who accepted which terms and when is written down', async () => {
  const body = documented();
  await create(body);
  const rows = await muster.query(
    `select t.city_id::integer, t.accepted_at from terms_acceptances t
     join accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id where a.email = $1`,
    [body.email],
  );
  expect(rows).toEqual([{ city_id: city.id, accepted_at: muster.clock.now() }]);
});

test('without a scope it is the trio, and the optional facts are kept', async () => {
  const { scope: _, ...body } = documented();
  const facts = {
    first_name: 'Grace',
    last_name: 'Hopper',
    phone: '+1 716 555 0100',
    address: '1 Rainbow Blvd',
    zip_code: '14303',
    locale: 'nl-NL',
  };
  const answer = await create({ ...body, ...facts });
  expect(answer.body.token.scope).toEqual(['profile', 'performer', 'venue']);
  expect(answer.body.user).toMatchObject({ ...facts, locale: 'nl_NL' });
});

test('a form does as well as JSON', async () => {
  const fields = Object.entries(documented()).map(([name, value]): [string, string] => [name, String(value)]);
  expect((await create(new URLSearchParams(fields).toString())).status).toBe(201);
});

test('without the client it is 401 and nobody is made (check 2)', async () => {
  const wrong = `Basic ${Buffer.from(`${client.clientId}:wrong`).toString('base64')}`;
  const { token } = await createUser(muster, nf, client, freshEmail());
  const before = await digestContents(muster.query);
  for (const headers of [{}, { authorization: wrong }, { authorization: `Bearer ${token}` }]) {
    const answer = await create(documented(), headers as Record<string, string>);
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
    expect(answer.headers['www-authenticate']).toMatch(/^Basic /);
  }
  expect(await digestContents(muster.query)).toEqual(before);
});

test.each([
  ['terms not accepted', { has_accepted_terms: false }, 'validation_failed', 'has_accepted_terms'],
  ['nothing said of the terms', { has_accepted_terms: undefined }, 'validation_failed', 'has_accepted_terms'],
  ['terms that are no boolean', { has_accepted_terms: 'perhaps' }, 'validation_failed', 'has_accepted_terms'],
  ['no e-mail', { email: undefined }, 'validation_failed', 'email'],
  ['an e-mail that is none', { email: 'not an address' }, 'validation_failed', 'email'],
  ['no password', { password: undefined }, 'validation_failed', 'password'],
  ['a short password', { password: 'short' }, 'validation_failed', 'password'],
  ['a name with a tag', { first_name: '<b>' }, 'validation_failed', 'first_name'],
  ['a locale that is none', { locale: 'everywhere' }, 'validation_failed', 'locale'],
  ['a phone without end', { phone: '1'.repeat(51) }, 'validation_failed', 'phone'],
  ['a number for a name', { last_name: 7 }, 'validation_failed', 'last_name'],
  ['another grant', { grant_type: 'client_credentials' }, 'unsupported_grant_type', null],
  ['no grant', { grant_type: undefined }, 'invalid_request', null],
  ['a word that is no scope', { scope: 'profile root' }, 'invalid_scope', null],
])('%s is refused and changes nothing', async (_what, fields, error, field) => {
  const before = await digestContents(muster.query);
  const answer = await create({ ...documented(), ...fields });
  expect([answer.status, answer.body.error]).toEqual([400, error]);
  if (field !== null) expect(Object.keys(answer.body.errors)).toEqual([field]);
  expect(await digestContents(muster.query)).toEqual(before);
});

test('an e-mail that somebody has, in whatever case, is a conflict (check 2)', async () => {
  const body = documented();
  expect((await create(body)).status).toBe(201);
  const before = await digestContents(muster.query);
  const again = await create({ ...body, email: body.email.toUpperCase() });
  expect([again.status, again.body.error, Object.keys(again.body.errors)]).toEqual([
    409,
    'conflict',
    ['email'],
  ]);
  expect(await digestContents(muster.query)).toEqual(before);
});

test('of many who come with one e-mail at the same moment exactly one is made', async () => {
  const body = documented();
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(body)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
});

test('the same e-mail in another tenant is another person', async () => {
  const body = documented();
  const elsewhere = await muster.site('elsewhere');
  await makeCity(elsewhere);
  const there = await makeClient(elsewhere);
  expect((await create(body)).status).toBe(201);
  expect((await create(body, { authorization: there.basic }, elsewhere)).status).toBe(201);
  expect((await create(documented(), { authorization: there.basic })).status).toBe(401);
});

test('a city that is paused or not active takes nobody', async () => {
  for (const change of [{ isPaused: true }, { isPaused: false, isActive: false }]) {
    await nf.context.transaction((tx) => changeCity(tx, city.id, change));
    const answer = await create(documented());
    expect([answer.status, answer.body.error]).toEqual([403, 'access_denied']);
  }
  await nf.context.transaction((tx) => changeCity(tx, city.id, { isActive: true }));
  expect((await create(documented())).status).toBe(201);
});

test('a token for the profile alone offers no artist, no venue and no self-match (check 5)', async () => {
  const { token, user } = await createUser(muster, nf, client, freshEmail(), { scope: 'profile' });
  expect(Object.keys(Object(user._links)).sort()).toEqual(['delete', 'edit', 'get-conversations', 'self']);
  for (const kind of ['artist', 'venue']) {
    const path = `/api/${kind}/${user.id}/new`;
    const answer = await askGemini(muster, nf, 'POST', path, { token, body: { name: 'The Nobodies' } });
    expect([path, answer.status, answer.body.error]).toEqual([path, 403, 'insufficient_scope']);
  }
});

test('more than sixty sign-ups a minute from one address are too many', async () => {
  const answers = [];
  for (let n = 0; n < 61; n += 1) answers.push(await create({ ...documented(), password: 'short' }));
  expect(answers.slice(0, 60).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 400));
  expect([answers[60]?.status, answers[60]?.body.error]).toEqual([429, 'rate_limited']);
});
