import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { type Journey, makePerson, openJourney, signIn } from '../support/journeys.ts';

// A process starts here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let journey: Journey | null;

beforeAll(async () => {
  journey = await openJourney();
  if (!journey) return;
  await journey.place.done('site', 'create', 'alpha', '--name', 'Alpha School');
  await makePerson(journey, { username: 'katherine', role: 'staff', site: 'alpha' });
  await makePerson(journey, { username: 'mary', role: 'member', site: 'alpha' });
});
afterAll(() => journey?.close());

test('a company gets a batch of codes, one of its people redeems one, and the figures of the course show it', async (context) => {
  if (!journey) return context.skip(noBrowser ?? '');
  const { visit, at } = journey;
  const { page: organiser } = await visit();
  await signIn(organiser, at('alpha', '/app/sign-in'), 'katherine');
  await makeCourse(organiser);
  const codes = await makeCodes(organiser);
  expect(codes).toHaveLength(5);

  const { page: member } = await visit({ width: 360 });
  await signIn(member, at('alpha', '/app/sign-in'), 'mary');
  await member.goto(at('alpha', '/app/courses'));
  await redeem(member, codes[0] ?? '');
  await member.getByText('You are in the course First aid.').waitFor();
  await member.getByRole('region', { name: 'My courses' }).getByRole('link', { name: 'First aid' }).waitFor();
  await redeem(member, codes[0] ?? '');
  await member.getByRole('alert').waitFor();

  await part(organiser, 'Figures');
  const figures = organiser.getByRole('table', { name: 'What the course comes to' });
  await figures.getByRole('row', { name: 'In the course now 1' }).waitFor();
  await organiser.getByText('Show the numbers').last().click();
  const byState = organiser.getByRole('table', { name: 'Enrolment codes by state' });
  await byState.getByRole('row', { name: 'Open 4' }).waitFor();
  await byState.getByRole('row', { name: 'Redeemed 1' }).waitFor();
});

/** Goes to another page of the course. */
async function part(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'First aid' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `First aid: ${name}` }).waitFor();
}

async function makeCourse(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Run courses' }).click();
  await page.getByRole('link', { name: 'New course' }).click();
  await page.getByLabel('Course key').fill('course-v1:alpha+AID+2027');
  await page.getByLabel('Name').fill('First aid');
  await page.getByLabel('Places').fill('5');
  await page.getByRole('button', { name: 'Make the course' }).click();
  await page.getByRole('heading', { level: 1, name: 'First aid: People' }).waitFor();
}

/** @returns the codes as they stand on the page of the batch */
async function makeCodes(page: Page): Promise<string[]> {
  await part(page, 'Enrolment codes');
  await page.getByLabel('How many').fill('5');
  await page.getByRole('button', { name: 'Make codes' }).click();
  await page.getByRole('link', { name: 'Show codes' }).click();
  await page.getByRole('heading', { level: 1, name: /^Batch of/ }).waitFor();
  await page.getByRole('row').nth(5).waitFor();
  const first = page
    .getByRole('row')
    .getByRole('cell')
    .filter({ hasText: /^[A-Za-z0-9]{8,}$/ });
  const codes = await first.allInnerTexts();
  await page.goBack();
  return codes;
}

async function redeem(page: Page, code: string): Promise<void> {
  await page.getByLabel('Enrolment code').fill(code);
  await page.getByRole('button', { name: 'Redeem' }).click();
}
