import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { findLibreoffice, openInLibreoffice } from '../../../test/support/libreoffice.ts';
import {
  chooses,
  participant,
  participants,
  visitToken,
  workshopEvent,
} from '../../../test/support/workshops.ts';
import { type WorkshopsClient, workshopsClient } from '../../../test/support/workshops-client.ts';
import type { EventWithWorkshops } from '../../modules/workshops/types.ts';

let muster: TestApp;
let alpha: TestSite;
let manager: WorkshopsClient;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  const staff = await muster.account(alpha, { username: 'staff', role: 'staff' });
  manager = workshopsClient(muster, alpha.host, await muster.apiToken(alpha, staff));
});
afterAll(() => muster.close());

const pathOf = ({ id }: { id: number }) => `/export/event_registrations/${id}`;

/** The sheets as another library reads them: name and rows. */
async function sheetsOf(event: { id: number }, headers = {}): Promise<Map<string, unknown[][]>> {
  const { status, bytes } = await manager.get(pathOf(event), headers);
  expect(status).toBe(200);
  const sheets = await readExcelFile(bytes, { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

function titled(...titles: string[]): Promise<EventWithWorkshops> {
  const workshops = titles.map((title, at) => ({ title, moment: `${at + 1}`, capacity: 5 }));
  return workshopEvent(alpha, { workshops });
}

/** Two moments, two groups, five people of whom one chose nothing. */
async function schoolDay() {
  const event = await workshopEvent(alpha, {
    workshops: [
      { title: 'Yoga', moment: '2. Namiddag', capacity: 3 },
      { title: 'Schaken', moment: '1. Voormiddag', capacity: 2 },
      { title: 'Zingen', moment: '1. Voormiddag', capacity: 0 },
    ],
  });
  const [yoga = 0, chess = 0] = event.workshops.map(({ id }) => id);
  const people = await participants(muster, alpha, event, [
    { fullName: 'Zoë', class: '10A', targetGroup: 'app' },
    { fullName: 'Ömer', class: '3A', targetGroup: 'app' },
    { fullName: 'Piet', class: '3A', targetGroup: 'app' },
    { fullName: 'Anna', class: '3B', targetGroup: 'infra' },
    { fullName: 'Bo', class: null, targetGroup: null },
  ]);
  const [zoe, , piet, anna] = people;
  if (!zoe || !piet || !anna) throw new Error('nobody was made');
  await chooses(alpha, piet, [yoga, chess]);
  await chooses(alpha, anna, [yoga]);
  await chooses(alpha, zoe, [yoga, chess]);
  return event;
}

describe('GET /export/event_registrations/{id}', () => {
  test('is a workbook with a sheet of each workshop by id: title, blank row, headings, people as they registered', async () => {
    const event = await schoolDay();
    const answer = await manager.get(pathOf(event));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="inschrijvingen.xlsx"',
    });
    expect(answer.headers.etag).toBeUndefined();
    const sheets = await sheetsOf(event);
    expect([...sheets.keys()]).toEqual([
      'Yoga',
      'Schaken',
      'Zingen',
      'Overzicht',
      'Zonder doelgroep',
      'app',
      'infra',
      'Zonder keuze',
    ]);
    expect(sheets.get('Yoga')).toEqual([
      ['Yoga', null],
      [null, null],
      ['Naam', 'Klas'],
      ['Piet', '3A'],
      ['Anna', '3B'],
      ['Zoë', '10A'],
    ]);
    expect(sheets.get('Schaken')?.slice(3)).toEqual([
      ['Piet', '3A'],
      ['Zoë', '10A'],
    ]);
    expect(sheets.get('Zingen')).toEqual([
      ['Zingen', null],
      [null, null],
      ['Naam', 'Klas'],
    ]);
  });

  test('then come an overview, each group by class and name with the workshop of each moment, and who chose nothing', async () => {
    const sheets = await sheetsOf(await schoolDay());
    expect(sheets.get('Overzicht')).toEqual([
      ['Workshop', 'Moment', 'Limiet', 'Ingeschreven', 'Vrij'],
      ['Yoga', '2. Namiddag', 3, 3, 0],
      ['Schaken', '1. Voormiddag', 2, 2, 0],
      ['Zingen', '1. Voormiddag', 0, 0, 0],
    ]);
    const headings = ['Naam', 'Klas', '1. Voormiddag', '2. Namiddag'];
    expect(sheets.get('app')).toEqual([
      headings,
      ['Ömer', '3A', null, null],
      ['Piet', '3A', 'Schaken', 'Yoga'],
      ['Zoë', '10A', 'Schaken', 'Yoga'],
    ]);
    expect(sheets.get('infra')).toEqual([headings, ['Anna', '3B', null, 'Yoga']]);
    expect(sheets.get('Zonder doelgroep')).toEqual([headings, ['Bo', null, null, null]]);
    expect(sheets.get('Zonder keuze')).toEqual([
      ['Naam', 'Klas', 'Doelgroep'],
      ['Ömer', '3A', 'app'],
      ['Bo', null, null],
    ]);
  });

  test.each([
    [{}, 'Naam'],
    [{ 'accept-language': '*' }, 'Naam'],
    [{ 'accept-language': 'en' }, 'Name'],
    [{ 'accept-language': 'de-AT' }, 'Name'],
    [{ 'accept-language': 'nl' }, 'Naam'],
  ])('with %j its headings begin with "%s"', async (headers, heading) => {
    const event = await titled('Yoga');
    expect((await sheetsOf(event, headers)).get('Yoga')?.[2]?.[0]).toBe(heading);
  });

  test('whoever only has a link says the language in the query', async () => {
    const { bytes } = await manager.get(`${pathOf(await titled('Yoga'))}?lang=de`, {
      'accept-language': 'en',
    });
    const sheets = await readExcelFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Yoga', 'Übersicht', 'Ohne Wahl']);
  });

  test("a site's own language counts where the request names none", async () => {
    const german = await muster.site('gamma', { language: 'de' });
    const event = await workshopEvent(german, { workshops: [{ title: 'Yoga' }] });
    const boss = await muster.account(german, { username: 'boss', role: 'owner' });
    const client = workshopsClient(muster, german.host, await muster.apiToken(german, boss));
    const { bytes } = await client.get(pathOf(event));
    const sheets = await readExcelFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Yoga', 'Übersicht', 'Ohne Wahl']);
  });

  test('is for managers only, while the event is open and while it is closed', async () => {
    const event = await titled('Yoga');
    const someone = await participant(muster, alpha, event);
    const pupil = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, someone));
    const stranger = workshopsClient(muster, alpha.host, null);
    expect((await pupil.get(pathOf(event))).status).toBe(403);
    expect((await stranger.get(pathOf(event))).status).toBe(401);
    await muster.query('update events set available = false where id = $1', [event.id]);
    expect((await manager.get(pathOf(event))).status).toBe(200);
  });

  test.each(['999999', 'abc', '0', '1e3', '-1'])('of the event "%s" is 404', async (id) => {
    for (const format of ['xlsx', 'csv']) {
      const { status, body } = await manager.get(`/export/event_registrations/${id}?format=${format}`);
      expect([status, body]).toEqual([404, expect.objectContaining({ message: 'There is no such event.' })]);
    }
  });

  test("another tenant's event is 404, byte for byte like an unknown one", async () => {
    const beta = await muster.site('beta');
    const foreign = await workshopEvent(beta, { workshops: [{ title: 'Yoga' }] });
    const answer = await manager.get(pathOf(foreign));
    expect(answer.status).toBe(404);
    expect(answer.bytes).toEqual((await manager.get('/export/event_registrations/999999')).bytes);
  });

  test.each(['pdf', 'XLSX2', 'csv&format=xlsx'])('the format "%s" is 400', async (format) => {
    const { status, body } = await manager.get(`${pathOf(await titled('Yoga'))}?format=${format}`);
    expect([status, body]).toEqual([400, expect.objectContaining({ errors: { format: expect.any(Array) } })]);
  });

  test('is served to who takes nothing but a workbook', async () => {
    const event = await titled('Yoga');
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect((await manager.get(pathOf(event), { accept: type })).status).toBe(200);
    expect((await manager.get(`${pathOf(event)}?format=csv`, { accept: 'text/csv' })).status).toBe(200);
    expect((await manager.get(pathOf(event), { accept: 'image/png' })).status).toBe(406);
  });
});

test('as CSV it has a line for each participant and workshop, for Excel to open', async () => {
  const answer = await manager.get(`${pathOf(await schoolDay())}?format=csv`);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="inschrijvingen.csv"',
  });
  expect(answer.bytes.toString()).toBe(
    [
      '\uFEFFWorkshop;Moment;Naam;Klas;Doelgroep;Ingeschreven op (UTC)',
      'Yoga;2. Namiddag;Piet;3A;app;2026-11-20 12:00',
      'Yoga;2. Namiddag;Anna;3B;infra;2026-11-20 12:00',
      'Yoga;2. Namiddag;Zoë;10A;app;2026-11-20 12:00',
      'Schaken;1. Voormiddag;Piet;3A;app;2026-11-20 12:00',
      'Schaken;1. Voormiddag;Zoë;10A;app;2026-11-20 12:00',
      '',
    ].join('\r\n'),
  );
});

test('LibreOffice opens the workbook, sheet by sheet', async (context) => {
  const program = findLibreoffice();
  if (!program) return context.skip('no libreoffice on this machine');
  const { bytes } = await manager.get(pathOf(await schoolDay()));
  const shown = await openInLibreoffice(program, bytes);
  expect(shown.size).toBe(8);
  expect(shown.get('Yoga')).toBe('Yoga;\n;\nNaam;Klas\nPiet;3A\nAnna;3B\nZoë;10A\n');
  expect(shown.get('Overzicht')).toContain('Yoga;2. Namiddag;3;3;0\n');
  expect(shown.get('Zonder keuze')).toBe('Naam;Klas;Doelgroep\nÖmer;3A;app\nBo;;\n');
}, 120_000);
