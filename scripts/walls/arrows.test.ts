import { expect, test } from 'vitest';
import { judgeArrows } from './arrows.ts';
import { parseSource } from './sources.ts';

function judge(path: string, text: string): string[] {
  return judgeArrows(parseSource(path, text)).map(({ says }) => says);
}

const refused: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a lower module',
    'src/modules/tenants/sites.ts',
    '../identity/accounts.ts',
    /tenants lies below identity.*declare a port/,
  ],
  ['a sibling', 'src/modules/mail/letters.ts', '../activity/activity.ts', /mail and activity are siblings/],
  [
    'a use case of queries elsewhere',
    'src/modules/identity/accounts.ts',
    '../tenants/sites.queries.ts',
    /Ask that room for a verb/,
  ],
  [
    'a use case of refusals elsewhere',
    'src/modules/identity/accounts.ts',
    '../tenants/refusals.ts',
    /Ask that room for a verb/,
  ],
  [
    'queries of a noun',
    'src/modules/identity/accounts.queries.ts',
    './accounts.ts',
    /Decide and compose in <nouns>\.ts/,
  ],
  [
    'queries of machinery',
    'src/modules/identity/accounts.queries.ts',
    '../../platform/refusal.ts',
    /Decide and compose/,
  ],
  ['rules of queries', 'src/modules/identity/rules.ts', './accounts.queries.ts', /hand the facts in/],
  ['rules of a file system', 'src/modules/identity/rules.ts', 'node:fs', /hand the facts in/],
  ['a letter of a use case', 'src/modules/identity/mails.ts', './accounts.ts', /turns types into letters/],
  ['a job of queries', 'src/modules/identity/jobs.ts', './accounts.queries.ts', /Move the work there/],
  ['a use case of a job', 'src/modules/identity/accounts.ts', './jobs.ts', /leave a job by its name/],
  ['a module of HTTP', 'src/modules/identity/accounts.ts', '../../platform/http/route.ts', /never sees HTTP/],
  ['a module of fastify', 'src/modules/identity/accounts.ts', 'fastify', /never sees HTTP/],
  ['a module of the hall', 'src/modules/identity/accounts.ts', '../../app.ts', /Declare a port/],
  [
    'a module of an API',
    'src/modules/identity/accounts.ts',
    '../../apis/tahoe/plugin.ts',
    /never sees a wire name/,
  ],
  [
    'a module of the settings',
    'src/modules/identity/accounts.ts',
    '../../config.ts',
    /settings are handed in/,
  ],
  ['an API of another', 'src/apis/tahoe/users.ts', '../appsembler/auth.ts', /an API never knows another/],
  [
    'an API of queries',
    'src/apis/tahoe/users.ts',
    '../../modules/identity/accounts.queries.ts',
    /never its queries/,
  ],
  ['an API of rules', 'src/apis/tahoe/users.ts', '../../modules/identity/rules.ts', /never its rules/],
  [
    'an API of machinery',
    'src/apis/tahoe/users.ts',
    '../../platform/database/database.ts',
    /belongs in a verb/,
  ],
  ['an API of kysely', 'src/apis/tahoe/users.ts', 'kysely', /SQL lives in <nouns>\.queries\.ts/],
  ['a command of an API', 'src/cli/site.ts', '../apis/tahoe/plugin.ts', /a command speaks to modules/],
  [
    'a command of queries',
    'src/cli/site.ts',
    '../modules/tenants/sites.queries.ts',
    /Export a verb from modules\/tenants/,
  ],
  ['a command of the driver', 'src/cli/site.ts', 'pg', /never leave platform/],
  ['the cellar of a module', 'src/platform/log.ts', '../modules/tenants/types.ts', /knows no domain word/],
  ['the settings of a module', 'src/config.ts', './modules/tenants/types.ts', /knows platform\/ only/],
  ['main of the hall', 'src/main.ts', './app.ts', /hands the arguments to cli/],
  ['the source of a script', 'src/cli/site.ts', '../../scripts/check.ts', /does not know test\/, scripts\//],
  ['the source of a test', 'src/cli/site.ts', './serve.test.ts', /a test is imported by nothing/],
];

test.each(refused)(
  'an import by %s is refused with the place where the code belongs',
  (_, path, specifier, sentence) => {
    expect(judge(path, `import { x } from '${specifier}';`)).toEqual([expect.stringMatching(sentence)]);
    expect(judge(path, `export { x } from '${specifier}';`)).toEqual([expect.stringMatching(sentence)]);
    expect(judge(path, `const x = await import('${specifier}');`)).toEqual([expect.stringMatching(sentence)]);
  },
);

test('a type counts as an import too, except that an API may name types of the machinery', () => {
  expect(
    judge('src/modules/tenants/types.ts', `import type { A } from '../identity/types.ts';`),
  ).toHaveLength(1);
  const database = '../../platform/database/contract.ts';
  expect(judge('src/apis/tahoe/users.ts', `import type { Context } from '${database}';`)).toEqual([]);
  expect(judge('src/apis/tahoe/users.ts', `import { type A, type B } from '${database}';`)).toEqual([]);
  expect(judge('src/apis/tahoe/users.ts', `import { type A, b } from '${database}';`)).toHaveLength(1);
});

const allowed: readonly (readonly [string, string])[] = [
  ['src/main.ts', './cli/program.ts'],
  ['src/app.ts', './apis/tahoe/plugin.ts'],
  ['src/app.ts', './modules/identity/jobs.ts'],
  ['src/app.ts', './config.ts'],
  ['src/app.ts', './installation.ts'],
  ['src/installation.ts', './modules/tenants/directory.ts'],
  ['src/cli/site.ts', '../installation.ts'],
  ['src/cli/serve.ts', '../app.ts'],
  ['src/cli/site.ts', '../modules/tenants/sites.ts'],
  ['src/modules/identity/accounts.ts', './accounts.queries.ts'],
  ['src/modules/identity/accounts.ts', '../activity/activity.ts'],
  ['src/modules/identity/accounts.queries.ts', 'kysely'],
  ['src/modules/identity/passwords.rules.ts', './types.ts'],
  ['src/modules/identity/mails.ts', '../tenants/types.ts'],
  ['src/apis/tahoe/users.ts', '../../modules/identity/refusals.ts'],
  ['src/apis/tahoe/users.ts', '../../platform/http/route.ts'],
  ['src/apis/tahoe/plugin.ts', '../callers.ts'],
  ['src/apis/pages/plugin.ts', '../../modules/identity/links.ts'],
  ['src/platform/database/database.ts', 'pg'],
  ['src/modules/identity/accounts.test.ts', '../../../test/support/database.ts'],
];

test.each(allowed)('%s may import %s', (path, specifier) => {
  expect(judge(path, `import { x } from '${specifier}';`)).toEqual([]);
});
