import type { Violation } from '../walls/sources.ts';
import { tell } from './names.ts';

/** Where most dependencies have their line: role, pick, why; later decisions add those they bring. */
export const dependencyList = 'docs/decisions/0002-dependencies.md';

/**
 * Every dependency has a line in the list; type packages go with what they describe.
 * @param names of all kinds of dependencies in package.json
 * @param list the text of the decisions
 */
export function judgeDependencies(names: readonly string[], list: string): Violation[] {
  return names
    .filter((name) => !name.startsWith('@types/') && !list.includes(`\`${name}\``))
    .map((name) =>
      tell(
        'package.json',
        `depends on ${name}, which has no line in ${dependencyList} or a later decision. Say there what it is for and why this one.`,
      ),
    );
}
