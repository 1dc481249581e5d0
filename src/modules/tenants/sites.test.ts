import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { openInstallation } from './installation.ts';
import { openSite, requireSite, updateSite, usualHosts } from './sites.ts';
import type { NewSite, SiteConfig } from './types.ts';

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp();
});

afterAll(() => muster.close());

const open = (slug: string, more: Partial<NewSite> = {}, tenant: string | null = null) =>
  muster.database.acrossTenants().transaction((tx) => {
    const wanted = { slug, name: slug, hosts: usualHosts(slug, 'localhost'), organisations: [], config: {} };
    return openSite(tx, { ...wanted, ...more }, tenant);
  });

test('a site without an organisation gets one named like its slug', async () => {
  const site = await open('plain');
  expect(site.organisations).toEqual(['plain']);
  expect(site.hosts).toEqual(['plain.localhost']);
});

test('a second site of a tenant shares its organisations and nothing else', async () => {
  await open('first', { organisations: ['OrgX'] });
  const second = await open('second', { organisations: ['orgx', 'OrgY'] }, 'first');
  expect(second.tenantSlug).toBe('first');
  expect(second.organisations).toEqual(['OrgX', 'OrgY']);
});

test('a filter may name one organisation or several of the site, and any other is refused with the valid ones', async () => {
  const site = await open('filtered', {
    organisations: ['A', 'B'],
    config: { course_org_filter: ['a', 'B'] },
  });
  expect(site.config).toEqual({ course_org_filter: ['a', 'B'] });
  const refused = open('stranger', { organisations: ['A', 'B'], config: { course_org_filter: 'C' } });
  await expect(refused).rejects.toThrow(/names C, .*valid: A, B/);
});

test('an unknown key or a wrong type in a configuration is refused, naming what is known', async () => {
  const wrong = { course_org_filters: 'x' } as SiteConfig;
  await expect(open('wrong', { config: wrong })).rejects.toThrow(/unknown key course_org_filters; known: /);
  const fields = { registration_fields: { properties: { district: { type: 'nothing' } } } };
  await expect(open('wrong', { config: fields })).rejects.toMatchObject({ code: 'site.bad_config' });
  const clear = { registration_fields: { properties: { password: { type: 'string' } } } };
  await expect(open('wrong', { config: clear })).rejects.toThrow(/must not name password/);
});

test.each(['Alpha', 'a b', '-a', 'a-', '', 'x'.repeat(64), 'ü'])('"%s" cannot be a slug', async (slug) => {
  await expect(open(slug)).rejects.toMatchObject({ code: 'site.bad_slug' });
});

test('a reserved slug, a taken slug and a taken host are refused, and nothing is left behind', async () => {
  await open('taken', { hosts: ['taken.example.org'] });
  await expect(open('localhost')).rejects.toMatchObject({ code: 'site.reserved_slug' });
  await expect(open('taken', { hosts: [] })).rejects.toMatchObject({ code: 'site.slug_taken' });
  const hosts = ['fresh.example.org', 'TAKEN.example.org'];
  await expect(open('fresh', { hosts })).rejects.toMatchObject({ code: 'site.host_taken' });
  expect(await muster.query(`select 1 from tenants where slug = 'fresh'`)).toEqual([]);
});

test('of many sites of one slug made at once exactly one is', async () => {
  const made = await Promise.allSettled(Array.from({ length: 8 }, () => open('rush')));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of made) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'conflict' });
  }
});

test('a change replaces the lists it names and keeps the rest', async () => {
  await open('moving', { organisations: ['Old'], config: { language: 'nl' } });
  const owner = muster.database.acrossTenants();
  const hosts = ['moved.example.org', 'also.example.org'];
  await owner.transaction((tx) => updateSite(tx, 'moving', { hosts, name: 'Moved' }));
  const site = await owner.read((read) => requireSite(read, 'moving'));
  expect(site).toMatchObject({ name: 'Moved', hosts, organisations: ['Old'], config: { language: 'nl' } });
  await expect(
    owner.transaction((tx) =>
      updateSite(tx, 'moving', { organisations: ['New'], config: { course_org_filter: 'Old' } }),
    ),
  ).rejects.toThrow(/valid: New/);
});

test('an unknown site is refused with the sites there are', async () => {
  const owner = muster.database.acrossTenants();
  await expect(owner.read((read) => requireSite(read, 'nowhere'))).rejects.toThrow(/Sites: default/);
});

test('a secret other than the one of the first start is refused in a sentence', async () => {
  const owner = muster.database.acrossTenants();
  const open = owner.transaction((tx) => openInstallation(tx, 'another fingerprint', 'localhost'));
  await expect(open).rejects.toThrow(/secret does not fit this database/);
});
