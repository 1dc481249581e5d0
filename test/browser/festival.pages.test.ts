import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, noBrowser } from '../support/browser.ts';
import { type FestivalBrowser, openFestivalBrowser } from '../support/festival-browser.ts';

let opened: FestivalBrowser | undefined;

beforeAll(async () => {
  if (noBrowser === null) opened = await openFestivalBrowser();
});
afterAll(() => opened?.close());

function here(): FestivalBrowser {
  if (!opened) throw new Error('No browser.');
  return opened;
}

test('a person makes an artist and changes it, and the office adds a festival and opens it', {
  timeout: 60_000,
}, async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { town, enter } = here();
  const { page, go } = await enter(town.dan);
  await go('/festival/artists/new', 'New artist');
  await page.getByLabel('Name').first().fill('Solo');
  await page.getByLabel('What people should know').fill('One voice');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Name one at least.' }).waitFor();
  await page.getByLabel('Folk', { exact: true }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Solo' }).click();
  await page.getByLabel('People in the group').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await town.ask(town.dan, 'GET', '/artists?mine=true')).body.items[0].group_size)
    .toBe(2);

  const office = await enter(town.cat);
  await office.go('/festival/office/festivals', 'Festivals');
  await office.page.getByRole('textbox', { name: 'Name' }).fill('Next year');
  await office.page.getByLabel('Starts').fill('2028-06-21T08:00');
  await office.page.getByLabel('Ends').fill('2028-06-21T21:00');
  await office.page.getByRole('button', { name: 'Add as a draft' }).click();
  await office.page.getByRole('heading', { level: 2, name: 'Next year' }).waitFor();
  await office.page.getByRole('button', { name: 'Open', exact: true }).click();
  await office.page.getByRole('button', { name: 'Yes, do it' }).click();
  await office.page.getByRole('button', { name: 'Open', exact: true }).waitFor({ state: 'detached' });
});

const pages: readonly (readonly [string, string, 'ann' | 'bob' | 'cat' | null])[] = [
  ['/calendar', 'Calendar', null],
  ['/festival/profiles', 'Your artists and venues', 'ann'],
  ['/festival/artists/new', 'New artist', 'ann'],
  ['/festival/venues/new', 'New venue', 'bob'],
  ['/festival/find', 'Find an artist or a venue', 'ann'],
  ['/festival/bookings', 'Your bookings', 'bob'],
  ['/festival/conversations', 'Conversations', 'bob'],
  ['/festival/office', 'City office', 'cat'],
  ['/festival/office/festivals', 'Festivals', 'cat'],
  ['/festival/office/lists', 'Lists of choices', 'cat'],
];

test('every page of the festival fits a phone and has no axe violation', {
  timeout: 60_000,
}, async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { town, enter } = here();
  const found: string[] = [];
  for (const who of [null, 'ann', 'bob', 'cat'] as const) {
    const { page, complaints, go } = await enter(who && town[who], 360);
    for (const [path, heading] of pages.filter(([, , whose]) => whose === who)) {
      await go(path, heading);
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      found.push(...(await axeViolations(page)).map((one) => `${path} ${one}`));
      if (Number(wide) > 0) found.push(`${path} is ${wide} pixels too wide`);
    }
    found.push(...complaints);
  }
  expect(found).toEqual([]);
});
