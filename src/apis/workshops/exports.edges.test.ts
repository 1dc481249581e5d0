import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { chooses, participant, participants, workshopEvent } from '../../../test/support/workshops.ts';
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

describe('edges (contract §8)', () => {
  test('titles that Excel takes for no sheet, long ones and equal ones get safe names; row 1 has the title itself', async () => {
    const long = `Een workshop met een heel lange titel ${'x'.repeat(30)}`;
    const titles = [
      'a\\b*c?d:e/f[g]',
      'Yoga',
      'YOGA',
      'Yoga',
      long,
      `${long}!`,
      "'quoted'",
      'Overzicht',
      'History',
    ];
    const sheets = await sheetsOf(await titled(...titles));
    expect([...sheets.values()].slice(0, titles.length).map(([first]) => first?.[0])).toEqual(titles);
    const names = [...sheets.keys()];
    expect(names).toHaveLength(titles.length + 2);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?!')[^\\*?:/[\]]{1,31}(?<!')$/u);
    expect(names.slice(1, 4)).toEqual(['Yoga', 'YOGA (2)', 'Yoga (3)']);
  });

  test('an event without workshops has an overview, so that Excel opens it', async () => {
    const sheets = await sheetsOf(await titled());
    expect([...sheets]).toEqual([
      ['Overzicht', [['Workshop', 'Moment', 'Limiet', 'Ingeschreven', 'Vrij']]],
      ['Zonder keuze', [['Naam', 'Klas', 'Doelgroep']]],
    ]);
  });

  test('weakness 8: names that look like formulas are texts, in the workbook and as CSV', async () => {
    const event = await titled('=cmd()');
    const formula = '=HYPERLINK("http://evil.example","click")';
    const one = await participant(muster, alpha, event, { fullName: formula, class: '@SUM(A1)' });
    await chooses(
      alpha,
      one,
      event.workshops.map(({ id }) => id),
    );
    expect((await sheetsOf(event)).get('=cmd()')?.at(-1)).toEqual([formula, '@SUM(A1)']);
    const csv = (await manager.get(`${pathOf(event)}?format=csv`)).bytes.toString();
    expect(csv).toContain(`\r\n'=cmd();1;"'=HYPERLINK(""http://evil.example"",""click"")";'@SUM(A1);;`);
  });

  test('weakness 14: people and workshops that are gone leave neither ghosts nor a broken export', async () => {
    const event = await titled('Yoga', 'Chess');
    const [gone, stays] = await participants(muster, alpha, event, [
      { fullName: 'Gone' },
      { fullName: 'Stays' },
    ]);
    if (!gone || !stays) throw new Error('nobody was made');
    const ids = event.workshops.map(({ id }) => id);
    for (const one of [gone, stays]) await chooses(alpha, one, ids);
    // As a foreign program might: past the verbs that give the places back.
    await muster.query('delete from participants where id = $1', [gone.id]);
    await muster.query('delete from workshops where id = $1', [ids[1]]);
    const sheets = await sheetsOf(event);
    expect(sheets.get('Yoga')?.slice(3)).toEqual([['Stays', null]]);
    expect([...sheets.keys()]).not.toContain('Chess');
  });

  test('more groups than anyone leafs through stand on one sheet, each with its own', async () => {
    const event = await titled('Yoga');
    const many = Array.from({ length: 101 }, (_, at) => ({ fullName: `P${at}`, targetGroup: `group ${at}` }));
    await participants(muster, alpha, event, many);
    const sheets = await sheetsOf(event);
    expect([...sheets.keys()]).toEqual(['Yoga', 'Overzicht', 'Deelnemers', 'Zonder keuze']);
    expect(sheets.get('Deelnemers')).toHaveLength(102);
    expect(sheets.get('Deelnemers')?.[1]).toEqual(['P0', null, 'group 0', null]);
  });

  test('thousands of registrations come whole and in order', async () => {
    const event = await workshopEvent(alpha, {
      workshops: ['one', 'two', 'none', 'three'].map((title) => ({ title, moment: title, capacity: 9999 })),
    });
    const [one = 0, two = 0, , three = 0] = event.workshops.map(({ id }) => id);
    const { tenantId } = alpha.site;
    await muster.query(
      `insert into participants (tenant_id, event_id, full_name, created_at, updated_at)
       select $1, $2, 'P' || lpad(n::text, 4, '0'), now(), now() from generate_series(1, 2500) n`,
      [tenantId, event.id],
    );
    await muster.query(
      `insert into registrations (tenant_id, event_id, workshop_id, participant_id, entered_at)
       select p.tenant_id, p.event_id, w.id, p.id, now() from participants p, unnest($3::bigint[]) with ordinality as w (id, n)
       where p.tenant_id = $1 and p.event_id = $2 and (w.n <> 2 or p.full_name < 'P0100') order by p.id desc, w.n`,
      [tenantId, event.id, [one, two, three]],
    );
    const sheets = await sheetsOf(event);
    const names = (sheet: string) =>
      sheets
        .get(sheet)
        ?.slice(3)
        .map(([name]) => name);
    const all = Array.from({ length: 2500 }, (_, at) => `P${String(2500 - at).padStart(4, '0')}`);
    expect(names('one')).toEqual(all);
    expect(names('two')).toEqual(all.slice(-99));
    expect(names('none')).toEqual([]);
    expect(names('three')).toEqual(all);
    const people = sheets.get('Zonder doelgroep')?.slice(1);
    expect(people?.map(([name]) => name)).toEqual(all.toReversed());
    expect(people?.filter(([, , ...chosen]) => chosen.includes('two'))).toHaveLength(99);
    const lines = (await manager.get(`${pathOf(event)}?format=csv`)).bytes.toString().split('\r\n');
    expect(lines).toHaveLength(2500 + 99 + 2500 + 2);
  });

  test('weakness 21: it costs the same statements for 1 workshop and for 30', async () => {
    const counts = [];
    for (const size of [1, 30]) {
      const event = await titled(...Array.from({ length: size }, (_, at) => `Workshop ${at}`));
      const one = await participant(muster, alpha, event);
      await chooses(
        alpha,
        one,
        event.workshops.map(({ id }) => id),
      );
      muster.statements.length = 0;
      await manager.get(pathOf(event));
      counts.push(muster.statements.length);
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
