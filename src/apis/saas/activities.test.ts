import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol } from '../../../test/support/learning.ts';
import { type SaasAnswer, type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import { changeAccount, erase } from '../../modules/identity/accounts.ts';
import type { Account, Role } from '../../modules/identity/types.ts';

let muster: TestApp;
let at: TestSite;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  at = await muster.site('alpha');
});
afterAll(() => muster.close());

interface Person {
  readonly account: Account;
  readonly api: SaasClient;
  readonly comments: string;
  readonly activities: string;
}

async function person(role: Role = 'member'): Promise<Person> {
  made += 1;
  const account = await muster.account(at, { username: `p${made}`, role });
  const api = saasClient(muster, at.host, await muster.jwt(at, account));
  const path = `users/${account.uuid}`;
  return { account, api, comments: `${path}/comments/`, activities: `${path}/activities/` };
}

const bodyOf = ({ body }: SaasAnswer) => Object(body);
const verbs = (answer: SaasAnswer): string[] =>
  bodyOf(answer).results.map((one: { verb: string }) => one.verb);
const shown = ({ uuid, firstName, lastName, email }: Account) => ({
  id: uuid,
  first_name: firstName,
  last_name: lastName,
  email,
  is_active: true,
});

test('a comment is an activity in the shape of the document, newest first', async () => {
  const [ann, bob] = [await person(), await person()];
  await ann.api.post(bob.comments, { content: 'first' });
  const made2 = await ann.api.post(bob.comments, { content: 'second' });
  const list = bodyOf(await ann.api.get(`${bob.activities}?verb=made comment`));
  expect(list).toMatchObject({ count: 2, next: null, previous: null });
  expect(list.results[0]).toEqual({
    id: expect.any(Number),
    actor: shown(ann.account),
    verb: 'made comment',
    action_object: made2.body,
    target: shown(bob.account),
    timestamp: '2026-11-20T12:00:00Z',
    fields: [],
  });
});

test('weakness: nobody reads the audit trail of somebody else but admins', async () => {
  const [ann, bob, admin] = [await person(), await person(), await person('admin')];
  await at.context.transaction((tx) => changeAccount(tx, bob.account.id, { name: 'Robert' }, 'owner'));
  await ann.api.post(bob.comments, { content: 'hello' });
  expect(verbs(await ann.api.get(bob.activities))).toEqual(['made comment', 'joined']);
  const whole = ['made comment', 'updated', 'joined'];
  expect(verbs(await bob.api.get(bob.activities))).toEqual(whole);
  expect(verbs(await admin.api.get(bob.activities))).toEqual(whole);
  expect(verbs(await ann.api.get(`${bob.activities}?verb=updated`))).toEqual([]);
  expect(verbs(await bob.api.get(`${bob.activities}?verb=updated,joined`))).toEqual(['updated', 'joined']);
  expect(bodyOf(await bob.api.get(`${bob.activities}?verb=changed`)).results[0].fields).toEqual(['name']);
});

test('my feed is what I did and what happened to me', async () => {
  const [ann, bob, cas] = [await person(), await person(), await person()];
  await ann.api.post(bob.comments, { content: 'by ann' });
  await bob.api.post(ann.comments, { content: 'to ann' });
  await bob.api.post(cas.comments, { content: 'elsewhere' });
  const list = bodyOf(await ann.api.get('activities/?verb=made comment'));
  expect(
    list.results.map((one: { action_object: { content: string } }) => one.action_object.content),
  ).toEqual(['to ann', 'by ann']);
});

test('what happened to a course is told by its key, and enrolments are not told to everybody', async () => {
  const [ann, admin] = [await person(), await person('admin')];
  const art = await course(at, { name: 'Art' });
  await enrol(at, [art], [ann.account.email]);
  const key = encodeURIComponent(art.key);
  await ann.api.post(`comments/course/${key}/`, { content: 'Nice' });
  const mine = await ann.api.get(`activities/course/${key}/`);
  expect(verbs(mine)).toEqual(['made comment', 'created']);
  const target = { type: 'course', id: art.key, name: 'Art' };
  expect(bodyOf(mine).results[0]).toMatchObject({ target, action_object: { object_id: art.key } });
  expect(verbs(await admin.api.get(`activities/course/${key}/`))).toEqual([
    'made comment',
    'enrolled',
    'created',
  ]);
  expect((await ann.api.get('activities/course/course-v1:alpha+No+1/')).status).toBe(404);
  expect((await ann.api.get('activities/planet/1/')).status).toBe(404);
});

test('time narrows a list: from inclusive, before exclusive, in any offset', async () => {
  const ann = await person();
  const start = muster.clock.now();
  muster.clock.advance(60_000);
  await ann.api.post(ann.comments, { content: 'later' });
  const middle = muster.clock.now().toISOString();
  const ask = async (query: string) =>
    verbs(await ann.api.get(`activities/?verb=made comment,joined&${query}`));
  expect(await ask(`since=${middle}`)).toEqual(['made comment']);
  expect(await ask(`until=${middle}`)).toEqual(['joined']);
  expect(await ask(`since=${start.toISOString().slice(0, 10)}`)).toEqual(['made comment', 'joined']);
  const hour = new Date(muster.clock.now().getTime() + 3_600_000).toISOString().replace('Z', '');
  expect(await ask(`since=${encodeURIComponent(`${hour}+01:00`)}`)).toEqual(['made comment']);
  for (const since of ['yesterday', '2026-02-31', '2026-11-20T25:00']) {
    const answer = await ann.api.get(`activities/?since=${since}`);
    expect([answer.status, answer.body]).toEqual([
      400,
      { since: ['Enter a valid date or moment (ISO 8601).'] },
    ]);
  }
});

test('a deleted comment leaves its trace without what it said; an erased actor leaves it without a name', async () => {
  const [ann, bob, admin] = [await person(), await person(), await person('admin')];
  const { id } = bodyOf(await ann.api.post(bob.comments, { content: 'gone soon' }));
  await ann.api.send('DELETE', `${bob.comments}${id}/`);
  const first = async (person: Person) => bodyOf(await person.api.get(bob.activities)).results[0];
  expect(await first(bob)).toMatchObject({
    verb: 'made comment',
    action_object: null,
    actor: { id: ann.account.uuid },
  });
  const feed = bodyOf(await ann.api.get('activities/')).results[0];
  expect(feed).toMatchObject({ verb: 'deleted', target: null });
  await at.context.transaction((tx) => erase(tx, muster.services.identity, ann.account.id, 'owner'));
  expect(await first(admin)).toMatchObject({ verb: 'made comment', actor: null });
});

test('weakness 14: an activity on a thing without a shape of its own is shown by type and number', async () => {
  const ann = await person();
  await muster.apiToken(at, ann.account);
  const { account } = ann;
  const asAnn = muster.database.scope({
    tenantId: at.site.tenantId,
    siteId: at.site.id,
    requestId: 'x',
    author: { kind: 'account', id: account.id, name: account.username },
  });
  await muster.apiToken({ ...at, context: asAnn }, account);
  await muster.jwt({ ...at, context: asAnn }, account);
  const answer = await ann.api.get('activities/?verb=issued');
  expect(answer.status).toBe(200);
  expect(bodyOf(answer).results[0].target).toEqual({ type: 'jwt', id: expect.any(String) });
});

test('an unknown person, a bad uuid and a wrong method are told as the document lists', async () => {
  const ann = await person();
  for (const pk of ['00000000-0000-7000-8000-000000000000', 'nonsense']) {
    const answer = await ann.api.get(`users/${pk}/activities/`);
    expect([answer.status, answer.body]).toEqual([404, { detail: 'Not found.' }]);
  }
  const posted = await ann.api.post(ann.activities, {});
  expect([posted.status, posted.body]).toEqual([405, { detail: 'Method "POST" not allowed.' }]);
  expect((await ann.api.get(`${ann.activities}?page=9`)).status).toBe(404);
});
