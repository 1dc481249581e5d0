import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../platform/database/contract.ts';
import { unknownEvent } from './refusals.ts';
import { lookForSeats, type Seats, type SeatsChanged, seatsText } from './seats.ts';

/** The places of one event as they become, the newest only; ends when the event is gone or archived, or at the signal. */
export type SeatsFollowed = (signal: AbortSignal) => AsyncIterable<Seats>;

/** Watches the places of the events that somebody follows: one read for each change, however many follow. */
export interface SeatsWatch {
  /** Begins to follow an event. Refuses an unknown event and an archived one. */
  follow(context: Context, eventId: number): Promise<SeatsFollowed>;
  /** Looks at an event again, soon, if somebody follows it. Null: at every one. */
  look(changed: SeatsChanged | null): void;
  close(): void;
}

export interface SeatsWatchOptions {
  /** Milliseconds between two reads of one event: at most five messages a second, whatever the rush. */
  readonly pace?: number;
  /** Milliseconds after which an event is read unasked: an announcement may be missed, and opening times pass unsaid. */
  readonly poll?: number;
  readonly warn?: (error: unknown) => void;
}

/** Opens a watch, at first of nothing. */
export function openSeatsWatch(options: SeatsWatchOptions = {}): SeatsWatch {
  const { pace = 200, poll = 5_000, warn = () => {} } = options;
  const boards = new Map<string, Board>();

  function boardOf(context: Context, eventId: number): Board {
    const name = seatsText({ tenantId: context.tenantId, eventId });
    const known = boards.get(name);
    if (known) return known;
    const find = () => context.read((read) => lookForSeats(read, eventId));
    const board = openBoard(find, { pace, poll, warn }, () => {
      if (boards.get(name) === board) boards.delete(name);
    });
    boards.set(name, board);
    return board;
  }

  return {
    async follow(context, eventId) {
      const board = boardOf(context, eventId);
      board.keep();
      if ((await board.begun) === null) throw unknownEvent(eventId);
      return board.follow;
    },
    look(changed) {
      if (changed) boards.get(seatsText(changed))?.look();
      else for (const board of boards.values()) board.look();
    },
    close() {
      for (const board of boards.values()) board.close();
    },
  };
}

/** What is shown of one event to all who follow it. */
interface Board {
  /** What the first read found. Rejects when it failed. */
  readonly begun: Promise<Seats | null>;
  readonly follow: SeatsFollowed;
  look(): void;
  /** Somebody is about to follow. */
  keep(): void;
  close(): void;
}

function openBoard(
  find: () => Promise<Seats | null>,
  { pace, poll, warn }: Required<SeatsWatchOptions>,
  closed: () => void,
): Board {
  const readers = new Set<() => void>();
  let seats: Seats | null = null;
  let state: 'idle' | 'pacing' | 'called again' = 'idle';
  let isKept = false;

  async function read(): Promise<Seats | null> {
    state = 'pacing';
    try {
      const found = await find();
      const isNews = !isDeepStrictEqual(found, seats);
      if (isNews) seats = found;
      // Before the readers are woken: whoever begins to follow now must not be given what is gone.
      if (found === null) close();
      if (isNews) for (const wake of readers) wake();
      return found;
    } finally {
      setTimeout(onPaced, pace).unref();
    }
  }

  function onPaced(): void {
    const isWanted = state === 'called again';
    state = 'idle';
    if (isWanted) look();
  }

  function look(): void {
    if (state === 'idle') read().catch(warn);
    else state = 'called again';
  }

  async function* follow(signal: AbortSignal): AsyncGenerator<Seats> {
    let told: Seats | null = null;
    let wake = () => {};
    const onNews = () => wake();
    readers.add(onNews);
    signal.addEventListener('abort', onNews, { once: true });
    try {
      while (!signal.aborted && seats !== null) {
        if (seats === told) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else {
          told = seats;
          yield seats;
        }
      }
    } finally {
      readers.delete(onNews);
    }
  }

  const polling = setInterval(() => {
    // One turn is left to those between the first read and their first event.
    if (readers.size === 0 && !isKept) close();
    else look();
    isKept = false;
  }, poll).unref();

  function close(): void {
    clearInterval(polling);
    closed();
  }

  const begun = read().catch((error: unknown) => {
    close();
    throw error;
  });
  const keep = () => {
    isKept = true;
  };
  return { begun, follow, look, keep, close };
}
