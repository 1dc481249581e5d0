import type { Violation } from '../walls/sources.ts';

/** Words that say nothing about what is inside, so that everything would end up there. */
const emptyWord = /(^|-)(index|utils?|helpers?|services?|manager|common|misc)$/;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** File names that hold for all TypeScript below src/, test/, scripts/ and bench/. */
export function judgeName(path: string): Violation[] {
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const [stem = '', ...suffixes] = fileName.replace(/\.ts$/, '').split('.');
  if (emptyWord.test(stem)) {
    return [
      tell(
        path,
        `is named "${stem}", which says nothing. Name it by the noun it is about, or move its parts to the files that use them.`,
      ),
    ];
  }
  if (![stem, ...suffixes].every((word) => kebab.test(word))) {
    return [
      tell(
        path,
        'is not in lower case with hyphens (enrolment-codes.ts, enrolment-codes.queries.ts). Rename it.',
      ),
    ];
  }
  return [];
}

const pascal = /^[A-Z][A-Za-z0-9]*$/;
const webFolders = ['api', 'pages', 'forms', 'ui', 'i18n', 'participant'];

/** File names below web/: a component's file is named like the component, any other like all files. */
export function judgeWebName(path: string): Violation[] {
  const [, , folder = '', ...rest] = path.split('/');
  if (path.startsWith('web/src/') && rest.length > 0 && !webFolders.includes(folder)) {
    return [
      tell(
        path,
        `stands in web/src/${folder}/, which is not in the floor plan (${webFolders.join(', ')}). Put it into one of these.`,
      ),
    ];
  }
  const stem = path.slice(path.lastIndexOf('/') + 1).split('.')[0] ?? '';
  if (path === 'web/src/i18n/index.ts' || (path.endsWith('.tsx') && pascal.test(stem))) return [];
  return judgeName(path.replace(/\.tsx$/, '.ts'));
}

/**
 * Refuses a file above 300 lines, unless its first comment says `Long because …`.
 * @param text the whole file
 */
export function judgeLength(path: string, text: string): Violation[] {
  const lines = text.trimEnd().split('\n').length;
  if (lines <= 300) return [];
  const firstComment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*(\n\s*\/\/[^\n]*)*/.exec(text)?.[0] ?? '';
  if (/\blong because\b/i.test(firstComment)) return [];
  return [
    tell(
      path,
      `has ${lines} lines, 300 are the limit. Split it by noun, or begin it with a comment "Long because …".`,
    ),
  ];
}

/**
 * A test stands beside the file it judges: `accounts.test.ts`, `accounts.races.test.ts`, `accounts.long.test.ts`
 * beside `accounts.ts`.
 * @param siblings the file names of the same folder
 */
export function judgeTestPlace(path: string, siblings: readonly string[]): Violation[] {
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const judged = fileName.replace(/\.test(-child)?\.ts$/, '').split('.');
  const candidates = judged.map((_, index) => `${judged.slice(0, index + 1).join('.')}.ts`);
  if (candidates.some((candidate) => siblings.includes(candidate))) return [];
  return [
    tell(
      path,
      `judges no file of its folder (there is no ${candidates.at(0)}). Name it after the file it judges, or move it to test/journeys.`,
    ),
  ];
}

export function tell(path: string, says: string): Violation {
  return { path, line: 1, says };
}
