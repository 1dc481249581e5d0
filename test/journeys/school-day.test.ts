import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { type Journey, makePerson, openJourney, signIn } from '../support/journeys.ts';
import { qrTextsOf } from '../support/qr-codes.ts';

// A process starts here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let journey: Journey | null;

beforeAll(async () => {
  journey = await openJourney();
  await journey?.place.done('site', 'create', 'alpha', '--name', 'Alpha School');
  if (journey) await makePerson(journey, { username: 'katherine', role: 'staff', site: 'alpha' });
});
afterAll(() => journey?.close());

test('500 pupils come from a CSV file, get key cards, and of three who rush for the last place exactly one has it', async (context) => {
  if (!journey) return context.skip(noBrowser ?? '');
  const { visit, at, place } = journey;
  const { page } = await visit();
  await signIn(page, at('alpha', '/app/sign-in'), 'katherine');
  await page.getByRole('navigation').getByRole('link', { name: 'Events' }).click();
  await makeEvent(page);
  await importPupils(page);
  const cards = await fetchKeyCards(page);
  expect(cards.length).toBeGreaterThanOrEqual(3);

  const rushing = await Promise.all(cards.slice(0, 3).map((card) => atTheLastPlace(card)));
  await Promise.all(rushing.map((pupil) => pupil.getByRole('button', { name: 'Confirm choice' }).click()));
  const said = await Promise.all(rushing.map(outcomeOf));
  expect(said.map(({ heading }) => heading).toSorted()).toEqual([
    'This choice is not possible',
    'This choice is not possible',
    'Your choice is confirmed',
  ]);
  for (const { heading, reasons } of said)
    expect(reasons).toEqual(heading === 'Your choice is confirmed' ? [] : ['“Climbing” is full.']);
  expect(await place.query('select count(*)::integer as count from registrations')).toEqual([{ count: 1 }]);
});

/** The event with one place in Climbing, open for choosing. */
async function makeEvent(page: Page): Promise<void> {
  await page.getByLabel('Name').fill('Project day');
  await page.getByRole('button', { name: 'Make the event' }).click();
  for (const [title, places] of [
    ['Climbing', '1'],
    ['Songwriting', '500'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a workshop' }).click();
    const workshop = page.getByRole('listitem').last();
    await workshop.getByLabel('Title').fill(title);
    await workshop.getByLabel('Moment').fill('Morning');
    await workshop.getByLabel('Places').fill(places);
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByLabel('Participants may choose').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
}

/** Five classes of a hundred; what would be done is shown before it is done. */
async function importPupils(page: Page): Promise<void> {
  const pupils = Array.from({ length: 500 }, (_, n) => `Pupil ${n + 1};${1 + (n % 5)}A;`);
  await page.getByRole('link', { name: 'Import people' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('CSV file').click();
  await (await chooser).setFiles({
    name: 'pupils.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Name;Class;Group', ...pupils].join('\r\n')),
  });
  await page.getByRole('status').filter({ hasText: '500 new, 0 changed' }).waitFor();
  await page.getByRole('button', { name: 'Bring these people in' }).click();
  await page.getByRole('heading', { level: 2, name: 'The file was brought in' }).waitFor();
}

/** @returns the links in the QR codes of the first sheet of class 1A */
async function fetchKeyCards(page: Page): Promise<string[]> {
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByLabel('Key cards of one class only').fill('1A');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Key cards (PDF)' }).click(),
  ]);
  const bytes = await readFile(await file.path());
  return qrTextsOf(await getDocumentProxy(new Uint8Array(bytes)));
}

/** A pupil who opened the link of a card in a browser of their own and has marked Climbing. */
async function atTheLastPlace(card: string): Promise<Page> {
  if (!journey) throw new Error('No browser.');
  const { page } = await journey.visit({ width: 360 });
  await page.goto(card);
  await page.getByRole('heading', { level: 1, name: 'Project day' }).waitFor();
  await page.getByLabel('Climbing').check();
  return page;
}

async function outcomeOf(page: Page): Promise<{ heading: string; reasons: readonly string[] }> {
  const outcome = page.getByRole('heading', { level: 2, name: /Your choice is confirmed|is not possible/ });
  await outcome.waitFor();
  const reasons = await page.getByRole('alert').getByRole('link').allInnerTexts();
  return { heading: await outcome.innerText(), reasons };
}
