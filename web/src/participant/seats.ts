import { useEffect, useState } from 'react';
import { ProblemError } from '../api/problem.ts';
import { readSeats, seatsIn } from './requests.ts';
import type { Seats } from './types.ts';

/** How the page learns of free places. */
export type SeatsLink = 'live' | 'polling' | 'offline';

/** Milliseconds between two looks where the stream does not come through. */
const pollEvery = 8_000;

/** The free places of an event as they change: by the stream, else by asking now and then. */
export function useSeats(eventId: number, onEnded: () => void): { seats: Seats | null; link: SeatsLink } {
  const [seats, setSeats] = useState<Seats | null>(null);
  const [link, setLink] = useState<SeatsLink>('live');
  // `onEnded` is the same for as long as the page stands.
  useEffect(() => followSeats(eventId, { onSeats: setSeats, onLink: setLink, onEnded }), [eventId, onEnded]);
  return { seats, link };
}

interface Told {
  readonly onSeats: (seats: Seats) => void;
  readonly onLink: (link: SeatsLink) => void;
  /** Nobody is signed in any more. */
  readonly onEnded: () => void;
}

function followSeats(eventId: number, { onSeats, onLink, onEnded }: Told): () => void {
  let timer: number | undefined;
  let source = connect();

  function connect(): EventSource {
    const opened = new EventSource(`/api/v1/events/${eventId}/seats/stream`);
    opened.onmessage = ({ data }) => {
      const seats = seatsIn(data);
      if (!seats) return;
      stopPolling();
      onSeats(seats);
      onLink('live');
    };
    // A browser tries again by itself unless the server refused; meanwhile the page asks.
    opened.onerror = () => {
      if (timer === undefined) look();
    };
    return opened;
  }

  function look(): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(look, pollEvery);
    readSeats(eventId).then(
      (seats) => {
        if (timer === undefined) return;
        onSeats(seats);
        onLink('polling');
        if (source.readyState === EventSource.CLOSED) source = connect();
      },
      (error: unknown) => {
        if (timer === undefined || !(error instanceof ProblemError)) return;
        if (error.status === 401) onEnded();
        else if (error.code === 'offline') onLink('offline');
      },
    );
  }

  function stopPolling(): void {
    window.clearTimeout(timer);
    timer = undefined;
  }

  const onOffline = () => {
    onLink('offline');
    look();
  };
  window.addEventListener('offline', onOffline);
  window.addEventListener('online', look);
  return () => {
    source.close();
    stopPolling();
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('online', look);
  };
}
