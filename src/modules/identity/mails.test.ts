import { expect, test } from 'vitest';
import { locales } from '../../platform/texts.ts';
import { activationLetter, confirmEmailLetter, setPasswordLetter } from './mails.ts';

const letter = {
  name: 'Ada Lovelace',
  siteName: 'Alpha & Sons',
  link: 'http://alpha.localhost:8000/activate/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG',
  locale: 'en',
  expiresAt: new Date('2026-11-27T13:00:00Z'),
} as const;
const letters = { activationLetter, setPasswordLetter, confirmEmailLetter };

test('the English subjects are those clients look for (contract §1.6)', () => {
  expect(activationLetter(letter).subject).toBe('Activate your Alpha & Sons account');
  expect(setPasswordLetter(letter).subject).toBe('Password reset on Alpha & Sons');
});

for (const [name, write] of Object.entries(letters)) {
  test.each(locales)(`${name} in %s greets, links, says until when, and says so in both forms`, (locale) => {
    const content = write({ ...letter, locale });
    expect(content.text.split('\n')).toContain(letter.link);
    expect(content.text).toContain('Ada Lovelace,');
    expect(content.text).toMatch(/27\.? [Nn]ovember 2026 \w+ 13:00 UTC/);
    expect(content.html).toContain(`href="${letter.link}"`);
    expect(content.html).toContain('Ada Lovelace,');
    expect(content.html).toContain('Alpha &amp; Sons');
    expect(content.html).toContain(`<html lang="${locale}">`);
    expect(content.subject + content.text).not.toMatch(/\{\{|undefined|[A-Za-z]+(Subject|Body|Button)/);
  });

  test(`${name} is written anew in each language`, () => {
    const texts = locales.map((locale) => write({ ...letter, locale }).text);
    expect(new Set(texts).size).toBe(locales.length);
  });
}

test.each(['Win at http://evil.test', 'www.evil.test', 'Visit evil.test now', 'x'.repeat(81), '   '])(
  'a name that is no greeting is left out: %s',
  (name) => {
    const content = activationLetter({ ...letter, name });
    expect(content.text).toMatch(/^Hello,\n/);
    expect(content.html).not.toContain('evil');
  },
);

test('ordinary names with dots and apostrophes are greeted', () => {
  for (const name of ["Conan O'Brien", 'J. R. R. Tolkien', 'Martin Luther King Jr.', 'Łukasz', '李小龍']) {
    expect(activationLetter({ ...letter, name }).text).toContain(`Hello ${name},`);
  }
});
