import type { Cell } from '../../platform/csv.ts';
import { safeSheetNames } from '../../platform/spreadsheet/sheet-names.ts';
import type { Sheet } from '../../platform/spreadsheet/workbook.ts';
import { defineTexts, type Locale } from '../../platform/texts.ts';
import type { ExportedEvent, ExportedPerson, ExportedRegistration, ExportRow } from './exports.queries.ts';
import { freePlaces } from './rules.ts';

/** An event with more groups has one sheet of all people instead of one of each. */
export const mostGroupSheets = 100;

/** Says the words of exported files; the Dutch headings of the first two columns are the document's. */
export const say = defineTexts({
  en: {
    name: 'Name',
    class: 'Class',
    group: 'Target group',
    workshop: 'Workshop',
    moment: 'Moment',
    limit: 'Limit',
    taken: 'Registered',
    free: 'Free',
    registeredAt: 'Registered at (UTC)',
    overview: 'Overview',
    people: 'Participants',
    noGroup: 'No group',
    undecided: 'Without choice',
    cards: 'Access codes for {{event}}',
    cardClass: 'Class: {{class}}',
    cardHint: 'Scan, or sign in with this access code at',
  },
  de: {
    name: 'Name',
    class: 'Klasse',
    group: 'Zielgruppe',
    workshop: 'Workshop',
    moment: 'Zeitpunkt',
    limit: 'Plätze',
    taken: 'Angemeldet',
    free: 'Frei',
    registeredAt: 'Angemeldet am (UTC)',
    overview: 'Übersicht',
    people: 'Teilnehmende',
    noGroup: 'Ohne Gruppe',
    undecided: 'Ohne Wahl',
    cards: 'Zugangscodes für {{event}}',
    cardClass: 'Klasse: {{class}}',
    cardHint: 'Scannen oder mit diesem Zugangscode anmelden auf',
  },
  nl: {
    name: 'Naam',
    class: 'Klas',
    group: 'Doelgroep',
    workshop: 'Workshop',
    moment: 'Moment',
    limit: 'Limiet',
    taken: 'Ingeschreven',
    free: 'Vrij',
    registeredAt: 'Ingeschreven op (UTC)',
    overview: 'Overzicht',
    people: 'Deelnemers',
    noGroup: 'Zonder doelgroep',
    undecided: 'Zonder keuze',
    cards: 'Toegangscodes voor {{event}}',
    cardClass: 'Klas: {{class}}',
    cardHint: 'Scan, of meld je met deze toegangscode aan op',
  },
});

type List = readonly (readonly Cell[])[];

/** In characters, of names and classes. */
const widths = [32, 12];

/** The sheets of an event's workbook, each read while the rows pass by. @param lists rows in the order of the sheets */
export async function* sheetsOf(
  event: ExportedEvent,
  lists: AsyncGenerator<readonly ExportRow[]>,
  locale: Locale,
): AsyncGenerator<Sheet> {
  const { workshops } = event;
  const rows = new Runs(lists);
  const groups = event.groups.length > mostGroupSheets ? [null] : event.groups;
  // The workshops come first, so that no other sheet takes a name from them.
  const names = safeSheetNames([
    ...workshops.map(({ title }) => title),
    say(locale, 'overview'),
    ...groups.map((group) => group || say(locale, group === null ? 'people' : 'noGroup')),
    say(locale, 'undecided'),
  ]).values();
  const named = (sheet: Omit<Sheet, 'name'>): Sheet => ({ name: names.next().value ?? '', ...sheet });

  for (const { id, title } of workshops) yield named(workshopSheet(id, title, rows, locale));
  yield named(overviewSheet(event, locale));
  for (const group of groups) yield named(groupSheet(group, event, rows, locale));
  yield named(undecidedSheet(rows, locale));
}

function workshopSheet(id: number, title: string, rows: Runs, locale: Locale): Omit<Sheet, 'name'> {
  const own = rows.while(
    (row): row is ExportedRegistration => row.part === 'registration' && row.workshopId === id,
  );
  // The blank row is one cell with an empty text (contract §8).
  const head = [[title], [''], personHeadings(locale)];
  return { widths, boldRows: [1, 3], rows: below(head, own, (row) => [row.fullName, row.class]) };
}

function overviewSheet({ workshops }: ExportedEvent, locale: Locale): Omit<Sheet, 'name'> {
  const keys = ['workshop', 'moment', 'limit', 'taken', 'free'] as const;
  const rows = workshops.map(({ title, moment, capacity, taken }) => {
    return [title, moment, capacity, taken, freePlaces({ capacity, taken })];
  });
  return {
    widths: [40, 24, 10, 14, 10],
    boldRows: [1],
    rows: [[keys.map((key) => say(locale, key)), ...rows]],
  };
}

/** People with their workshop of each moment. @param group null: everybody, with the group of each */
function groupSheet(
  group: string | null,
  { workshops }: ExportedEvent,
  rows: Runs,
  locale: Locale,
): Omit<Sheet, 'name'> {
  const own = rows.while(
    (row): row is ExportedPerson =>
      row.part === 'person' && (group === null || (row.targetGroup ?? '') === group),
  );
  const moments = [...new Set(workshops.map(({ moment }) => moment))].sort();
  const byId = new Map(workshops.map((workshop) => [workshop.id, workshop]));
  const chosenAt = (moment: string, chosen: readonly number[]) =>
    chosen
      .flatMap((id) => byId.get(id) ?? [])
      .filter((workshop) => workshop.moment === moment)
      .map(({ title }) => title)
      .join(' + ') || null;
  const groupOf = (cell: Cell) => (group === null ? [cell] : []);
  const head = [...personHeadings(locale), ...groupOf(say(locale, 'group')), ...moments];
  return {
    widths: [...widths, ...groupOf(20).map(Number), ...moments.map(() => 28)],
    boldRows: [1],
    rows: below([head], own, (row) => [
      row.fullName,
      row.class,
      ...groupOf(row.targetGroup),
      ...moments.map((moment) => chosenAt(moment, row.chosen)),
    ]),
  };
}

function undecidedSheet(rows: Runs, locale: Locale): Omit<Sheet, 'name'> {
  const own = rows.while((row): row is ExportedPerson => row.part === 'undecided');
  const head = [...personHeadings(locale), say(locale, 'group')];
  const cells = (row: ExportedPerson) => [row.fullName, row.class, row.targetGroup];
  return { widths: [...widths, 20], boldRows: [1], rows: below([head], own, cells) };
}

function personHeadings(locale: Locale): string[] {
  return [say(locale, 'name'), say(locale, 'class')];
}

async function* below<Row>(
  head: List,
  lists: AsyncGenerator<readonly Row[]>,
  cells: (row: Row) => readonly Cell[],
): AsyncGenerator<List> {
  yield head;
  for await (const list of lists) yield list.map(cells);
}

/** Rows that stand in runs, read one run after the other. */
class Runs {
  readonly #lists: AsyncGenerator<readonly ExportRow[]>;
  #list: readonly ExportRow[] = [];
  #at = 0;

  constructor(lists: AsyncGenerator<readonly ExportRow[]>) {
    this.#lists = lists;
  }

  /** The rows up to the first that is none of these. */
  async *while<Row extends ExportRow>(isOwn: (row: ExportRow) => row is Row): AsyncGenerator<readonly Row[]> {
    do {
      if (this.#at === this.#list.length) {
        const next = await this.#lists.next();
        if (next.done) return;
        this.#list = next.value;
        this.#at = 0;
      }
      const run = this.#upTo(isOwn);
      if (run.length > 0) yield run;
    } while (this.#at === this.#list.length);
  }

  #upTo<Row extends ExportRow>(isOwn: (row: ExportRow) => row is Row): Row[] {
    const run: Row[] = [];
    for (const row of this.#list.slice(this.#at)) {
      if (!isOwn(row)) break;
      run.push(row);
    }
    this.#at += run.length;
    return run;
  }
}
