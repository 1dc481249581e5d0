/** What a file inside a module is for, by its name. */
export type Part = 'noun' | 'queries' | 'rules' | 'refusals' | 'types' | 'jobs' | 'mails';

/** Where a file stands in the house. */
export type Place =
  | { readonly kind: 'main' | 'hall' | 'config' | 'platform' | 'command' | 'test' | 'web' | 'outside' }
  | { readonly kind: 'module'; readonly room: string; readonly part: Part }
  | { readonly kind: 'api'; readonly api: string };

/** Lowest first; the rooms of one floor are siblings and do not know each other. */
export const floors: readonly (readonly string[])[] = [
  ['tenants'],
  ['mail', 'activity', 'notifications'],
  ['errands'],
  ['identity'],
  ['admissions', 'learning', 'workshops', 'festival', 'community'],
];

/** One folder per wire language, and `pages`: the server-rendered pages behind the links of letters. */
export const apis: readonly string[] = ['tahoe', 'appsembler', 'saas', 'gemini', 'workshops', 'v1', 'pages'];

/** What every API shares: who calls, found from any credential in one way. It knows no API. */
export const porch = 'callers.ts';

/** Files of one name per room, and suffixes after a noun: `rules.ts`, `passwords.rules.ts`. */
export const wholeRoomParts = ['rules', 'refusals', 'types', 'jobs', 'mails'] as const;
export const suffixParts = ['queries', 'rules', 'mails'] as const;

/**
 * The hall: installation.ts opens what every process works with, app.ts adds the server, worker.ts the worker of the
 * queue, processes.ts what processes tell each other.
 */
const hall: readonly string[] = ['src/app.ts', 'src/worker.ts', 'src/processes.ts', 'src/installation.ts'];

/** @param path relative to the root with forward slashes */
export function placeOf(path: string): Place {
  if (path.startsWith('web/')) return { kind: isTest(path) ? 'test' : 'web' };
  if (!path.startsWith('src/')) return { kind: 'outside' };
  if (isTest(path)) return { kind: 'test' };
  if (path === 'src/main.ts') return { kind: 'main' };
  if (hall.includes(path)) return { kind: 'hall' };
  if (path === 'src/config.ts') return { kind: 'config' };
  const [, storey, room = '', ...rest] = path.split('/');
  if (storey === 'platform') return { kind: 'platform' };
  if (storey === 'cli') return { kind: 'command' };
  if (storey === 'modules') return { kind: 'module', room, part: partOf(rest.at(-1) ?? '') };
  if (storey === 'apis') return { kind: 'api', api: room };
  return { kind: 'outside' };
}

/** A test, or a program that a test starts (`x.test-child.ts`). */
export function isTest(path: string): boolean {
  return /\.test(-child)?\.tsx?$/.test(path);
}

/** The floor a room stands on, 0 the lowest; -1 for a room that the plan does not know. */
export function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

function partOf(fileName: string): Part {
  const [noun = '', suffix] = fileName.replace(/\.ts$/, '').split('.');
  if (suffix) return suffixParts.find((part) => part === suffix) ?? 'noun';
  return wholeRoomParts.find((part) => part === noun) ?? 'noun';
}
