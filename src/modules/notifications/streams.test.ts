import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import type { Account } from '../identity/types.ts';
import { markSeen, notify } from './notifications.ts';
import { followNotifications, openStreams, type StreamItem, type Streams } from './streams.ts';

let muster: TestApp;
let at: TestSite;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('alpha');
});
afterAll(() => muster.close());

const person = () => {
  made += 1;
  return muster.account(at, { username: `p${made}` });
};
const tell = ({ id }: Account, course: string) =>
  at.context.transaction((tx) =>
    notify(tx, { kind: 'enrolment', message: 'enrolled', facts: { course }, url: null, tell: [id] }),
  );

/** A follower that never looks by itself, unless told otherwise: what it finds it was woken for. */
function follow({ id }: Account, after: number | null, streams: Streams = openStreams({ floor: 60_000 })) {
  const ended = new AbortController();
  const items = followNotifications(at.context, streams, id, after, ended.signal);
  return {
    streams,
    async next(): Promise<StreamItem | undefined> {
      const { value, done } = await items.next();
      return done ? undefined : value;
    },
    end: () => ended.abort(),
  };
}

const told = (item: StreamItem | undefined) =>
  item?.is === 'change' ? [item.notification.change, item.notification.facts.course, item.unseen] : item;

test('a follower begins with its place, is told each change as it comes, and how much is unseen', async () => {
  const ann = await person();
  await tell(ann, 'Before');
  const stream = follow(ann, null);
  expect(await stream.next()).toEqual({ is: 'ready', place: 1, unseen: 1 });
  const coming = stream.next();
  await tell(ann, 'First');
  expect(told(await coming)).toEqual([2, 'First', 2]);
  const second = stream.next();
  await at.context.transaction((tx) => markSeen(tx, ann.id, { from: 1, to: 1 }));
  expect(await second).toEqual({ is: 'seen', unseen: 1 });
  const last = stream.next();
  stream.end();
  expect(await last).toBeUndefined();
});

test('one who resumes gets what came since, each once, and what occurred again as it is now', async () => {
  const ann = await person();
  for (const course of ['A', 'B', 'C', 'A']) await tell(ann, course);
  const stream = follow(ann, 2);
  expect(await stream.next()).toEqual({ is: 'ready', place: 2, unseen: 3 });
  expect([told(await stream.next()), told(await stream.next())]).toEqual([
    [3, 'C', 3],
    [4, 'A', 3],
  ]);
  stream.end();
});

test('a place that was never reached means from now on', async () => {
  const ann = await person();
  await tell(ann, 'A');
  const stream = follow(ann, 99);
  expect(await stream.next()).toEqual({ is: 'ready', place: 1, unseen: 1 });
  stream.end();
});

test('more changes than are read at once all come, in order', async () => {
  const ann = await person();
  const courses = Array.from({ length: 250 }, (_, n) => `C${n}`);
  for (const course of courses) await tell(ann, course);
  const stream = follow(ann, 0);
  await stream.next();
  const found: unknown[] = [];
  for (const _ of courses) {
    const item = await stream.next();
    found.push(item?.is === 'change' && item.notification.facts.course);
  }
  expect(found).toEqual(courses);
  stream.end();
});

test('what nobody announced is found after the floor', async () => {
  const ann = await person();
  const streams = openStreams({ floor: 20 });
  // Deaf: as in a process that missed the announcement of another.
  streams.close();
  const stream = follow(ann, null, streams);
  await stream.next();
  const coming = stream.next();
  await tell(ann, 'Unheard');
  expect(told(await coming)).toEqual([1, 'Unheard', 1]);
  stream.end();
});

test('another process wakes those it names, or everybody', async () => {
  const ann = await person();
  const streams = openStreams({ floor: 60_000 });
  streams.close();
  const stream = follow(ann, null, streams);
  await stream.next();
  for (const people of [[{ tenantId: at.site.tenantId, accountId: ann.id }], null]) {
    const coming = stream.next();
    await tell(ann, 'Heard');
    streams.wake(people);
    expect(told(await coming)).toEqual([expect.any(Number), 'Heard', 1]);
  }
  stream.end();
});

test('a waking between a look and the wait for the next is not lost', async () => {
  const streams = openStreams({ floor: 60_000 });
  const watch = streams.watch(1, 2);
  streams.wake([{ tenantId: 1, accountId: 2 }]);
  const { signal } = new AbortController();
  await watch.changed(signal);
  const other = watch.changed(AbortSignal.timeout(50));
  streams.wake([{ tenantId: 1, accountId: 3 }]);
  await other;
  watch.end();
  streams.close();
  expect(signal.aborted).toBe(false);
});
