import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageFolder } from '../../src/installation.ts';
import { editEvent } from '../../src/modules/workshops/events.ts';
import { axeViolations, noBrowser } from '../support/browser.ts';
import { type ChoosingTest, openChoosingTest } from '../support/choosing.ts';
import { chooses, participant } from '../support/workshops.ts';

let opened: ChoosingTest | undefined;
beforeAll(async () => {
  if (noBrowser === null) opened = await openChoosingTest();
});
afterAll(() => opened?.close());

test('where the stream does not come through, the page asks for the free places itself', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys, ids, event } = await opened.school();
  const { page } = await opened.visit();
  await page.route('**/seats/stream', (route) => route.abort());
  await page.goto(`${opened.address}#key=${keys[0]}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('Free places are looked up every few seconds.').waitFor();
  await chooses(opened.at, await participant(opened.muster, opened.at, event), [ids[0] ?? 0]);
  // A browser tells so when the network is back; then the page does not wait for its turn.
  await page.evaluate("dispatchEvent(new Event('online'))");
  await page.getByRole('group').first().getByText('Full', { exact: true }).waitFor();
  expect(await page.getByLabel('Yoga').isDisabled()).toBe(true);
});

test('a page that is not open yet says from when, and opens by itself', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { event, name, keys } = await opened.school(1, { opensAt: '2099-07-01T09:00' });
  const { page } = await opened.enter(keys[0] ?? '', name);
  const text = await page.getByRole('main').innerText();
  expect(text).toMatch(/Not open yet: you can choose from Wednesday,? 1 July 2099 at 09:00 (CEST|GMT\+2)/);
  expect(await page.getByLabel('Judo').isDisabled()).toBe(true);
  await opened.at.context.transaction((tx) => editEvent(tx, event.id, { opensAt: null }, null));
  await page.getByRole('button', { name: 'Confirm choice' }).waitFor();
  await page.getByLabel('Judo').check();
  expect(await page.getByLabel('Dance').isDisabled()).toBe(true);
  await opened.at.context.transaction((tx) => editEvent(tx, event.id, { available: false }, null));
  await page.getByText('Choosing is closed. What you have chosen stays.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

test('on a phone in Dutch all of it fits, also in the dark, and a lost connection is told', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys } = await opened.school();
  const options = { width: 360, locale: 'nl-BE', dark: true };
  const { page, complaints } = await opened.enter(keys[0] ?? '', name, options);
  await page.getByRole('button', { name: 'Keuze bevestigen' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect(await page.getAttribute('html', 'lang')).toBe('nl');
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().setOffline(true);
  await page.getByText('Geen verbinding').waitFor();
  await page.getByLabel('Judo').check();
  await page.getByRole('button', { name: 'Keuze bevestigen' }).click();
  await page.getByText('De server is niet bereikbaar.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Keuze bevestigen' }).click();
  await page.getByRole('heading', { name: 'Je keuze is bevestigd' }).waitFor();
  await page.getByLabel('Taal').selectOption('de');
  await page.getByRole('heading', { name: 'Ihr Stundenplan' }).waitFor();
});

test('what is printed is the timetable alone', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys } = await opened.school();
  const { page } = await opened.enter(keys[0] ?? '', name);
  await page.getByLabel('Song').check();
  await page.getByRole('button', { name: 'Confirm choice' }).click();
  await page.getByRole('heading', { name: 'Your choice is confirmed' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('table', { name: 'Your timetable' }).isVisible()).toBe(true);
  for (const hidden of [page.getByLabel('Song'), page.getByRole('button', { name: 'Print' })])
    expect(await hidden.isVisible()).toBe(false);
});

test('the page needs at most 100 kB of script, compressed', (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const dist = join(packageFolder, 'web/dist');
  const html = readFileSync(join(dist, 'participant.html'), 'utf8');
  const waiting = [...html.matchAll(/\/app\/(assets\/[\w.-]+\.js)/g)].map(([, path = '']) => path);
  const scripts = new Set(waiting);
  for (const path of scripts) {
    const code = readFileSync(join(dist, path), 'utf8');
    for (const [, name = ''] of code.matchAll(/["']\.\/([\w.-]+\.js)["']/g)) scripts.add(`assets/${name}`);
  }
  expect(scripts.size).toBeGreaterThan(0);
  const bytes = [...scripts].map((path) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(100_000);
});
