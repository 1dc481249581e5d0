import { apis, floors, isTest, porch, suffixParts, wholeRoomParts } from '../walls/places.ts';
import type { Violation } from '../walls/sources.ts';
import { tell } from './names.ts';

const rootFolders = ['bin', 'db', 'deploy', 'docs', 'src', 'web', 'test', 'bench', 'scripts'];
const sourceFolders = ['platform', 'modules', 'apis', 'cli'];
const sourceFiles = ['main.ts', 'app.ts', 'worker.ts', 'processes.ts', 'installation.ts', 'config.ts'];
const testFolders = [
  'support',
  'isolation',
  'hostile',
  'races',
  'crash',
  'served',
  'seed-script',
  'journeys',
  'deploy',
  'browser',
];
const nounsOfARoom = 24;
/** A font is embedded by the code beside it, with its licence in the same folder. */
const font = /^src\/platform\/[^/]+\/[\w-]+(?:\.ttf|-LICENSE\.txt)$/;

/** The folders at the root are those of the floor plan. */
export function judgeRootFolders(folders: readonly string[]): Violation[] {
  return folders
    .filter((folder) => !rootFolders.includes(folder))
    .map((folder) =>
      tell(
        `${folder}/`,
        `is not in the floor plan (${rootFolders.join(', ')}). Put its files into one of these.`,
      ),
    );
}

/** @param paths every file below src/, relative to the root */
export function judgeSource(paths: readonly string[]): Violation[] {
  return [
    ...paths.flatMap(judgeSourcePath),
    ...rooms(paths, 'src/modules/').flatMap(([room, files]) => judgeRoom(room, files)),
    ...rooms(paths, 'src/apis/').flatMap(([api, files]) => judgeApi(api, files)),
  ];
}

/** @param paths every file below test/, relative to the root */
export function judgeTests(paths: readonly string[]): Violation[] {
  return paths
    .filter((path) => !testFolders.includes(path.split('/')[1] ?? '') || path.split('/').length < 3)
    .map((path) =>
      tell(
        path,
        `stands in no folder of test/ (${testFolders.join(', ')}). A test of one file stands beside it in src/; a story through several doors in test/journeys.`,
      ),
    );
}

/** Migrations and decisions are numbered from 0001 without a gap, so that none is lost in a merge. */
export function judgeNumbers(paths: readonly string[]): Violation[] {
  const series = [
    { folder: 'db/migrations/', form: /^\d{4}_[a-z0-9_]+\.sql$/, example: '0001_tenants.sql' },
    { folder: 'docs/decisions/', form: /^\d{4}-[a-z0-9-]+\.md$/, example: '0001-postgresql-everywhere.md' },
  ];
  return series.flatMap(({ folder, form, example }) =>
    paths
      .filter((path) => path.startsWith(folder))
      .flatMap((path, index) => {
        const name = path.slice(folder.length);
        if (!form.test(name)) return [tell(path, `is not named like ${example}. Rename it.`)];
        const due = String(index + 1).padStart(4, '0');
        if (name.startsWith(due)) return [];
        return [
          tell(
            path,
            `breaks the numbering: ${due} is due here. Number it ${due}, or look for the file that is missing.`,
          ),
        ];
      }),
  );
}

function judgeSourcePath(path: string): Violation[] {
  const [, storey = '', ...rest] = path.split('/');
  if (rest.length === 0) {
    if (sourceFiles.includes(storey.replace(/(\.[\w-]+)?\.test\.ts$/, '.ts'))) return [];
    return [
      tell(
        path,
        `stands loose in src/, where only ${sourceFiles.join(', ')} do. Put machinery into platform/, domain into modules/, wire into apis/.`,
      ),
    ];
  }
  if (!sourceFolders.includes(storey)) {
    return [
      tell(
        path,
        `stands in src/${storey}/, which is not in the floor plan (${sourceFolders.join(', ')}). Put it into one of these.`,
      ),
    ];
  }
  const depth = { platform: 2, modules: 2, apis: 2, cli: 1 }[storey] ?? 1;
  const home = storey === 'cli' ? 'src/cli' : `src/${storey}/${rest[0]}`;
  if (rest.length > depth)
    return [
      tell(path, `stands too deep. ${home} has no folders: name the file by its noun and put it there.`),
    ];
  if (path === `src/apis/${porch}` || path === `src/apis/${porch.replace('.ts', '.test.ts')}`) return [];
  if (rest.length < depth && storey !== 'platform') {
    return [
      tell(
        path,
        `stands loose in src/${storey}/. Put it into the folder of its ${storey === 'apis' ? 'API' : 'module'}.`,
      ),
    ];
  }
  if (path.endsWith('.ts') || rest.at(-1) === 'README.md' || font.test(path)) return [];
  return [
    tell(
      path,
      'is neither TypeScript nor a README.md. Texts belong into mails.ts or texts, pictures into web/.',
    ),
  ];
}

function judgeRoom(room: string, files: readonly string[]): Violation[] {
  const home = `src/modules/${room}/`;
  if (!floors.flat().includes(room)) {
    return [
      tell(
        home,
        `is no module of the floor plan (${floors.flat().join(', ')}). Put its nouns into one of these, or give it a floor in scripts/walls/places.ts.`,
      ),
    ];
  }
  const code = files.filter((file) => file.endsWith('.ts') && !isTest(file));
  const nouns = new Set(code.map((file) => file.split('.')[0] ?? '').filter((noun) => !isWholeRoom(noun)));
  const large = `holds ${nouns.size} nouns, ${nounsOfARoom} are a full room. Split the module by noun.`;
  return [
    ...missing(home, files, ['README.md']),
    ...code.flatMap((file) => judgePart(home, file)),
    ...(nouns.size > nounsOfARoom ? [tell(home, large)] : []),
  ];
}

function judgePart(home: string, file: string): Violation[] {
  const [noun = '', ...suffixes] = file.replace(/\.ts$/, '').split('.');
  if (suffixes.length === 0) return [];
  const [suffix] = suffixes;
  const known = suffixParts.some((part) => part === suffix);
  if (suffixes.length === 1 && known && !isWholeRoom(noun)) return [];
  const words = `<nouns>.ts, <nouns>.{${suffixParts.join(',')}}.ts, ${wholeRoomParts.map((part) => `${part}.ts`).join(', ')}, *.test.ts`;
  return [
    tell(
      home + file,
      `is no word of the vocabulary of a module (${words}). Rename it, or move its parts to the files that have these names.`,
    ),
  ];
}

function judgeApi(api: string, files: readonly string[]): Violation[] {
  const home = `src/apis/${api}/`;
  if (!apis.includes(api)) {
    return [
      tell(home, `is no API of the floor plan (${apis.join(', ')}). Put its chapters into one of these.`),
    ];
  }
  const odd = files.filter((file) => file.endsWith('.ts') && !isTest(file) && file.split('.').length > 2);
  return [
    ...missing(home, files, ['README.md', 'plugin.ts']),
    ...odd.map((file) =>
      tell(
        home + file,
        'has a suffix; an API consists of plugin.ts, auth.ts, errors.ts and chapters. Name it by the noun of its chapter.',
      ),
    ),
  ];
}

function missing(home: string, files: readonly string[], needed: readonly string[]): Violation[] {
  const why: Record<string, string> = {
    'README.md':
      'A stranger reads it first: purpose, words, tables or prefix, invariants, oddities kept on purpose.',
    'plugin.ts':
      'It holds the prefix, the parsers, the auth hook, the error handler and the list of chapters.',
  };
  return needed
    .filter((file) => !files.includes(file))
    .map((file) => tell(home, `has no ${file}. ${why[file] ?? ''}`));
}

function isWholeRoom(noun: string): boolean {
  return wholeRoomParts.some((part) => part === noun);
}

/** The folders one below `prefix` with the names of their files. */
function rooms(paths: readonly string[], prefix: string): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const [room, file] = path.startsWith(prefix) ? path.slice(prefix.length).split('/') : [];
    if (room && file) found.set(room, [...(found.get(room) ?? []), file]);
  }
  return [...found];
}
