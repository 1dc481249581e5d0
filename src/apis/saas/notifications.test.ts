import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasAnswer, type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import type { Account } from '../../modules/identity/types.ts';
import { notify } from '../../modules/notifications/notifications.ts';

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
}

async function person(): Promise<Person> {
  made += 1;
  const account = await muster.account(at, { username: `p${made}` });
  return { account, api: saasClient(muster, at.host, await muster.jwt(at, account)) };
}

const tell = ({ account }: Person, ...courses: readonly string[]) =>
  at.context.transaction((tx) =>
    notify(
      tx,
      ...courses.map((name) => ({
        ...({ kind: 'enrolment', message: 'enrolled', url: null } as const),
        facts: { course: name },
        tell: [account.id],
      })),
    ),
  );

const bodyOf = ({ body }: SaasAnswer) => Object(body);
const ids = (answer: SaasAnswer): number[] => bodyOf(answer).results.map(({ id }: { id: number }) => id);

describe('lists and marks', () => {
  test('a person is told in pages, in the language asked for', async () => {
    const ann = await person();
    await tell(ann, 'Art', 'Music', 'Art');
    const answer = await ann.api.get('notifications/?page_size=1', { 'accept-language': 'nl' });
    expect(bodyOf(answer)).toEqual({
      count: 2,
      next: `http://${at.host}/api/notifications/?page=2&page_size=1`,
      previous: null,
      results: [
        {
          id: 2,
          type: 'enrolment',
          message: 'Je bent ingeschreven voor Music',
          url: null,
          occurrences: 1,
          is_viewed: false,
          created: '2026-11-20T12:00:00Z',
          modified: '2026-11-20T12:00:00Z',
        },
      ],
    });
    expect(answer.headers['content-language']).toBe('nl');
    expect(bodyOf(await ann.api.get('notifications/1/'))).toMatchObject({
      message: 'You are enrolled in Art',
      occurrences: 2,
    });
  });

  test('unread ones are counted, listed, and marked one by one or all', async () => {
    const ann = await person();
    await tell(ann, 'A', 'B', 'C');
    const count = async () => bodyOf(await ann.api.get('notifications/unread-count/')).count;
    expect(await count()).toBe(3);
    expect(bodyOf(await ann.api.post('notifications/2/read/'))).toMatchObject({ id: 2, is_viewed: true });
    expect(bodyOf(await ann.api.post('notifications/2/read/')).is_viewed).toBe(true);
    expect(ids(await ann.api.get('notifications/?unread=true'))).toEqual([3, 1]);
    expect(ids(await ann.api.get('notifications/?unread=no'))).toEqual([2]);
    expect(ids(await ann.api.get('notifications/?type=comment'))).toEqual([]);
    expect(bodyOf(await ann.api.post('notifications/mark-all-read/'))).toEqual({ marked: 2 });
    expect(await count()).toBe(0);
  });

  test('what is not there, or is somebody else’s, is 404; bad filters name the field', async () => {
    const [ann, bob] = [await person(), await person()];
    await tell(ann, 'A');
    for (const path of ['notifications/1/', 'notifications/x/', 'notifications/-1/']) {
      expect((await bob.api.get(path)).status).toBe(404);
      expect((await bob.api.post(`${path}read/`)).status).toBe(404);
    }
    const unread = await bob.api.get('notifications/?unread=perhaps');
    expect([unread.status, unread.body]).toEqual([400, { unread: ['Must be a valid boolean.'] }]);
    const type = await bob.api.get('notifications/?type=rain');
    expect([type.status, type.body]).toEqual([400, { type: ['"rain" is not a valid choice.'] }]);
    expect((await bob.api.as(null).get('notifications/')).status).toBe(401);
  });

  test('a person chooses per type, and nothing is chosen when something is wrong', async () => {
    const ann = await person();
    const usual = bodyOf(await ann.api.get('notifications/settings/'));
    expect(usual.comment).toEqual({ in_page: true, by_mail: 'daily' });
    const wrong = await ann.api.send('PATCH', 'notifications/settings/', {
      comment: { in_page: false },
      booking: { in_page: 'yes', by_mail: 'weekly' },
    });
    expect([wrong.status, wrong.body]).toEqual([
      400,
      { booking: { in_page: ['Must be a valid boolean.'], by_mail: ['"weekly" is not a valid choice.'] } },
    ]);
    expect(bodyOf(await ann.api.get('notifications/settings/'))).toEqual(usual);
    const changed = await ann.api.send('PATCH', 'notifications/settings/', { comment: { by_mail: 'off' } });
    expect(changed.body).toEqual({ ...usual, comment: { in_page: true, by_mail: 'off' } });
  });
});
