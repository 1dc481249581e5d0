import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import type { HttpServer } from './contract.ts';
import { drain } from './drain.ts';
import { type EventSource, eventStreamSchema, type StreamOptions, sendEvents } from './event-stream.ts';
import { makeServer, until } from './http.test-support.ts';
import { listen } from './listen.ts';
import { route } from './route.ts';

/** A server with one stream, over a real socket. */
async function serve(source: EventSource, options: StreamOptions = {}): Promise<[string, HttpServer]> {
  const server = makeServer();
  route(server, {
    method: 'GET',
    path: '/stream',
    caller: 'anyone',
    summary: 'What happens',
    longLived: true,
    schema: { response: { 200: eventStreamSchema } },
    handler: (request, reply) => sendEvents(request, reply, source, options),
  });
  const address = await listen(server, { host: '127.0.0.1', port: 0 }, 'one');
  return [`${address}/stream`, server];
}

async function open(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const asked = get(url, { headers, agent: false });
  const [answer] = await once(asked, 'response');
  return answer;
}

/** Reads on until the text holds what is looked for, then stays on the line. */
async function readUntil(answer: IncomingMessage, wanted: string): Promise<string> {
  let text = '';
  answer.setEncoding('utf8');
  for await (const chunk of answer.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes(wanted)) return text;
  }
  throw new Error(`The stream ended without ${wanted}: ${text}`);
}

async function readToEnd(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return text;
}

/** A source that never says anything, and tells when it was left. */
function silence() {
  const seen = { open: 0, left: 0 };
  const source: EventSource = {
    subscribe: () => {
      seen.open += 1;
      return () => {
        seen.left += 1;
      };
    },
  };
  return { seen, source };
}

test('events are written with id, name and data, line by line, after the time to come back', async () => {
  const [url] = await serve({
    async *events() {
      yield { id: 7, event: 'news\n', data: { a: 'ü' } };
      yield { id: 'b\r\nevent: forged', data: 'one\ntwo\r\nthree' };
      yield { data: null };
    },
  });
  const answer = await open(url);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers.etag).toBeUndefined();
  expect(await readToEnd(answer)).toBe(
    'retry: 3000\n\n' +
      'id: 7\nevent: news\ndata: {"a":"ü"}\n\n' +
      'id: bevent: forged\ndata: one\ndata: two\ndata: three\n\n' +
      'data: null\n\n',
  );
});

test('the source is told what its reader got last', async () => {
  const [url] = await serve({
    async *events({ lastEventId }) {
      yield { data: { lastEventId } };
    },
  });
  const utf8 = Buffer.from('grün').toString('latin1');
  expect(await readToEnd(await open(url, { 'last-event-id': utf8 }))).toContain('{"lastEventId":"grün"}');
  expect(await readToEnd(await open(url, { 'last-event-id': '' }))).toContain('{"lastEventId":null}');
});

test('a silent stream beats', async () => {
  const [url] = await serve(silence().source, { heartbeat: 5 });
  const answer = await open(url);
  expect(await readUntil(answer, ':\n\n:\n\n')).toMatch(/^retry: 3000\n\n:\n\n/);
  answer.destroy();
});

test('the source is left when its reader goes away, one that waits for its next event too', async () => {
  const { seen, source } = silence();
  const [url] = await serve(source);
  const answer = await open(url);
  await readUntil(answer, 'retry');
  expect(seen).toEqual({ open: 1, left: 0 });
  answer.destroy();
  await until(async () => seen.left === 1);

  let signalled = false;
  const [other] = await serve({
    // A source that never answers cannot hold up the end of its stream.
    events: ({ signal }) => {
      signal.addEventListener('abort', () => {
        signalled = true;
      });
      return { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) };
    },
  });
  const waiting = await open(other);
  await readUntil(waiting, 'retry');
  waiting.destroy();
  await until(async () => signalled);
});

test('a draining server ends its streams cleanly, and at once those that are still opened on it', async () => {
  const { seen, source } = silence();
  const [url, server] = await serve(source);
  const answer = await open(url);
  await readUntil(answer, 'retry');
  const gone = drain(server, { idle: 50 });
  const late = open(url).catch(() => null);
  expect(await readToEnd(answer)).toBe('');
  expect(answer.complete).toBe(true);
  expect(await gone).toEqual({ cut: 0 });
  expect(seen.left).toBe(seen.open);
  const lateAnswer = await late;
  if (lateAnswer !== null) expect(await readToEnd(lateAnswer)).toBe('retry: 3000\n\n');
});

test('a stream opened on a draining server says when to come back and ends', async () => {
  const [url, server] = await serve(silence().source);
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
  let said = '';
  socket.on('data', (text) => {
    said += text;
  });
  socket.write('GET /stream HTTP/1.1\r\nhost: a\r\n\r\n');
  await until(async () => said.includes('retry: 3000'));
  const gone = drain(server, { idle: 500 });
  await until(async () => said.endsWith('0\r\n\r\n'));
  // The connection is kept alive for a request that is already on its way.
  said = '';
  socket.write('GET /stream HTTP/1.1\r\nhost: a\r\n\r\n');
  await once(socket, 'end');
  expect(said).toMatch(/connection: close.*retry: 3000.*\r\n0\r\n\r\n$/s);
  expect(await gone).toEqual({ cut: 0 });
});

test('a reader who does not read is dropped, and no more is pulled for it', async () => {
  let pulled = 0;
  let left = false;
  const [url] = await serve(
    {
      async *events() {
        try {
          for (;;) {
            pulled += 1;
            yield { id: pulled, data: 'x'.repeat(100_000) };
          }
        } finally {
          left = true;
        }
      },
    },
    { patience: 100 },
  );
  const answer = await open(url);
  answer.pause();
  await until(async () => left);
  const end = pulled;
  expect(end).toBeLessThan(1_000);
  await expect(readToEnd(answer)).rejects.toThrow(/aborted/);
  expect(pulled).toBe(end);
});

test('a reader too slow for what is pushed loses its stream and never an event in between', async () => {
  let emitted = 0;
  const [url] = await serve(
    {
      subscribe: (_reader, emit) => {
        for (; emitted < 50; emitted += 1) emit({ id: emitted, data: 'x' });
        return () => undefined;
      },
    },
    { waiting: 10 },
  );
  const ids = [...(await readToEnd(await open(url))).matchAll(/id: (\d+)/g)].map(([, id]) => Number(id));
  expect(ids).toEqual(Array.from({ length: 10 }, (_, id) => id));
});

test('pushed events reach their reader as they come', async () => {
  let push = (_text: string) => {};
  const [url] = await serve({
    subscribe: (_reader, emit) => {
      push = (data) => emit({ data });
      return () => undefined;
    },
  });
  const answer = await open(url);
  await readUntil(answer, 'retry');
  push('first');
  expect(await readUntil(answer, 'first')).toBe('data: first\n\n');
  push('second');
  expect(await readUntil(answer, 'second')).toBe('data: second\n\n');
  answer.destroy();
});

test('more streams than allowed are refused until one is closed', async () => {
  const [url] = await serve(silence().source, { maxOpen: 1 });
  const first = await open(url);
  await readUntil(first, 'retry');
  const second = await open(url);
  expect([second.statusCode, second.headers['retry-after']]).toEqual([503, '5']);
  first.destroy();
  await until(async () => {
    const again = await open(url);
    again.destroy();
    return again.statusCode === 200;
  });
});

test('a source that fails cuts the stream off', async () => {
  const [url] = await serve({
    async *events() {
      yield await Promise.reject(new Error('no more'));
    },
  });
  await expect(open(url).then(readToEnd)).rejects.toThrow(/aborted|hang up/);
});

test('HEAD answers the headers without opening a stream', async () => {
  const { seen, source } = silence();
  const [url] = await serve(source);
  const answer = await fetch(url, { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ]);
  expect(seen.open).toBe(0);
});

test('a route that is not declared longLived cannot send events', async () => {
  const server = makeServer();
  route(server, {
    method: 'GET',
    path: '/short',
    caller: 'anyone',
    summary: 'What happens',
    schema: { response: { 200: eventStreamSchema } },
    handler: (request, reply) => sendEvents(request, reply, silence().source),
  });
  expect((await server.inject('/short')).statusCode).toBe(500);
});
