import { createReadStream } from 'node:fs';
import { type Command, Option } from 'commander';
import { requireEventNamed } from '../modules/workshops/events.ts';
import { importParticipants, previewImport } from '../modules/workshops/participant-lists.ts';
import {
  type ParticipantTable,
  readParticipantTable,
  writeParticipantTable,
} from '../modules/workshops/participant-tables.ts';
import type { ListChange, ListedPerson, ListMode } from '../modules/workshops/types.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Locale } from '../platform/texts.ts';
import { type EventOptions, languageOf, withEvent, withLanguage, writeOut } from './event-options.ts';
import { asOperator } from './operator.ts';
import { CommandFailure, describe, hint, say, sayJson } from './output.ts';
import { openProgress } from './progress.ts';
import { requireYes } from './questions.ts';

interface ImportOptions extends EventOptions {
  readonly mode: ListMode;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `muster participants import|export` */
export function defineParticipants(program: Command): void {
  const participants = program
    .command('participants')
    .description('Bring the participants of an event in from CSV, and print them with their login keys.');
  withEvent(participants.command('import <file>'))
    .description('Bring a CSV file into an event, all of it or nothing, and say what that changes.')
    .addOption(
      new Option('--mode <mode>', 'replace removes who is not in the file, add removes nobody')
        .choices(['replace', 'add'])
        .default('replace'),
    )
    .option('--dry-run', 'say what would happen, change nothing')
    .option('--yes', 'do not ask before people who have chosen workshops are removed')
    .option('--json', 'print JSON')
    .addHelpText('after', importHelp)
    .action(importFile);
  withLanguage(participants.command('export [file]'))
    .description('Write participants with their login keys as CSV, to a file or standard output.')
    .option('--event <event>', 'only of this event, by name or id (default: of all that are not archived)')
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--bom', 'begin with the mark by which Excel sees UTF-8')
    .addHelpText(
      'after',
      '\nExamples:\n  muster participants export students.csv --event workshops2027\n' +
        '  muster participants export --event workshops2027 --lang en --site alpha',
    )
    .action(exportFile);
}

const importHelp = `
Columns by their headings, in any order, Dutch, English or German: Naam or Name, Klas or Class, Doelgroep or Group,
Identificatie or Key. Separator and encoding are detected. Whoever is here already is recognised by key, else by name and
class, else by a name that occurs once, and keeps key and choices; an empty key is drawn for who is new.

Examples:
  muster participants import students.csv --event workshops2027 --dry-run
  muster participants import late.csv --event workshops2027 --mode add --site alpha`;

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const table = await readTable(file);
  const { mode, dryRun = false } = options;
  const progress = openProgress('participants', 100);
  const change = await asOperator('participants import', async (operator) => {
    const { identity } = operator.installation;
    const { context } = await operator.at(options.site);
    const { id } = await context.read((read) => requireEventNamed(read, options.event));
    const preview = await context.read((read) => previewImport(read, identity, id, table, mode));
    if (dryRun) return preview;
    await askBeforeLoss(preview, options);
    const onProgress = (done: number, all: number) => progress.show((100 * done) / all);
    return context.transaction((tx) => importParticipants(tx, identity, id, table, { mode, onProgress }));
  })
    .catch((error: unknown) => refuseTable(error, file))
    .finally(() => progress.end());
  if (options.json)
    sayJson({ isImported: !dryRun, mode, headings: table.headings, ...inFile(change, table) });
  else tell(change, table, dryRun);
}

interface ExportOptions extends Partial<EventOptions> {
  readonly lang?: Locale;
  readonly bom?: boolean;
}

async function exportFile(file: string | undefined, options: ExportOptions): Promise<void> {
  const { event } = options;
  await asOperator('participants export', async (operator) => {
    const { site, context } = await operator.at(options.site);
    const id = event === undefined ? null : (await context.read((read) => requireEventNamed(read, event))).id;
    const layout = { locale: languageOf(site, options.lang), byteOrderMark: options.bom ?? false };
    await writeOut(await writeParticipantTable(context, operator.installation.identity, id, layout), file);
  });
  if (file !== undefined) say(`The participants${event === undefined ? '' : ` of ${event}`} are in ${file}.`);
}

async function readTable(file: string): Promise<ParticipantTable> {
  try {
    return await readParticipantTable(createReadStream(file));
  } catch (error) {
    throw new CommandFailure(`${file} cannot be read: ${describe(error)}.`);
  }
}

async function askBeforeLoss({ removed }: ListChange, options: ImportOptions): Promise<void> {
  const choosers = removed.filter(({ registrations }) => registrations > 0);
  if (choosers.length === 0) return;
  const [first] = choosers;
  await requireYes(
    options,
    'remove',
    `The file leaves out ${choosers.length} who have chosen workshops, ${first?.fullName} for one: they and their choices ` +
      'are removed. --mode add removes nobody.',
  );
}

/** Tells each fault of the file by line and column. */
function refuseTable(error: unknown, file: string): never {
  if (!(error instanceof Refusal) || error.code !== 'participant.bad_table') throw error;
  const faults = Object.entries(error.fields);
  for (const [place, sentences] of faults) hint(`${file}:${place.replace('.', ':')}: ${sentences.join(' ')}`);
  throw new CommandFailure(
    `Nothing was changed: ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}.`,
  );
}

/** The change with lines of the file. */
function inFile({ added, changed, ...rest }: ListChange, { rows }: ParticipantTable) {
  const lineOf = (at: number) => rows[at]?.line ?? 0;
  return {
    ...rest,
    added: added.map(({ at, ...person }) => ({ line: lineOf(at), ...person })),
    changed: changed.map(({ at, ...one }) => ({ line: lineOf(at), ...one })),
  };
}

/** People that each part of the difference shows. */
const shown = 20;

function tell(change: ListChange, table: ParticipantTable, isDryRun: boolean): void {
  const { added, changed, removed, kept } = inFile(change, table);
  if (table.headings === 'by_position')
    hint('No heading was known: the first line was skipped, the columns taken for name, class, group, key.');
  if (table.ignored.length > 0) hint(`Columns left out: ${table.ignored.join(', ')}.`);
  const list = (lines: readonly string[]) => {
    for (const line of lines.slice(0, shown)) say(line);
    if (lines.length > shown) say(`  … and ${lines.length - shown} more`);
  };
  list(added.map((one) => `+ line ${one.line}: ${sayPerson(one)}`));
  list(
    changed.map(({ line, before, after, isKeyChanged }) => {
      const key = isKeyChanged ? ', new key' : '';
      return `~ line ${line}: ${sayPerson(before)} → ${sayPerson(after)}${key}`;
    }),
  );
  list(removed.map((one) => `- ${sayPerson(one)}, ${one.registrations} workshops chosen`));
  const counts = `${added.length} new, ${changed.length} changed, ${removed.length} removed, ${kept} kept`;
  say(`participants: ${counts}${isDryRun ? ' (dry run, nothing was changed)' : ''}.`);
}

function sayPerson({ fullName, class: className, targetGroup }: ListedPerson): string {
  const more = [className, targetGroup].filter((text) => text !== null && text !== '').join(', ');
  return more === '' ? fullName : `${fullName} (${more})`;
}
