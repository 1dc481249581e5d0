import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';

let muster: TestApp;
let on: { readonly target_type: string; readonly target_id: string };
let as: Record<'author' | 'other' | 'admin' | 'stranger' | 'nobody', Asker>;
beforeAll(async () => {
  muster = await openTestApp();
  const alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  const ada = await muster.account(alpha, { username: 'ada', name: 'Ada' });
  on = { target_type: 'person', target_id: ada.uuid };
  as = {
    author: await openAsker(muster, alpha, await muster.account(alpha, { username: 'ben', name: 'Ben' })),
    other: await openAsker(muster, alpha, await muster.account(alpha, { username: 'cat', role: 'staff' })),
    admin: await openAsker(muster, alpha, await muster.account(alpha, { username: 'ann', role: 'admin' })),
    stranger: await openAsker(muster, beta, await muster.account(beta, { username: 'bea', role: 'owner' })),
    nobody: await openAsker(muster, alpha, null),
  };
});
afterAll(() => muster.close());

const query = () => new URLSearchParams({ ...on }).toString();

test('a comment is written once and listed with what the caller may', async () => {
  const key = { 'idempotency-key': 'first' };
  const made = await as.author('POST', '/comments', { ...on, content: ' Well done. ' }, key);
  expect([made.status, made.body.content, made.body.author.name]).toEqual([201, 'Well done.', 'Ben']);
  expect((await as.author('POST', '/comments', { ...on, content: ' Well done. ' }, key)).body).toEqual(
    made.body,
  );
  const mine = await as.author('GET', `/comments?${query()}`);
  expect(mine.body).toEqual({ items: [made.body], next: null });
  const others = await as.other('GET', `/comments?${query()}`);
  expect(others.body.items[0].may_change).toBe(false);
});

test('its author and admins change and delete it, nobody else', async () => {
  const { body } = await as.author('POST', '/comments', { ...on, content: 'One' });
  const path = `/comments/${body.uuid}`;
  expect((await as.other('PATCH', path, { content: 'X' })).status).toBe(403);
  expect((await as.other('DELETE', path)).status).toBe(403);
  expect((await as.stranger('PATCH', path, { content: 'X' })).status).toBe(404);
  expect((await as.nobody('DELETE', path)).status).toBe(401);
  const changed = await as.author('PATCH', path, { content: 'Two' }, { 'if-match': body.etag });
  expect([changed.status, changed.body.content, changed.body.changed_at === null]).toEqual([
    200,
    'Two',
    false,
  ]);
  expect((await as.admin('PATCH', path, { content: 'Three' }, { 'if-match': body.etag })).status).toBe(412);
  expect((await as.admin('DELETE', path)).status).toBe(204);
  expect((await as.admin('DELETE', path)).status).toBe(404);
});

test('what is blank or on nothing is refused', async () => {
  const blank = await as.author('POST', '/comments', { ...on, content: '  ' });
  expect([blank.status, blank.pointers()]).toEqual([400, ['/content']]);
  const unknown = await as.author('POST', '/comments', { ...on, target_id: 'x', content: 'Y' });
  expect([unknown.status, unknown.body.code]).toEqual([404, 'comment.unknown_target']);
  const strange = await as.author('POST', '/comments', { ...on, target_type: 'letter', content: 'Y' });
  expect([strange.status, strange.pointers()]).toEqual([400, ['/target_type']]);
  expect((await as.stranger('GET', `/comments?${query()}`)).status).toBe(404);
});

test('the list takes the same statements however many it holds', async () => {
  const countFor = async (limit: number) => {
    muster.statements.length = 0;
    await as.author('GET', `/comments?${query()}&limit=${limit}`);
    return muster.statements.length;
  };
  for (const content of ['a', 'b', 'c']) await as.other('POST', '/comments', { ...on, content });
  await countFor(1);
  expect(await countFor(50)).toBe(await countFor(1));
});
