import { type Static, Type } from 'typebox';
import { importParticipants, previewImport } from '../../modules/workshops/participant-lists.ts';
import { type ParticipantTable, readParticipantTable } from '../../modules/workshops/participant-tables.ts';
import type { ListChange, ListedPerson } from '../../modules/workshops/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { fileIn, takeFiles } from '../../platform/http/uploads.ts';
import type { Services } from '../callers.ts';
import { numbered } from './event-forms.ts';
import { closed, nullable } from './formats.ts';
import { write } from './writes.ts';

/** 100 000 people are some 5 MB. */
const fileLimit = 32 * 1024 * 1024;
/** People that each list of the answer shows. */
const shown = 1000;

const person = {
  full_name: Type.String(),
  class: nullable(Type.String()),
  target_group: nullable(Type.String()),
};
const difference = closed({
  dry_run: Type.Boolean(),
  headings: Type.Enum(['by_name', 'by_position'], {
    description: 'by_position: no heading was known; name, class, group and key were read in this order',
  }),
  ignored_columns: Type.Array(Type.String()),
  skipped_lines: Type.Array(Type.Integer(), { description: 'With a key, but without a name' }),
  counts: closed({
    added: Type.Integer(),
    changed: Type.Integer(),
    removed: Type.Integer(),
    kept: Type.Integer(),
    registrations_removed: Type.Integer(),
  }),
  added: Type.Array(closed({ line: Type.Integer(), ...person })),
  changed: Type.Array(
    closed({
      line: Type.Integer(),
      id: Type.Integer(),
      before: closed(person),
      after: closed(person),
      is_key_changed: Type.Boolean(),
    }),
  ),
  removed: Type.Array(closed({ id: Type.Integer(), ...person, registrations: Type.Integer() })),
  left_off: Type.Integer({ description: 'How many people these lists do not show' }),
});

/** `/events/{id}/participants/import`. Its bodies are files, so that it has a scope of its own. */
export async function serveParticipantImports(server: HttpServer, { identity }: Services): Promise<void> {
  await server.register(async (scope) => {
    takeFiles(scope);
    route(scope, {
      method: 'POST',
      path: '/events/:id/participants/import',
      caller: ['staff'],
      summary: 'Bring a CSV file of participants into an event, or say what that would do',
      description:
        'The file itself as the body, or the only file of a multipart form, at most 32 MB. Separator, encoding and quotes ' +
        'are detected, columns found by their headings (Dutch, English, German). People are recognised by key, else by ' +
        'name and class, else by a name that occurs once on both sides; they keep id, key and choice. `replace` removes ' +
        'who is not in the file. Faults have the pointer `/<line>/<column>`, and nothing is changed.',
      bodyLimit: fileLimit,
      config: { takesFile: true },
      schema: {
        params: numbered,
        querystring: Type.Object({
          dry_run: Type.Boolean({ default: false }),
          mode: Type.Enum(['replace', 'add'], { default: 'add' }),
        }),
        response: { 200: difference },
      },
      handler: async (request, reply) => {
        const { id } = request.params;
        const { mode, dry_run: isDryRun } = request.query;
        const table = await readParticipantTable(fileIn(request));
        if (isDryRun) {
          const change = await request.context.read((read) => previewImport(read, identity, id, table, mode));
          return toDifference(table, change, true);
        }
        return write(request, reply, async (tx) => {
          const change = await importParticipants(tx, identity, id, table, { mode });
          return { status: 200, body: toDifference(table, change, false) };
        });
      },
    });
  });
}

function toDifference(
  table: ParticipantTable,
  { added, changed, removed, kept }: ListChange,
  isDryRun: boolean,
): Static<typeof difference> {
  const lineAt = (at: number) => table.rows[at]?.line ?? 0;
  const excess = [added, changed, removed].map((list) => Math.max(0, list.length - shown));
  return {
    dry_run: isDryRun,
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
      is_key_changed: isKeyChanged,
    })),
    removed: removed
      .slice(0, shown)
      .map((one) => ({ id: one.id, ...toPerson(one), registrations: one.registrations })),
    left_off: excess.reduce((sum, one) => sum + one, 0),
  };
}

function toPerson({ fullName, class: className, targetGroup }: ListedPerson) {
  return { full_name: fullName, class: className, target_group: targetGroup };
}
