import { once } from 'node:events';
import { get } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Ask, asker } from '../../../test/support/own-account.ts';
import type { Account } from '../../modules/identity/types.ts';
import { notify } from '../../modules/notifications/notifications.ts';

let muster: TestApp;
let alpha: TestSite;
let ask: Ask;
let port: number;
let made = 0;
beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  ask = asker(muster, alpha);
  await muster.server.listen({ host: '127.0.0.1', port: 0 });
  const address = muster.server.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => muster.close());

async function person() {
  made += 1;
  const account = await muster.account(alpha, { username: `p${made}` });
  return { account, as: `muster_session=${await muster.sessionToken(alpha, account)}` };
}

const tell = ({ id }: Account, ...courses: readonly string[]) =>
  alpha.context.transaction((tx) =>
    notify(
      tx,
      ...courses.map((name) => ({
        ...({ kind: 'enrolment', message: 'enrolled', url: null } as const),
        facts: { course: name },
        tell: [id],
      })),
    ),
  );

const messagesIn = (body: { items: { message: string }[] }) => body.items.map(({ message }) => message);
const named = (count: number) => Array.from({ length: count }, (_, index) => `C${index}`);

test('people read what they were told, newest first, in their language, page by page', async () => {
  const { account, as } = await person();
  await tell(account, 'A', 'B', 'C');
  const headers = { 'accept-language': 'nl' };
  const first = await ask('GET /notifications?limit=2', { as, headers });
  expect(messagesIn(first.body)).toEqual(['Je bent ingeschreven voor C', 'Je bent ingeschreven voor B']);
  // What comes in between moves nothing that the next page shows.
  await tell(account, 'D');
  const second = await ask(`GET /notifications?limit=2&cursor=${first.body.next}`, { as });
  expect([messagesIn(second.body), second.body.next]).toEqual([['You are enrolled in A'], null]);
  const bad = await ask('GET /notifications?cursor=abc', { as });
  expect([bad.status, bad.body.errors[0].pointer]).toEqual([400, '/cursor']);
});

test('the statements are as many for one notification as for thirty', async () => {
  const { account, as } = await person();
  const count = async () => {
    muster.statements.length = 0;
    await ask('GET /notifications', { as });
    return muster.statements.length;
  };
  await tell(account, 'first');
  const alone = await count();
  await tell(account, ...named(29));
  expect(await count()).toBe(alone);
});

test('one is seen, or all are, and nobody sees those of others', async () => {
  const { account, as } = await person();
  const other = await person();
  await tell(account, 'A', 'B', 'C');
  const [{ id }] = (await ask('GET /notifications', { as })).body.items;
  expect((await ask('GET /notifications/unread', { as })).body).toEqual({ unread: 3 });
  expect((await ask('POST /notifications/seen', { as: other.as, body: { id } })).status).toBe(404);
  expect((await ask('POST /notifications/seen', { as, body: { id } })).body).toEqual({ unread: 2 });
  expect((await ask('GET /notifications?is_seen=false', { as })).body.items).toHaveLength(2);
  expect((await ask('POST /notifications/seen', { as, body: {} })).body).toEqual({ unread: 0 });
  expect((await ask('GET /notifications/unread')).status).toBe(401);
});

test('people choose how they are told, whole or not at all', async () => {
  const { as } = await person();
  const { body, headers } = await ask('GET /notification-settings', { as });
  expect(body.comment).toEqual({ in_page: true, by_mail: 'daily' });
  const chosen = { ...body, booking: { in_page: false, by_mail: 'instantly' } };
  const match = { 'if-match': String(headers.etag) };
  expect((await ask('PUT /notification-settings', { as, body: chosen, headers: match })).status).toBe(200);
  expect((await ask('GET /notification-settings', { as })).body).toEqual(chosen);
  expect((await ask('PUT /notification-settings', { as, body, headers: match })).status).toBe(412);
  const wrong = { ...chosen, booking: { in_page: false, by_mail: 'hourly' } };
  const refused = await ask('PUT /notification-settings', { as, body: wrong });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/booking/by_mail']);
  expect((await ask('PUT /notification-settings', { as, body: { comment: body.comment } })).status).toBe(400);
});

/** Reads a stream until a text has come. */
async function follow(cookie: string, headers: Record<string, string>, until: string, after = () => {}) {
  const path = '/api/v1/notifications/stream';
  const asked = get({
    host: '127.0.0.1',
    port,
    path,
    agent: false,
    headers: { host: alpha.host, cookie, ...headers },
  });
  const [answer] = await once(asked, 'response');
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) {
    text += chunk;
    if (text.includes('event: ready')) after();
    if (text.includes(until)) break;
  }
  asked.destroy();
  return text;
}

test('a stream tells what comes, and one that was cut off goes on where it was', async () => {
  const { account, as } = await person();
  await tell(account, 'before');
  let isTold = false;
  const text = await follow(as, {}, 'enrolled in live', () => {
    if (!isTold) void tell(account, 'live');
    isTold = true;
  });
  expect(text).toContain('event: notification');
  expect(text).toContain('"unread":2');
  expect(text).not.toContain('enrolled in before');
  const place = [...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? '';
  await tell(account, 'meanwhile');
  const resumed = await follow(as, { 'last-event-id': place }, 'enrolled in meanwhile');
  expect(resumed).not.toContain('enrolled in live');
});

test('a stream ends with the session that opened it', async () => {
  const { account, as } = await person();
  let isOut = false;
  const text = await follow(as, {}, 'never', () => {
    if (isOut) return;
    isOut = true;
    void ask('DELETE /session', { as }).then(() => tell(account, 'afterwards'));
  });
  expect([text.includes('event: ready'), text.includes('afterwards')]).toEqual([true, false]);
});
