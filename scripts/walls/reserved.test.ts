import { expect, test } from 'vitest';
import { judgeReservedWords } from './reserved.ts';
import { parseSource } from './sources.ts';

function judge(path: string, text: string, mayCross: string[] = []): string[] {
  return judgeReservedWords(parseSource(path, text), mayCross).map(({ says }) => says);
}

const verb = 'src/modules/identity/accounts.ts';
const misplaced: readonly (readonly [string, RegExp])[] = [
  ['const a = process.env.PORT;', /Only src\/config\.ts does/],
  ['const { env } = process;', /Only src\/config\.ts does/],
  [`const a = process['env'];`, /Only src\/config\.ts does/],
  [`import { env } from 'node:process';`, /Only src\/config\.ts does/],
  ['const now = new Date();', /clock\.now\(\)/],
  ['const now = Date.now();', /clock\.now\(\)/],
  ['const now = Date();', /clock\.now\(\)/],
  ['const n = Math.random();', /Take it from the context \(`random`\)/],
  [`import { randomUUID } from 'node:crypto';`, /Take it from the context/],
  [`import { randomBytes as bytes } from 'crypto';`, /Take it from the context/],
  ['const id = crypto.randomUUID();', /Take it from the context/],
  ['const t = performance.now();', /measures durations/],
  ['const q = sql`select 1`;', /<nouns>\.queries\.ts/],
  ['const q = sql<Row>`select 1`;', /<nouns>\.queries\.ts/],
  [`const q = read.db.selectFrom('accounts');`, /<nouns>\.queries\.ts/],
  [`const q = tx.db.updateTable('accounts').set({});`, /<nouns>\.queries\.ts/],
  ['const all = database.acrossTenants();', /handle across tenants/],
  ['const all = this.database?.acrossTenants();', /handle across tenants/],
];

test.each(misplaced)('%s in a use case is refused', (text, sentence) => {
  expect(judge(verb, text)).toEqual([expect.stringMatching(sentence)]);
});

const homes: readonly (readonly [string, string])[] = [
  ['src/config.ts', 'const a = process.env;'],
  ['src/platform/clock.ts', 'const now = new Date();'],
  ['src/platform/random.ts', `import { randomBytes } from 'node:crypto';`],
  ['src/platform/http/request-log.ts', 'const t = performance.now();'],
  ['src/modules/identity/accounts.queries.ts', 'const q = sql`select 1`;'],
  ['src/platform/jobs.ts', 'const q = sql`select 1`;'],
  ['src/modules/identity/accounts.test.ts', 'const now = Date.now();'],
  [verb, 'const then = new Date(0);'],
  [verb, `import { createHmac } from 'node:crypto';`],
];

test.each(homes)('%s may hold: %s', (path, text) => {
  expect(judge(path, text)).toEqual([]);
});

test('a named file may ask for the handle across tenants', () => {
  expect(judge(verb, 'database.acrossTenants();', [verb])).toEqual([]);
});
