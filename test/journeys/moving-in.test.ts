import { execFile, execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../support/command-line.ts';

/** The commands of docs/moving-in.md for an old workshops installation, run as they stand there. */
let muster: CommandLine;
let section: string;

beforeAll(async () => {
  muster = await openCommandLine();
  const page = await readFile(join(import.meta.dirname, '../../docs/moving-in.md'), 'utf8');
  section = page.slice(page.indexOf('## An old workshops installation'));
});

afterAll(() => muster.close());

/** The tables of the old server (contract workshops §1), with what goes wrong in them. */
const oldDatabase = `
create table event (id integer primary key, name varchar(80) not null unique, available boolean);
create table workshop (id integer primary key, title varchar(80) not null, description text not null,
  moment varchar(80) not null, "limit" integer not null, "targetGroup" varchar(80) not null, event_id integer not null);
create table user (id integer primary key, full_name varchar(80), identity varchar(80) unique, permission integer,
  "targetGroup" varchar(80), event_id integer, user_class varchar(80));
create table registration (id integer primary key, entry_time datetime, workshop_id integer not null, user_id integer not null);
create table workshop_link (workshop1_id integer, workshop2_id integer, link_type varchar(80) not null, event_id integer);
insert into event values (1, 'workshops2018', 1), (2, 'other', 0);
insert into workshop values
  (10001, 'Flask', 'Met "Python"', '1. Voormiddag', 1, 'app', 1),
  (10002, 'React', '', '1. Voormiddag', 3, 'app', 1),
  (10003, 'React', '', '2. Namiddag', 3, 'app', 1),
  (20001, 'Other', '', 'x', 3, '', 2);
insert into workshop_link values (10001, 10003, 'exclusive', 1);
insert into user values
  (1, 'admin', '$pbkdf2-sha256$29000$a$b', 100, null, -1, null),
  (100, 'Nick; "N" Maes', 'Nick', 1, 'app', 1, '4ITF'),
  (101, 'Jef', 'K7PXAB2C', 1, 'app', 1, '4ITF'),
  (102, 'Luc', null, 1, 'infra', 1, null),
  (200, 'Elsewhere', 'elsewhere', 1, '', 2, '1');
insert into registration values
  (1, null, 10001, 100), (2, null, 10003, 100), (3, null, 10001, 101), (4, null, 10001, 101), (5, null, 20001, 200);
`;

test('an old database moves in by the documented commands, its keys and choices with it', async (context) => {
  if (!hasSqlite()) context.skip('no sqlite3 on this machine');
  const folder = dirname(await muster.file('here', ''));
  const run = promisify(execFile);
  await run('sqlite3', [join(folder, 'workshops.db'), oldDatabase]);
  await run('sh', ['-e', '-c', blockOf('sh')], { cwd: folder });
  const told: string[] = [];
  for (const line of blockOf('console')
    .split('\n')
    .filter((one) => one !== '')) {
    const [program, ...args] = line.replace(/^\$ /, '').split(' ');
    expect(program).toBe('muster');
    const outcome = await muster.run(
      ...args.map((arg) => (/\.(json|csv)$/.test(arg) ? join(folder, arg) : arg)),
    );
    expect(outcome, line).toMatchObject({ code: 0, stderr: '' });
    told.push(outcome.stdout);
  }
  expect(told[2]).toBe('participants: 3 new, 0 here already, 0 bad (dry run, nothing was changed).\n');
  expect(told[4]).toBe('Event workshops2018: open\n');
  expect(
    await muster.query(
      `select p.full_name, p.class, p.key_hash is not null as "hasKey",
         array_remove(array_agg(w.moment || ' ' || w.title order by w.moment), null) as chosen
       from participants p
       left join registrations r on r.tenant_id = p.tenant_id and r.participant_id = p.id
       left join workshops w on w.tenant_id = r.tenant_id and w.id = r.workshop_id
       group by p.id, p.full_name, p.class, p.key_hash order by p.id`,
    ),
  ).toEqual([
    {
      full_name: 'Nick; "N" Maes',
      class: '4ITF',
      hasKey: true,
      chosen: ['1. Voormiddag Flask', '2. Namiddag React'],
    },
    { full_name: 'Jef', class: '4ITF', hasKey: true, chosen: ['1. Voormiddag Flask'] },
    { full_name: 'Luc', class: null, hasKey: false, chosen: [] },
  ]);
  expect(
    await muster.query('select title, description, capacity, taken, granted from workshops order by id'),
  ).toEqual([
    { title: 'Flask', description: 'Met "Python"', capacity: 1, taken: 2, granted: 2 },
    { title: 'React', description: '', capacity: 3, taken: 0, granted: 0 },
    { title: 'React', description: '', capacity: 3, taken: 1, granted: 0 },
  ]);
  expect(await muster.query('select kind from workshop_links')).toEqual([{ kind: 'exclusive' }]);
});

test('the documented statement for PostgreSQL writes the same rows', async () => {
  await muster.query('create table workshop (id integer, title text, moment text)');
  await muster.query('create table registration (id integer, workshop_id integer, user_id integer)');
  await muster.query(
    'create table "user" (id integer, full_name text, identity text, "targetGroup" text, event_id integer, user_class text)',
  );
  await muster.query(`insert into workshop values (7, 'Flask', 'a'), (8, 'React', 'b')`);
  await muster.query(
    `insert into "user" values (1, 'admin', 'x', null, -1, null), (2, 'Jef', 'jef', 'app', 1, '4')`,
  );
  await muster.query('insert into registration values (1, 8, 2), (2, 7, 2)');
  const [, select = ''] = /copy \(\n(.*)\n\) to stdout with csv header;/s.exec(blockOf('sql')) ?? [];
  expect(await muster.query(select)).toEqual([
    {
      full_name: 'Jef',
      identity: 'jef',
      user_class: '4',
      targetGroup: 'app',
      event_id: 1,
      registrations: 'b: React|a: Flask',
    },
  ]);
});

function hasSqlite(): boolean {
  try {
    execFileSync('sqlite3', ['-version']);
    return true;
  } catch {
    return false;
  }
}

/** The first block of the section in that language. */
function blockOf(language: string): string {
  return new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(section)?.[1] ?? '';
}
