import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import type { Account } from '../identity/types.ts';
import { listNotifications, notify, readChanges } from './notifications.ts';
import type { Notice } from './types.ts';

let muster: TestApp;
let at: TestSite;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('alpha');
});
afterAll(() => muster.close());

const person = (name = 'p') => {
  made += 1;
  return muster.account(at, { username: `${name}${made}` });
};

const enrolled = (course: string, ...people: readonly Account[]): Notice => ({
  kind: 'enrolment',
  message: 'enrolled',
  facts: { course },
  url: null,
  tell: people.map(({ id }) => id),
});

const tell = (...notices: readonly Notice[]) => at.context.transaction((tx) => notify(tx, ...notices));

/** What a person has, newest first: number, change, course and how often. */
async function inboxOf({ id }: Account) {
  const { notifications } = await at.context.read((read) =>
    listNotifications(read, id, {}, { limit: 100, offset: 0 }),
  );
  return notifications.map(({ number, change, facts, occurrences }) => [
    number,
    change,
    facts.course,
    occurrences,
  ]);
}

test('the same told many times at once is one notification of as many occurrences', async () => {
  const ann = await person();
  await Promise.all(Array.from({ length: 30 }, () => tell(enrolled('Art', ann))));
  expect(await inboxOf(ann)).toEqual([[1, 30, 'Art', 30]]);
});

test('a reader of changes misses none, whatever the order in which transactions began and ended', async () => {
  const ann = await person();
  const seen: unknown[] = [];
  let place = 0;
  const look = async () => {
    const { changes } = await at.context.read((read) => readChanges(read, ann.id, place, 100));
    for (const { change, facts } of changes) {
      expect(change).toBeGreaterThan(place);
      place = change;
      seen.push(facts.course);
    }
  };
  let isOver = false;
  const reader = (async () => {
    while (!isOver) await look();
  })();
  await Promise.all(Array.from({ length: 100 }, (_, n) => tell(enrolled(`C${n}`, ann))));
  isOver = true;
  await reader;
  await look();
  expect(seen.toSorted()).toEqual(Array.from({ length: 100 }, (_, n) => `C${n}`).toSorted());
});

interface Overlap {
  /** Tells of `First` and holds its transaction open: says when it has told, and waits to be let go. */
  readonly first: (hasTold: () => void, letGo: Promise<void>) => Promise<unknown>;
  readonly second: () => Promise<unknown>;
  /** When the second has come as far as it comes while the first is open. */
  readonly settled: (second: Promise<unknown>) => Promise<unknown>;
}

/** Two transactions that tell one person overlap; a reader looks before and after the first has ended. */
async function overlap(told: Account, { first, second, settled }: Overlap) {
  const seen: unknown[] = [];
  let place = 0;
  const look = async () => {
    const { changes } = await at.context.read((read) => readChanges(read, told.id, place, 100));
    place = changes.at(-1)?.change ?? place;
    seen.push(...changes.map(({ facts }) => facts.course));
  };
  const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const one = first(begun.resolve, end.promise);
  await begun.promise;
  const two = second();
  await settled(two);
  await look();
  end.resolve();
  await Promise.all([one, two]);
  await look();
  return seen;
}

test('of two that overlap the second waits for the first, and the reader misses none', async () => {
  const ann = await person();
  const isWaiting = async () => {
    const waiting = await muster.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length > 0;
  };
  const seen = await overlap(ann, {
    first: (hasTold, letGo) =>
      at.context.transaction(async (tx) => {
        await notify(tx, enrolled('First', ann));
        hasTold();
        await letGo;
      }),
    second: () => tell(enrolled('Second', ann)),
    async settled() {
      while (!(await isWaiting()));
    },
  });
  expect(seen).toEqual(['First', 'Second']);
});

test('the control: numbers of a sequence, which nobody holds until the commit, make the same reader miss one', async () => {
  const ann = await person();
  await muster.query('create sequence loose');
  const write = (course: string) => `
    insert into notifications (tenant_id, account_id, number, change, kind, message, facts, same_as, in_page,
      created_at, changed_at)
    select ${at.site.tenantId}, ${ann.id}, n, n, 'enrolment', 'enrolled', '{"course": "${course}"}', '${course}', true,
      now(), now() from nextval('loose') n`;
  const seen = await overlap(ann, {
    async first(hasTold, letGo) {
      const client = new pg.Client(muster.connection);
      await client.connect();
      await client.query(`begin; ${write('First')}`);
      hasTold();
      await letGo;
      await client.query('commit');
      await client.end();
    },
    second: () => muster.query(write('Second')),
    settled: (second) => second,
  });
  expect(seen).toEqual(['Second']);
});
