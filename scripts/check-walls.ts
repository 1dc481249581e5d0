import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { judgeArrows } from './walls/arrows.ts';
import { findCircles } from './walls/circles.ts';
import { crossesTenants, judgeReservedWords } from './walls/reserved.ts';
import { readSources, type Source, type Violation } from './walls/sources.ts';

/**
 * The places that may ask for the handle across tenants (rule 5 of ARCHITECTURE.md), each with its reason.
 * A name whose file no longer asks must leave the list.
 */
const mayCrossTenants: Readonly<Record<string, string>> = {
  'src/apis/saas/root-login.ts': 'a sign-in on the root domain finds its tenant by e-mail and password',
  'src/apis/saas/sign-up.ts': 'a tenant that signs itself up is made with its site and hosts',
  'src/apis/saas/tenants.ts':
    'hosts and names of tenants are global; the operator sees and opens all tenants',
  'src/apis/v1/across-tenants.ts':
    'hosts and names of tenants are global; the operator sees and opens all tenants',
  'src/apis/v1/sign-ups.ts': 'a tenant that signs itself up is made with its site and hosts',
  'src/cli/operator.ts': 'who works on the machine itself holds every tenant',
  'src/installation.ts': 'reads what the installation is, and which site a host leads to',
  'src/processes.ts': 'wakes the worker, and tells other processes what happened in any tenant',
  'src/worker.ts': 'the worker claims letters and jobs of all tenants',
};

/**
 * Checks the import arrows, the reserved words and that no files import each other in a circle.
 * `node scripts/check-walls.ts [folder]`: one sentence per violation, exit code 1 when there is one or when no
 * source was seen (a checker that reads nothing would pass everything).
 */
const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const sources = [...readSources(root, 'src'), ...readSources(root, 'web')];
const violations = [
  ...sources.flatMap(judgeArrows),
  ...sources.flatMap((source) => judgeReservedWords(source, Object.keys(mayCrossTenants))),
  ...findCircles(sources),
  ...findStaleNames(sources),
];
for (const { path, line, says } of violations) console.error(`${path}:${line} ${says}`);
const seen = sources.reduce((sum, source) => sum + source.imports.length, 0);
if (seen === 0) console.error(`No import was seen below ${join(root, 'src')}: the walls were not checked.`);
console.log(`${sources.length} files, ${seen} imports, ${violations.length} violations`);
process.exit(violations.length === 0 && seen > 0 ? 0 : 1);

function findStaleNames(all: readonly Source[]): Violation[] {
  const stale = (path: string) => !all.some((source) => source.path === path && crossesTenants(source));
  // A tree of its own (a test's) does not hold these files.
  if (!existsSync(join(root, 'scripts/check-walls.ts'))) return [];
  const says =
    'is named in scripts/check-walls.ts but asks for no handle across tenants. Take it off the list.';
  return Object.keys(mayCrossTenants)
    .filter(stale)
    .map((path) => ({ path, line: 1, says }));
}
