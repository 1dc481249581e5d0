import { expect, test } from 'vitest';
import { flagOf, momentOf, parseMoment, textOf } from './record-values.ts';

test.each([
  ['2017-01-24', '2017-01-24T00:00:00.000Z'],
  [' 2017-01-24 14:32 ', '2017-01-24T14:32:00.000Z'],
  ['2017-01-24T14:32:21.5Z', '2017-01-24T14:32:21.500Z'],
  ['2017-01-24 14:32:21.123456+00', '2017-01-24T14:32:21.123Z'],
  ['2017-01-24t14:32:21z', '2017-01-24T14:32:21.000Z'],
  ['2017-01-24T14:32:21+0130', '2017-01-24T13:02:21.000Z'],
  ['2017-01-24T14:32:21 -05:00', '2017-01-24T19:32:21.000Z'],
  ['2016-02-29', '2016-02-29T00:00:00.000Z'],
])('%j is the moment %s', (text, moment) => {
  expect(parseMoment(text)?.toISOString()).toBe(moment);
});

test.each([
  '',
  'yesterday',
  '24.1.2017',
  '2017-1-24',
  '2017-02-29',
  '2017-04-31',
  '2017-01-24T25:00',
  '2017-13-01',
])('%j is no moment', (text) => {
  expect(parseMoment(text)).toBeNull();
});

test('the first present of several columns counts, trimmed; numbers are texts', () => {
  expect(textOf({ one: ' ', two: ' b ' }, 'one', 'two')).toBe('b');
  expect(textOf({ one: 7 }, 'one')).toBe('7');
  expect(textOf({ one: true }, 'one', 'two')).toBeNull();
});

test('words of databases for yes and no are flags, others are unclear', () => {
  expect(['T', 1, 'yes', true].map((one) => flagOf({ one }, 'one'))).toEqual([true, true, true, true]);
  expect(['f', 0, 'No', false].map((one) => flagOf({ one }, 'one'))).toEqual([false, false, false, false]);
  expect(['', null, undefined].map((one) => flagOf({ one }, 'one'))).toEqual([null, null, null]);
  expect(flagOf({ one: 'perhaps' }, 'one')).toBe('unclear');
});

test('a moment that is absent is none, one that is no moment is unclear', () => {
  expect(momentOf({}, 'at')).toBeNull();
  expect(momentOf({ at: 'soon' }, 'at')).toBe('unclear');
});
