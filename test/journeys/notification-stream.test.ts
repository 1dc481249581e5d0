import { get } from 'node:http';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Alpha, makeAlpha, registerAt } from '../support/alpha.ts';
import { ask } from '../support/ask.ts';
import { type MusterPlace, openMusterPlace, until } from '../support/muster-process.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Whoever resumes a stream misses nothing and gets nothing twice, whatever happens to the servers meanwhile. */
let place: MusterPlace;
let alpha: Alpha;
let token: string;
const courses = 400;

beforeAll(async () => {
  place = await openMusterPlace({ MUSTER_THROTTLE: 'off' });
  await place.start('serve').begun();
  alpha = await makeAlpha(place);
  await registerAt(place, alpha, 'ann');
  const printed = await place.done('tahoe_create_token', 'ann');
  token = /token key: "([0-9a-f]{40})"/.exec(printed)?.[1] ?? '';
  await place.query(
    `insert into courses (tenant_id, course_key, organisation_id, org, org_key, number, number_key, run, name,
       name_key, modes, created_at, updated_at)
     select o.tenant_id, 'course-v1:alpha+N' || n || '+2027', o.id, 'alpha', 'alpha', 'N' || n, 'n' || n, '2027',
       'Course ' || n, 'course ' || n, '[{"slug": "audit", "name": "Audit", "min_price": 0}]', now(), now()
     from organisations o, generate_series(1, $1::integer) n where o.short_name = 'alpha'`,
    [courses],
  );
});
afterAll(() => place?.remove());

interface StreamReader {
  /** Names of the courses told of, in the order in which they came. */
  readonly told: readonly string[];
  /** How often the stream was opened. */
  opened(): number;
  end(): void;
}

/** Reads the stream as a browser does: it comes back when it is cut off, with the last id that it got. */
function readStream(): StreamReader {
  const told: string[] = [];
  let lastId: string | null = null;
  let opened = 0;
  let isOver = false;
  let hangUp = () => {};

  function connect(): void {
    if (isOver) return;
    let text = '';
    const headers = {
      ...{ host: alpha.host, authorization: `Token ${token}`, accept: 'text/event-stream' },
      ...(lastId !== null && { 'last-event-id': lastId }),
    };
    const path = '/api/notifications/stream';
    const asked = get({ host: '127.0.0.1', port: place.port, path, headers, agent: false }, (answer) => {
      if (answer.statusCode === 200) opened += 1;
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          take(text.slice(0, end));
          text = text.slice(end + 2);
        }
      });
      answer.on('error', () => undefined);
      answer.on('close', again);
    });
    asked.on('error', again);
    hangUp = () => asked.destroy();
  }

  let isWaiting = false;
  function again(): void {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      connect();
    }, 20);
  }

  function take(event: string): void {
    const lines = event.split('\n');
    const field = (name: string) =>
      lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const data = field('data');
    lastId = field('id') ?? lastId;
    const course = data === undefined ? undefined : /enrolled in Course (\d+)/.exec(data)?.[1];
    if (course !== undefined) told.push(course);
  }

  connect();
  return {
    told,
    opened: () => opened,
    end() {
      isOver = true;
      hangUp();
    },
  };
}

/** Enrols Ann in one course after the other; what was refused or cut off is asked again. */
function startEnrolling() {
  const done: string[] = [];
  let isOver = false;
  const running = (async () => {
    for (let n = 1; n <= courses && !isOver; ) {
      const body = {
        ...{ action: 'enroll', auto_enroll: true, email_learners: true },
        ...{ identifiers: ['ann'], courses: [`course-v1:alpha+N${n}+2027`] },
      };
      const asked = { ...alpha, method: 'POST', path: '/tahoe/api/v1/enrollments/', body } as const;
      const answer = await ask(place, asked).catch(() => null);
      if (answer === null || answer.status >= 500) continue;
      if (answer.status >= 300) throw new Error(`Enrolling answers ${answer.status}.`);
      done.push(String(n));
      n += 1;
    }
  })();
  return {
    done,
    more: async (count: number) => {
      const goal = done.length + count;
      await until(() => done.length >= goal, `${goal} enrolments`);
    },
    async end() {
      isOver = true;
      await running;
    },
  };
}

test('the stream keeps every notification through a restart of the server and of one of two processes', async () => {
  const reader = readStream();
  onTestFinished(reader.end);
  await until(() => reader.opened() === 1, 'the stream');
  const enrolling = startEnrolling();
  onTestFinished(enrolling.end);
  await enrolling.more(20);

  // Two processes: whoever writes and whoever streams need not be the same one.
  const second = await place.start('serve').begun();
  await enrolling.more(20);
  // A reader of each: the kernel spreads connections, so several make it likely.
  const others = Array.from({ length: 6 }, () => readStream());
  onTestFinished(() => {
    for (const one of others) one.end();
  });
  await until(() => others.every((one) => one.opened() > 0), 'the other streams');
  const before = others.map((one) => one.told.length);
  await enrolling.more(20);
  await until(() => others.every((one, at) => one.told.length >= (before[at] ?? 0) + 15), 'news for all');

  // One of two is restarted, told early.
  expect(await second.end()).toBe(0);
  await enrolling.more(20);
  const third = await place.start('serve').begun();
  await enrolling.more(20);
  // One of two is killed.
  await third.end('SIGKILL');
  await enrolling.more(20);
  await enrolling.end();
  await until(() => new Set(reader.told).size >= enrolling.done.length, 'the last notification');

  const told = reader.told.map(Number);
  expect(told).toEqual(Array.from({ length: enrolling.done.length }, (_, n) => n + 1));
  for (const one of others) expect(new Set(one.told).size).toBe(one.told.length);
});

test('the only server is stopped and killed: whoever resumes gets all of it, once', async () => {
  await place.clear();
  let server = await place.start('serve').begun();
  await place.query('delete from enrolments; delete from notifications');
  const reader = readStream();
  onTestFinished(reader.end);
  await until(() => reader.opened() === 1, 'the stream');
  const enrolling = startEnrolling();
  onTestFinished(enrolling.end);
  for (const signal of ['SIGTERM', 'SIGKILL', 'SIGTERM'] as const) {
    await enrolling.more(15);
    await server.end(signal);
    server = await place.start('serve').begun();
  }
  await enrolling.more(15);
  await enrolling.end();
  await until(() => new Set(reader.told).size >= enrolling.done.length, 'the last notification');
  expect(reader.opened()).toBeGreaterThan(3);
  expect(reader.told.map(Number)).toEqual(Array.from({ length: enrolling.done.length }, (_, n) => n + 1));
});
