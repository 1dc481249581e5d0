import type { Readable } from 'node:stream';
import { type Cell, streamCsv } from '../../platform/csv.ts';
import type { Context } from '../../platform/database/contract.ts';
import type { Card } from '../../platform/pdf/card-drawing.ts';
import { writeCards } from '../../platform/pdf/cards.ts';
import type { InstallationSecret } from '../../platform/secrets.ts';
import { writeWorkbook } from '../../platform/spreadsheet/workbook.ts';
import type { Locale } from '../../platform/texts.ts';
import { mostGroupSheets, say, sheetsOf } from './export-sheets.ts';
import {
  cardRows,
  type ExportedEvent,
  type ExportRow,
  registrationRows,
  workbookRows,
} from './exports.queries.ts';
import { unsealKey } from './login-keys.ts';
import { unknownEvent } from './refusals.ts';
import type { Event } from './types.ts';

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
  return endingWith(writeWorkbook(sheetsOf(event, lists, locale)), lists);
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

/** What the cards of an event say. */
export interface KeyCards {
  readonly event: Pick<Event, 'id' | 'name'>;
  /** Only those of this class; `""`: of none; null: everybody. */
  readonly className: string | null;
  /** The address where people sign in; the QR code adds the key as its fragment, which no server sees. */
  readonly page: string;
  readonly locale: Locale;
}

/**
 * Streams a PDF with a card of each participant's login key, by class and name; who has no key has no card. Nobody's where
 * the event is unknown. Begins when the first are read.
 */
export async function writeKeyCards(
  context: Context,
  { secret }: { readonly secret: InstallationSecret },
  cards: KeyCards,
): Promise<Readable> {
  const { event, className, locale } = cards;
  const lists = context.stream(cardRows(context.tenantId, event.id, className));
  const first = await lists.next();
  const pages = async function* () {
    for (let next = first; next.done !== true; next = await lists.next())
      yield next.value.map(({ sealed, ...holder }) => cardOf(holder, unsealKey(secret, sealed), cards));
  };
  const title = say(locale, 'cards', { event: event.name });
  return endingWith(writeCards(pages(), { title, language: locale, createdAt: context.clock.now() }), lists);
}

function cardOf(
  holder: { readonly fullName: string; readonly class: string | null },
  key: string,
  { event, page, locale }: KeyCards,
): Card {
  const ownClass = holder.class ? [say(locale, 'cardClass', { class: holder.class })] : [];
  return {
    heading: holder.fullName,
    lines: [...ownClass, event.name, say(locale, 'cardHint'), page],
    code: key,
    qr: `${page}#key=${encodeURIComponent(key)}`,
  };
}

/** A reader gone before it read anything never starts what reads the lists: they are told here. */
function endingWith(stream: Readable, lists: AsyncGenerator<unknown>): Readable {
  return stream.once('close', () => lists.return(undefined).catch(() => undefined));
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
