import { expect, test } from 'vitest';
import { chooseLocale, defineTexts, sayMoment } from './texts.ts';

test.each([
  [['de-AT'], 'de'],
  [['de_CH'], 'de'],
  [['NL'], 'nl'],
  [['fr', 'nl-BE'], 'nl'],
  [[null, undefined, ''], 'en'],
  [['fr'], 'en'],
  [['fr-CH, nl;q=0.4, de;q=0.9'], 'de'],
  [['de;q=0, nl;q=0.1'], 'nl'],
  [['fr, *;q=0.5', 'de'], 'en'],
  [['deutsch'], 'en'],
  [['constructor', '__proto__'], 'en'],
] as const)('of the wishes %j the language is %s', (wishes, locale) => {
  expect(chooseLocale(...wishes)).toBe(locale);
});

const say = defineTexts({
  en: { hello: 'Hello {{name}}', days_one: '{{count}} day', days_other: '{{count}} days', secret: 'x' },
  de: { hello: 'Guten Tag {{name}}', days_one: '{{count}} Tag', days_other: '{{count}} Tage', secret: 'x' },
  nl: { hello: 'Hallo {{name}}', days_one: '{{count}} dag', days_other: '{{count}} dagen', secret: 'x' },
});

test('a text is said in the language asked for, plurals by the rules of that language', () => {
  expect(say('de', 'hello', { name: 'Ümit' })).toBe('Guten Tag Ümit');
  expect(say('nl', 'days', { count: 1 })).toBe('1 dag');
  expect(say('nl', 'days', { count: 2 })).toBe('2 dagen');
});

test('a name that looks like a placeholder is said as it is', () => {
  expect(say('en', 'hello', { name: '$t(secret) {{count}} <b>' })).toBe('Hello $t(secret) {{count}} <b>');
});

test('a value left out is an error instead of a hole in the text', () => {
  expect(() => say('en', 'hello')).toThrow('name');
});

test('a moment is said in the words of the language and names its time zone', () => {
  const at = new Date('2026-11-20T14:05:00Z');
  expect(sayMoment('en', at)).toBe('20 November 2026 at 14:05 UTC');
  expect(sayMoment('de', at)).toBe('20. November 2026 um 14:05 UTC');
  expect(sayMoment('nl', at)).toBe('20 november 2026 om 14:05 UTC');
});
