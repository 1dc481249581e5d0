import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';
import { invite } from '../../modules/admissions/invitations.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let amy: Account;
let admin: Asker;
let staff: Asker;
let stranger: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const beta = await muster.site('beta');
  amy = await muster.account(alpha, { username: 'amy', role: 'admin' });
  admin = await openAsker(muster, alpha, amy);
  staff = await openAsker(muster, alpha, await muster.account(alpha, { username: 'sue', role: 'staff' }));
  stranger = await openAsker(muster, beta, await muster.account(beta, { username: 'amy', role: 'admin' }));
});
afterAll(() => muster.close());

interface Shown {
  id: string;
  state: string;
  to_address: string;
  kind: string;
}

/** Somebody who was written to for their activation. @returns the letter */
async function written(username: string): Promise<Shown> {
  muster.clock.advance(1);
  await muster.account(alpha, { username, active: false });
  return newest(`${username}@example.com`);
}
const newest = async (address: string): Promise<Shown> =>
  (await admin('GET', `/letters?address=${address}`)).body.items[0];
const left = (id: string) =>
  muster.query(
    `update letters set due_at = null, delivered_at = now(), subject = '', text = '', html = '' where id = $1`,
    [id],
  );

test('admins see whom was written to and whether it left, others nothing', async () => {
  const letter = await written('ann');
  expect(letter).toMatchObject({ kind: 'activate', state: 'waiting', to_address: 'ann@example.com' });
  await left(letter.id);
  expect((await admin('GET', `/letters/${letter.id}`)).body).toMatchObject({
    state: 'delivered',
    text: null,
  });
  expect((await staff('GET', '/letters')).status).toBe(403);
  expect((await stranger('GET', '/letters')).body.items).toEqual([]);
  expect((await stranger('GET', `/letters/${letter.id}`)).status).toBe(404);
  expect((await stranger('POST', `/letters/${letter.id}/resend`)).status).toBe(404);
});

test('the text of a waiting letter is shown without the secret of its link', async () => {
  const letter = await written('bob');
  const { body } = await admin('GET', `/letters/${letter.id}`);
  const [sent] = (await muster.letters(alpha)).filter(({ to_address }) => to_address === 'bob@example.com');
  const secret = /\/activate\/(\w+)/.exec(sent?.text ?? '')?.[1];
  expect(secret).toMatch(/^\w{22}$/);
  expect(body.text).toContain('/activate/…');
  expect(JSON.stringify(body)).not.toContain(secret);
});

test('the list is paged, newest first, and narrowed by person and state, by the same statements', async () => {
  const [first, second] = [await written('cat'), await written('dan')];
  const count = async (query: string) => {
    muster.statements.length = 0;
    const { body } = await admin('GET', `/letters?${query}`);
    return { ids: body.items.map(({ id }: Shown) => id), next: body.next, n: muster.statements.length };
  };
  const [short, long] = [await count('limit=1'), await count('limit=30')];
  expect([short.n, short.ids]).toEqual([long.n, [second.id]]);
  expect((await count(`limit=1&cursor=${short.next}`)).ids).toEqual([first.id]);
  const [cat] = await muster.query<{ uuid: string }>(`select uuid from accounts where username = 'cat'`);
  expect((await count(`person=${cat?.uuid}`)).ids).toEqual([first.id]);
  expect((await count('state=failed')).ids).toEqual([]);
  expect((await admin('GET', '/letters?person=00000000-0000-7000-8000-000000000000')).status).toBe(404);
});

test('a letter that waits for its next try is tried at once', async () => {
  const letter = await written('eve');
  await muster.query(`update letters set attempts = 5, due_at = due_at + interval '4 hours' where id = $1`, [
    letter.id,
  ]);
  const sent = await admin('POST', `/letters/${letter.id}/resend`);
  expect([sent.status, sent.body.id]).toEqual([200, letter.id]);
  const { body } = await admin('GET', `/letters/${letter.id}`);
  expect(body.due_at).toBe(muster.clock.now().toISOString());
});

test('a letter that left is written anew with another link, the old one ending, once for each key', async () => {
  const letter = await written('fay');
  const link = async () => {
    const texts = (await muster.letters(alpha)).filter(({ to_address }) => to_address === 'fay@example.com');
    return /\/activate\/\w+/.exec(texts.at(-1)?.text ?? '')?.[0] ?? '';
  };
  const old = await link();
  await left(letter.id);
  muster.clock.advance(1);
  const key = { 'idempotency-key': 'again-fay' };
  const sent = await admin('POST', `/letters/${letter.id}/resend`, undefined, key);
  const again = await admin('POST', `/letters/${letter.id}/resend`, undefined, key);
  expect([sent.status, again.body]).toEqual([200, sent.body]);
  expect(sent.body).toMatchObject({ kind: 'activate', state: 'waiting', to_address: 'fay@example.com' });
  expect(sent.body.id).not.toBe(letter.id);
  const open = async (url: string) =>
    (await muster.server.inject({ url, headers: { host: alpha.host } })).statusCode;
  expect([await open(old), await open(await link())]).toEqual([410, 200]);
});

test('an invitation that left is sent anew, and what is no longer needed is not', async () => {
  muster.clock.advance(1);
  await alpha.context.transaction((tx) =>
    invite(tx, muster.services.identity, alpha.site, {
      email: 'guest@example.com',
      firstName: 'G',
      lastName: 'Uest',
      role: 'staff',
      inviter: amy,
      locale: 'en',
      days: 3,
    }),
  );
  const letter = await newest('guest@example.com');
  await left(letter.id);
  muster.clock.advance(1);
  const sent = await admin('POST', `/letters/${letter.id}/resend`);
  expect([sent.status, sent.body.kind, sent.body.state]).toEqual([200, 'invitation', 'waiting']);
  const done = await written('gus');
  await left(done.id);
  await muster.query(`update accounts set is_active = true where username = 'gus'`);
  const refused = await admin('POST', `/letters/${done.id}/resend`);
  expect([refused.status, refused.body.code]).toEqual([409, 'letter.over']);
});
