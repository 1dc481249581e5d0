import type { Readable } from 'node:stream';
import { streamCsv } from '../../platform/csv.ts';
import type { Context } from '../../platform/database/contract.ts';
import { readDelimitedText } from '../../platform/delimited-text.ts';
import type { Bytes } from '../../platform/text-encoding.ts';
import { defineTexts, type Locale } from '../../platform/texts.ts';
import type { Identity } from '../identity/types.ts';
import type { DraftField } from './participants.rules.ts';
import { streamParticipants } from './participants.ts';
import type { ParticipantDraft } from './types.ts';

/** An uploaded list of participants, read but not yet compared with anybody. */
export interface ParticipantTable {
  readonly rows: readonly TableRow[];
  /** `by_position`: no heading was known, the columns are name, class, group, key as in the documented file. */
  readonly headings: 'by_name' | 'by_position';
  /** Where each field stands, from 1. */
  readonly columns: Readonly<Partial<Record<DraftField, TableColumn>>>;
  /** Headings of columns that nothing is made of. */
  readonly ignored: readonly string[];
  /** Rows without a name: they are nobody (contract §6), but their keys may be somebody's. */
  readonly nameless: readonly { readonly line: number; readonly key: string }[];
  readonly faults: readonly TableFault[];
}

export interface TableRow {
  /** Where the row begins, from 1. */
  readonly line: number;
  readonly draft: ParticipantDraft;
}

export interface TableColumn {
  /** From 1. */
  readonly number: number;
  readonly heading: string;
}

export interface TableFault {
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Null: the column has none. */
  readonly heading: string | null;
  readonly sentence: string;
}

const mostRows = 200_000;
/** Beyond these nobody reads on. */
const mostFaults = 1000;

/** Fields by their headings: Dutch, English, German, the columns of the wire; `(laat leeg)` and the like are cut off. */
const known: ReadonlyMap<string, DraftField> = new Map([
  ...named('fullName', 'naam', 'volledige naam', 'name', 'full name', 'vollständiger name'),
  ...named('class', 'klas', 'class', 'user class', 'klasse'),
  ...named(
    'targetGroup',
    'doelgroep',
    'groep',
    'group',
    'target group',
    'targetgroup',
    'zielgruppe',
    'gruppe',
  ),
  ...named('key', 'identificatie', 'toegangscode', 'key', 'login key', 'code', 'access code', 'identity'),
  ...named('key', 'schlüssel', 'zugangscode'),
]);

/** The documented order (contract §6). */
const documented: readonly DraftField[] = ['fullName', 'class', 'targetGroup', 'key'];

/**
 * Reads an uploaded list: columns by their headings in any order, or, where none of them is the name's, in the documented
 * order with the first line skipped unread. A row without a name is skipped. An empty key keeps or draws one.
 */
export async function readParticipantTable(bytes: Bytes): Promise<ParticipantTable> {
  const rows: TableRow[] = [];
  const nameless: { line: number; key: string }[] = [];
  const faults: TableFault[] = [];
  let head: Head | null = null;
  for await (const row of readDelimitedText(bytes)) {
    if (faults.length >= mostFaults) break;
    if ('code' in row) {
      faults.push(faultAt(head, row.line, row.column, row.fault));
      break;
    }
    const { line, cells } = row;
    if (!head) {
      head = readHead(cells, line, faults);
      continue;
    }
    const fault = head.width < cells.length ? firstBeyond(cells, head.width) : null;
    if (fault !== null) {
      const sentence = `There are more cells than the ${head.width} headings. Is a separator not quoted?`;
      faults.push(faultAt(head, line, fault, sentence));
      continue;
    }
    const draft = draftOf(cells, head.columns);
    if (draft.fullName !== '') rows.push({ line, draft });
    else if (draft.key !== undefined) nameless.push({ line, key: draft.key ?? '' });
    if (rows.length + nameless.length > mostRows) {
      faults.push(faultAt(head, line, 1, `A list has at most ${mostRows} people.`));
      break;
    }
  }
  if (rows.length === 0 && faults.length === 0)
    faults.push(faultAt(head, 1, 1, 'There is nobody in this list.'));
  const { headings = 'by_position', columns = {}, ignored = [] } = head ?? {};
  return { rows, headings, columns, ignored, nameless, faults };
}

const say = defineTexts({
  en: { name: 'Name', class: 'Class', group: 'Target group', key: 'Key' },
  de: { name: 'Name', class: 'Klasse', group: 'Zielgruppe', key: 'Schlüssel' },
  nl: { name: 'Naam', class: 'Klas', group: 'Doelgroep', key: 'Identificatie' },
});

export interface TableLayout {
  /** Of the headings. */
  readonly locale: Locale;
  /** By which Excel sees UTF-8; the documented file has none. */
  readonly byteOrderMark: boolean;
}

/**
 * Streams everybody of an event by id as the documented file (contract §6): name, class, group, key, separated by
 * semicolons; formulas are guarded. `readParticipantTable` reads it back as it was.
 * @param eventId null: of all events that are not archived
 */
export function writeParticipantTable(
  context: Context,
  identity: Pick<Identity, 'secret'>,
  eventId: number | null,
  { locale, byteOrderMark }: TableLayout,
): Promise<Readable> {
  const headings = (['name', 'class', 'group', 'key'] as const).map((column) => say(locale, column));
  const lists = streamParticipants(context, identity, { eventId, order: 'id' });
  const rows = (async function* () {
    for await (const list of lists)
      yield list.map((one) => [one.fullName, one.class, one.targetGroup, one.key]);
  })();
  return streamCsv(headings, rows, { separator: ';', byteOrderMark });
}

interface Head extends Pick<ParticipantTable, 'headings' | 'columns' | 'ignored'> {
  readonly texts: readonly string[];
  readonly width: number;
}

function readHead(cells: readonly string[], line: number, faults: TableFault[]): Head {
  const columns: Partial<Record<DraftField, TableColumn>> = {};
  const ignored: string[] = [];
  const texts = cells.map((cell) => cell.trim());
  texts.forEach((heading, at) => {
    const field = known.get(foldHeading(heading));
    const column = { number: at + 1, heading };
    if (!field) {
      if (heading !== '') ignored.push(heading);
    } else if (columns[field]) {
      const first = `"${columns[field].heading}" in column ${columns[field].number} is the same.`;
      faults.push({
        line,
        column: at + 1,
        heading,
        sentence: `There are two columns for one thing: ${first}`,
      });
    } else columns[field] = column;
  });
  if (columns.fullName) return { headings: 'by_name', columns, ignored, texts, width: texts.length };
  // What was said of two columns was said of a line that is no line of headings.
  faults.length = 0;
  const positions = documented.map((field, at) => [field, { number: at + 1, heading: texts[at] ?? '' }]);
  const width = Math.max(texts.length, documented.length);
  return { headings: 'by_position', columns: Object.fromEntries(positions), ignored: [], texts, width };
}

function foldHeading(heading: string): string {
  return heading
    .normalize('NFC')
    .replace(/\(.*\)/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

function draftOf(cells: readonly string[], columns: Head['columns']): ParticipantDraft {
  // A line break within a cell is a blank in a name.
  const text = (column: TableColumn) => tidy(cells[column.number - 1] ?? '');
  const key = columns.key ? text(columns.key) : '';
  return {
    fullName: columns.fullName ? text(columns.fullName) : '',
    ...(columns.class && { class: text(columns.class) }),
    ...(columns.targetGroup && { targetGroup: text(columns.targetGroup) }),
    ...(key !== '' && { key }),
  };
}

function tidy(cell: string): string {
  return cell.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The column of the first cell beyond the headings that says something; null: they are all empty. */
function firstBeyond(cells: readonly string[], width: number): number | null {
  const at = cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
  return at === -1 ? null : at + 1;
}

function faultAt(head: Head | null, line: number, column: number, sentence: string): TableFault {
  return { line, column, heading: head?.texts[column - 1] || null, sentence };
}

function named(field: DraftField, ...headings: readonly string[]): [string, DraftField][] {
  return headings.map((heading) => [heading, field]);
}
