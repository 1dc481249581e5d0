import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { judgeDependencies } from './vocabulary/dependencies.ts';
import { judgeLength, judgeName, judgeTestPlace, judgeWebName } from './vocabulary/names.ts';
import { judgeNumbers, judgeRootFolders, judgeSource, judgeTests } from './vocabulary/storeys.ts';
import { isTest } from './walls/places.ts';
import { listFiles } from './walls/sources.ts';

/**
 * Checks the names of files and folders against the floor plan and the closed vocabulary of ARCHITECTURE.md.
 * `node scripts/check-vocabulary.ts [folder]`: one sentence per violation, exit code 1 when there is one or when
 * there is no source at all.
 */
const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const ignoredFolders = ['node_modules', 'data', 'coverage', 'screenshots'];

const folders = readdirSync(root, { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !ignoredFolders.includes(entry.name),
  )
  .map((entry) => entry.name);
const source = listFiles(root, 'src');
const tests = listFiles(root, 'test');
const web = listFiles(root, 'web').filter((path) => !path.startsWith('web/dist') && /\.tsx?$/.test(path));
const code = [...source, ...tests, ...listFiles(root, 'scripts'), ...listFiles(root, 'bench')].filter(
  (path) => path.endsWith('.ts'),
);

const violations = [
  ...judgeRootFolders(folders),
  ...judgeSource(source),
  ...judgeTests(tests),
  ...judgeNumbers([...listFiles(root, 'db'), ...listFiles(root, 'docs')]),
  ...judgeDependencies(dependencyNames(), textsOf('docs/decisions')),
  ...code.flatMap(judgeName),
  ...web.flatMap(judgeWebName),
  ...[...code, ...web]
    .filter((path) => !path.endsWith('.generated.ts'))
    .flatMap((path) => judgeLength(path, textOf(path))),
  ...source.filter(isTest).flatMap((path) => judgeTestPlace(path, siblingsOf(path))),
];
for (const { path, says } of violations) console.error(`${path} ${says}`);
if (source.length === 0) console.error(`There is no file below ${join(root, 'src')}: nothing was checked.`);
console.log(`${code.length + web.length} files, ${violations.length} violations`);
process.exit(violations.length === 0 && source.length > 0 ? 0 : 1);

function textOf(path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}

function textsOf(folder: string): string {
  return listFiles(root, folder).map(textOf).join('\n');
}

function dependencyNames(): string[] {
  const manifest: unknown = JSON.parse(textOf('package.json') || '{}');
  const kinds = ['dependencies', 'optionalDependencies', 'devDependencies'];
  return Object.entries(manifest ?? {})
    .filter(([kind]) => kinds.includes(kind))
    .flatMap(([, named]) => Object.keys(named));
}

function siblingsOf(path: string): string[] {
  return readdirSync(join(root, dirname(path)));
}
