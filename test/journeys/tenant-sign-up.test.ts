import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask } from '../support/ask.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { type MusterPlace, openMusterPlace } from '../support/muster-process.ts';
import { openVisitor, type Visitor } from '../support/visitor.ts';

// A process starts here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A tenant signs itself up: every letter through a real mail server, every link as its reader follows it. */
let place: MusterPlace;
let mailbox: Mailbox;
const password = 'seven red balloons';
const fresh = 'eight blue balloons';

beforeAll(async () => {
  mailbox = await openMailbox();
  place = await openMusterPlace({ MUSTER_THROTTLE: 'off', SMTP_URL: mailbox.url });
  await place.start('serve').begun();
});
afterAll(async () => {
  await place?.remove();
  await mailbox?.close();
});

const hostOf = (tenant: string) => `${tenant}.localhost:${place.port}`;
const api = (host: string, path: string) => `http://${host}/api/${path}`;

/** What a program sends: JSON, or nothing. */
function program(host: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, jwt?: string) {
  const authorization = jwt === undefined ? {} : { authorization: `Bearer ${jwt}` };
  return ask(place, {
    method,
    path: `/api/${path}`,
    host,
    ...authorization,
    ...(body !== undefined && { body }),
  });
}

/** The address in the next letter to somebody, which must lead to the tenant's own host. */
async function letterTo(email: string, tenant: string) {
  const letter = await mailbox.next(({ to }) => to?.some(({ address }) => address === email) === true);
  const link = /^https?:\/\/\S+$/m.exec(letter.text ?? '')?.[0] ?? '';
  expect(new URL(link).host).toBe(hostOf(tenant));
  expect(letter.html).toContain(`href="${link}"`);
  return { subject: letter.subject, link, secret: new URL(link).pathname.split('/').at(-1) ?? '' };
}

async function signUp(tenant: string) {
  const email = `owner@${tenant}.example.com`;
  const user = { email, first_name: 'Ada', last_name: 'Lovelace', password1: password, password2: password };
  const answer = await program('localhost', 'POST', 'sign-up/tenant/', {
    name: `The ${tenant}`,
    subdomain: tenant,
    user,
  });
  expect([answer.status, answer.body]).toEqual([201, { detail: 'Verification e-mail sent.' }]);
  return { email, letter: await letterTo(email, tenant) };
}

async function login(host: string, email: string, secret = password) {
  const answer = await program(host, 'POST', 'login/', { email, password: secret });
  return { status: answer.status, body: Object(answer.body), jwt: String(Object(answer.body).token) };
}

/** A tenant whose owner has confirmed, with the owner's JWT. */
async function openTenant(tenant: string) {
  const { email, letter } = await signUp(tenant);
  expect((await program(hostOf(tenant), 'GET', `sign-up/confirm-email/${letter.secret}/`)).body).toEqual({
    detail: 'ok',
  });
  return { email, jwt: (await login(hostOf(tenant), email)).jwt };
}

/** Somebody who signs up at a tenant and confirms at their browser, which is not signed in. */
async function joinTenant(tenant: string, email: string): Promise<Visitor> {
  const user = { email, first_name: 'Cas', last_name: 'Case', password1: password, password2: password };
  expect((await program('localhost', 'POST', `sign-up/tenant/${tenant}/user/`, user)).status).toBe(201);
  const { link } = await letterTo(email, tenant);
  const visitor = openVisitor();
  expect((await visitor.press(await visitor.open(link))).status).toBe(200);
  return visitor;
}

async function invite(tenant: string, jwt: string, email: string, role = 'member') {
  const sent = { email, first_name: 'Bob', last_name: 'Byron', role };
  expect((await program(hostOf(tenant), 'POST', `sign-up/tenant/${tenant}/invite/`, sent, jwt)).status).toBe(
    201,
  );
  return letterTo(email, tenant);
}

const userAt = async (tenant: string, jwt: string) =>
  Object((await program(hostOf(tenant), 'GET', 'current-user/', undefined, jwt)).body);

test('a person signs a tenant up and confirms at a browser; then both hosts let them in', async () => {
  const { email, letter } = await signUp('acme');
  for (const host of [hostOf('acme'), 'localhost'])
    expect(await login(host, email)).toMatchObject({
      status: 400,
      body: { error: ['E-mail is not verified.'] },
    });

  const visitor = openVisitor();
  const asked = await visitor.open(letter.link);
  expect([asked.status, asked.html]).toEqual([200, expect.stringContaining(email)]);
  // A mail scanner has opened the link; the person's click still works.
  expect((await openVisitor().open(letter.link)).status).toBe(200);
  expect((await login(hostOf('acme'), email)).status).toBe(400);

  const done = await visitor.press(asked);
  expect([done.status, done.html]).toEqual([200, expect.stringContaining('Your address is confirmed')]);
  expect((await visitor.open(letter.link)).status).toBe(410);
  for (const host of [hostOf('acme'), 'localhost', `localhost:${place.port}`]) {
    const { status, body, jwt } = await login(host, email);
    expect([status, body.tenants]).toEqual([
      200,
      [expect.objectContaining({ subdomain: 'acme', role: 'owner' })],
    ]);
    expect((await userAt('acme', jwt)).email).toBe(email);
  }
});

test('a program confirms by JSON, as often as it likes; the link of the API shows browsers a page with a button', async () => {
  const { email, letter } = await signUp('byjson');
  const path = `sign-up/confirm-email/${letter.secret}/`;
  const visitor = openVisitor();
  const asked = await visitor.open(api(hostOf('byjson'), path));
  expect(asked.status).toBe(200);
  expect((await login(hostOf('byjson'), email)).status).toBe(400);
  for (let times = 0; times < 2; times += 1) {
    const answer = await program(hostOf('byjson'), 'GET', path);
    expect([answer.status, answer.body]).toEqual([200, { detail: 'ok' }]);
  }
  expect((await login(hostOf('byjson'), email)).status).toBe(200);
  expect((await program(hostOf('acme'), 'GET', path)).status).toBe(404);

  const other = await signUp('bybutton');
  const shown = await visitor.open(api(hostOf('bybutton'), `sign-up/confirm-email/${other.letter.secret}/`));
  expect((await visitor.press(shown)).html).toContain('Your address is confirmed');
  expect((await login(hostOf('bybutton'), other.email)).status).toBe(200);
});

test('an invited stranger gets an account by the page of the letter, without a session', async () => {
  const { jwt } = await openTenant('guests');
  const { subject, link } = await invite('guests', jwt, 'bob@example.com', 'staff');
  expect(subject).toBe('You are invited to The guests');
  const visitor = openVisitor();
  const asked = await visitor.open(link);
  expect(asked.html).toMatch(/value="Bob".*value="Byron"/s);
  const weak = await visitor.press(asked, { password: '12345678' });
  expect([weak.status, weak.html]).toEqual([400, expect.stringContaining('aria-invalid="true"')]);
  const done = await visitor.press(weak, { password });
  expect([done.status, done.html]).toEqual([200, expect.stringContaining('Welcome to The guests')]);
  expect((await visitor.open(link)).status).toBe(410);

  const bob = await login(hostOf('guests'), 'bob@example.com');
  expect([bob.status, bob.body.tenants[0].role]).toEqual([200, 'staff']);
  expect(bob.body.user).toMatchObject({ first_name: 'Bob', last_name: 'Byron' });
});

test('an invited stranger gets an account by a program', async () => {
  const { jwt } = await openTenant('robots');
  const { secret } = await invite('robots', jwt, 'rob@example.com');
  const path = `sign-up/tenant/robots/invite/${secret}/`;
  const looked = await program(hostOf('robots'), 'GET', path);
  expect(looked.body).toMatchObject({ email: 'rob@example.com', is_active: true, has_account: false });
  const user = {
    email: 'rob@example.com',
    first_name: 'Rob',
    last_name: 'Ot',
    password1: password,
    password2: password,
  };
  const done = await program(hostOf('robots'), 'PUT', `${path}activate/`, { user });
  expect([done.status, done.body]).toEqual([200, {}]);
  expect((await login(hostOf('robots'), 'rob@example.com')).status).toBe(200);
});

test('who has an account accepts with their session, and nobody else can', async () => {
  const { jwt, email: owner } = await openTenant('staff');
  const cas = await joinTenant('staff', 'cas@example.com');
  const { link, secret } = await invite('staff', jwt, 'cas@example.com', 'admin');
  const accept = api(hostOf('staff'), `sign-up/tenant/staff/invite/${secret}/accept/`);
  const role = () => place.query('select role from accounts where email = $1', ['cas@example.com']);
  expect((await cas.call('POST', accept)).status).toBe(401);
  const ada = openVisitor();
  expect((await ada.call('POST', api(hostOf('staff'), 'login/'), { email: owner, password })).status).toBe(
    200,
  );
  expect((await ada.call('POST', accept)).status).toBe(403);
  // Opening the letter with a session joins nobody either (§15.9).
  expect((await ada.open(link)).html).toContain('cas@example.com has an account here.');
  expect(
    (await cas.call('POST', api(hostOf('staff'), 'login/'), { email: 'cas@example.com', password })).status,
  ).toBe(200);
  expect((await cas.open(link)).status).toBe(200);
  expect(await role()).toEqual([{ role: 'member' }]);

  const accepted = await cas.call('POST', accept);
  expect([accepted.status, accepted.body]).toEqual([
    200,
    { detail: 'Your account is now successfully connected to The staff.' },
  ]);
  expect(await role()).toEqual([{ role: 'admin' }]);
  expect((await cas.call('POST', accept)).status).toBe(400);
});

test.each(['with', 'without'])(
  'who has an account accepts on the page by their password, %s a session',
  async (how) => {
    const [tenant, email] = [`pages-${how}`, `dee@${how}.example.com`];
    const { jwt } = await openTenant(tenant);
    const visitor = await joinTenant(tenant, email);
    if (how === 'with') await visitor.call('POST', api(hostOf(tenant), 'login/'), { email, password });
    const { link } = await invite(tenant, jwt, email, 'staff');
    const asked = await visitor.open(link);
    expect((await visitor.press(asked, { password: 'not the password' })).status).toBe(400);
    expect((await visitor.press(asked, { password })).html).toContain(`Welcome to The ${tenant}`);
    expect(await place.query('select role from accounts where email = $1', [email])).toEqual([
      { role: 'staff' },
    ]);
  },
);

test('a forgotten password is set by the letter; JWTs and sessions of the old one are dead', async () => {
  const { email, jwt } = await openTenant('forgetful');
  const host = hostOf('forgetful');
  const visitor = openVisitor();
  expect((await visitor.call('POST', api(host, 'login/'), { email, password })).status).toBe(200);
  expect((await visitor.call('GET', api(host, 'current-user/'))).status).toBe(200);
  const sent = await program(host, 'POST', 'password/reset/', { email });
  expect(sent.body).toEqual({ detail: 'Password reset e-mail has been sent.' });
  const { subject, link } = await letterTo(email, 'forgetful');
  expect(subject).toBe('Password reset on The forgetful');
  expect((await userAt('forgetful', jwt)).email).toBe(email);

  const asked = await visitor.open(link);
  const done = await visitor.press(asked, { password: fresh, password_again: fresh });
  expect([done.status, done.html]).toEqual([200, expect.stringContaining('is saved')]);
  const dead = await program(host, 'GET', 'current-user/', undefined, jwt);
  expect([dead.status, dead.body]).toEqual([401, { detail: 'Invalid signature.' }]);
  expect((await visitor.call('GET', api(host, 'current-user/'))).status).toBe(401);
  expect((await login(host, email)).status).toBe(400);
  expect((await login(host, email, fresh)).status).toBe(200);
  expect((await visitor.press(asked, { password, password_again: password })).status).toBe(410);
});

test('a program takes uid and token from the letter; asked on the root domain, the letter names the tenant', async () => {
  const { email, jwt } = await openTenant('byprogram');
  expect((await program('localhost', 'POST', 'password/reset/', { email })).status).toBe(200);
  const { link } = await letterTo(email, 'byprogram');
  const [, , uid, token] = new URL(link).pathname.split('/').slice(1);
  const wanted = { uid, token, new_password1: fresh, new_password2: fresh };
  const done = await program(hostOf('byprogram'), 'POST', 'password/reset/confirm/', wanted);
  expect([done.status, done.body]).toEqual([
    200,
    { detail: 'Password has been reset with the new password.' },
  ]);
  expect((await program(hostOf('byprogram'), 'GET', 'current-user/', undefined, jwt)).status).toBe(401);
  expect((await login('localhost', email, fresh)).status).toBe(200);
});
