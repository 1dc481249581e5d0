import type { Context } from '../../platform/database/contract.ts';
import { readChanges, whenTold } from './notifications.ts';
import type { Notification } from './types.ts';

/** Says when to look at somebody's stream again. */
export interface Watch {
  /** Resolves when something may be new since the last call, after `floor` milliseconds, or when `signal` is aborted. */
  changed(signal: AbortSignal): Promise<void>;
  end(): void;
}

/** The streams of one process, and how they are woken. */
export interface Streams {
  watch(tenantId: number, accountId: number): Watch;
  /** Wakes the streams of people who were told something; null: of everybody, since it is not known who was. */
  wake(people: readonly { readonly tenantId: number; readonly accountId: number }[] | null): void;
  close(): void;
}

interface Watched {
  isNew: boolean;
  wake: () => void;
}

/**
 * Opens the streams of a process. They are woken by its own commits and by `wake`; what is missed by both is found
 * after the floor, so that waking is an optimisation only.
 * @param floor milliseconds
 */
export function openStreams({ floor = 15_000 }: { readonly floor?: number } = {}): Streams {
  const watched = new Map<string, Set<Watched>>();
  const wakeAll = (those: Iterable<Watched>) => {
    for (const one of those) {
      one.isNew = true;
      one.wake();
    }
  };
  const end = whenTold(({ tenantId, accountIds }) => {
    for (const accountId of accountIds) wakeAll(watched.get(`${tenantId}:${accountId}`) ?? []);
  });
  return {
    watch: (tenantId, accountId) => openWatch(watched, `${tenantId}:${accountId}`, floor),
    wake(people) {
      if (people === null) for (const those of watched.values()) wakeAll(those);
      else for (const one of people) wakeAll(watched.get(`${one.tenantId}:${one.accountId}`) ?? []);
    },
    close: end,
  };
}

function openWatch(watched: Map<string, Set<Watched>>, key: string, floor: number): Watch {
  const own: Watched = { isNew: false, wake: () => {} };
  const those = watched.get(key) ?? new Set();
  watched.set(key, those.add(own));
  return {
    async changed(signal) {
      if (!own.isNew && !signal.aborted) await wakened(own, signal, floor);
      own.isNew = false;
    },
    end() {
      those.delete(own);
      if (those.size === 0 && watched.get(key) === those) watched.delete(key);
    },
  };
}

function wakened(own: Watched, signal: AbortSignal, floor: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      own.wake = () => {};
      resolve();
    };
    const timer = setTimeout(done, floor).unref();
    signal.addEventListener('abort', done, { once: true });
    own.wake = done;
  });
}

/** What a follower of notifications is told. */
export type StreamItem =
  /** Where the stream stands at its beginning: a reader who is cut off before any change resumes here. */
  | { readonly is: 'ready'; readonly place: number; readonly unseen: number }
  | { readonly is: 'change'; readonly notification: Notification; readonly unseen: number }
  /** Something was marked as seen. */
  | { readonly is: 'seen'; readonly unseen: number };

/** Changes read at once. */
const batch = 100;

/**
 * Follows what a person is told from a place of their stream on: nothing is missed and nothing comes twice, whichever
 * process serves the reader next. A place that was never reached (a backup was restored) means from now on.
 * @param after where the reader got to; null: from now on
 */
export async function* followNotifications(
  context: Context,
  streams: Streams,
  accountId: number,
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<StreamItem> {
  const watch = streams.watch(context.tenantId, accountId);
  try {
    const look = (place: number) => context.read((read) => readChanges(read, accountId, place, batch));
    const now = await look(Number.MAX_SAFE_INTEGER);
    let place = after === null || after > now.last ? now.last : after;
    let unseen = now.unseen;
    yield { is: 'ready', place, unseen };
    while (!signal.aborted) {
      const found = await look(place);
      for (const notification of found.changes) {
        place = notification.change;
        yield { is: 'change', notification, unseen: found.unseen };
      }
      if (found.changes.length === 0 && found.unseen !== unseen) yield { is: 'seen', unseen: found.unseen };
      unseen = found.unseen;
      if (found.changes.length < batch) await watch.changed(signal);
    }
  } finally {
    watch.end();
  }
}
