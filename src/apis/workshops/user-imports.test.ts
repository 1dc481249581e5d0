import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import {
  usersOf as listUsers,
  refused as refusedBy,
  staffClient,
} from '../../../test/support/workshop-users.ts';
import {
  brokenPlaces,
  chooses,
  participants,
  type TestParticipant,
  visitToken,
  workshopEvent,
} from '../../../test/support/workshops.ts';
import {
  type WorkshopsAnswer,
  type WorkshopsClient,
  workshopsClient,
} from '../../../test/support/workshops-client.ts';

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

/** The answer to a refused upload, which has left every row as it was. */
async function refused(attempt: () => Promise<WorkshopsAnswer>): Promise<WorkshopsAnswer> {
  const answer = await refusedBy(muster, attempt);
  expect(answer.status).toBe(400);
  return answer;
}

/** An event with a workshop, these people, and the first of them in the workshop. */
async function busyEvent(people: readonly TestParticipant[]) {
  const event = await workshopEvent(alpha, { workshops: [{ title: 'Yoga', capacity: 10 }] });
  const made = await participants(muster, alpha, event, people);
  const workshop = event.workshops[0]?.id ?? 0;
  await chooses(alpha, { id: made[0]?.id ?? 0 }, [workshop]);
  return { event, made, workshop };
}

describe('an upload', () => {
  test('recognises people by key, by name and class, and by a name that occurs once: they keep id, key and choices', async () => {
    const { event, made, workshop } = await busyEvent([
      { fullName: 'Jna Peeters', class: '5A', key: 'k-jan' },
      { fullName: 'Mia', class: '5A', key: 'k-mia' },
      { fullName: 'Mia', class: '5B', key: 'k-mia2' },
      { fullName: 'Zoë', class: '4C', key: 'k-zoe' },
      { fullName: 'Gone', class: '4C', key: 'k-gone' },
    ]);
    await chooses(alpha, { id: made[4]?.id ?? 0 }, [workshop]);
    const file = 'Naam;Klas;Identificatie\nJan Peeters;5A;k-jan\nMia;5B;\nMia;5A;\nZoë;5C;\nNew;5C;';
    const preview = await upload(event, file, '?dry_run=true');
    expect(await usersOf(event)).toMatchObject(made.map(({ id }) => ({ id })));
    const { status, body } = await upload(event, file);
    expect([status, body]).toMatchObject([200, { ...Object(preview.body), dry_run: false }]);
    expect(body).toEqual({
      dry_run: false,
      mode: 'replace',
      headings: 'by_name',
      ignored_columns: [],
      skipped_lines: [],
      counts: { added: 1, changed: 2, removed: 1, kept: 2, registrations_removed: 1 },
      added: [{ line: 6, full_name: 'New', user_class: '5C', targetGroup: null }],
      changed: [
        {
          line: 2,
          id: made[0]?.id,
          before: { full_name: 'Jna Peeters', user_class: '5A', targetGroup: null },
          after: { full_name: 'Jan Peeters', user_class: '5A', targetGroup: null },
          key_changed: false,
        },
        {
          line: 5,
          id: made[3]?.id,
          before: { full_name: 'Zoë', user_class: '4C', targetGroup: null },
          after: { full_name: 'Zoë', user_class: '5C', targetGroup: null },
          key_changed: false,
        },
      ],
      removed: [
        { id: made[4]?.id, full_name: 'Gone', user_class: '4C', targetGroup: null, registrations: 1 },
      ],
      left_off: 0,
    });
    const users = await usersOf(event);
    expect(users).toMatchObject([
      { id: made[0]?.id, full_name: 'Jan Peeters', identity: 'k-jan', registrations: [expect.any(Number)] },
      { id: made[1]?.id, user_class: '5A', identity: 'k-mia' },
      { id: made[2]?.id, user_class: '5B', identity: 'k-mia2' },
      { id: made[3]?.id, user_class: '5C', identity: 'k-zoe' },
      { full_name: 'New', identity: expect.stringMatching(/^[2-9A-HJKMNP-Z]{8}$/) },
    ]);
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
    expect((await muster.query(`select taken from workshops where id = ${workshop}`))[0]?.taken).toBe(1);
  });

  test('of the downloaded file changes nobody, whatever the language, and ends no visit', async () => {
    const { event, made } = await busyEvent([
      { fullName: "=Zoë; O'Neil", class: "'5A", targetGroup: 'a|b', key: '-key with blanks' },
      { fullName: '"Quoted"', class: null, targetGroup: null, key: '0123' },
    ]);
    await manager.put(`/events/${event.id}/users`, [
      ...(await usersOf(event)),
      { full_name: 'Keyless', identity: null },
    ]);
    const visitor = workshopsClient(
      muster,
      alpha.host,
      await visitToken(muster, alpha, { id: made[0]?.id ?? 0 }),
    );
    const before = await usersOf(event);
    for (const query of ['', '?lang=en', '?lang=de', '?lang=nl&bom=true']) {
      const { bytes } = await manager.get(`/events/${event.id}/users.csv${query}`);
      expect((await upload(event, bytes)).body).toMatchObject({
        counts: { kept: 3, added: 0, changed: 0, removed: 0 },
      });
    }
    expect(await usersOf(event)).toEqual(before);
    expect((await visitor.get('/auth/login')).status).toBe(200);
  });

  test('of more people than are written at a stretch gives each a key of their own', async () => {
    const event = await workshopEvent(alpha);
    const rows = Array.from({ length: 4500 }, (_, at) => `Person ${at}`);
    const { body } = await upload(event, ['Naam', ...rows].join('\n'));
    expect(body).toMatchObject({ counts: { added: 4500 }, left_off: 3500 });
    const users = await usersOf(event);
    expect(users.map((one) => one.full_name)).toEqual(rows);
    expect(new Set(users.map(({ identity }) => identity)).size).toBe(4500);
  });

  test('in the mode "add" removes nobody', async () => {
    const { event, made } = await busyEvent([{ fullName: 'Jan', class: '5A' }, { fullName: 'Mia' }]);
    const { body } = await upload(event, 'Naam;Klas\nJan;6A\nNew;6A', '?mode=add');
    expect(body).toMatchObject({ mode: 'add', counts: { added: 1, changed: 1, removed: 0, kept: 1 } });
    expect((await usersOf(event)).slice(0, 2)).toMatchObject([
      { id: made[0]?.id, user_class: '6A' },
      { id: made[1]?.id },
    ]);
  });

  test('leaves a class or a group alone that has no column', async () => {
    const { event } = await busyEvent([
      { fullName: 'Jan', class: '5A', targetGroup: 'app', key: 'only-key' },
    ]);
    expect((await upload(event, 'Naam;Identificatie\nJan;only-key')).body).toMatchObject({
      counts: { kept: 1 },
    });
  });

  test('is for organisers, into an event that is there, in a known mode', async () => {
    const { event, made } = await busyEvent([{}]);
    const one = workshopsClient(
      muster,
      alpha.host,
      await visitToken(muster, alpha, { id: made[0]?.id ?? 0 }),
    );
    const path = `/events/${event.id}/users/import`;
    expect((await one.post(path, Buffer.from('Naam\nA'))).status).toBe(403);
    expect((await upload({ id: 99_999_999 }, 'Naam\nA')).status).toBe(404);
    expect((await upload({ id: 99_999_999 }, 'Naam\nA', '?dry_run=true')).status).toBe(404);
    expect((await manager.post('/events/x/users/import', Buffer.from('Naam\nA'))).status).toBe(404);
    await refused(() => upload(event, 'Naam\nA', '?mode=merge'));
  });

  test('above 32 MB is refused with 413', async () => {
    const event = await workshopEvent(alpha);
    const answer = await upload(event, Buffer.alloc(32 * 1024 * 1024 + 1, 'a'));
    expect([answer.status, answer.body]).toMatchObject([413, { description: expect.any(String) }]);
  });
});

describe('weakness 11: a bad upload changes nothing and names', () => {
  const bad: readonly (readonly [string, string | Buffer, string, string])[] = [
    ['the line where a quote is not closed', 'Naam;Klas\nA;5\n"B;6\nC;7', '3.1', 'Line 3, column 1 (Naam)'],
    ['text behind a quote', 'Naam;Klas\nA;"5"x', '2.2', 'Line 2, column 2 (Klas)'],
    ['more cells than headings', 'Naam;Klas\nA;5\nB;6;7', '3.3', 'Line 3, column 3'],
    ['a key that stands twice', 'Code;Naam\ntwice;A\n;B\ntwice;C', '4.1', 'stands in line 2 too'],
    ['a key of another event', 'Naam;Code\nA;\nB;k-elsewhere', '3.2', 'Line 3, column 2 (Code)'],
    ['a name that is too long', `Naam\nA\n${'x'.repeat(201)}`, '3.1', 'Line 3, column 1 (Naam)'],
    ['a key that is too long', `Naam;Code\nA;${'x'.repeat(81)}`, '2.2', 'Line 2, column 2 (Code)'],
    ['a character that is none', 'Naam\nA\u0007', '2.1', 'Line 2'],
    ['one thing in two columns', 'Naam;Klas;Class\nA;5;6', '1.3', 'Line 1, column 3 (Class)'],
    ['lines behind a cell of two lines', 'Naam;Code\n"A\r\nB";\nC;k-elsewhere', '4.2', 'Line 4'],
    ['a file that is no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1]), '1.1', 'Line 1'],
    ['an empty file', '', '1.1', 'nobody'],
    ['a file with headings only', 'Naam;Klas\n', '1.1', 'nobody'],
    ['a name deleted by mistake', 'Naam;Code\nOther;\n;k-here', '3.1', 'name is missing'],
  ];

  test.each(bad)('%s', async (_, file, place, sentence) => {
    const { event } = await busyEvent([{ fullName: 'Here', key: 'k-here' }]);
    const elsewhere = await workshopEvent(alpha);
    await participants(muster, alpha, elsewhere, [{ key: 'k-elsewhere' }]);
    for (const query of ['?dry_run=true', '']) {
      const { body } = await refused(() => upload(event, file, query));
      expect(body).toMatchObject({
        description: expect.stringContaining(sentence),
        errors: { [place]: [expect.any(String)] },
      });
    }
    for (const { id } of [event, elsewhere]) await manager.put(`/events/${id}/users`, []);
  });

  test('every fault at once, the first hundred of them', async () => {
    const event = await workshopEvent(alpha);
    const rows = Array.from({ length: 150 }, (_, at) => `A${at};${'x'.repeat(81)}`);
    const { body } = await refused(() => upload(event, ['Naam;Klas', ...rows].join('\n')));
    expect(body).toMatchObject({ description: expect.stringContaining('50 more') });
    const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : {};
    expect(Object.keys(Object(errors))).toHaveLength(100);
  });
});

test('weakness 8: a formula in an upload comes back guarded, and back in as it was', async () => {
  const event = await workshopEvent(alpha);
  await upload(event, 'Naam;Klas;Identificatie\n=HYPERLINK(1);+5A;@key-of-formula');
  const { bytes } = await manager.get(`/events/${event.id}/users.csv`);
  expect(bytes.toString()).toBe(
    "Naam;Klas;Doelgroep;Identificatie\r\n'=HYPERLINK(1);'+5A;;'@key-of-formula\r\n",
  );
  expect((await upload(event, bytes)).body).toMatchObject({ counts: { kept: 1 } });
});
