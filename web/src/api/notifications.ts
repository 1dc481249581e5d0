import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from './client.ts';
import { isRecord } from './problem.ts';

export const notificationsKey = ['notifications'];
export const unreadKey = ['unread-notifications'];

/** Milliseconds between looks where no stream is open. */
const pollEvery = 60_000;

/**
 * How much the person has not seen; undefined while that is not known. Follows the stream of notifications, and asks
 * from time to time where there is none. @param isOn false: nobody is signed in, or nothing but the own matters answers
 */
export function useUnread(isOn: boolean): number | undefined {
  const isLive = useStream(isOn);
  const unread = useQuery({
    queryKey: unreadKey,
    queryFn: async () => unreadIn(await ask('GET', '/api/v1/notifications/unread')) ?? 0,
    enabled: isOn,
    refetchInterval: isLive ? false : pollEvery,
  });
  return isOn ? unread.data : undefined;
}

/** A tab in the background follows nothing: a browser keeps six connections to a server at most. */
function useStream(isOn: boolean): boolean {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    let stream: EventSource | null = null;
    const follow = () => {
      stream?.close();
      stream = document.hidden ? null : openStream(client, setLive);
      if (!stream) setLive(false);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stream?.close();
    };
  }, [isOn, client]);
  return isLive;
}

function openStream(client: QueryClient, setLive: (isLive: boolean) => void): EventSource {
  const stream = new EventSource('/api/v1/notifications/stream');
  const note = (event: MessageEvent<unknown>) => {
    const unread = unreadIn(parsed(event.data));
    if (unread !== undefined) client.setQueryData(unreadKey, unread);
  };
  const refresh = (event: MessageEvent<unknown>) => {
    note(event);
    void client.invalidateQueries({ queryKey: notificationsKey });
  };
  stream.addEventListener('open', () => setLive(true));
  // The browser opens it again by itself, unless the server refused.
  stream.addEventListener('error', () => setLive(false));
  stream.addEventListener('ready', note);
  stream.addEventListener('notification', refresh);
  stream.addEventListener('unread', refresh);
  return stream;
}

function unreadIn(body: unknown): number | undefined {
  return isRecord(body) && typeof body.unread === 'number' ? body.unread : undefined;
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
