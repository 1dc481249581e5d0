import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
});

afterAll(() => muster.close());

test('the demo has exactly the size of the documented test data, and breaks none of its own rules', async () => {
  expect((await muster.run('demo')).stdout).toContain('The demo event workshops2018 is loaded: its id is');
  expect(
    await muster.query(
      `select (select count(*)::integer from events where available) as events,
         (select count(*)::integer from workshops) as workshops,
         (select count(distinct moment)::integer from workshops) as moments,
         (select array[min(capacity), max(capacity)] from workshops) as limits,
         (select count(*)::integer from participants) as participants,
         (select array_agg(distinct class order by class) from participants) as classes,
         (select array_agg(distinct target_group order by target_group) from participants) as groups,
         (select count(*)::integer from registrations) as registrations,
         (select count(*)::integer from workshops where taken = capacity) as "full",
         (select array_agg(kind order by kind) from workshop_links) as links,
         (select coalesce(sum(granted), 0)::integer from workshops) as granted`,
    ),
  ).toEqual([
    {
      events: 1,
      workshops: 9,
      moments: 2,
      limits: [3, 10],
      participants: 12,
      classes: ['4ITF', '5ITF', '6ITF'],
      groups: ['app', 'infra'],
      registrations: 13,
      full: 1,
      links: ['exclusive', 'inclusive'],
      granted: 0,
    },
  ]);
  expect(
    await muster.query(
      `select p.full_name from participants p
       join registrations r on r.tenant_id = p.tenant_id and r.participant_id = p.id
       join workshops w on w.tenant_id = p.tenant_id and w.id = r.workshop_id
       left join workshop_links l on l.tenant_id = w.tenant_id and l.kind = 'inclusive'
         and w.id in (l.workshop1_id, l.workshop2_id)
       group by p.id, p.full_name
       having count(*) > count(distinct w.moment) or count(l.kind) = 1 or bool_or(w.target_group <> p.target_group)`,
    ),
  ).toEqual([]);
});

test('a second run changes nothing, and another site has a demo of its own', async () => {
  const before = await muster.query('select id, version from events');
  const again = await muster.run('demo');
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toMatch(/^The event workshops2018 is here already and stays as it is\.\n/);
  expect(await muster.query('select id, version from events')).toEqual(before);
  await muster.run('site', 'create', 'alpha');
  expect(await muster.json('demo', '--site', 'alpha')).toMatchObject({
    is_new: true,
    address: 'http://alpha.localhost:8000',
    event: { name: 'workshops2018', workshops: { length: 9 } },
    keys: { length: 12 },
  });
});

test('a key that somebody else of the tenant has stops the demo, and nothing is left of it', async () => {
  await muster.run('site', 'create', 'beta');
  await muster.run('event', 'create', 'other', '--site', 'beta');
  const people = await muster.file('b.csv', 'full_name,identity\nSomebody,Karim\n');
  await muster.run('import', 'participants', people, '--event', 'other', '--site', 'beta');
  expect(await muster.run('demo', '--site', 'beta')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'muster: The demo cannot be loaded: identity "Karim" is the key of somebody in another event here. Nothing was changed.\n',
  });
  expect(await muster.json('event', 'list', '--site', 'beta')).toMatchObject([{ name: 'other' }]);
});
