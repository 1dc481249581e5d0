import pg from 'pg';
import { type Connection, clientConfig } from './connection.ts';

/**
 * Calls `hear` with the text of each NOTIFY on the channel, and with an empty one after every time the connection was
 * lost, since an announcement may have been missed meanwhile. An optimisation only: whoever uses it must do without (rule on LISTEN).
 * @returns ends it
 */
export function listenTo(
  connection: Connection,
  channel: string,
  hear: (text: string) => void,
): () => Promise<void> {
  const session = { role: 'owner', pipeline: false, statementTimeout: 0, name: 'muster listener' } as const;
  let ended = false;
  let client: pg.Client | null = null;
  let waiting: NodeJS.Timeout | undefined;

  function connect(): void {
    const fresh = new pg.Client(clientConfig(connection, session));
    client = fresh;
    fresh.on('notification', ({ payload }) => hear(payload ?? ''));
    fresh.on('error', () => undefined);
    fresh.on('end', () => {
      if (!ended && client === fresh) waiting = setTimeout(connect, reconnectPause);
      waiting?.unref();
    });
    fresh
      .connect()
      .then(() => fresh.query(`listen ${channel}`))
      .then(() => hear(''))
      .catch(() => fresh.end().catch(() => undefined));
  }

  connect();
  return async () => {
    ended = true;
    clearTimeout(waiting);
    await client?.end().catch(() => undefined);
  };
}

/** Milliseconds; the directory's own floor is five seconds. */
const reconnectPause = 1_000;
