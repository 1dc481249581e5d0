import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeSheetNames, takeSheetName } from './sheet-names.ts';

test.each([
  ['Yoga', 'Yoga'],
  ['Koken: pasta / pizza [groep A]', 'Koken- pasta - pizza (groep A)'],
  ['Wat nu?*', 'Wat nu'],
  [' twee\r\nregels\0 ', 'twee regels'],
  ["'t Spel van '30'", "t Spel van '30"],
  ['', 'Sheet'],
  ["' '?", 'Sheet'],
  ['HISTORY', 'HISTORY -'],
  ['History of art', 'History of art'],
  ['x'.repeat(40), 'x'.repeat(31)],
  [`${'x'.repeat(30)}𝄞`, 'x'.repeat(30)],
  [`${'x'.repeat(29)}𝄞`, `${'x'.repeat(29)}𝄞`],
  [`${'x'.repeat(30)}' end`, 'x'.repeat(30)],
  ['half \uD800', 'half \uFFFD'],
])('the title %j names its sheet %j', (title, name) => {
  expect(safeSheetNames([title])).toEqual([name]);
});

test('titles that come out alike are numbered, without regard to case, and never take the name of another', () => {
  expect(safeSheetNames(['Yoga', 'yoga', 'Yoga (2)', 'YOGA', 'Yoga (2)', '', '?'])).toEqual([
    'Yoga',
    'yoga (3)',
    'Yoga (2)',
    'YOGA (4)',
    'Yoga (2) (2)',
    'Sheet',
    'Sheet (2)',
  ]);
  const long = 'x'.repeat(31);
  expect(safeSheetNames([long, long, long]).slice(1)).toEqual([
    `${'x'.repeat(27)} (2)`,
    `${'x'.repeat(27)} (3)`,
  ]);
});

test('whatever the titles, every name is one that Excel takes', () => {
  const letters = fc.constantFrom(..."aAxé\\*?:/[]' ()2\n\0\uD800", '𝄞', 'history', 'x'.repeat(29));
  const titles = fc.array(
    fc.array(letters, { maxLength: 6 }).map((parts) => parts.join('')),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(titles, (all) => {
      const names = safeSheetNames(all);
      const taken = new Set<string>();
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[\\*?:/[\]\p{Cc}]|^'|'$|^history$/iu);
        expect(name.isWellFormed()).toBe(true);
        expect(takeSheetName(name, taken)).toBe(true);
      }
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(all.length);
    }),
  );
});

test('a name that Excel refuses, or that is there already, cannot be taken', () => {
  const taken = new Set<string>();
  expect(['Yoga', 'YOGA', 'a/b', '', 'x'.repeat(32)].map((name) => takeSheetName(name, taken))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
