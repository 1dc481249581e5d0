import { expect, test } from 'vitest';
import { isTimeZone, readMoment, writeMoment } from './time-zones.ts';

const brussels = 'Europe/Brussels';
const utc = (text: string, zone = brussels) => readMoment(text, zone)?.toISOString() ?? null;

test.each([
  ['2026-11-20T09:00', '2026-11-20T08:00:00.000Z'],
  ['2026-07-20T09:00', '2026-07-20T07:00:00.000Z'],
  ['2026-07-20 09:00:30', '2026-07-20T07:00:30.000Z'],
  ['2026-07-20', '2026-07-19T22:00:00.000Z'],
  ['2026-07-20T09:00:30.25', '2026-07-20T07:00:30.250Z'],
])('a local time %s is read in the zone', (text, moment) => {
  expect(utc(text)).toBe(moment);
});

test.each([
  ['2026-11-20T09:00Z', '2026-11-20T09:00:00.000Z'],
  ['2026-11-20T09:00:00.123456+00:00', '2026-11-20T09:00:00.123Z'],
  ['2026-11-20T09:00:00-05:30', '2026-11-20T14:30:00.000Z'],
  ['2026-11-20T09:00:00+0100', '2026-11-20T08:00:00.000Z'],
  ['2026-11-20T09:00:00+01', '2026-11-20T08:00:00.000Z'],
])('an offset is honoured: %s', (text, moment) => {
  expect(utc(text)).toBe(moment);
});

test('a time skipped in spring is moved on, a time that comes twice in autumn is the first', () => {
  expect(utc('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
  expect(utc('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(utc('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  expect(utc('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
});

test.each([
  '',
  'soon',
  '20-11-2026',
  '2026-02-31T09:00',
  '2026-13-01T09:00',
  '2026-11-20T25:00',
  '2026-11-20T09:00+25:00',
  '2026-11-20T9:00',
])('"%s" is no moment', (text) => {
  expect(readMoment(text, brussels)).toBeNull();
});

test('a moment is written with the offset that the zone has then', () => {
  expect(writeMoment(new Date('2026-11-20T08:00:00Z'), brussels)).toBe('2026-11-20T09:00:00+01:00');
  expect(writeMoment(new Date('2026-07-20T07:00:00Z'), brussels)).toBe('2026-07-20T09:00:00+02:00');
  expect(writeMoment(new Date('2026-07-20T07:00:00Z'), 'UTC')).toBe('2026-07-20T07:00:00+00:00');
  expect(writeMoment(new Date('2026-07-20T02:00:00Z'), 'America/St_Johns')).toBe('2026-07-19T23:30:00-02:30');
});

test('what was written is read back as the same moment, wherever', () => {
  for (const zone of [brussels, 'UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland'])
    for (let hours = 0; hours < 24 * 366; hours += 7) {
      const moment = new Date(Date.UTC(2026, 0, 1, hours, 30));
      expect(readMoment(writeMoment(moment, zone), 'UTC')).toEqual(moment);
    }
});

test('names of zones are known, offsets and inventions are not', () => {
  expect(['Europe/Brussels', 'UTC', 'america/new_york'].map(isTimeZone)).toEqual([true, true, true]);
  expect(['+01:00', '', 'Europe/Atlantis', 'Brussels time'].map(isTimeZone)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
