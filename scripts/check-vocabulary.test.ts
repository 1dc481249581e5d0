import { expect, test } from 'vitest';
import { judgeLength, judgeName, judgeTestPlace, judgeWebName } from './vocabulary/names.ts';
import { judgeNumbers, judgeRootFolders, judgeSource, judgeTests } from './vocabulary/storeys.ts';
import { checkTree } from './walls/fixture-tree.ts';

const says = (violations: readonly { says: string }[]) => violations.map((violation) => violation.says);
const readme = (room: string) => `src/modules/${room}/README.md`;

test('a tree in the vocabulary passes', () => {
  const { code, output } = checkTree('check-vocabulary.ts', {
    'src/main.ts': '',
    'src/modules/tenants/README.md': 'x',
    'src/modules/tenants/sites.ts': '',
    'src/modules/tenants/sites.queries.ts': '',
    'src/modules/tenants/sites.test.ts': '',
    'src/modules/tenants/sites.races.test.ts': '',
    'src/apis/tahoe/README.md': 'x',
    'src/apis/tahoe/plugin.ts': '',
    'src/platform/database/database.ts': '',
    'src/platform/pdf/Font.ttf': '',
    'test/races/registrations.test.ts': '',
    'db/migrations/0001_tenants.sql': '',
    'docs/decisions/0001-postgresql.md': '',
  });
  expect(output).toBe('8 files, 0 violations\n');
  expect(code).toBe(0);
});

test('a tree outside the vocabulary fails with a sentence that says where the code belongs', () => {
  const { code, output } = checkTree('check-vocabulary.ts', {
    'src/modules/tenants/README.md': 'x',
    'src/modules/tenants/service.ts': '',
    'lib/thing.ts': '',
  });
  expect(code).toBe(1);
  expect(output).toContain('src/modules/tenants/service.ts is named "service", which says nothing.');
  expect(output).toContain('lib/ is not in the floor plan');
});

test('a tree without any source fails', () => {
  expect(checkTree('check-vocabulary.ts', { 'docs/x.md': '' }).code).toBe(1);
});

test.each(['index', 'utils', 'util', 'helpers', 'service', 'manager', 'account-service'])(
  '%s.ts is refused',
  (stem) => {
    expect(says(judgeName(`src/platform/${stem}.ts`))).toEqual([expect.stringContaining('says nothing')]);
  },
);

test('a name that is not in lower case with hyphens is refused', () => {
  expect(says(judgeName('src/platform/textFolding.ts'))).toEqual([
    expect.stringContaining('lower case with hyphens'),
  ]);
  expect(judgeName('src/modules/learning/enrolment-codes.queries.ts')).toEqual([]);
});

test('below web/ a component is named like itself, anything else like all files', () => {
  expect(judgeWebName('web/src/ui/DataTable.tsx')).toEqual([]);
  expect(judgeWebName('web/src/pages/people/routes.tsx')).toEqual([]);
  expect(says(judgeWebName('web/src/api/apiClient.ts'))).toEqual([
    expect.stringContaining('lower case with hyphens'),
  ]);
  expect(says(judgeWebName('web/src/ui/helpers.tsx'))).toEqual([expect.stringContaining('says nothing')]);
  expect(says(judgeWebName('web/src/stores/Cart.tsx'))).toEqual([
    expect.stringContaining('not in the floor plan'),
  ]);
});

const misplaced: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['an unknown module', ['src/modules/payments/README.md'], /is no module of the floor plan/],
  ['a module without README', ['src/modules/tenants/sites.ts'], /has no README\.md/],
  [
    'an unknown suffix',
    [readme('tenants'), 'src/modules/tenants/sites.model.ts'],
    /no word of the vocabulary/,
  ],
  [
    'a suffix after a name of the whole room',
    [readme('tenants'), 'src/modules/tenants/rules.queries.ts'],
    /no word of the/,
  ],
  ['a folder inside a module', [readme('tenants'), 'src/modules/tenants/deep/sites.ts'], /stands too deep/],
  ['a picture', [readme('tenants'), 'src/modules/tenants/logo.png'], /neither TypeScript nor a README/],
  [
    'a font of a module',
    [readme('tenants'), 'src/modules/tenants/font.ttf'],
    /neither TypeScript nor a README/,
  ],
  ['an unknown API', ['src/apis/soap/README.md', 'src/apis/soap/plugin.ts'], /is no API of the floor plan/],
  ['an API without plugin', ['src/apis/tahoe/README.md'], /has no plugin\.ts/],
  [
    'a suffix in an API',
    ['src/apis/tahoe/README.md', 'src/apis/tahoe/plugin.ts', 'src/apis/tahoe/users.queries.ts'],
    /chapters/,
  ],
  ['a file loose in src', ['src/server.ts'], /stands loose in src\//],
  ['a file loose in modules', ['src/modules/accounts.ts'], /the folder of its module/],
  ['an unknown storey', ['src/services/mail.ts'], /not in the floor plan/],
  ['a folder below cli', ['src/cli/site/create.ts'], /stands too deep/],
];

test.each(misplaced)('%s is refused', (_, paths, sentence) => {
  expect(says(judgeSource(paths))).toContainEqual(expect.stringMatching(sentence));
});

test('a room of more than 24 nouns is refused', () => {
  const room = (nouns: number) => [
    readme('tenants'),
    'src/modules/tenants/rules.ts',
    ...Array.from({ length: nouns }, (_, index) => `src/modules/tenants/noun-${index}.ts`),
  ];
  expect(judgeSource(room(24))).toEqual([]);
  expect(says(judgeSource(room(25)))).toEqual([expect.stringContaining('Split the module by noun')]);
});

test('a file above 300 lines is refused unless its first comment says why', () => {
  const lines = (count: number) => 'const a = 1;\n'.repeat(count);
  expect(judgeLength('src/app.ts', lines(300))).toEqual([]);
  expect(says(judgeLength('src/app.ts', lines(301)))).toEqual([expect.stringContaining('300 are the limit')]);
  expect(
    judgeLength('src/app.ts', `/** Long because it is one table of the standard. */\n${lines(301)}`),
  ).toEqual([]);
  expect(judgeLength('src/app.ts', `// the hall\n${lines(301)}// Long because I say so`)).toHaveLength(1);
});

test('a test stands beside the file it judges', () => {
  expect(judgeTestPlace('src/cli/site.long.test.ts', ['site.ts'])).toEqual([]);
  expect(judgeTestPlace('src/cli/site.test-child.ts', ['site.ts'])).toEqual([]);
  expect(judgeTestPlace('src/modules/x/sites.queries.test.ts', ['sites.queries.ts'])).toEqual([]);
  expect(says(judgeTestPlace('src/cli/stories.test.ts', ['site.ts']))).toEqual([
    expect.stringContaining('judges no file'),
  ]);
});

test('a dependency without a line in the list of dependencies is refused', () => {
  const { output } = checkTree('check-vocabulary.ts', {
    'src/main.ts': '',
    'package.json':
      '{"dependencies":{"left-pad":"1.0.0","pg":"8.0.0"},"devDependencies":{"@types/pg":"8.0.0"}}',
    'docs/decisions/0001-postgresql.md': '',
    'docs/decisions/0002-dependencies.md': 'driver: `pg`',
  });
  expect(output).toContain('package.json depends on left-pad, which has no line in');
  expect(output).toContain(', 1 violations');
});

test('tests, root folders, migrations and decisions keep their places and numbers', () => {
  expect(says(judgeTests(['test/loose.test.ts', 'test/support/clock.ts']))).toHaveLength(1);
  expect(judgeRootFolders(['src', 'web', 'deploy'])).toEqual([]);
  expect(judgeNumbers(['db/migrations/0001_a.sql', 'db/migrations/0002_b.sql'])).toEqual([]);
  expect(says(judgeNumbers(['db/migrations/0001_a.sql', 'db/migrations/0003_b.sql']))).toEqual([
    expect.stringContaining('0002 is due here'),
  ]);
  expect(says(judgeNumbers(['docs/decisions/first.md']))).toEqual([
    expect.stringContaining('is not named like'),
  ]);
});
