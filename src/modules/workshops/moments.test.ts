import { expect, test } from 'vitest';
import { readTimeSpan } from './moments.ts';

const read = (moment: string) => {
  const span = readTimeSpan(moment, 'Europe/Brussels');
  return span && [span.startsAt.toISOString(), span.endsAt?.toISOString() ?? null];
};

test('a moment that names a day and times is read in the time zone of the event', () => {
  const morning = ['2026-11-20T08:00:00.000Z', '2026-11-20T09:30:00.000Z'];
  for (const text of [
    '20/11/2026 9:00-10:30',
    '9:00–10:30, 20-11-2026',
    'Fr. 20.11.2026 9.00 – 10.30 Uhr',
    'vrijdag 20 november 2026, 9u00 tot 10u30',
    'Friday 20 November 2026 9:00 to 10:30',
    'Freitag, 20. Nov. 2026 9:00-10:30 Uhr',
    '2026-11-20 09:00-10:30',
    '2026-11-20T09:00/10:30',
  ])
    expect([text, read(text)]).toEqual([text, morning]);
  expect(read('3. März 2027, 9 Uhr')).toEqual(['2027-03-03T08:00:00.000Z', null]);
  expect(read('1 juli 2027 9u')).toEqual(['2027-07-01T07:00:00.000Z', null]);
});

test('an end that is not after the start is left out', () => {
  expect(read('20/11/2026 10:30-9:00')).toEqual(['2026-11-20T09:30:00.000Z', null]);
});

test('a moment without a day, without a time or with an impossible one is not placed', () => {
  for (const text of [
    '',
    'am',
    'Moment 1',
    '9:00-10:30',
    '20/11/2026',
    '31/02/2026 9:00',
    '20/11/2026 25:00',
  ])
    expect([text, read(text)]).toEqual([text, null]);
  expect(read('2 foo 2026 9:00')).toBeNull();
});
