import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { brokenPlaces, linkWorkshops, participant, workshopEvent } from '../../../test/support/workshops.ts';
import type { ImportTally } from '../../platform/record-batches.ts';
import { listChoice } from './choices.ts';
import { setArchived } from './events.ts';
import { takeOverParticipants } from './imports.ts';
import { proveKey } from './logins.ts';
import { listParticipants } from './participants.ts';

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp();
});

afterAll(() => muster.close());

type Row = Readonly<Record<string, unknown>>;

function takeOver(eventId: number, ...people: readonly Row[]): Promise<ImportTally> {
  const records = (async function* () {
    for (const [at, values] of people.entries()) yield { line: at + 2, values };
  })();
  const { identity } = muster.services;
  return muster.home.context.transaction((tx) => takeOverParticipants(tx, identity, eventId, records));
}

const list = (eventId: number) =>
  muster.home.context.read((read) => listParticipants(read, muster.services.identity, eventId));

const morning = { title: 'Flask', moment: 'Morning', targetGroup: 'app', capacity: 1 };

test('keys go on working as they were, with class and group; without one nobody signs in', async () => {
  const event = await workshopEvent(muster.home);
  await takeOver(
    event.id,
    { full_name: 'Nick', identity: 'N7 k-x', user_class: '4ITF', targetgroup: 'app', permission: 1 },
    { full_name: 'Keyless' },
  );
  expect(await list(event.id)).toMatchObject([
    { fullName: 'Nick', class: '4ITF', targetGroup: 'app', key: 'N7 k-x' },
    { fullName: 'Keyless', class: null, targetGroup: null, key: null },
  ]);
  const { context } = muster.home;
  const attempt = { address: '10.0.0.1', limit: null };
  for (const typed of ['N7 k-x', 'n7K-X'])
    expect(await proveKey(context, muster.services.identity, typed, attempt)).toMatchObject({
      fullName: 'Nick',
    });
});

test('who was in stays in: beyond the limit, and against groups, moments and links, which is flagged', async () => {
  const event = await workshopEvent(muster.home, {
    workshops: [
      morning,
      { ...morning, title: 'Express', capacity: 9 },
      { ...morning, title: 'React', moment: 'Noon' },
    ],
  });
  const [flask, , react] = event.workshops;
  if (!flask || !react) throw new Error('no workshops');
  await linkWorkshops(muster.home, event, [[flask.id, react.id, 'exclusive']]);
  const tally = await takeOver(
    event.id,
    { full_name: 'A', identity: 'stay-a', targetgroup: 'app', registrations: 'Flask' },
    { full_name: 'B', identity: 'stay-b', targetgroup: 'app', registrations: 'Morning: Flask| React |Flask' },
    { full_name: 'C', identity: 'stay-c', targetgroup: 'infra', registrations: ['Flask', 'Express'] },
  );
  expect(tally).toMatchObject({ made: 3, bad: 0 });
  expect(
    await muster.query(`select title, taken, granted from workshops where event_id = $1 order by id`, [
      event.id,
    ]),
  ).toEqual([
    { title: 'Flask', taken: 3, granted: 3 },
    { title: 'Express', taken: 1, granted: 0 },
    { title: 'React', taken: 1, granted: 0 },
  ]);
  expect(await brokenPlaces(muster, muster.home)).toEqual([]);
  const flags = await Promise.all(
    (await list(event.id)).map(({ id }) => muster.home.context.read((read) => listChoice(read, id))),
  );
  const codes = flags.map((choice) => [...new Set(choice.flags.map(({ code }) => code))].sort());
  expect(codes).toEqual([[], ['excludes'], ['group', 'moment']]);
});

test('an import may be repeated: who is here, by key or by name and class, is left', async () => {
  const event = await workshopEvent(muster.home, { workshops: [morning] });
  const people = [
    { full_name: 'A', identity: 'again-a', registrations: 'Flask' },
    { full_name: 'B', user_class: '1' },
    { full_name: 'B', user_class: '1' },
  ];
  expect(await takeOver(event.id, ...people)).toMatchObject({ made: 3, present: 0 });
  expect(await takeOver(event.id, ...people, { full_name: 'B', user_class: '2' })).toMatchObject({
    made: 1,
    present: 3,
    bad: 0,
  });
  expect(await list(event.id)).toHaveLength(4);
  expect(await brokenPlaces(muster, muster.home)).toEqual([]);
});

test('each bad row is told with its reason', async () => {
  const other = await workshopEvent(muster.home);
  await participant(muster, muster.home, other, { key: 'elsewhere' });
  const twice = { ...morning, targetGroup: '' };
  const event = await workshopEvent(muster.home, { workshops: [twice, { ...twice, moment: 'Noon' }] });
  const { faults, made } = await takeOver(
    event.id,
    { full_name: 'Good', identity: 'good', event_id: 1 },
    { identity: 'nameless' },
    { full_name: 'admin', identity: '$pbkdf2-sha256$29000$a$b', permission: 100 },
    { full_name: 'admin', permission: '100' },
    { full_name: 'Long', user_class: 'x'.repeat(81) },
    { full_name: 'Twin', identity: 'good' },
    { full_name: 'Elsewhere', identity: 'elsewhere' },
    { full_name: 'Unknown', registrations: 'Juggling' },
    { full_name: 'Unclear', registrations: 'Flask' },
    { full_name: 'Stray', event_id: 2 },
  );
  expect(made).toBe(1);
  expect(faults.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '3 full_name is missing',
    '4 "admin" is the old administrator and no participant; init.admin_identity takes the password over',
    '5 "admin" is the old administrator and no participant; init.admin_identity takes the password over',
    '6 user_class: At most 80 characters',
    '7 identity "good" stands in line 2 already',
    '8 identity "elsewhere" is the key of somebody in another event here',
    '9 registrations: there is no workshop "Juggling" in this event',
    '10 registrations: "Flask" names several workshops; write "Morning: Flask"',
    '11 event_id 2: the file began with event 1; import one event at a time',
  ]);
});

test('an unknown and an archived event are refused', async () => {
  await expect(takeOver(999_999, { full_name: 'A' })).rejects.toMatchObject({ code: 'event.unknown' });
  const event = await workshopEvent(muster.home);
  await muster.home.context.transaction((tx) =>
    setArchived(tx, event.id, { isArchived: true, forgetParticipants: false }),
  );
  await expect(takeOver(event.id, { full_name: 'A' })).rejects.toMatchObject({ code: 'event.archived' });
});

test('the number of statements does not grow with the rows of a batch', async () => {
  const count = async (people: number) => {
    const event = await workshopEvent(muster.home, { workshops: [{ ...morning, capacity: 1000 }] });
    const rows = Array.from({ length: people }, (_, at) => ({
      full_name: `Person ${at}`,
      identity: `count-${people}-${at}`,
      registrations: 'Flask',
    }));
    const before = muster.statements.length;
    expect(await takeOver(event.id, ...rows)).toMatchObject({ made: people });
    return muster.statements.length - before;
  };
  expect(await count(900)).toBe(await count(2));
});
