import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { axeViolations, noBrowser } from '../support/browser.ts';
import { type Journey, openJourney, password, signIn } from '../support/journeys.ts';

// A process starts here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let journey: Journey | null;

beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.close());

test('the link of the first start makes its administrator, once, who then loads the example and runs the installation in the pages', async (context) => {
  if (!journey) return context.skip(noBrowser ?? '');
  const { server, visit, at } = journey;
  const link = /http\S+\/first_owner\/\S+/.exec(await server.line(/\/first_owner\//))?.[0] ?? '';
  const { page, complaints } = await visit();
  await page.goto(link);
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await page.getByLabel('Username').fill('ada');
  await page.getByLabel('Password').fill(password);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Become the owner' }).click();
  await page.getByRole('link', { name: 'Open the pages' }).click();
  await page.waitForURL(at(null, '/app/**'));
  await signIn(page, at(null, '/app/sign-in'), 'ada', 'Ada Lovelace');
  await page.getByRole('button', { name: 'Load the example' }).click();
  await page.getByRole('status').filter({ hasText: 'workshops2018' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Health of the installation' }).click();
  await page.getByRole('heading', { level: 1, name: 'Health of the installation' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const again = await page.goto(link);
  expect(again?.status()).toBe(410);
  await page.getByRole('heading', { level: 1, name: 'This link no longer works' }).waitFor();
});
