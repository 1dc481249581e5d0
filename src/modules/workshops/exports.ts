import type { Readable } from 'node:stream';
import { type Cell, streamCsv } from '../../platform/csv.ts';
import type { Context } from '../../platform/database/contract.ts';
import type { InstallationSecret } from '../../platform/secrets.ts';
import { writeWorkbook } from '../../platform/spreadsheet/workbook.ts';
import type { Locale } from '../../platform/texts.ts';
import { mostGroupSheets, sheetsOf } from './export-sheets.ts';
import { say } from './export-texts.ts';
import {
  cardRows,
  type ExportedEvent,
  type ExportRow,
  registrationRows,
  workbookRows,
} from './exports.queries.ts';
import { unsealKey } from './login-keys.ts';
import { unknownEvent } from './refusals.ts';

/**
 * Streams an Excel workbook of who chose what (contract §8, ruling "Excel"): a sheet per workshop, then an overview, the
 * people of each group with their workshop of each moment, and those without a choice. All of it is one snapshot, and memory
 * stays flat. Refuses an unknown event before the first byte.
 * @param locale of the headings
 */
export async function writeRegistrationsWorkbook(
  context: Context,
  eventId: number,
  locale: Locale,
): Promise<Readable> {
  const { first, rest } = workbookRows(context.tenantId, eventId, mostGroupSheets);
  const lists = context.stream(first, rest);
  const event = await firstOf(lists, eventId);
  const stream = writeWorkbook(sheetsOf(event, lists, locale));
  // A reader gone before it read anything never starts the sheets: the source is told here.
  stream.once('close', () => lists.return(undefined).catch(() => undefined));
  return stream;
}

/**
 * Streams who chose what as CSV, a line for each participant and workshop, by workshop and then as they registered.
 * Refuses an unknown event before the first byte.
 * @param locale of the headings
 */
export async function writeRegistrationsCsv(
  context: Context,
  eventId: number,
  locale: Locale,
): Promise<Readable> {
  const { first, rest } = registrationRows(context.tenantId, eventId);
  const lists = context.stream(first, rest);
  const event = await firstOf(lists, eventId);
  const keys = ['workshop', 'moment', 'name', 'class', 'group', 'registeredAt'] as const;
  const headings = keys.map((key) => say(locale, key));
  return streamCsv(headings, linesOf(event, lists), { separator: ';', byteOrderMark: true });
}

/** What is printed on one participant's card. */
export interface KeyCard {
  readonly fullName: string;
  readonly class: string | null;
  /** The login key in clear. */
  readonly key: string;
}

/**
 * Streams the login keys of an event's participants by class and name; who has none is left out. Nobody where the event is
 * unknown.
 * @param className only those of this class; `""`: of none; null: all
 */
export async function* streamKeyCards(
  context: Context,
  { secret }: { readonly secret: InstallationSecret },
  eventId: number,
  className: string | null,
): AsyncGenerator<readonly KeyCard[]> {
  for await (const list of context.stream(cardRows(context.tenantId, eventId, className)))
    yield list.map(({ sealed, ...person }) => ({ ...person, key: unsealKey(secret, sealed) }));
}

async function firstOf(lists: AsyncGenerator<readonly ExportRow[]>, eventId: number): Promise<ExportedEvent> {
  const next = await lists.next();
  const event = next.done ? undefined : next.value[0];
  if (event?.part !== 'event') throw unknownEvent(eventId);
  return event;
}

async function* linesOf(
  { workshops }: ExportedEvent,
  lists: AsyncGenerator<readonly ExportRow[]>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const byId = new Map(workshops.map((workshop) => [workshop.id, workshop]));
  for await (const list of lists) {
    yield list.flatMap((row): Cell[][] => {
      if (row.part !== 'registration') return [];
      const { title = '', moment = '' } = byId.get(row.workshopId) ?? {};
      return [[title, moment, row.fullName, row.class, row.targetGroup, toMinutes(row.enteredAt)]];
    });
  }
}

/** As spreadsheets read a moment. */
function toMinutes(moment: Date): string {
  return moment.toISOString().slice(0, 16).replace('T', ' ');
}
