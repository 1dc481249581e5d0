import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createLog } from '../log.ts';
import { openAnnouncer } from './announcer.ts';
import { listenTo } from './listener.ts';

let data: TestDatabase;
let lines: string[];
const announcerOn = (channel: string) => {
  lines = [];
  const { log } = createLog({ stream: { write: (line) => void lines.push(line) } });
  return openAnnouncer(data.database.acrossTenants(), channel, log);
};

beforeAll(async () => {
  data = await openTestDatabase();
});
afterAll(() => data.close());

/** Hears a channel as another process does; `next` is the next text, the first one empty. */
function listener(channel: string) {
  const heard: string[] = [];
  let wake = () => {};
  const end = listenTo(data.connection, channel, (text) => {
    heard.push(text);
    wake();
  });
  const next = async () => {
    while (heard.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return heard.shift();
  };
  return { next, heard, end };
}

test('words of one tick are heard together by who listens, and the last of a rush is heard too', async () => {
  const { next, end } = listener('rush');
  // The listener has begun; whatever was announced before is not known to it.
  expect(await next()).toBe('');
  const announce = announcerOn('rush');
  announce('1:2');
  announce('1:3');
  announce('1:2');
  expect(await next()).toBe('1:2 1:3');
  announce('1:4');
  announce('1:5');
  expect(await next()).toBe('1:4 1:5');
  await end();
});

test('what is too long to be told is told as anything', async () => {
  const { next, end } = listener('crowd');
  await next();
  const announce = announcerOn('crowd');
  for (let n = 0; n < 2_000; n += 1) announce(`1:${n}`);
  expect(await next()).toBe('');
  await end();
});

test('what cannot be announced is logged and fails nobody', async () => {
  const announce = announcerOn('x'.repeat(70));
  announce('1:2');
  while (lines.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(lines.join()).toContain('The other processes could not be told.');
});
