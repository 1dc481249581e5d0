import { floorOf, type Part, type Place, placeOf, porch } from './places.ts';
import type { Import, Source, Violation } from './sources.ts';

/** Judges every import of a file against the table of import arrows (ARCHITECTURE.md). */
export function judgeArrows(source: Source): Violation[] {
  const from = placeOf(source.path);
  if (from.kind === 'test' || from.kind === 'outside') return [];
  return source.imports.flatMap((imported) => {
    const why = imported.target
      ? refuseFile(from, imported, imported.target)
      : refusePackage(from, source.path, imported.specifier);
    const says = `imports ${imported.target ?? imported.specifier}: ${why}`;
    return why ? [{ path: source.path, line: imported.line, says }] : [];
  });
}

function refuseFile(from: Place, imported: Import, target: string): string | undefined {
  const to = placeOf(target);
  if (from.kind === 'web') return refuseFromWeb(to);
  if (to.kind === 'test') return 'a test is imported by nothing. What both need belongs in test/support.';
  if (to.kind === 'outside' || to.kind === 'web') return refuseOutside(target);
  if (to.kind === 'main') return 'main.ts only hands the arguments to cli/. Nothing imports it.';
  if (from.kind === 'main')
    return to.kind === 'command' ? undefined : 'main.ts only hands the arguments to cli/.';
  if (from.kind === 'platform') return refuseFromPlatform(to);
  if (from.kind === 'config') return to.kind === 'platform' ? undefined : 'config.ts knows platform/ only.';
  if (to.kind === 'config' && from.kind !== 'hall' && from.kind !== 'command') {
    return 'settings are handed in. Take the value as a parameter or in the context, and let app.ts pass it.';
  }
  if (to.kind === 'hall' && from.kind !== 'command' && from.kind !== 'hall') {
    return 'app.ts wires the house, and only cli/ opens it. Declare a port (an interface) here and let app.ts fill it.';
  }
  if (to.kind === 'command' && from.kind !== 'command') {
    return 'nothing lies above the command line. Move what is shared down into a module or platform/.';
  }
  if (from.kind === 'module') return refuseFromModule(from, to, target);
  if (from.kind === 'api') return refuseFromApi(from, to, imported, target);
  return refuseFromEdge(from.kind === 'hall' ? 'app.ts' : 'a command', to);
}

function refuseOutside(target: string): string | undefined {
  if (target.endsWith('.json')) return undefined;
  return 'src/ does not know test/, scripts/, bench/ or web/. Move what it needs into src/.';
}

function refuseFromWeb(to: Place): string | undefined {
  if (to.kind === 'web') return undefined;
  return 'web/ knows itself only. It learns of the server through the client of /api/v1 (web/src/api).';
}

function refuseFromPlatform(to: Place): string | undefined {
  if (to.kind === 'platform') return undefined;
  return 'platform/ holds machinery and knows no domain word. Move the domain part into a module, or take it as a parameter.';
}

type ModulePlace = Extract<Place, { kind: 'module' }>;
type ApiPlace = Extract<Place, { kind: 'api' }>;

/** What a file of a module may import of its own room. */
const ownParts: Readonly<Record<Part, readonly Part[]>> = {
  noun: ['noun', 'queries', 'rules', 'refusals', 'types', 'mails'],
  mails: ['types'],
  queries: ['types'],
  rules: ['rules', 'types', 'refusals'],
  refusals: ['types'],
  types: [],
  jobs: ['noun', 'types'],
};

/** What a file of a module may import of a lower room. */
const lowerParts: Readonly<Record<Part, readonly Part[]>> = {
  noun: ['noun', 'types'],
  mails: ['types'],
  queries: [],
  rules: [],
  refusals: [],
  types: ['types'],
  jobs: [],
};

const belonging: Readonly<Record<Part, string>> = {
  noun: 'a use case composes verbs: of a lower room it knows <nouns>.ts and types.ts only. Ask that room for a verb.',
  mails: 'mails.ts turns types into letters. Fetch what it needs in <nouns>.ts and hand it in.',
  queries:
    'a queries file holds SQL and knows platform/database and its own types.ts. Decide and compose in <nouns>.ts.',
  rules:
    'rules are pure: own types and refusals. Do the input and output in <nouns>.ts and hand the facts in.',
  refusals: 'refusals.ts knows platform/refusal and its own types. Move the rest to rules.ts or <nouns>.ts.',
  types: 'types.ts knows platform/ and types.ts of lower rooms. Move what acts to <nouns>.ts or rules.ts.',
  jobs: 'a job handler is three lines that call a verb of its own <nouns>.ts. Move the work there.',
};

function refuseFromModule(from: ModulePlace, to: Place, target: string): string | undefined {
  if (to.kind === 'platform') return refusePlatform(from, target);
  if (to.kind === 'api')
    return 'a module never sees a wire name, a status or a header. Move the shared part into the module.';
  if (to.kind !== 'module') return 'a module knows platform/ and lower modules only.';
  if (to.room === from.room) {
    if (ownParts[from.part].includes(to.part)) return undefined;
    return to.part === 'jobs'
      ? 'jobs call verbs, never the reverse; leave a job by its name.'
      : belonging[from.part];
  }
  const [above, below] = [floorOf(from.room), floorOf(to.room)];
  if (below > above) {
    return `${from.room} lies below ${to.room}. Move the shared noun down, compose the two in the API, leave a job, or declare a port in ${from.room} that app.ts fills.`;
  }
  if (below === above) {
    return `${from.room} and ${to.room} are siblings. Move the shared noun down, compose the two in the API, or leave a job.`;
  }
  return lowerParts[from.part].includes(to.part) ? undefined : belonging[from.part];
}

function refusePlatform(from: ModulePlace, target: string): string | undefined {
  if (target.startsWith('src/platform/http/')) return 'a module never sees HTTP. Do this in the API.';
  if (from.part === 'rules') return belonging.rules;
  if (from.part === 'queries' && !target.startsWith('src/platform/database/')) return belonging.queries;
  return undefined;
}

/** What an API may use of platform/ at run time; the rest of platform/ it may name as types. */
const platformForApis = /^src\/platform\/(http\/|refusal|texts|csv|xlsx)/;

function refuseFromApi(from: ApiPlace, to: Place, imported: Import, target: string): string | undefined {
  if (to.kind === 'api') {
    return to.api === from.api || to.api === porch
      ? undefined
      : 'an API never knows another. Move what both need into a module or platform/http.';
  }
  if (to.kind === 'platform') {
    if (platformForApis.test(target) || imported.typeOnly) return undefined;
    return 'an API uses platform/http and platform/refusal. Work with this machinery belongs in a verb of a module, or app.ts hands it in.';
  }
  if (to.kind !== 'module') return 'an API knows modules, platform/http and platform/refusal only.';
  return refuseInside(to, 'an API');
}

function refuseFromEdge(who: string, to: Place): string | undefined {
  if (to.kind === 'api' && who !== 'app.ts')
    return 'a command speaks to modules. What an API does for it belongs in a verb of a module.';
  if (to.kind === 'module') return to.part === 'jobs' && who === 'app.ts' ? undefined : refuseInside(to, who);
  return undefined;
}

function refuseInside(to: ModulePlace, who: string): string | undefined {
  if (to.part === 'noun' || to.part === 'types' || to.part === 'refusals') return undefined;
  return `${who} calls verbs: <nouns>.ts, types.ts and refusals.ts of a module, never its ${to.part}. Export a verb from modules/${to.room}.`;
}

interface Reserved {
  readonly name: RegExp;
  readonly allowed: RegExp;
  readonly belongs: string;
}

const reservedPackages: readonly Reserved[] = [
  {
    name: /^(pg|pg-.*|graphile-worker)$/,
    allowed: /^src\/platform\//,
    belongs: 'the pool and the queue never leave platform/. Use the Read or Tx that the caller opened.',
  },
  {
    name: /^kysely(\/.*)?$/,
    allowed: /^src\/platform\/|^src\/modules\/.*\.queries\.ts$/,
    belongs: 'SQL lives in <nouns>.queries.ts. Put the question there as one function and call it.',
  },
  {
    name: /^(fastify|fastify-plugin|@fastify\/.*)$/,
    allowed: /^src\/(platform\/|apis\/|app\.ts$)/,
    belongs: 'a module never sees HTTP. Do this in the API or in platform/http.',
  },
];

function refusePackage(from: Place, path: string, specifier: string): string | undefined {
  if (from.kind === 'web') {
    return specifier.startsWith('node:') ? 'web/ runs in a browser, which has nothing of Node.' : undefined;
  }
  const reserved = reservedPackages.find(({ name, allowed }) => name.test(specifier) && !allowed.test(path));
  if (reserved) return reserved.belongs;
  if (from.kind !== 'module') return undefined;
  if (from.part === 'rules' && specifier.startsWith('node:')) return belonging.rules;
  if (from.part === 'queries' && !specifier.startsWith('kysely')) return belonging.queries;
  return undefined;
}
