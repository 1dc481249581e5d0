import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { type Journey, openJourney, password, signIn } from '../support/journeys.ts';

// A process starts here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let journey: Journey | null;

beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

test('a tenant signs up by the link of a letter, invites somebody, and a comment rings at once in the other browser', async (context) => {
  if (!journey) return context.skip(noBrowser ?? '');
  const { visit } = journey;
  const [{ page: owner }, { page: colleague }] = [await visit(), await visit()];
  const site = await signUp(journey, owner);
  await signIn(owner, `${site}/app/sign-in`, 'ada@example.com', 'Ada Lovelace');
  await invite(owner);

  const { link } = await journey.letterTo('grace@example.com');
  expect(link).toContain(site);
  await colleague.goto(link);
  await colleague.getByLabel('First name').fill('Grace');
  await colleague.getByLabel('Last name').fill('Hopper');
  await colleague.getByLabel('Password').fill(password);
  await colleague.getByRole('button', { name: 'Accept invitation' }).click();
  await colleague.getByRole('heading', { level: 1, name: /Welcome/ }).waitFor();
  await signIn(colleague, `${site}/app/sign-in`, 'grace@example.com', 'Grace Hopper');
  await colleague.getByRole('link', { name: 'Notifications', exact: true }).waitFor();

  await comment(owner, 'Welcome aboard!');
  const bell = colleague.getByRole('link', { name: '1 new notification' });
  await bell.waitFor();
  await bell.click();
  await colleague.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor();
  await colleague
    .getByText(/Ada Lovelace/)
    .first()
    .waitFor();
});

/** @returns the origin of the new tenant, its owner confirmed */
async function signUp({ at, letterTo }: Journey, page: Page): Promise<string> {
  await page.goto(at(null, '/app/sign-in'));
  await page.getByRole('link', { name: 'Open a site of your own' }).click();
  await page.getByLabel('Name of your organisation').fill('Lovelace Labs');
  await page.getByLabel('First part of its address').fill('lovelace');
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('Lovelace');
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('status').filter({ hasText: 'Your site is there' }).waitFor();
  const { link } = await letterTo('ada@example.com');
  await page.goto(link);
  await page.getByRole('button').click();
  return new URL(link).origin;
}

async function invite(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Invitations' }).click();
  await page.getByLabel('E-mail address').fill('grace@example.com');
  await page.getByLabel('First name').fill('Grace');
  await page.getByLabel('Last name').fill('Hopper');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('A letter is on its way to grace@example.com.').waitFor();
}

async function comment(page: Page, words: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Grace Hopper' }).click();
  await page.getByLabel('Your comment').fill(words);
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('article', { name: 'Comment of Ada Lovelace' }).waitFor();
}
