import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createLog } from '../log.ts';
import { systemRandom } from '../random.ts';
import { type Announcements, openAnnouncements } from './announcements.ts';

let data: TestDatabase;
beforeAll(async () => {
  data = await openTestDatabase();
});
afterAll(() => data.close());

/** One process on the channel, once it listens. */
async function join(channel: string): Promise<{ announcements: Announcements; heard: (string | null)[] }> {
  const heard: (string | null)[] = [];
  const { log } = createLog({ stream: { write: () => undefined } });
  const { connection, database } = data;
  const options = { connection, owner: database.acrossTenants(), random: systemRandom, log, channel };
  const announcements = openAnnouncements({ ...options, hear: (text) => void heard.push(text) });
  onTestFinished(() => announcements.close());
  await until(() => heard.includes(null));
  heard.length = 0;
  return { announcements, heard };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

test('what one process tells the others hear, and the teller does not', async () => {
  const [one, other] = [await join('a'), await join('a')];
  one.announcements.tell('7:12');
  await until(() => other.heard.length > 0);
  other.announcements.tell('with blanks, ü and "quotes"');
  await until(() => one.heard.length > 0);
  expect([one.heard, other.heard]).toEqual([['with blanks, ü and "quotes"'], ['7:12']]);
});

test('the same text is told once in a while, however often it is said, and the last time is never lost', async () => {
  const [one, other] = [await join('b'), await join('b')];
  data.statements.length = 0;
  for (let times = 0; times < 1000; times += 1) {
    one.announcements.tell('1:1');
    one.announcements.tell('1:2');
    if (times === 500) await until(() => other.heard.length === 2);
  }
  await until(() => other.heard.length === 4);
  expect(other.heard).toEqual(['1:1', '1:2', '1:1', '1:2']);
  expect(data.statements.filter((text) => text.includes('pg_notify'))).toHaveLength(2);
});

test('a lost connection is heard of as null, since something may have been missed, and hearing goes on', async () => {
  const [one, other] = [await join('c'), await join('c')];
  await data.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'muster listener'`,
  );
  await until(() => one.heard.includes(null) && other.heard.includes(null));
  one.announcements.tell('again');
  await until(() => other.heard.includes('again'));
  expect(other.heard).toEqual([null, 'again']);
});
