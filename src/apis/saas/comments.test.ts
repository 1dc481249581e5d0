import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course } from '../../../test/support/learning.ts';
import { type SaasAnswer, type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import { workshopEvent } from '../../../test/support/workshops.ts';
import { erase } from '../../modules/identity/accounts.ts';
import type { Account, Role } from '../../modules/identity/types.ts';
import type { Course } from '../../modules/learning/types.ts';

let muster: TestApp;
let at: TestSite;
let art: Course;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  at = await muster.site('alpha');
  art = await course(at, { name: 'Art' });
});
afterAll(() => muster.close());

interface Person {
  readonly account: Account;
  readonly api: SaasClient;
  readonly comments: string;
}

async function person(role: Role = 'member', site = at): Promise<Person> {
  made += 1;
  const account = await muster.account(site, { username: `p${made}`, role });
  const api = saasClient(muster, site.host, await muster.jwt(site, account));
  return { account, api, comments: `users/${account.uuid}/comments/` };
}

const bodyOf = ({ body }: SaasAnswer) => Object(body);
const unknown = '00000000-0000-7000-8000-000000000000';
const missing = [404, { detail: 'Not found.' }];

test('a comment has the keys of the document first, and an id by which it is found', async () => {
  const [ann, bob] = [await person(), await person()];
  const answer = await ann.api.post(bob.comments, { content: '  Hello  ' });
  expect(answer.body).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    content_type: 10,
    object_id: bob.account.uuid,
    author: ann.account.uuid,
    author_detail: {
      id: ann.account.uuid,
      first_name: ann.account.firstName,
      last_name: '',
      email: ann.account.email,
      is_active: true,
    },
    content: 'Hello',
    time_created: '2026-11-20T12:00:00Z',
    time_changed: null,
  });
  const one = await bob.api.get(`${bob.comments}${bodyOf(answer).id}/`);
  expect([one.status, one.body]).toEqual([200, answer.body]);
});

test.each([
  ['missing', {}, 'This field is required.'],
  ['null', { content: null }, 'This field may not be null.'],
  ['blank', { content: '   ' }, 'This field may not be blank.'],
  ['a list', { content: ['x'] }, 'Not a valid string.'],
  ['a boolean', { content: true }, 'Not a valid string.'],
])('content that is %s is refused by field', async (_, payload, message) => {
  const ann = await person();
  const answer = await ann.api.post(ann.comments, payload);
  expect([answer.status, answer.body]).toEqual([400, { content: [message] }]);
});

test('weakness 14: a form, a list and a bad uuid crashed upstream; a form is read, the others are 4xx', async () => {
  const ann = await person();
  const form = await ann.api.post(ann.comments, new URLSearchParams({ content: 'from a form' }));
  expect([form.status, bodyOf(form).content]).toEqual([201, 'from a form']);
  const list = await ann.api.post(ann.comments, ['x']);
  expect([list.status, list.body]).toEqual([
    400,
    { error: ['Invalid data. Expected a dictionary, but got list.'] },
  ]);
  for (const pk of ['not-a-uuid', 'x'.repeat(60)]) {
    const answer = await ann.api.post(`users/${pk}/comments/`, { content: 'x' });
    expect([answer.status, answer.body]).toEqual(missing);
  }
});

test('weakness 19: a comment is on somebody who is there, and both spellings of a uuid name one person', async () => {
  const ann = await person();
  for (const path of [`users/${unknown}/comments/`, `comments/user/${unknown}/`, 'comments/planet/1/']) {
    const [posted, listed] = [await ann.api.post(path, { content: 'ghost' }), await ann.api.get(path)];
    expect([posted.status, posted.body]).toEqual(missing);
    expect([listed.status, listed.body]).toEqual(missing);
  }
  const hex = ann.account.uuid.replaceAll('-', '');
  const answer = await ann.api.post(`users/${hex}/comments/`, { content: 'hex' });
  expect([answer.status, bodyOf(answer).object_id]).toEqual([201, ann.account.uuid]);
  expect(bodyOf(await ann.api.get(ann.comments)).count).toBe(1);
});

test('weakness 19: lists have a total order, either way, and pages of it', async () => {
  const ann = await person();
  for (const content of ['1', '2', '3', '4', '5']) await ann.api.post(ann.comments, { content });
  const contents = async (query: string) =>
    bodyOf(await ann.api.get(`${ann.comments}?${query}`)).results.map(
      (one: { content: string }) => one.content,
    );
  expect(await contents('page_size=2&page=2')).toEqual(['3', '4']);
  expect(await contents('ordering=-time_created&page_size=2')).toEqual(['5', '4']);
  const page = bodyOf(await ann.api.get(`${ann.comments}?page_size=2&page=2`));
  const url = `http://${at.host}/api/${ann.comments}`;
  expect([page.next, page.previous]).toEqual([`${url}?page=3&page_size=2`, `${url}?page_size=2`]);
});

test('weakness 19: a comment is changed and deleted by its author and by admins, by nobody else', async () => {
  const [ann, bob, admin] = [await person(), await person(), await person('admin')];
  const answer = await ann.api.post(bob.comments, { content: 'first' });
  const path = `${bob.comments}${bodyOf(answer).id}/`;
  // Not even by whom it is about.
  for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
    const refused = await bob.api.send(method, path, method === 'DELETE' ? undefined : { content: 'mine' });
    expect([refused.status, refused.body]).toEqual([
      403,
      { detail: 'You do not have permission to perform this action.' },
    ]);
  }
  muster.clock.advance(1_500);
  const edited = await ann.api.send('PUT', path, { content: 'second' });
  expect(edited.body).toEqual({
    ...bodyOf(answer),
    content: 'second',
    time_changed: '2026-11-20T12:00:01.500000Z',
  });
  expect((await ann.api.send('PUT', path, {})).status).toBe(400);
  expect(bodyOf(await admin.api.send('PATCH', path, {})).content).toBe('second');
  expect(bodyOf(await admin.api.send('PATCH', path, { content: 'moderated' })).content).toBe('moderated');
  expect((await ann.api.send('DELETE', path)).status).toBe(204);
  const gone = await ann.api.send('DELETE', path);
  expect([gone.status, gone.body]).toEqual(missing);
});

test('a comment is found below what it is on only', async () => {
  const [ann, bob] = [await person(), await person()];
  const { id } = bodyOf(await ann.api.post(bob.comments, { content: 'x' }));
  expect((await ann.api.get(`${ann.comments}${id}/`)).status).toBe(404);
  expect((await ann.api.get(`${bob.comments}nonsense/`)).status).toBe(404);
  expect((await ann.api.get(`comments/user/${bob.account.uuid}/${id}/`)).status).toBe(200);
});

test('weakness 19: whoever is erased takes along what they said and what was said of them', async () => {
  const [ann, bob, cas] = [await person(), await person(), await person()];
  await ann.api.post(bob.comments, { content: 'about bob' });
  await bob.api.post(cas.comments, { content: 'by bob' });
  await at.context.transaction((tx) => erase(tx, muster.services.identity, bob.account.id, 'owner'));
  expect((await ann.api.get(bob.comments)).status).toBe(404);
  expect(bodyOf(await ann.api.get(cas.comments)).count).toBe(0);
  const left = await muster.query("select 1 from comments where content like '%bob%'");
  expect(left).toEqual([]);
});

test('courses are commented on in the same shape, by their key', async () => {
  const ann = await person();
  const path = `comments/course/${encodeURIComponent(art.key)}/`;
  const answer = await ann.api.post(path, { content: 'Nice course' });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ content_type: 11, object_id: art.key, content: 'Nice course' });
  const list = bodyOf(await ann.api.get(path));
  expect([list.count, list.results[0]]).toEqual([1, answer.body]);
  expect((await ann.api.get('comments/course/course-v1:alpha+None+2027/')).status).toBe(404);
  expect((await ann.api.get('comments/account/1/')).status).toBe(404);
});

test('somebody of another tenant is nobody, to the byte', async () => {
  const beta = await muster.site('beta');
  const [ann, bea] = [await person(), await person('member', beta)];
  const foreign = await ann.api.get(bea.comments);
  const never = await ann.api.get(`users/${unknown}/comments/`);
  expect([foreign.status, foreign.text]).toEqual([never.status, never.text]);
  expect((await ann.api.post(bea.comments, { content: 'x' })).status).toBe(404);
  const event = await workshopEvent(beta, { workshops: [{ title: 'Of beta' }] });
  for (const path of [`event/${event.id}`, `workshop/${event.workshops[0]?.id}`]) {
    expect((await bea.api.get(`comments/${path}/`)).status).toBe(200);
    const there = await ann.api.get(`comments/${path}/`);
    expect([there.status, there.text]).toEqual([never.status, never.text]);
  }
});

test('weakness 30: a comment tells the person whom it is about, and not its author', async () => {
  const [ann, bob] = [await person(), await person()];
  await ann.api.post(bob.comments, { content: 'Hello' });
  await bob.api.post(bob.comments, { content: 'to myself' });
  const list = bodyOf(await bob.api.get('notifications/'));
  expect(list.results.map((one: { message: string }) => one.message)).toEqual([
    `${ann.account.name} commented on your page`,
  ]);
  expect(bodyOf(await ann.api.get('notifications/')).count).toBe(0);
});

test('the statements of a list are as many for one comment as for thirty', async () => {
  const counts: number[] = [];
  for (const many of [1, 30]) {
    const people = [await person(), await person()];
    const [ann] = people;
    if (!ann) throw new Error('nobody');
    for (let n = 0; n < many; n += 1) await people[n % 2]?.api.post(ann.comments, { content: `${n}` });
    for (const path of [ann.comments, `users/${ann.account.uuid}/activities/`]) {
      muster.statements.length = 0;
      expect((await ann.api.get(path)).status).toBe(200);
      counts.push(muster.statements.length);
    }
  }
  expect(counts.slice(2)).toEqual(counts.slice(0, 2));
  expect(counts).toEqual([5, 7, 5, 7]);
});
