import { expect, test } from 'vitest';
import { locales } from '../../platform/texts.ts';
import { passwordChangedLetter } from './security.mails.ts';

const letter = { name: 'Ada Lovelace', siteName: 'Alpha & Sons', at: new Date('2026-11-27T13:00:00Z') };

test.each(locales)('the letter in %s greets, says when, and says so in both forms', (locale) => {
  const content = passwordChangedLetter({ ...letter, locale });
  expect(content.text).toContain('Ada Lovelace,');
  expect(content.text.replace(/\s+/g, ' ')).toMatch(/27\.? [Nn]ovember 2026 \w+ 13:00 UTC/);
  expect(content.html).toContain('Alpha &amp; Sons');
  expect(content.html).toContain(`<html lang="${locale}">`);
  expect(content.subject + content.text).not.toMatch(/\{\{|undefined|[A-Za-z]+(Subject|Body|More)/);
  expect(content.html, 'a letter about a danger teaches nobody to follow links').not.toContain('href=');
});

test('it is written anew in each language', () => {
  const texts = locales.map((locale) => passwordChangedLetter({ ...letter, locale }).text);
  expect(new Set(texts).size).toBe(locales.length);
});
