import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'alpha');
});

afterAll(() => muster.close());

/** A command of the site alpha. */
const at = (...args: string[]) => [...args, '--site', 'alpha'];

/** What an old server answers to `GET /events/1`. */
const oldEvent = {
  id: 1,
  name: 'workshops2018',
  available: true,
  workshops: [
    {
      id: 10001,
      title: 'Flask',
      description: 'Python',
      moment: '1. Morning',
      limit: 5,
      targetGroup: 'app',
      event: 1,
      registrations: null,
      _registrationCount: 2,
    },
    { id: 10007, title: 'Pandas', description: '', moment: '2. Afternoon', limit: '7', targetGroup: 'app' },
  ],
};
const oldLinks = {
  workshop_links: [[{ workshop1_id: 10001, workshop2_id: 10007, link_type: 'exclusive', event_id: 1 }, {}]],
};

test('an event is made closed; its local times are those of its zone', async () => {
  const times = ['--opens-at', '2099-03-01T12:00', '--closes-at', '2099-07-01T18:00Z'];
  const zone = ['--time-zone', 'Europe/Brussels'];
  expect(await muster.run(...at('event', 'create', 'plain', ...times, ...zone))).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^Event plain is made; its id is \d+\. closed\n$/),
    stderr: '',
  });
  expect(await muster.json(...at('event', 'show', 'plain'))).toMatchObject({
    name: 'plain',
    available: false,
    opens_at: '2099-03-01T11:00:00.000Z',
    closes_at: '2099-07-01T18:00:00.000Z',
    time_zone: 'Europe/Brussels',
    workshops: [],
    links: [],
  });
  const { stdout } = await muster.run(...at('event', 'show', 'plain'));
  expect(stdout).toMatch(/^opens at: +2099-03-01T12:00:00\+01:00$/m);
  expect(stdout).toMatch(/^closes at: +2099-07-01T20:00:00\+02:00$/m);
});

test('an event is opened and closed, by name or id, and says from when', async () => {
  const made = await muster.json(...at('event', 'create', 'switched', '--time-zone', 'Europe/Brussels'));
  expect(made).toMatchObject({ id: expect.any(Number) });
  const open = (...args: string[]) => muster.run(...at('event', 'open', 'switched', ...args));
  expect((await open()).stdout).toBe('Event switched: open\n');
  expect((await open('--closes-at', '2099-03-01T12:00')).stdout).toBe(
    'Event switched: open until 2099-03-01T12:00:00+01:00\n',
  );
  expect((await open('--opens-at', '2099-02-01', '--closes-at', 'none')).stdout).toBe(
    'Event switched: opens at 2099-02-01T00:00:00+01:00\n',
  );
  expect((await open('--opens-at', '2001-01-01', '--closes-at', '2001-01-02')).stdout).toBe(
    'Event switched: closed since 2001-01-02T00:00:00+01:00\n',
  );
  const rows = await muster.query<{ id: string }>(`select id from events where name = 'switched'`);
  expect((await muster.run(...at('event', 'close', String(rows[0]?.id)))).stdout).toBe(
    'Event switched: closed\n',
  );
});

test('workshops and links of an old server are made from what it answers', async () => {
  const event = await muster.file('event.json', JSON.stringify(oldEvent));
  const links = await muster.file('links.json', JSON.stringify(oldLinks));
  await muster.run(...at('event', 'create', 'moved', '--open', '--from', event, '--links', links));
  const moved = await muster.json(...at('event', 'show', 'moved'));
  expect(moved).toMatchObject({
    available: true,
    workshops: [
      {
        title: 'Flask',
        description: 'Python',
        moment: '1. Morning',
        capacity: 5,
        target_group: 'app',
        taken: 0,
      },
      { title: 'Pandas', moment: '2. Afternoon', capacity: 7, target_group: 'app' },
    ],
    links: [{ kind: 'exclusive' }],
  });
  const { stdout } = await muster.run(...at('event', 'show', 'moved'));
  expect(stdout).toMatch(/^\d+ +1\. Morning +Flask +app +0 of 5$/m);
  expect(stdout).toMatch(/^\d+ and \d+ cannot be combined$/m);
});

test('an event is copied, archived and deleted', async () => {
  const from = await muster.file('copied.json', JSON.stringify(oldEvent));
  await muster.run(...at('event', 'create', 'year1', '--open', '--from', from));
  expect((await muster.run(...at('event', 'copy', 'year1', 'year2'))).stdout).toMatch(
    /^Event year2 is made with 2 workshops; its id is \d+\.\n$/,
  );
  await muster.run(...at('event', 'archive', 'year1'));
  const names = async (...more: string[]) => {
    const { stdout } = await muster.run(...at('event', 'list', ...more));
    return [...stdout.matchAll(/^\d+ +(\S+) +(.+)$/gm)].map(([, name, state]) => `${name} ${state}`);
  };
  expect(await names()).toContain('year2 closed');
  expect(await names()).not.toContain('year1 archived');
  expect(await names('--archived')).toContain('year1 archived');
  expect(await muster.run(...at('event', 'open', 'year1'))).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^muster: This event is archived/),
  });
  expect((await muster.run(...at('event', 'unarchive', 'year1'))).stdout).toBe(
    'Event year1 is out of the archive: open\n',
  );
  expect(await muster.run(...at('event', 'delete', 'year1'))).toMatchObject({ code: 2 });
  expect((await muster.run(...at('event', 'delete', 'year1', '--yes'))).stdout).toBe(
    'Event year1 is deleted.\n',
  );
  expect(await names('--archived')).not.toContain('year1 open');
});

test('archiving may forget the participants, for good, with their choices', async () => {
  await muster.run('demo', '--site', 'alpha');
  const people = () =>
    muster.query(
      `select count(*)::integer as people, (select coalesce(sum(taken), 0)::integer from workshops w
         join events e on e.tenant_id = w.tenant_id and e.id = w.event_id where e.name = 'workshops2018') as taken
       from participants`,
    );
  expect(await people()).toEqual([{ people: 12, taken: 13 }]);
  const forget = at('event', 'archive', 'workshops2018', '--forget-participants');
  expect(await muster.run(...forget)).toMatchObject({ code: 2 });
  expect((await muster.run(...forget, '--yes')).stdout).toBe(
    'Event workshops2018 is archived, its participants are forgotten.\n',
  );
  expect(await people()).toEqual([{ people: 0, taken: 0 }]);
});

const create = ['event', 'create'];
test.each([
  [['event', 'show', 'nowhere'], 1, /^muster: There is no event nowhere\.\n$/],
  [[...create, 'a'.repeat(81)], 1, /^muster: name: A name has 1 to 80 characters/],
  [[...create, 'bad', '--opens-at', 'soon'], 2, /^muster: --opens-at is "soon"\. Allowed: 2027-03-01T12:00/],
  [[...create, 'bad', '--time-zone', '+01:00'], 2, /Allowed: a time zone such as Europe\/Brussels/],
  [
    [...create, 'bad', '--opens-at', '2027-02-01', '--closes-at', '2027-01-01'],
    1,
    /^muster: closes_at: An event closes after it opens\.\n$/,
  ],
  [[...create, 'bad', '--links', 'x.json'], 2, /^muster: --links goes with --from/],
  [[...create, 'bad', '--from', '/nowhere.json'], 1, /^muster: \/nowhere\.json cannot be read: ENOENT/],
  [['event', 'admin-password', 'set'], 2, /^muster: Give the password with --password or --password-stdin/],
])('%j is refused with the code %i', async (args, code, sentence) => {
  const outcome = await muster.run(...at(...args));
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toMatch(sentence);
});

test.each([
  ['{', /is no JSON: /],
  ['{"users": []}', /is not what GET \/events\/\{id\} answers\.\n$/],
])('a file %j is no event', async (content, sentence) => {
  const file = await muster.file('wrong.json', content);
  const { code, stderr } = await muster.run(...at('event', 'create', 'wrong', '--from', file));
  expect(code).toBe(1);
  expect(stderr).toMatch(sentence);
  expect(await muster.query(`select 1 from events where name = 'wrong'`)).toEqual([]);
});

test('a link to a workshop that the file does not have makes nothing', async () => {
  const event = await muster.file('event2.json', JSON.stringify(oldEvent));
  const [link] = oldLinks.workshop_links[0] ?? [];
  const links = await muster.file('links2.json', JSON.stringify([{ ...link, workshop2_id: 10009 }]));
  expect(await muster.run(...at('event', 'create', 'half', '--from', event, '--links', links))).toMatchObject(
    {
      stderr: 'muster: The link of 10001 and 10009 names a workshop that --from does not have.\n',
    },
  );
  expect(await muster.query(`select 1 from events where name = 'half'`)).toEqual([]);
});
