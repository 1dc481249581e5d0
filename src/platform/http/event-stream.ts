import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './contract.ts';
import { whenDraining } from './drain.ts';
import { HttpRefusal } from './problems.ts';

/** One event; the reader resumes after the last `id` that it got. */
export interface StreamEvent {
  readonly id?: string | number;
  /** The name that listeners of a browser ask for; `message` without it. */
  readonly event?: string;
  /** A text is sent as it is, line by line; anything else as JSON. */
  readonly data: unknown;
}

/** What a source is told of its reader. */
export interface Reader {
  /** What the reader got last, from its `Last-Event-ID`; null for a reader who begins. */
  readonly lastEventId: string | null;
  /** Aborted when the reader went away, was dropped, or the server drains. */
  readonly signal: AbortSignal;
}

/** Pulled: no event is asked for while the reader does not read. Pushed: waiting events are kept up to a bound. */
export type EventSource =
  | { readonly events: (reader: Reader) => AsyncIterable<StreamEvent> }
  /** Calls `emit` for each event until what it returned is called. */
  | { readonly subscribe: (reader: Reader, emit: (event: StreamEvent) => void) => () => void };

export interface StreamOptions {
  /** Milliseconds between comment lines, which keep proxies from taking the silence for a dead connection. 20 s. */
  readonly heartbeat?: number;
  /** Milliseconds after which a reader comes back when the stream ends. 3 s. */
  readonly retry?: number;
  /** Milliseconds that a reader may leave its full buffer unread before it is dropped. 30 s. */
  readonly patience?: number;
  /** Pushed events that wait for a slow reader before it is dropped. 1000. */
  readonly waiting?: number;
  /** Open streams of one server; further ones are refused with 503. 5000. */
  readonly maxOpen?: number;
}

/** The media type; a route names it in `config.answers`, too. */
export const eventStream = 'text/event-stream';

/** The response schema of a route that sends events. */
export const eventStreamSchema = {
  description: 'Server-sent events',
  content: { [eventStream]: { schema: { type: 'string' } } },
};

/** Seconds. */
const retryAfter = 5;
const open = new WeakMap<HttpServer['server'], number>();

/**
 * Answers with server-sent events until the source ends, the reader goes away or the server drains: a draining server
 * ends its streams cleanly, so that readers come back elsewhere and resume after the last id they got.
 * The route must be declared `longLived`. Refuses with 503 when too many streams are open. A reader who does not read
 * is dropped; a source that fails destroys the stream, as an end would look like a whole answer.
 */
export function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  source: EventSource,
  options: StreamOptions = {},
): FastifyReply {
  if (request.routeOptions.config.longLived !== true)
    throw new Error(`${request.routeOptions.url} sends events without being declared longLived.`);
  const server = request.server;
  const others = open.get(server.server) ?? 0;
  if (others >= (options.maxOpen ?? 5_000)) throw tooMany();
  reply.header('content-type', `${eventStream}; charset=utf-8`);
  reply.header('cache-control', 'no-cache, no-transform');
  // nginx would keep events back until its buffer is full.
  reply.header('x-accel-buffering', 'no');
  if (request.method === 'HEAD') return reply.send();
  open.set(server.server, others + 1);
  const { out, signal } = openChannel(request, reply, options);
  out.once('close', () => open.set(server.server, (open.get(server.server) ?? 1) - 1));
  const reader: Reader = { lastEventId: lastEventIdOf(request), signal };
  const events = () =>
    'events' in source ? source.events(reader) : pushed(source.subscribe, reader, options);
  pump(events, out, signal, options.patience ?? 30_000).catch((error: unknown) => {
    request.log.error({ err: error }, 'event stream failed');
    out.destroy(error instanceof Error ? error : new Error('event stream failed'));
  });
  return reply.send(out);
}

/** The stream that Fastify pipes to the reader, with its heartbeat; the signal is aborted when it is to end. */
function openChannel(request: FastifyRequest, reply: FastifyReply, options: StreamOptions) {
  const out = new PassThrough();
  const ended = new AbortController();
  const end = () => ended.abort();
  const stay = whenDraining(request.server, end);
  const beat = setInterval(() => {
    // A full buffer needs no sign of life, and would only grow.
    if (!out.writableNeedDrain && out.writable) out.write(':\n\n');
  }, options.heartbeat ?? 20_000).unref();
  out.once('close', () => {
    clearInterval(beat);
    stay();
    end();
  });
  reply.raw.once('close', () => out.destroy());
  // The first bytes also send the headers.
  out.write(`retry: ${options.retry ?? 3_000}\n\n`);
  return { out, signal: ended.signal };
}

async function pump(
  source: () => AsyncIterable<StreamEvent>,
  out: PassThrough,
  signal: AbortSignal,
  patience: number,
): Promise<void> {
  const iterator = source()[Symbol.asyncIterator]();
  try {
    while (!signal.aborted) {
      const next = await unlessEnded(signal, iterator.next());
      if (next === undefined || next.done) break;
      if (!out.write(worded(next.value)) && !(await drained(out, signal, patience))) out.destroy();
    }
  } finally {
    // Not awaited: a source that waits for its next event ends when it sees the signal.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
  if (!out.destroyed) out.end();
}

/** Undefined when the signal comes first. Not `Promise.race`, which would keep a note of every event until the end. */
function unlessEnded<T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const end = () => resolve(undefined);
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
    if (signal.aborted) end();
  });
}

/** False when the reader has lost our patience. */
async function drained(out: PassThrough, signal: AbortSignal, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const read = new Promise<boolean>((resolve) => {
    out.once('drain', () => resolve(true));
    timer = setTimeout(() => resolve(false), patience).unref();
  });
  const outcome = await unlessEnded(signal, read);
  clearTimeout(timer);
  return outcome !== false;
}

/** Turns a subscription into events that are pulled; a reader who lets too many wait ends in an error. */
async function* pushed(
  subscribe: Extract<EventSource, { subscribe: unknown }>['subscribe'],
  reader: Reader,
  { waiting = 1_000 }: StreamOptions,
): AsyncGenerator<StreamEvent> {
  const queue: StreamEvent[] = [];
  let wake = () => {};
  let isOver = false;
  const stop = subscribe(reader, (event) => {
    if (queue.length >= waiting) isOver = true;
    else queue.push(event);
    wake();
  });
  reader.signal.addEventListener('abort', () => wake(), { once: true });
  try {
    while (!reader.signal.aborted) {
      const event = queue.shift();
      if (event !== undefined) yield event;
      // The events that did not fit are lost to this stream: it ends here, and the reader resumes.
      else if (isOver) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    stop();
  }
}

function worded({ id, event, data }: StreamEvent): string {
  const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? '');
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  const head = `${id === undefined ? '' : `id: ${flat(id)}\n`}${event === undefined ? '' : `event: ${flat(event)}\n`}`;
  return `${head}${lines.join('')}\n`;
}

/** A line break would begin another field; an id with a NUL is ignored by its reader. */
function flat(text: string | number): string {
  return String(text).replaceAll(/[\r\n\0]/g, '');
}

/** Browsers send it as UTF-8, which Node reads as Latin-1. */
function lastEventIdOf(request: FastifyRequest): string | null {
  const sent = request.headers['last-event-id'];
  const text = Array.isArray(sent) ? sent[0] : sent;
  return text === undefined || text === '' ? null : Buffer.from(text, 'latin1').toString('utf8');
}

function tooMany(): HttpRefusal {
  const message = 'Too many streams are open; please try again in a moment.';
  return new HttpRefusal(503, 'server.too_many_streams', message, { retryAfter });
}
