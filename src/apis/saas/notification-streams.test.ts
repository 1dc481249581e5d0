import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import { changeAccount } from '../../modules/identity/accounts.ts';
import type { Account } from '../../modules/identity/types.ts';
import { notify } from '../../modules/notifications/notifications.ts';
import { sessionCookie } from '../callers.ts';

let muster: TestApp;
let at: TestSite;
let port: number;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  at = await muster.site('alpha');
  await muster.server.listen({ host: '127.0.0.1', port: 0 });
  const address = muster.server.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => muster.close());

interface Person {
  readonly account: Account;
  readonly token: string;
  readonly api: SaasClient;
}

async function person(): Promise<Person> {
  made += 1;
  const account = await muster.account(at, { username: `p${made}` });
  const token = await muster.jwt(at, account);
  return { account, token, api: saasClient(muster, at.host, token) };
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

/** Opens the stream over the wire. */
async function open(headers: Record<string, string>, query = ''): Promise<IncomingMessage> {
  const path = `/api/notifications/stream${query}`;
  const asked = get({ host: '127.0.0.1', port, path, agent: false, headers: { host: at.host, ...headers } });
  const [answer] = await once(asked, 'response');
  return answer.setEncoding('utf8');
}

/** The next events: id, name and data. */
async function events(
  answer: IncomingMessage,
  count: number,
): Promise<[string | undefined, string, object][]> {
  const found: [string | undefined, string, object][] = [];
  let text = '';
  for await (const chunk of answer.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.split(': ')[0], line.slice(line.indexOf(':') + 2)]),
      );
      text = text.slice(end + 2);
      const data = fields.get('data');
      if (data !== undefined) found.push([fields.get('id'), fields.get('event') ?? '', JSON.parse(data)]);
    }
    if (found.length >= count) return found;
  }
  throw new Error(`The stream ended after ${JSON.stringify(found)}.`);
}

const bearer = ({ token }: Person) => ({ authorization: `Bearer ${token}`, 'accept-language': 'en' });

test('weakness 30: notifications are pushed to whoever has a token, or a session', async () => {
  const ann = await person();
  const session = await muster.sessionToken(at, ann.account);
  for (const headers of [
    bearer(ann),
    { cookie: `${sessionCookie}=${session}`, accept: 'text/event-stream' },
  ]) {
    const stream = await open(headers);
    expect(stream.statusCode).toBe(200);
    expect(stream.headers['content-type']).toContain('text/event-stream');
    expect(stream.headers.etag).toBeUndefined();
    const [[, name] = []] = await events(stream, 1);
    expect(name).toBe('ready');
    await tell(ann, 'Art');
    const [[, pushed, data] = []] = await events(stream, 1);
    expect(pushed).toBe('new-notification');
    expect(data).toMatchObject({ type: 'enrolment', message: 'You are enrolled in Art', unread: 1 });
    stream.destroy();
  }
});

test('whoever resumes gets what came meanwhile, once each; what was seen elsewhere is told', async () => {
  const ann = await person();
  const first = await open(bearer(ann));
  expect(await events(first, 1)).toEqual([['0', 'ready', { unread: 0 }]]);
  first.destroy();
  await tell(ann, 'A', 'B');
  await tell(ann, 'A');
  const again = await open({ ...bearer(ann), 'last-event-id': '0' });
  const got = await events(again, 3);
  expect(got.map(([id, name]) => [id, name])).toEqual([
    ['0', 'ready'],
    ['2', 'new-notification'],
    ['3', 'new-notification'],
  ]);
  expect(got[2]?.[2]).toMatchObject({ id: 1, occurrences: 2 });
  await ann.api.post('notifications/mark-all-read/');
  expect(await events(again, 1)).toEqual([[undefined, 'unread', { unread: 0 }]]);
  again.destroy();
  const asked = await open(bearer(ann), '?after=2');
  expect((await events(asked, 2)).map(([id]) => id)).toEqual(['2', '3']);
  asked.destroy();
});

test('strangers get 401 as JSON, and no token in an address counts', async () => {
  const ann = await person();
  const answer = await open({ accept: 'text/event-stream' }, `?token=${ann.token}`);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    401,
    'application/json; charset=utf-8',
  ]);
  answer.destroy();
});

test('a stream outlives neither its token nor its account', async () => {
  const ann = await person();
  const stream = await open(bearer(ann));
  await events(stream, 1);
  await at.context.transaction((tx) =>
    changeAccount(tx, ann.account.id, { passwordHash: 'another' }, 'owner'),
  );
  await tell(ann, 'Secret');
  await expect(events(stream, 1)).rejects.toThrow('The stream ended after [].');
});
