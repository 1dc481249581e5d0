import { useEffect, useRef, useState } from 'react';
import { freeOf } from './judge.ts';
import { listOf, useSpeech } from './language.ts';
import type { Choice, Seats } from './types.ts';

/**
 * What is said aloud of the free places: only that a ticked workshop has become full or free, and that choosing opened or
 * closed. All other numbers change silently, for they change all the time.
 */
export function useNews(choice: Choice, seats: Seats | null, wanted: readonly number[]): string {
  const speech = useSpeech();
  const [news, setNews] = useState('');
  const before = useRef<Seats | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = seats;
    if (!last || !seats || last === seats) return;
    const { say } = speech;
    const sentences = choice.moments
      .flatMap(({ workshops }) => workshops)
      .filter(({ id }) => wanted.includes(id) && !choice.workshop_ids.includes(id))
      .flatMap((workshop) => {
        const [was, is] = [freeOf(workshop, last), freeOf(workshop, seats)];
        if ((was === 0) === (is === 0)) return [];
        return [say(is === 0 ? 'nowFull' : 'nowFree', { workshop: listOf(speech, [workshop.title]) })];
      });
    if (last.is_open !== seats.is_open) sentences.push(say(seats.is_open ? 'nowOpen' : 'nowClosed'));
    if (sentences.length > 0) setNews(sentences.join(' '));
  }, [choice, seats, wanted, speech]);
  return news;
}
