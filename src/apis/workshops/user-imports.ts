import { type Static, Type } from 'typebox';
import { importParticipants, previewImport } from '../../modules/workshops/participant-lists.ts';
import { type ParticipantTable, readParticipantTable } from '../../modules/workshops/participant-tables.ts';
import type { ListChange, ListedPerson, ListMode } from '../../modules/workshops/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { fileIn, takeFiles } from '../../platform/http/uploads.ts';
import type { Services } from '../callers.ts';
import { eventIdIn } from './formats.ts';
import { listLimit } from './users.ts';

const textOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const person = { full_name: Type.String(), user_class: textOrNull, targetGroup: textOrNull };
const answer = Type.Object({
  dry_run: Type.Boolean(),
  mode: Type.Enum(['replace', 'add']),
  headings: Type.Enum(['by_name', 'by_position'], {
    description:
      'by_position: no heading was known; the first line was skipped and the documented order taken',
  }),
  ignored_columns: Type.Array(Type.String()),
  skipped_lines: Type.Array(Type.Integer(), { description: 'With a key, but without a name' }),
  counts: Type.Object({
    added: Type.Integer(),
    changed: Type.Integer(),
    removed: Type.Integer(),
    kept: Type.Integer(),
    registrations_removed: Type.Integer(),
  }),
  added: Type.Array(Type.Object({ line: Type.Integer(), ...person })),
  changed: Type.Array(
    Type.Object({
      line: Type.Integer(),
      id: Type.Integer(),
      before: Type.Object(person),
      after: Type.Object(person),
      key_changed: Type.Boolean(),
    }),
  ),
  removed: Type.Array(Type.Object({ id: Type.Integer(), ...person, registrations: Type.Integer() })),
  left_off: Type.Integer({ description: 'How many people these lists do not show' }),
});

/** People that each list of the answer shows. */
const shown = 1000;

/** `/events/{id}/users/import` (ruling "CSV"). Its bodies are files, so that it has a scope of its own. */
export async function serveUserImports(server: HttpServer, { identity }: Services): Promise<void> {
  await server.register(async (scope) => {
    takeFiles(scope);
    route(scope, {
      method: 'POST',
      path: '/events/:id/users/import',
      caller: ['manage'],
      summary: 'Brings a CSV file of participants into an event, or says what that would do',
      description:
        'The file itself as the body, or the only file of a multipart form, at most 32 MB. Separator, encoding and quotes ' +
        'are detected, columns found by their headings (Dutch, English, German). People are recognised by key, else by ' +
        'name and class, else by a name that occurs once on both sides; they keep id, key and registrations. `replace` ' +
        'removes who is not in the file. Faults are named as `<line>.<column>`, and nothing is changed.',
      bodyLimit: listLimit,
      config: { takesFile: true },
      schema: {
        params: Type.Object({ id: Type.String() }),
        querystring: Type.Object({
          dry_run: Type.Boolean({ default: false }),
          mode: Type.Enum(['replace', 'add'], { default: 'replace' }),
        }),
        response: { 200: answer },
      },
      handler: async (request) => {
        const eventId = eventIdIn(request.params.id);
        const { mode, dry_run: isDryRun } = request.query;
        const table = await readParticipantTable(fileIn(request));
        const change = isDryRun
          ? await request.context.read((read) => previewImport(read, identity, eventId, table, mode))
          : await request.context.transaction((tx) =>
              importParticipants(tx, identity, eventId, table, { mode }),
            );
        return toAnswer(table, change, mode, isDryRun);
      },
    });
  });
}

function toAnswer(
  table: ParticipantTable,
  { added, changed, removed, kept }: ListChange,
  mode: ListMode,
  isDryRun: boolean,
): Static<typeof answer> {
  const lineAt = (at: number) => table.rows[at]?.line ?? 0;
  const excess = [added, changed, removed].map((list) => Math.max(0, list.length - shown));
  return {
    dry_run: isDryRun,
    mode,
    headings: table.headings,
    ignored_columns: [...table.ignored],
    skipped_lines: table.nameless.slice(0, shown).map(({ line }) => line),
    counts: {
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      kept,
      registrations_removed: removed.reduce((sum, { registrations }) => sum + registrations, 0),
    },
    added: added.slice(0, shown).map((one) => ({ line: lineAt(one.at), ...toPerson(one) })),
    changed: changed.slice(0, shown).map(({ at, id, before, after, isKeyChanged }) => ({
      line: lineAt(at),
      id,
      before: toPerson(before),
      after: toPerson(after),
      key_changed: isKeyChanged,
    })),
    removed: removed
      .slice(0, shown)
      .map((one) => ({ id: one.id, ...toPerson(one), registrations: one.registrations })),
    left_off: excess.reduce((sum, one) => sum + one, 0),
  };
}

function toPerson({ fullName, class: userClass, targetGroup }: ListedPerson) {
  return { full_name: fullName, user_class: userClass, targetGroup };
}
