import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageFolder } from '../../src/installation.ts';
import { editEvent } from '../../src/modules/workshops/events.ts';
import type { EventChange } from '../../src/modules/workshops/types.ts';
import type { TestSite } from '../support/app.ts';
import { axeViolations, type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';
import {
  brokenPlaces,
  chooses,
  linkWorkshops,
  participant,
  participants,
  workshopEvent,
} from '../support/workshops.ts';

let opened: BrowserTest | undefined;
let alpha: TestSite;
beforeAll(async () => {
  if (noBrowser !== null) return;
  opened = await openBrowserTest();
  alpha = await opened.muster.site('alpha');
});
afterAll(() => opened?.close());

let made = 0;

/** An event with people in it, whose keys are `k<event><number>`. */
async function school(people = 1, more: Partial<EventChange> = {}) {
  if (!opened) throw new Error('No browser.');
  made += 1;
  const name = `Project day ${made}`;
  const event = await workshopEvent(alpha, {
    name,
    timeZone: 'Europe/Brussels',
    workshops: [
      { title: 'Yoga', moment: '20/11/2026 9:00-10:30', description: 'On a mat', capacity: 1 },
      { title: 'Judo', moment: '20/11/2026 9:00-10:30', capacity: 9 },
      { title: 'Song', moment: '20/11/2026 11:00-12:00', capacity: 9 },
      { title: 'Dance', moment: '20/11/2026 11:00-12:00', capacity: 9, targetGroup: 'B' },
    ],
    ...more,
  });
  const keys = Array.from({ length: people }, (_, at) => `K${made}X${at}`);
  await participants(
    opened.muster,
    alpha,
    event,
    keys.map((key, at) => ({ key, fullName: `Pupil ${at}`, class: '4A', targetGroup: 'A' })),
  );
  const ids = event.workshops.map(({ id }) => id);
  return { event, name, keys, ids };
}

/** Opens the page as the link of a card does. */
async function enter(key: string, name: string, options: Parameters<BrowserTest['visit']>[0] = {}) {
  if (!opened) throw new Error('No browser.');
  const { page, complaints } = await opened.visit(options);
  await page.goto(`${opened.origin(alpha)}/app/choose/#key=${key}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return { page, complaints };
}

/** Presses Tab until the element of that label has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  const focused = 'document.activeElement?.labels?.[0]?.innerText ?? document.activeElement?.innerText ?? ""';
  for (let times = 0; times < 40; times += 1) {
    await page.keyboard.press('Tab');
    if (String(await page.evaluate(focused)).startsWith(label)) return;
  }
  throw new Error(`Tab never reaches "${label}".`);
}

const focusedText = (page: Page) => page.evaluate('document.activeElement?.innerText ?? ""').then(String);
const timetable = (page: Page) => page.getByRole('table', { name: 'Your timetable' });

test('a participant signs in, chooses, is refused, changes and signs out by keyboard alone', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { event, name, keys, ids } = await school();
  const [yoga = 0, , song = 0] = ids;
  await linkWorkshops(alpha, event, [[yoga, song, 'exclusive']]);
  const { page } = await opened.visit();
  await page.goto(`${opened.origin(alpha)}/app/choose`);
  await page.getByRole('heading', { level: 1, name: 'Choose workshops' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await tabTo(page, 'Login key');
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'This login key is not known.' }).waitFor();
  await page.getByLabel('Login key').and(page.locator(':focus')).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(` ${keys[0]?.toLowerCase()}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('You have not chosen anything yet.').waitFor();

  await tabTo(page, 'Nothing at this moment');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByLabel('Judo').isChecked()).toBe(true);
  await tabTo(page, 'Confirm choice');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your choice is confirmed' }).waitFor();
  expect(await focusedText(page)).toContain('Your choice is confirmed');
  expect(await timetable(page).innerText()).toContain('Judo');
  expect(await axeViolations(page)).toEqual([]);

  await tabTo(page, 'Judo');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'Nothing at this moment');
  await page.keyboard.press('ArrowDown');
  // Before it is sent, the page says what clashes and why, beside the workshop.
  await page.getByRole('radio', { name: 'Yoga' }).and(page.locator(':checked')).waitFor();
  expect(await page.getByRole('group').first().innerText()).toContain(
    '“Yoga” cannot be combined with “Song”.',
  );
  await tabTo(page, 'Confirm choice');
  await page.keyboard.press('Enter');
  const refusal = page.getByRole('alert').filter({ hasText: 'This choice is not possible' });
  await refusal.waitFor();
  expect(await focusedText(page)).toContain('What you had chosen before has not changed: Judo');
  expect(await refusal.getByRole('link').allInnerTexts()).toEqual([
    '“Yoga” cannot be combined with “Song”.',
    '“Song” cannot be combined with “Yoga”.',
  ]);
  expect(await timetable(page).innerText()).toContain('Judo');
  expect(await timetable(page).innerText()).not.toContain('Yoga');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(`location.hash === '#workshop-${yoga}'`);

  await tabTo(page, 'Song');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Confirm choice');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your choice is confirmed' }).waitFor();
  expect(await timetable(page).innerText()).toContain('Yoga');
  expect(await timetable(page).innerText()).not.toContain('Judo');
  expect(await page.getByRole('link', { name: 'Calendar file' }).getAttribute('href')).toBe(
    '/api/v1/participants/me/timetable.ics',
  );

  await tabToBack(page, 'Sign out');
  await page.keyboard.press('Enter');
  await page.getByText('You are signed out.').waitFor();
  await page.reload();
  await page.getByLabel('Login key').waitFor();
  expect(await brokenPlaces(opened.muster, alpha)).toEqual([]);
});

async function tabToBack(page: Page, label: string): Promise<void> {
  for (let times = 0; times < 40; times += 1) {
    await page.keyboard.press('Shift+Tab');
    if ((await focusedText(page)).startsWith(label)) return;
  }
  throw new Error(`Shift+Tab never reaches "${label}".`);
}

test('the link of a card signs in, and its key stays nowhere in the browser or on the server', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys } = await school();
  const { page, complaints } = await enter(keys[0] ?? '', name);
  expect(page.url()).not.toContain(keys[0]);
  expect(await page.evaluate('document.cookie')).toBe('');
  expect(opened.muster.logged.join('')).not.toContain(keys[0]);
  await page.reload();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expect(complaints).toEqual([]);
});

test('the link of another card, opened in the same tab, signs in its owner', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys } = await school(2);
  const { page } = await enter(keys[0] ?? '', name);
  await page.getByText('You are Pupil 0, class 4A.').waitFor();
  await page.evaluate(`location.hash = 'key=${keys[1]}'`);
  await page.getByText('You are Pupil 1, class 4A.').waitFor();
  expect(page.url()).not.toContain(keys[1]);
});

test('where the stream does not come through, the page asks for the free places itself', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys, ids, event } = await school();
  const { page } = await opened.visit();
  await page.route('**/seats/stream', (route) => route.abort());
  await page.goto(`${opened.origin(alpha)}/app/choose#key=${keys[0]}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('Free places are looked up every few seconds.').waitFor();
  await chooses(alpha, await participant(opened.muster, alpha, event), [ids[0] ?? 0]);
  // A browser tells so when the network is back; then the page does not wait for its turn.
  await page.evaluate("dispatchEvent(new Event('online'))");
  await page.getByRole('group').first().getByText('Full', { exact: true }).waitFor();
  expect(await page.getByLabel('Yoga').isDisabled()).toBe(true);
});

test('of two browsers at the last place exactly one has it, and the other sees why', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys, ids } = await school(3);
  const visits = await Promise.all(keys.map((key) => enter(key, name)));
  const [watching, ...rushing] = visits.map(({ page }) => page);
  for (const page of rushing) await page.getByLabel('Yoga').check();
  await Promise.all(rushing.map((page) => page.getByRole('button', { name: 'Confirm choice' }).click()));
  const ends = await Promise.all(
    rushing.map(async (page) => {
      const heading = page.getByRole('heading', {
        level: 2,
        name: /Your choice is confirmed|is not possible/,
      });
      await heading.waitFor();
      return { page, said: await heading.innerText() };
    }),
  );
  expect(ends.map(({ said }) => said).sort()).toEqual([
    'This choice is not possible',
    'Your choice is confirmed',
  ]);
  const loser = ends.find(({ said }) => said === 'This choice is not possible')?.page;
  expect(await loser?.getByRole('alert').getByRole('link').allInnerTexts()).toEqual(['“Yoga” is full.']);
  const [held] = await opened.muster.query<{ count: number }>(
    'select count(*)::integer as count from registrations where workshop_id = $1',
    [ids[0]],
  );
  expect(held?.count).toBe(1);
  // Whoever only watched was told without asking.
  await watching?.getByRole('group').first().getByText('Full', { exact: true }).waitFor();
  expect(await watching?.getByLabel('Yoga').isDisabled()).toBe(true);
  expect(await brokenPlaces(opened.muster, alpha)).toEqual([]);
});

test('a page that is not open yet says from when, and opens by itself', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { event, name, keys } = await school(1, { opensAt: '2099-07-01T09:00' });
  const { page } = await enter(keys[0] ?? '', name);
  const text = await page.getByRole('main').innerText();
  expect(text).toMatch(/Not open yet: you can choose from Wednesday,? 1 July 2099 at 09:00 (CEST|GMT\+2)/);
  expect(await page.getByLabel('Judo').isDisabled()).toBe(true);
  await alpha.context.transaction((tx) => editEvent(tx, event.id, { opensAt: null }, null));
  await page.getByRole('button', { name: 'Confirm choice' }).waitFor();
  await page.getByLabel('Judo').check();
  expect(await page.getByLabel('Dance').isDisabled()).toBe(true);
  await alpha.context.transaction((tx) => editEvent(tx, event.id, { available: false }, null));
  await page.getByText('Choosing is closed. What you have chosen stays.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

test('on a phone in Dutch all of it fits, also in the dark, and a lost connection is told', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys } = await school();
  const options = { width: 360, locale: 'nl-BE', dark: true };
  const { page, complaints } = await enter(keys[0] ?? '', name, options);
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
  const { name, keys } = await school();
  const { page } = await enter(keys[0] ?? '', name);
  await page.getByLabel('Song').check();
  await page.getByRole('button', { name: 'Confirm choice' }).click();
  await page.getByRole('heading', { name: 'Your choice is confirmed' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await timetable(page).isVisible()).toBe(true);
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
