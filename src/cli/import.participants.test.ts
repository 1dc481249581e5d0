import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
  await muster.run('site', 'create', 'alpha');
  const event = {
    workshops: [
      { id: 1, title: 'Flask', moment: '1. Morning', limit: 1 },
      { id: 2, title: 'React', moment: '2. Noon', limit: 9 },
    ],
  };
  const file = await muster.file('event.json', JSON.stringify(event));
  await muster.run('event', 'create', 'moved', '--from', file, '--site', 'alpha');
});

afterAll(() => muster.close());

/** As the sqlite3 program writes the table of an old installation. */
const table = `full_name,identity,user_class,targetGroup,registrations
Nick,Nick,4ITF,app,"1. Morning: Flask|2. Noon: React"
"Jef ""J"" Maes",a1b2c3d4,4ITF,app,"1. Morning: Flask"
Lore,,5ITF,infra,
`;

const run = (file: string, ...more: string[]) =>
  muster.run('import', 'participants', file, '--event', 'moved', '--site', 'alpha', ...more);

test('a dry run takes nobody over, the run itself everybody with what they chose', async () => {
  const file = await muster.file('user.csv', table);
  expect(await run(file, '--dry-run')).toEqual({
    code: 0,
    stdout: 'participants: 3 new, 0 here already, 0 bad (dry run, nothing was changed).\n',
    stderr: '',
  });
  expect(await muster.query('select 1 from participants')).toEqual([]);
  expect((await run(file)).stdout).toBe('participants: 3 new, 0 here already, 0 bad.\n');
  expect((await run(file)).stdout).toBe('participants: 0 new, 3 here already, 0 bad.\n');
  expect(
    await muster.query(
      `select p.full_name, p.class, p.target_group, p.key_hash is not null as "hasKey", count(r.id)::integer as workshops
       from participants p left join registrations r on r.tenant_id = p.tenant_id and r.participant_id = p.id
       group by p.id, p.full_name, p.class, p.target_group, p.key_hash order by p.id`,
    ),
  ).toEqual([
    { full_name: 'Nick', class: '4ITF', target_group: 'app', hasKey: true, workshops: 2 },
    { full_name: 'Jef "J" Maes', class: '4ITF', target_group: 'app', hasKey: true, workshops: 1 },
    { full_name: 'Lore', class: '5ITF', target_group: 'infra', hasKey: false, workshops: 0 },
  ]);
});

test('a bad row is told with its line, and nobody is taken over', async () => {
  const file = await muster.file('bad.csv', 'full_name,identity,registrations\nGood,g1,\nBad,b1,Juggling\n');
  expect(await run(file)).toEqual({
    code: 1,
    stdout: 'participants: 1 new, 0 here already, 1 bad.\n',
    stderr:
      `${file}:3: registrations: there is no workshop "Juggling" in this event\n` +
      'muster: Nothing was imported: 1 bad row. Mend them, or leave them out with --skip-bad.\n',
  });
  expect(await muster.query(`select 1 from participants where full_name = 'Good'`)).toEqual([]);
});

test('the event must be named and be there', async () => {
  const file = await muster.file('user2.csv', table);
  expect(await muster.run('import', 'participants', file)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^muster: required option '--event <event>' not specified/),
  });
  expect(await muster.run('import', 'participants', file, '--event', 'moved')).toMatchObject({
    code: 1,
    stderr: 'muster: There is no event moved.\n',
  });
});
