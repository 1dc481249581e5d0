import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasAnswer, type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import { comment } from '../../modules/community/comments.ts';
import type { Account } from '../../modules/identity/types.ts';

/**
 * The upstream project's cases of comments and activities, each named as contract §14 lists it. Two have no
 * counterpart: a comment made without the activity library, and a start without it. The log is no library here.
 */
let muster: TestApp;
let at: TestSite;
let nobody: SaasClient;
let api: SaasClient;
let caller: Account;
let target: Account;
let commentsPath: string;
let activitiesPath: string;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  at = await muster.site('alpha');
  caller = await muster.account(at, { username: 'author', name: 'Ada Author' });
  target = await muster.account(at, { username: 'target', name: 'Tom Target' });
  nobody = saasClient(muster, at.host);
  api = nobody.as(await muster.jwt(at, caller));
  commentsPath = `users/${target.uuid}/comments/`;
  activitiesPath = `users/${target.uuid}/activities/`;
});
afterAll(() => muster.close());

/** The body of an answer as the tests read it. */
const bodyOf = ({ body }: SaasAnswer) => Object(body);

describe('Comments', () => {
  let made: SaasAnswer;
  let last: SaasAnswer;
  let listed: SaasAnswer;
  beforeAll(async () => {
    made = await api.post(commentsPath, { content: 'This is a comment' });
    last = await api.post(commentsPath, { content: 'And another' });
    listed = await api.get(commentsPath);
  });

  test('POST 201', () => expect(made.status).toBe(201));
  test('content echoed', () => expect(bodyOf(made).content).toBe('This is a comment'));
  test('author = caller', () => expect(bodyOf(made).author).toBe(caller.uuid));
  test('object_id = target', () => expect(bodyOf(made).object_id).toBe(target.uuid));
  test("content_type = User's", async () => {
    const another = await api.post(`users/${caller.uuid}/comments/`, { content: 'of another user' });
    expect(bodyOf(made).content_type).toEqual(expect.any(Number));
    expect(bodyOf(another).content_type).toBe(bodyOf(made).content_type);
  });
  test('no body 400', async () => {
    const answers = [await api.post(commentsPath), await api.post(commentsPath, {})];
    for (const { status, body } of answers)
      expect([status, body]).toEqual([400, { content: ['This field is required.'] }]);
  });
  test('sent author ignored', async () => {
    const sent = await api.post(commentsPath, { content: 'a', author: target.uuid });
    expect([sent.status, bodyOf(sent).author]).toEqual([201, caller.uuid]);
  });
  test('sent object_id ignored', async () => {
    const sent = await api.post(commentsPath, { content: 'b', object_id: caller.uuid });
    expect([sent.status, bodyOf(sent).object_id]).toEqual([201, target.uuid]);
  });
  test('sent content_type ignored', async () => {
    const sent = await api.post(commentsPath, { content: 'c', content_type: 99 });
    expect([sent.status, bodyOf(sent).content_type]).toEqual([201, bodyOf(made).content_type]);
  });
  test('anonymous POST 401', async () => {
    const { status, body } = await nobody.post(commentsPath, { content: 'x' });
    expect([status, body]).toEqual([401, { detail: 'Authentication credentials were not provided.' }]);
  });
  test('GET 200', () => expect(listed.status).toBe(200));
  test('first result = first comment', () => expect(bodyOf(listed).results[0]).toEqual(made.body));
  test('last = last', () => expect(bodyOf(listed).results.at(-1)).toEqual(last.body));
  test('author', () => expect(bodyOf(listed).results[0].author).toBe(caller.uuid));
  test('object_id', () => expect(bodyOf(listed).results[0].object_id).toBe(target.uuid));
  test('content_type', () => expect(bodyOf(listed).results[0].content_type).toBe(bodyOf(made).content_type));
  test('time_created present', () =>
    expect(bodyOf(listed).results[0].time_created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/));
  test('model creation with activity library: with its trace, or not at all', async () => {
    const write = (content: string, fails: boolean) =>
      at.context.transaction(async (tx) => {
        await comment(tx, { ...found, type: 'account' }, caller, content);
        if (fails) throw new Error('on purpose');
      });
    const found = { id: caller.id, publicId: caller.uuid, name: '', concerns: [] };
    const traces = async () => (await muster.query(`select 1 from activity where verb = 'commented'`)).length;
    const before = await traces();
    await write('kept', false);
    await expect(write('dropped', true)).rejects.toThrow('on purpose');
    expect(await traces()).toBe(before + 1);
    expect(await muster.query(`select content from comments where content in ('kept', 'dropped')`)).toEqual([
      { content: 'kept' },
    ]);
  });
  test('anonymous GET 401', async () => expect((await nobody.get(commentsPath)).status).toBe(401));
});

describe('Activities', () => {
  let listed: SaasAnswer;
  const first = () => bodyOf(listed).results[0];
  beforeAll(async () => {
    await api.post(commentsPath, { content: 'The newest' });
    listed = await api.get(activitiesPath);
  });

  test('GET 200', () => expect(listed.status).toBe(200));
  test('actor.id', () => expect(first().actor.id).toBe(caller.uuid));
  test('verb `made comment`', () => expect(first().verb).toBe('made comment'));
  test('action_object.content', () => expect(first().action_object.content).toBe('The newest'));
  test('target.id', () => expect(first().target.id).toBe(target.uuid));
  test('timestamp present', () =>
    expect(first().timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/));
  test('anonymous 401', async () => expect((await nobody.get(activitiesPath)).status).toBe(401));
});
