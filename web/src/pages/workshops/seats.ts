import { useEffect, useState } from 'react';
import { isRecord } from '../../api/problem.ts';

export interface LiveSeats {
  /** Taken places by the id of the workshop; null: nothing was heard yet. */
  readonly taken: ReadonlyMap<number, number> | null;
  readonly isConnected: boolean;
}

/** The places of an event as they change. The browser connects again by itself. */
export function useSeats(eventId: number): LiveSeats {
  const [seats, setSeats] = useState<LiveSeats>({ taken: null, isConnected: false });
  useEffect(() => {
    const stream = new EventSource(`/api/v1/events/${eventId}/seats/stream`);
    stream.onmessage = ({ data }) =>
      setSeats({ taken: takenIn(JSON.parse(String(data))), isConnected: true });
    stream.onopen = () => setSeats((before) => ({ ...before, isConnected: true }));
    stream.onerror = () => setSeats((before) => ({ ...before, isConnected: false }));
    return () => stream.close();
  }, [eventId]);
  return seats;
}

function takenIn(body: unknown): ReadonlyMap<number, number> {
  const workshops = isRecord(body) && Array.isArray(body.workshops) ? body.workshops : [];
  return new Map(
    workshops.flatMap((one: unknown) =>
      isRecord(one) && typeof one.id === 'number' && typeof one.taken === 'number'
        ? [[one.id, one.taken]]
        : [],
    ),
  );
}
