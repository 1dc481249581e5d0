import { expect, test } from 'vitest';
import { checkTree } from './walls/fixture-tree.ts';

test('a tree that keeps the walls passes and says how many imports it saw', () => {
  const { code, output } = checkTree('check-walls.ts', {
    'src/modules/tenants/sites.ts': `import { judgeSite } from './rules.ts';`,
    'src/modules/tenants/rules.ts': 'export const judgeSite = 1;',
  });
  expect(output).toBe('2 files, 1 imports, 0 violations\n');
  expect(code).toBe(0);
});

test('a tree that breaks them fails with the file, the line and the place where the code belongs', () => {
  const { code, output } = checkTree('check-walls.ts', {
    'src/modules/tenants/sites.ts': `// who\nimport { a } from '../identity/accounts.ts';\nexport const now = Date.now();`,
    'src/modules/identity/accounts.ts': 'export const a = 1;',
  });
  expect(code).toBe(1);
  expect(output).toContain(
    'src/modules/tenants/sites.ts:2 imports src/modules/identity/accounts.ts: tenants lies below identity.',
  );
  expect(output).toContain('src/modules/tenants/sites.ts:3 asks the time itself.');
});

test('the web knows itself only', () => {
  const { code, output } = checkTree('check-walls.ts', {
    'src/modules/tenants/sites.ts': 'export const a = 1;',
    'web/src/main.tsx': `import { Page } from './ui/Page.tsx';\nexport const shown = <Page />;`,
    'web/src/ui/Page.tsx': `import { a } from '../../../src/modules/tenants/sites.ts';\nimport 'node:fs';`,
  });
  expect(code).toBe(1);
  expect(output).toContain(
    'web/src/ui/Page.tsx:1 imports src/modules/tenants/sites.ts: web/ knows itself only.',
  );
  expect(output).toContain('web/src/ui/Page.tsx:2 imports node:fs: web/ runs in a browser');
  expect(output).toContain('2 violations');
});

test('files that import each other in a circle are told by their names, once', () => {
  const { code, output } = checkTree('check-walls.ts', {
    'src/modules/tenants/a.ts': `import './b.ts';`,
    'src/modules/tenants/b.ts': `import type { C } from './c.ts';`,
    'src/modules/tenants/c.ts': `import './a.ts';`,
  });
  expect(code).toBe(1);
  expect(output.match(/closes a circle/g)).toHaveLength(1);
  expect(output).toContain(
    'src/modules/tenants/a.ts → src/modules/tenants/b.ts → src/modules/tenants/c.ts → src/modules/tenants/a.ts',
  );
});

test('a tree in which nothing is seen fails: a checker that reads nothing would pass everything', () => {
  const { code, output } = checkTree('check-walls.ts', { 'README.md': 'empty' });
  expect(code).toBe(1);
  expect(output).toContain('the walls were not checked');
});
