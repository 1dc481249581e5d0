import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { usersOf as listUsers, staffClient } from '../../../test/support/workshop-users.ts';
import { workshopEvent } from '../../../test/support/workshops.ts';
import type { WorkshopsClient } from '../../../test/support/workshops-client.ts';

let muster: TestApp;
let alpha: TestSite;
let manager: WorkshopsClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  manager = await staffClient(muster, alpha);
});
afterAll(() => muster.close());

const usersOf = (event: { id: number }) => listUsers(manager, event);

const upload = ({ id }: { id: number }, file: string | Buffer, query = '', headers = {}) =>
  manager.post(`/events/${id}/users/import${query}`, Buffer.from(file), headers);

/** What an event has after the upload of a file into it, as name, class, group. */
async function readBack(file: string | Buffer): Promise<(string | null)[][]> {
  const event = await workshopEvent(alpha);
  const answer = await upload(event, file);
  expect([answer.status, answer.body]).toMatchObject([200, {}]);
  return (await usersOf(event)).map((one) => [one.full_name, one.user_class, one.targetGroup]);
}

const names = [['Zoë Müller', '5ITF', 'app'] as const, ['Jan "Jef" Peeters; jr', '6ITF', 'infra'] as const];
const quoted = (separator: string) =>
  [
    ['Naam', 'Klas', 'Doelgroep', 'Identificatie'].join(separator),
    ['Zoë Müller', '5ITF', 'app', ''].join(separator),
    ['"Jan ""Jef"" Peeters; jr"', '6ITF', 'infra', ''].join(separator),
  ].join('\r\n');

describe('a file of participants is read', () => {
  test.each([[';'], [','], ['\t']])('separated by %j', async (separator) => {
    expect(await readBack(quoted(separator))).toEqual(names);
  });

  test("by Excel's own line of the separator", async () => {
    expect(await readBack(`sep=|\r\n${quoted('|')}`)).toEqual(names);
  });

  test.each([
    ['UTF-8 with a byte order mark', () => Buffer.from(`\uFEFF${quoted(';')}`)],
    ['UTF-16', () => Buffer.from(`\uFEFF${quoted(';')}`, 'utf16le')],
    ['Windows-1252', () => Buffer.from(quoted(';'), 'latin1')],
  ])('in %s', async (_, file) => {
    expect(await readBack(file())).toEqual(names);
  });

  test('with line breaks in cells, which are blanks in a name, and line ends of every kind', async () => {
    const cells = '"Zoë\r\nMüller";5ITF;app;\n"Jan\nPeeters";"6\rITF";infra;';
    const people = [
      ['Zoë Müller', '5ITF', 'app'],
      ['Jan Peeters', '6 ITF', 'infra'],
    ];
    expect(await readBack(`Naam;Klas;Doelgroep;Identificatie\n${cells}`)).toEqual(people);
    expect(await readBack('Naam;Klas;Doelgroep;Identificatie\rA;5;x;\rB;6;y;')).toEqual([
      ['A', '5', 'x'],
      ['B', '6', 'y'],
    ]);
  });

  test('with cells that look like formulas, as they are', async () => {
    expect(await readBack('Naam;Klas\n=1+1;@x\n-Anna;+5')).toEqual([
      ['=1+1', '@x', null],
      ['-Anna', '+5', null],
    ]);
  });

  test.each([
    ['Naam;Klas;Doelgroep;Identificatie (laat leeg)', 'A;5;x;', ['A', '5', 'x']],
    ['name;class;target group;login key', 'A;5;x;', ['A', '5', 'x']],
    ['KEY;GROUP;CLASS;FULL NAME', ';x;5;A', ['A', '5', 'x']],
    ['Code;Klas;Naam', ';5;A', ['A', '5', null]],
    ['full_name;identity;user_class;targetGroup', 'A;;5;x', ['A', '5', 'x']],
    ['Name;Klasse;Zielgruppe;Schlüssel', 'A;5;x;', ['A', '5', 'x']],
    ['Volledige naam', 'A', ['A', null, null]],
  ])('by the headings %s', async (headings, row, person) => {
    expect(await readBack(`${headings}\n${row}`)).toEqual([person]);
  });

  test('in the documented order where no heading is known, its first line unread, and the answer says so', async () => {
    const event = await workshopEvent(alpha);
    const { body } = await upload(event, 'Wer;Wo;Wozu;Womit\nA;5;x;keyed-by-position\n;6;y;nobody\n;;;\n');
    expect(body).toMatchObject({ headings: 'by_position', counts: { added: 1 }, skipped_lines: [3] });
    expect(await usersOf(event)).toMatchObject([
      { full_name: 'A', user_class: '5', targetGroup: 'x', identity: 'keyed-by-position' },
    ]);
  });

  test('with columns of other names, which it tells', async () => {
    const { body } = await upload(await workshopEvent(alpha), 'Nr;Naam;Opmerking;constructor\n1;A;x;y');
    expect(body).toMatchObject({ headings: 'by_name', ignored_columns: ['Nr', 'Opmerking', 'constructor'] });
  });

  test('as a multipart form, as what curl sends, and as any type of file', async () => {
    const event = await workshopEvent(alpha);
    const form = new FormData();
    form.append('file', new Blob([quoted(';')], { type: 'text/csv' }), 'studenten.csv');
    const request = new Response(form);
    const type = request.headers.get('content-type') ?? '';
    const parts = Buffer.from(await request.arrayBuffer());
    expect((await upload(event, parts, '', { 'content-type': type })).body).toMatchObject({
      counts: { added: 2 },
    });
    for (const other of [
      'application/x-www-form-urlencoded',
      'application/vnd.ms-excel',
      'text/plain; charset=utf-8',
    ])
      expect((await upload(event, quoted(';'), '', { 'content-type': other })).body).toMatchObject({
        counts: { kept: 2 },
      });
    expect((await upload(event, '[]', '', { 'content-type': 'application/json' })).status).toBe(415);
    for (const files of [0, 2, 100]) {
      const odd = new FormData();
      for (let at = 0; at < files; at += 1) odd.append('file', new Blob([quoted(';')]), `${at}.csv`);
      const sent = new Response(odd);
      const headers = { 'content-type': sent.headers.get('content-type') ?? '' };
      const answer = await upload(event, Buffer.from(await sent.arrayBuffer()), '', headers);
      expect([answer.status, answer.body]).toMatchObject([400, { errors: { file: ['Send one file.'] } }]);
    }
  });
});
