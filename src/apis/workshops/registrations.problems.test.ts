import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { chosenIn, edits, listOf, type Pupil, pupil, schoolDay } from '../../../test/support/school-day.ts';
import { chooses, linkWorkshops, workshopEvent } from '../../../test/support/workshops.ts';
import { type WorkshopsClient, workshopsClient } from '../../../test/support/workshops-client.ts';
import type { EventChange } from '../../modules/workshops/types.ts';

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

const person = (event: { id: number }, group?: string) => pupil(muster, alpha, event, group);
const day = (more?: Partial<EventChange>, limits?: readonly number[]) => schoolDay(alpha, more, limits);

/** Ids of the workshops that the participant has. */
const chosen = async ({ path }: Pupil) => chosenIn((await manager.get(path)).body);

describe('what is wrong with a choice', () => {
  test('a workshop that is full, of another group, at the same moment, unknown: each problem with its workshop', async () => {
    const { event, yoga, chess, judo, music } = await day({}, [1, 10, 10, 10]);
    await edits(alpha, event, {
      workshops: event.workshops.map((one) => ({ ...one, targetGroup: one.id === judo ? 'a|b' : '' })),
    });
    const [first, one] = [await person(event), await person(event, 'c')];
    await chooses(alpha, first, [yoga]);
    await chooses(alpha, one, [music]);
    const { status, body } = await one.client.put(one.path, { workshop_ids: [yoga, chess, judo, 999_999] });
    const sentence =
      '“Yoga” is full. “Yoga” is at the same moment as “Chess”. “Judo” is for other groups. There is no workshop 999999.';
    expect(status).toBe(403);
    expect(body).toEqual({
      description: sentence,
      message: sentence,
      errors: {
        workshop_ids: [
          '“Yoga” is full.',
          '“Yoga” is at the same moment as “Chess”.',
          '“Chess” is at the same moment as “Yoga”.',
          '“Judo” is for other groups.',
          'There is no workshop 999999.',
        ],
      },
      problems: [
        { workshop_id: yoga, code: 'full', with: [], message: '“Yoga” is full.', free: 0 },
        expect.objectContaining({ workshop_id: yoga, code: 'moment', with: [chess], free: 0 }),
        expect.objectContaining({ workshop_id: chess, code: 'moment', with: [yoga], free: 10 }),
        expect.objectContaining({ workshop_id: judo, code: 'group', with: [], free: 10 }),
        expect.objectContaining({ workshop_id: 999_999, code: 'unknown', with: [], free: null }),
      ],
      free_places: [
        { workshop_id: yoga, free: 0 },
        { workshop_id: chess, free: 10 },
        { workshop_id: judo, free: 10 },
        { workshop_id: music, free: 9 },
      ],
    });
    expect(await chosen(one)).toEqual([music]);
  });

  test.each([
    ['en', 'Registration for this event is closed.'],
    ['nl-BE,nl;q=0.9', 'De registraties voor dit evenement zijn afgesloten.'],
    ['de', 'Die Anmeldung zu dieser Veranstaltung ist geschlossen.'],
    ['fr', 'Registration for this event is closed.'],
  ])('what is wrong is said in the language of the request: %s', async (language, sentence) => {
    const { event, yoga, judo } = await day({ available: false });
    const one = await person(event);
    const payload = { workshop_ids: [yoga, judo] };
    const { status, body } = await one.client.put(one.path, payload, { 'accept-language': language });
    expect(status).toBe(403);
    expect(body).toMatchObject({ description: sentence, message: sentence });
    expect(listOf(body, 'problems').map(({ message }) => message)).toEqual([sentence, sentence]);
  });

  test.each([
    ['nl', '‘Yoga’ moet samen met ‘Chess’ en ‘Music’ gekozen worden.'],
    ['de', '„Yoga“ muss zusammen mit „Chess“ und „Music“ gewählt werden.'],
  ])('workshops are named by their titles (%s)', async (language, sentence) => {
    const workshops = ['Yoga', 'Chess', 'Music'].map((title, at) => ({ title, moment: `${at}` }));
    const event = await workshopEvent(alpha, { workshops });
    const [yoga = 0, chess = 0, music = 0] = event.workshops.map(({ id }) => id);
    await linkWorkshops(alpha, event, [
      [chess, yoga, 'inclusive'],
      [music, chess, 'inclusive'],
    ]);
    const one = await person(event);
    const { status, body } = await one.client.put(
      one.path,
      { workshop_ids: [yoga] },
      { 'accept-language': language },
    );
    expect([status, body]).toEqual([403, expect.objectContaining({ description: sentence })]);
  });
});

describe('the order of the checks decides the status (contract §7)', () => {
  interface Rooms {
    readonly yoga: number;
    readonly chess: number;
    readonly judo: number;
    readonly music: number;
    readonly elsewhere: number;
  }
  test.each<[string, number, readonly string[], (at: Rooms) => number[], boolean]>([
    ['1 closed', 403, ['closed'], ({ yoga }) => [yoga], true],
    ['1 closed, before every other', 403, ['closed', 'closed', 'moment'], (at) => [at.yoga, at.chess], true],
    ['2 another event', 403, ['other_event'], ({ elsewhere }) => [elsewhere], false],
    ['3 several events', 403, ['several_events', 'other_event'], (at) => [at.judo, at.elsewhere], false],
    ['4 full', 403, ['full'], ({ yoga }) => [yoga], false],
    ['5 group', 403, ['group'], ({ music }) => [music], false],
    ['4 before 7', 403, ['full', 'moment'], ({ yoga, chess }) => [chess, yoga], false],
    ['7 moment', 409, ['moment'], ({ judo, music }) => [judo, music], false],
    ['7 before 8', 409, ['moment', 'needs'], ({ chess, yoga }) => [chess, yoga], false],
    ['8 inclusive link', 403, ['needs'], ({ chess }) => [chess], false],
    ['8 exclusive link', 403, ['excludes'], ({ judo, yoga }) => [judo, yoga], false],
    ['unknown', 400, ['unknown'], () => [987_654], false],
    ['7 before unknown', 409, ['moment', 'unknown'], ({ judo, music }) => [judo, music, 987_654], false],
  ])('%s: %i', async (row, status, codes, idsOf, isClosed) => {
    const { event, yoga, chess, judo, music } = await day({}, row.startsWith('4') ? [0, 10, 10, 10] : []);
    const groups = new Map([[music, row.startsWith('5') ? 'a' : '']]);
    await edits(alpha, event, {
      available: !isClosed,
      workshops: event.workshops.map((one) => ({ ...one, targetGroup: groups.get(one.id) ?? '' })),
    });
    if (row.includes('exclusive')) await linkWorkshops(alpha, event, [[yoga, judo, 'exclusive']]);
    else if (row.includes('8')) await linkWorkshops(alpha, event, [[judo, chess, 'inclusive']]);
    const elsewhere = (await day()).yoga;
    const one = await person(event);
    const wanted = idsOf({ yoga, chess, judo, music, elsewhere });
    const before = await digestContents(muster.query);
    const answer = await one.client.put(one.path, { workshop_ids: wanted });
    expect(await digestContents(muster.query)).toEqual(before);
    const told = new Set(listOf(answer.body, 'problems').map(({ code }) => code));
    expect([answer.status, [...told].sort()]).toEqual([status, [...new Set(codes)].sort()]);
  });

  test('6 a workshop that the participant has already is no conflict', async () => {
    const { event, yoga, judo } = await day({}, [1, 1, 1, 1]);
    const one = await person(event);
    await chooses(alpha, one, [yoga]);
    expect((await one.client.put(one.path, { workshop_ids: [yoga, judo] })).status).toBe(200);
  });
});
