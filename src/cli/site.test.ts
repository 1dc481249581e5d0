import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../../test/support/command-line.ts';

let muster: CommandLine;

beforeAll(async () => {
  muster = await openCommandLine();
});

afterAll(() => muster.close());

test('a site without further flags answers on its usual hosts, in a tenant of the same slug', async () => {
  const { code, stdout } = await muster.run('site', 'create', 'alpha');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'Site alpha of the tenant alpha answers on alpha.localhost.\n',
  });
  expect(await muster.json('site', 'show', 'alpha')).toMatchObject({
    slug: 'alpha',
    name: 'alpha',
    tenant_slug: 'alpha',
    hosts: ['alpha.localhost'],
    organisations: ['alpha'],
    config: {},
    is_default: false,
  });
});

test('every flag of a site is kept, and an update replaces only what it names', async () => {
  const config =
    '{"course_org_filter":["BetaX"],"registration_fields":{"properties":{"homeTown":{"type":"string"}}}}';
  await muster.run(
    'site',
    'create',
    'beta',
    '--name',
    'Beta School',
    '--host',
    'Beta.example.org',
    '--host',
    'b.example.org',
    '--organization',
    'BetaX',
    '--organization',
    'BetaY',
    '--config',
    config,
    '--tenant',
    'alpha',
  );
  const made = {
    name: 'Beta School',
    tenant_slug: 'alpha',
    hosts: ['beta.example.org', 'b.example.org'],
    organisations: ['BetaX', 'BetaY'],
    config: JSON.parse(config),
  };
  expect(await muster.json('site', 'show', 'beta')).toMatchObject(made);
  await muster.run('site', 'update', 'beta', '--host', 'new.example.org');
  expect(await muster.json('site', 'show', 'beta')).toMatchObject({ ...made, hosts: ['new.example.org'] });
});

test('without a slug the default site is shown, and the list has every site', async () => {
  expect(await muster.json('site', 'show')).toMatchObject({ slug: 'default', is_default: true });
  await muster.run('site', 'create', 'listed');
  const { stdout } = await muster.run('site', 'list');
  expect(stdout).toMatch(/^SITE +NAME +TENANT +HOSTS +ORGANISATIONS\ndefault \(default\) /);
  expect(stdout).toMatch(/^listed +listed +listed +listed\.localhost +listed$/m);
});

test.each([
  [['site', 'create', 'Bad_Slug'], 1, /^muster: "Bad_Slug" cannot be a slug: .*\n$/],
  [['site', 'create', 'default'], 1, /^muster: The slug "default" is taken by another site\.\n$/],
  [
    ['site', 'create', 'g1', '--host', 'localhost'],
    1,
    /^muster: The host "localhost" already belongs to another site\.\n$/,
  ],
  [['site', 'create', 'g2', '--tenant', 'nobody'], 1, /^muster: There is no tenant "nobody"\.\n$/],
  [
    ['site', 'create', 'g3', '--organization', 'Or', '--config', '{"course_org_filter":"Xx"}'],
    1,
    /course_org_filter names Xx, which is no organisation of the site; valid: Or\.\n$/,
  ],
  [
    ['site', 'create', 'g4', '--config', '{"colour":"red"}'],
    1,
    /unknown key colour; known: course_org_filter, /,
  ],
  [
    ['site', 'create', 'g5', '--config', '{'],
    2,
    /^muster: option '--config <json>' argument '\{' is invalid\. It is no JSON/,
  ],
  [['site', 'show', 'nowhere'], 1, /^muster: There is no site "nowhere"\. Sites: .*default/],
  [
    ['site', 'update', 'default', '--tenant', 'other'],
    1,
    /^muster: The site default belongs to the tenant default and stays there\.\n$/,
  ],
])('%j is refused with the code %i', async (args, code, sentence) => {
  const outcome = await muster.run(...args);
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toMatch(sentence);
});

test('a refused site leaves no tenant behind', async () => {
  const slugs = await muster.query<{ slug: string }>('select slug from tenants');
  expect(slugs.map(({ slug }) => slug)).not.toContain('g1');
});

test('making and changing a site is in the audit trail', async () => {
  await muster.run('site', 'create', 'traced');
  await muster.run('site', 'update', 'traced', '--name', 'Traced');
  const trail = await muster.query(
    `select verb, fields, author_kind from activity a join sites s on s.id = a.site_id and s.slug = 'traced' order by a.id`,
  );
  expect(trail).toEqual([
    { verb: 'created', fields: [], author_kind: 'command' },
    { verb: 'changed', fields: ['name'], author_kind: 'command' },
  ]);
});
