import { sql } from 'kysely';
import type { Log } from '../log.ts';
import { type Random, randomHex } from '../random.ts';
import type { Connection } from './connection.ts';
import type { OwnerContext } from './contract.ts';
import { listenTo } from './listener.ts';

/** What the processes of one installation tell each other in short texts, by NOTIFY. */
export interface Announcements {
  /**
   * Tells the other processes. It may be called after every commit: the same text is told once every 200 ms, each with
   * the others of that time, outside the transaction that caused it, since NOTIFY makes commits queue.
   */
  tell(text: string): void;
  close(): Promise<void>;
}

export interface AnnouncementsOptions {
  readonly connection: Connection;
  readonly owner: OwnerContext;
  readonly random: Random;
  readonly log: Log;
  readonly channel: string;
  /** Called with what another process told; null: something may have been missed. An optimisation, as `listenTo`. */
  readonly hear: (text: string | null) => void;
}

/** Milliseconds. */
const pace = 200;

/** Joins the other processes on a channel. One's own announcements are not heard. */
export function openAnnouncements(options: AnnouncementsOptions): Announcements {
  const { connection, owner, random, log, channel, hear } = options;
  const self = randomHex(random, 8);
  const waiting = new Set<string>();
  let isPacing = false;

  async function send(): Promise<void> {
    const texts = [...waiting].map((text) => `${self} ${text}`);
    waiting.clear();
    try {
      await owner.transaction((tx) =>
        sql`select pg_notify(${channel}, t.text) from unnest(${texts}::text[]) as t (text)`.execute(tx.db),
      );
    } catch (error) {
      log.warn({ error, channel }, 'The other processes could not be told; they find out by looking.');
    }
    setTimeout(onPaced, pace).unref();
  }

  function onPaced(): void {
    isPacing = waiting.size > 0;
    if (isPacing) void send();
  }

  const stop = listenTo(connection, channel, (payload) => {
    if (payload === null) return hear(null);
    const [teller, ...words] = payload.split(' ');
    if (teller !== self) hear(words.join(' '));
  });
  return {
    tell(text) {
      waiting.add(text);
      if (isPacing) return;
      isPacing = true;
      setImmediate(() => void send());
    },
    close: stop,
  };
}
