import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

/** An open stream of server-sent events, as a browser reads it. */
export interface OpenStream {
  readonly answer: IncomingMessage;
  /** The `data` of every event so far, read as JSON. */
  readonly events: readonly unknown[];
  /** The first event, past or to come, that fits; fails when the stream ends without it. */
  event(fits?: (data: unknown) => boolean): Promise<unknown>;
  /** Resolves when the stream has ended: true for a clean end. */
  readonly ended: Promise<boolean>;
  close(): void;
}

/** Opens a stream over a real socket of the loopback. Fails where the answer is none. */
export async function openStream(
  at: { readonly port: number },
  { path, ...own }: { readonly host: string; readonly path: string; readonly cookie?: string },
): Promise<OpenStream> {
  const headers = { ...own, accept: 'text/event-stream' };
  const [answer] = await once(get({ host: '127.0.0.1', ...at, path, headers, agent: false }), 'response');
  if (!isStream(answer)) throw new Error(`${path} answered ${answer.statusCode} and no stream.`);
  const events: unknown[] = [];
  const watchers = new Set<() => void>();
  let rest = '';
  let isOver = false;
  answer.setEncoding('utf8');
  answer.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n').filter((line) => line.startsWith('data: '));
      if (lines.length > 0) events.push(JSON.parse(lines.map((line) => line.slice(6)).join('\n')));
    }
    for (const watch of watchers) watch();
  });
  answer.on('error', () => undefined);
  const ended = new Promise<boolean>((resolve) => {
    answer.on('close', () => {
      isOver = true;
      for (const watch of watchers) watch();
      resolve(answer.complete);
    });
  });
  return {
    answer,
    events,
    event: (fits = () => true) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          const found = events.find(fits);
          if (found !== undefined) resolve(found);
          else if (isOver) reject(new Error(`The stream ended without it: ${JSON.stringify(events)}`));
          else return;
          watchers.delete(watch);
        };
        watchers.add(watch);
        watch();
      }),
    ended,
    close: () => void answer.destroy(),
  };
}

function isStream(answer: IncomingMessage): boolean {
  return answer.statusCode === 200 && /^text\/event-stream/.test(answer.headers['content-type'] ?? '');
}
