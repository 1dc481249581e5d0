import type { Violation } from '../walls/sources.ts';
import { tell } from './names.ts';

/** Where each dependency has its line: role, pick, why. */
export const dependencyList = 'docs/decisions/0002-dependencies.md';

/**
 * Every dependency has a line in the list; type packages go with what they describe.
 * @param names of all kinds of dependencies in package.json
 * @param list the text of the list
 */
export function judgeDependencies(names: readonly string[], list: string): Violation[] {
  return names
    .filter((name) => !name.startsWith('@types/') && !list.includes(`\`${name}\``))
    .map((name) =>
      tell(
        'package.json',
        `depends on ${name}, which has no line in ${dependencyList}. Say there what it is for and why this one.`,
      ),
    );
}
