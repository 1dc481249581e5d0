import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type TahoeClient, tahoeClient } from '../../../test/support/tahoe-client.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let alpha: TestSite;
let beta: TestSite;
let amy: Account;
let bob: Account;
let asleep: Account;
let bea: Account;
let admin: TahoeClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  beta = await muster.site('beta');
  amy = await muster.account(alpha, { username: 'amy', role: 'admin' });
  bea = await muster.account(beta, { username: 'bea', role: 'admin' });
  muster.clock.advance(12 * 60 * 60 * 1000 + 1234);
  bob = await muster.account(alpha, { username: 'bob', name: 'Bob Bobson', email: 'Bob+Learn@Example.com' });
  asleep = await muster.account(alpha, { username: 'asleep', active: false });
  admin = tahoeClient(muster, alpha.host, await muster.apiToken(alpha, amy));
});
afterAll(() => muster.close());

interface Listed {
  count: number;
  next: string | null;
  previous: string | null;
  results: { id: number; username: string }[];
}
const list = async (query: string, client = admin): Promise<Listed> => {
  const answer = await client.get(`v1/users/${query}`);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return JSON.parse(answer.text);
};
const idsOf = async (query: string) => (await list(query)).results.map(({ id }) => id);

describe('the list (§8.14)', () => {
  test("holds my site's people, me among them, and nobody else's", async () => {
    expect(await idsOf('')).toEqual([amy.id, bob.id]);
  });

  test('an item carries id, username, fullname, email and date_joined in whole seconds', async () => {
    const answer = await admin.get('v2/users/');
    expect(answer.body).toMatchObject({
      count: 2,
      next: null,
      previous: null,
      results: [
        {},
        {
          id: bob.id,
          username: 'bob',
          fullname: 'Bob Bobson',
          email: 'Bob+Learn@Example.com',
          date_joined: '2026-11-21T00:00:01Z',
        },
      ],
    });
    const [first] = (await list('')).results;
    expect(Object.keys(first ?? {})).toEqual(['id', 'username', 'fullname', 'email', 'date_joined']);
  });

  test.each([
    ['in lower case', 'bob%2Blearn@example.com', 1],
    ['in upper case', 'BOB%2BLEARN@EXAMPLE.COM', 1],
    ['with a plus that was not encoded', 'bob+learn@example.com', 1],
    ['with only its local part', 'bob%2Blearn', 0],
    ['that nobody has', 'nobody@example.com', 0],
    ['of another tenant', 'bea@example.com', 0],
    ['empty, which is no filter', '', 2],
  ])('email_exact %s finds as many as it should', async (_, email, count) => {
    expect(await list(`?email_exact=${email}`)).toMatchObject({ count });
  });

  test.each([
    ['2026-11-20', ['amy']],
    ['2026-11-21', ['bob']],
    ['2026-11-22', []],
    ['', ['amy', 'bob']],
    ['2026-11-20T23:59:59Z', ['amy']],
    ['2026-11-20T23:30:00-05:00', ['bob']],
    ['2026-11-21T01:30:00%2B02:00', ['amy']],
    ['2026-11-21T01:30:00+02:00', ['amy']],
    ['2026-11-21 00:00', ['bob']],
    ['0000-01-01', []],
    ['9999-12-31', []],
  ])('date_joined=%s means that calendar day in UTC', async (day, names) => {
    expect((await list(`?date_joined=${day}`)).results.map(({ username }) => username)).toEqual(names);
  });

  test.each(['yesterday', '2026-02-30', '20/11/2026', '2026-11-20T25:00:00Z', '0'])(
    'date_joined=%s is no day: 400 by its field',
    async (day) => {
      const answer = await admin.get(`v1/users/?date_joined=${day}`);
      expect([answer.status, answer.body]).toEqual([400, { date_joined: ['Enter a valid date.'] }]);
    },
  );

  test('is_active=false shows those who are not active; they are in no other list', async () => {
    expect(await idsOf('?is_active=false')).toEqual([asleep.id]);
    expect(await idsOf('?is_active=No')).toEqual([asleep.id]);
    expect(await idsOf('?is_active=true')).toEqual([amy.id, bob.id]);
    expect(await idsOf('?is_active=')).toEqual([amy.id, bob.id]);
    const answer = await admin.get('v1/users/?is_active=perhaps');
    expect([answer.status, answer.body]).toEqual([400, { is_active: ['Must be a valid boolean.'] }]);
  });

  test('search finds a part of username, e-mail or name, in any case, in this tenant only', async () => {
    expect(await idsOf('?search=BOBSON')).toEqual([bob.id]);
    expect(await idsOf('?search=learn@')).toEqual([bob.id]);
    expect(await idsOf('?search=my')).toEqual([amy.id]);
    expect(await idsOf('?search=%25')).toEqual([]);
    expect(await idsOf('?search=bea')).toEqual([]);
  });
});

describe('one user', () => {
  test.each(['', '.json', '%20'])('is found by its id, also written with %j behind it', async (suffix) => {
    const answer = await admin.get(`v1/users/${bob.id}${suffix}/`);
    expect(answer.body).toEqual({
      id: bob.id,
      username: 'bob',
      fullname: 'Bob Bobson',
      email: 'Bob+Learn@Example.com',
      date_joined: '2026-11-21T00:00:01Z',
    });
  });

  test('of another tenant is answered, byte for byte, as an unknown one', async () => {
    const [foreign, unknown] = [await admin.get(`v1/users/${bea.id}/`), await admin.get('v1/users/999999/')];
    expect([foreign.status, foreign.text]).toEqual([404, '{"detail":"Not found."}']);
    expect([unknown.status, unknown.text]).toEqual([404, foreign.text]);
  });

  test.each(['abc', '0', '-1', '1e3', '99999999999999999999999', '%20', 'null'])(
    'there is none of the id %s: 404 as JSON',
    async (id) => {
      const answer = await admin.get(`v1/users/${id}/`);
      expect([answer.status, answer.body]).toEqual([404, { detail: 'Not found.' }]);
    },
  );

  test('§10.19: an id with a dot is 404 as JSON and not an HTML page', async () => {
    const answer = await admin.get('v1/users/1.5/');
    expect([answer.status, answer.body]).toEqual([404, { detail: 'Not found.' }]);
  });

  test('who is not active is found only when asked for', async () => {
    expect((await admin.get(`v1/users/${asleep.id}/`)).status).toBe(404);
    expect((await admin.get(`v1/users/${asleep.id}/?is_active=false`)).body).toMatchObject({ id: asleep.id });
  });

  test('a stranger learns nothing of which ids there are', async () => {
    const stranger = tahoeClient(muster, alpha.host, null);
    const [there, not] = [await stranger.get(`v1/users/${bob.id}/`), await stranger.get('v1/users/abc/')];
    expect([there.status, not.status, not.text]).toEqual([401, 401, there.text]);
  });
});

describe('many users', () => {
  let crowd: TestSite;
  let boss: TahoeClient;
  const address = 'http://crowd.localhost:8000/tahoe/api/v1/users/';
  beforeAll(async () => {
    crowd = await muster.site('crowd');
    const one = await muster.account(crowd, { username: 'boss', role: 'owner' });
    boss = tahoeClient(muster, crowd.host, await muster.apiToken(crowd, one));
  });
  const get = (query: string) => list(query, boss);
  const fill = (from: number, to: number) =>
    muster.query(
      `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name,
         name_key, is_active, created_at, updated_at)
       select $1, gen_random_uuid(), 'u' || n, 'u' || n, 'u' || n || '@example.com', 'u' || n || '@example.com',
         'N', 'N', '', 'n', true, now(), now() from generate_series($2::int, $3::int) n`,
      [crowd.site.tenantId, from, to],
    );

  test('the list takes the same number of statements for one item and for thirty', async () => {
    const count = async () => {
      muster.statements.length = 0;
      await get('?limit=100');
      return muster.statements.length;
    };
    await count();
    expect(await count()).toBe(3);
    await fill(1, 29);
    expect((await get('?limit=100')).count).toBe(30);
    expect(await count()).toBe(3);
  });

  test('pages are of twenty, with absolute links that keep host, scheme and filters', async () => {
    const first = await get('?search=u&is_active=true');
    expect([first.count, first.results.length, first.previous]).toEqual([29, 20, null]);
    expect(first.next).toBe(`${address}?is_active=true&limit=20&offset=20&search=u`);
    const second = await get(first.next?.slice(address.length) ?? '');
    expect([second.results.length, second.next]).toEqual([9, null]);
    expect(second.previous).toBe(`${address}?is_active=true&limit=20&search=u`);
    const all = [...first.results, ...second.results].map(({ id }) => id);
    expect(new Set(all).size).toBe(29);
    expect(all).toEqual(all.toSorted((one, other) => one - other));
  });

  test('the link back keeps its offset while there is one', async () => {
    const page = await get('?limit=5&offset=12');
    expect(page.next).toBe(`${address}?limit=5&offset=17`);
    expect(page.previous).toBe(`${address}?limit=5&offset=7`);
    expect((await get('?limit=5&offset=3')).previous).toBe(`${address}?limit=5`);
  });

  test.each(['0', '-1', 'many', '', '1.5'])('limit=%s means twenty', async (limit) => {
    expect((await get(`?limit=${limit}`)).results.length).toBe(20);
  });

  test.each(['-1', 'far', ''])('offset=%s means from the start', async (offset) => {
    const page = await get(`?offset=${offset}`);
    expect([page.previous, page.results[0]?.username]).toEqual([null, 'boss']);
  });

  test.each(['30', '1000', '9'.repeat(30)])(
    'offset=%s past the end is empty, with a link back',
    async (far) => {
      const page = await get(`?offset=${far}`);
      expect([page.count, page.results, page.next]).toEqual([30, [], null]);
      expect(page.previous).toMatch(/\?limit=20&offset=\d+$/);
    },
  );

  test('§10.10: a limit above 1000 is given as 1000, and the links say so', async () => {
    await fill(30, 1100);
    const page = await get('?limit=100000');
    expect(page.results.length).toBe(1000);
    expect(page.next).toBe(`${address}?limit=1000&offset=1000`);
  });

  test('§10.20: walking all pages meets everyone once, also while others join', async () => {
    const seen: number[] = [];
    let next: string | null = `${address}?limit=250`;
    for (let turn = 0; next !== null; turn += 1) {
      const page: Listed = await get(next.slice(address.length));
      seen.push(...page.results.map(({ id }) => id));
      await fill(2000 + turn, 2000 + turn);
      next = page.next;
    }
    const joined = (await get('')).count;
    expect([new Set(seen).size, seen.length]).toEqual([joined - 1, joined - 1]);
  });

  test('a proxy that is trusted says scheme and host; an untrusted one does not', async () => {
    const page = await boss.get('v1/users/?limit=1', {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
    });
    expect(page.body).toMatchObject({ next: `${address}?limit=1&offset=1` });
  });
});
