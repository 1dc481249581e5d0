import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';
import { notify } from '../../modules/notifications/notifications.ts';
import { sessionCookie } from '../callers.ts';

let muster: TestApp;
let at: TestSite;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  at = await muster.site('alpha');
});
afterAll(() => muster.close());

async function person(): Promise<{ account: Account; api: SaasClient }> {
  made += 1;
  const account = await muster.account(at, { username: `p${made}` });
  return { account, api: saasClient(muster, at.host, await muster.jwt(at, account)) };
}

const tell = (account: Account, course: string, url: string | null = null) =>
  at.context.transaction((tx) =>
    notify(tx, { kind: 'enrolment', message: 'enrolled', facts: { course }, url, tell: [account.id] }),
  );

test('the ten newest of what is unseen, with the keys and the count of §9', async () => {
  const { account, api } = await person();
  for (let n = 1; n <= 12; n += 1) await tell(account, `C${n}`);
  await tell(account, 'C12');
  muster.clock.advance(180_000);
  const { status, body } = await api.get('/nyt/json/get/');
  const { objects, ...rest } = Object(body);
  expect([status, rest]).toEqual([200, { success: true, total_count: 12 }]);
  expect(objects).toHaveLength(10);
  expect(objects[0]).toEqual({
    pk: 12,
    message: 'You are enrolled in C12',
    url: null,
    occurrences: 2,
    occurrences_msg: '2 times',
    type: 'enrolment',
    since: '3 minutes ago',
  });
  const later = Object((await api.get('/nyt/json/get/10/')).body);
  expect([later.total_count, later.objects.map(({ pk }: { pk: number }) => pk)]).toEqual([12, [12, 11]]);
});

test('marking takes an upper and a lower bound; without one there is nothing where upstream crashed (weakness 14)', async () => {
  const { account, api } = await person();
  for (const course of ['A', 'B', 'C', 'D']) await tell(account, course);
  const left = async () => Object((await api.get('/nyt/json/get/')).body).total_count;
  expect((await api.post('/nyt/json/mark-read/3/2/')).body).toEqual({ success: true });
  expect(await left()).toBe(2);
  expect((await api.get('/nyt/json/mark-read/1')).body).toEqual({ success: true });
  expect(await left()).toBe(1);
  const bare = await api.get('/nyt/json/mark-read/');
  expect([bare.status, bare.body]).toEqual([404, { detail: 'Not found.' }]);
  expect((await api.get('/nyt/json/mark-read/x/')).status).toBe(404);
});

test('goto marks as seen and leads to the thing, else back on this host, else home', async () => {
  const { account, api } = await person();
  await tell(account, 'A', '/courses/a');
  await tell(account, 'B');
  const go = async (path: string, referer?: string) => {
    const { status, headers } = await api.get(path, referer === undefined ? {} : { referer });
    return [status, headers.location];
  };
  expect(await go('/nyt/goto/1/')).toEqual([302, '/courses/a']);
  expect(await go('/nyt/goto/2/', `http://${at.host}/page?x=1`)).toEqual([302, '/page?x=1']);
  expect(Object((await api.get('/nyt/json/get/')).body).total_count).toBe(0);
  expect(await go('/nyt/goto/', 'https://evil.example/')).toEqual([302, '/']);
  expect(await go('/nyt/goto/')).toEqual([302, '/']);
  expect(await go('/nyt/goto/99/')).toEqual([404, undefined]);
});

test('a session opens it as upstream, a token as well, nobody gets JSON', async () => {
  const { account, api } = await person();
  const session = await muster.sessionToken(at, account);
  const nobody = api.as(null);
  expect((await nobody.get('/nyt/json/get/', { cookie: `${sessionCookie}=${session}` })).status).toBe(200);
  const forged = await nobody.send('POST', '/nyt/json/mark-read/9/', undefined, {
    cookie: `${sessionCookie}=${session}`,
    origin: 'https://evil.example',
  });
  expect(forged.status).toBe(403);
  const { status, body } = await nobody.get('/nyt/json/get/');
  expect([status, body]).toEqual([401, { detail: 'Authentication credentials were not provided.' }]);
});
