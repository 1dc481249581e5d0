import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, noBrowser } from '../support/browser.ts';
import { type ChoosingTest, openChoosingTest } from '../support/choosing.ts';
import { brokenPlaces, linkWorkshops } from '../support/workshops.ts';

let opened: ChoosingTest | undefined;
beforeAll(async () => {
  if (noBrowser === null) opened = await openChoosingTest();
});
afterAll(() => opened?.close());

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
  const { event, name, keys, ids } = await opened.school();
  const [yoga = 0, , song = 0] = ids;
  await linkWorkshops(opened.at, event, [[yoga, song, 'exclusive']]);
  const { page } = await opened.visit();
  await page.goto(opened.address);
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
  expect(await brokenPlaces(opened.muster, opened.at)).toEqual([]);
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
  const { name, keys } = await opened.school();
  const { page, complaints } = await opened.enter(keys[0] ?? '', name);
  expect(page.url()).not.toContain(keys[0]);
  expect(await page.evaluate('document.cookie')).toBe('');
  expect(opened.muster.logged.join('')).not.toContain(keys[0]);
  await page.reload();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expect(complaints).toEqual([]);
});

test('the link of another card, opened in the same tab, signs in its owner', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys } = await opened.school(2);
  const { page } = await opened.enter(keys[0] ?? '', name);
  await page.getByText('You are Pupil 0, class 4A.').waitFor();
  await page.evaluate(`location.hash = 'key=${keys[1]}'`);
  await page.getByText('You are Pupil 1, class 4A.').waitFor();
  expect(page.url()).not.toContain(keys[1]);
});

test('of two browsers at the last place exactly one has it, and the other sees why', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { name, keys, ids } = await opened.school(3);
  const { enter } = opened;
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
  expect(await brokenPlaces(opened.muster, opened.at)).toEqual([]);
});
