import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../../src/apis/callers.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { axeViolations, type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';
import { festivalTime, booking as makeBooking } from '../support/festival.ts';
import { type FestivalTown, openFestivalTown } from '../support/festival-v1.ts';

let browser: BrowserTest | undefined;
let town: FestivalTown;

beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowserTest();
  town = await openFestivalTown(browser.muster);
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  go(path: string, heading: string): Promise<void>;
}

/** A browser of its own. @param who null: nobody signed in */
async function enter(who: Account | null, width = 1024): Promise<Opened> {
  if (!browser) throw new Error('No browser.');
  const { page, complaints } = await browser.visit({ width });
  const origin = browser.origin(town.at);
  if (who) {
    const value = await town.muster.sessionToken(town.at, who);
    await page.context().addCookies([{ name: sessionCookie, value, url: origin }]);
  }
  const go = async (path: string, heading: string) => {
    await page.goto(`${origin}/app${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' });
  };
  return { page, complaints, go };
}

test('an artist asks a venue, which accepts; the city approves, and the calendar shows it', {
  timeout: 60_000,
}, async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const artist = await enter(town.ann);
  await artist.go('/festival/find', 'Find an artist or a venue');
  await artist.page.getByRole('link', { name: 'The Bar' }).click();
  await artist.page.getByLabel('Starts').fill('2027-06-21T14:00');
  await artist.page.getByLabel('Ends').fill('2027-06-21T14:45');
  await artist.page.getByText('Nothing is in the way at this time.').waitFor();
  await artist.page.getByLabel('A word to the other side').fill('May we?');
  await artist.page.getByRole('button', { name: 'Send the request' }).click();
  await artist.page.getByRole('heading', { level: 1, name: 'The Band – The Bar' }).waitFor();

  const venue = await enter(town.bob, 360);
  await venue.go('/festival/bookings', 'Your bookings');
  await venue.page.getByRole('link', { name: /14:00/ }).click();
  await venue.page.getByRole('button', { name: 'Accept' }).click();
  await venue.page.getByText('Waits for the city').waitFor();

  const office = await enter(town.cat);
  await office.go('/festival/office', 'City office');
  await office.page.getByRole('button', { name: 'Approve: The Band – The Bar' }).click();
  await office.page.getByRole('button', { name: 'Confirmed (1)' }).waitFor();

  const guest = await enter(null, 360);
  await guest.go('/calendar', 'Calendar');
  await guest.page.getByRole('heading', { level: 2, name: 'Monday' }).waitFor();
  await guest.page.getByRole('link', { name: 'The Band' }).click();
  await guest.page.getByRole('heading', { level: 1, name: 'The Band' }).waitFor();
  for (const one of [artist, venue, office, guest]) {
    expect(await axeViolations(one.page)).toEqual([]);
    expect(one.complaints).toEqual([]);
  }
});

test('a time that is taken is told before anybody is asked, and what the server refuses stands at its field', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const sides = { artist: town.band, venue: town.bar };
  const span = { startsAt: festivalTime('16:00'), endsAt: festivalTime('17:00') };
  await makeBooking(town.at, town.of, sides, { status: 'accepted', ...span });
  const { page, go } = await enter(town.ann);
  await go(`/festival/ask/${town.band.uuid}/${town.bar.uuid}`, 'Ask for a booking');
  await page.getByLabel('Starts').fill('2027-06-21T16:30');
  await page.getByLabel('Ends').fill('2027-06-21T17:30');
  await page.getByText('There is another booking at this time').waitFor();
  await page.getByLabel('Starts').fill('2027-06-20T16:30');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await page.getByRole('link', { name: 'It must lie within the festival.' }).waitFor();
  expect(await page.getByLabel('Starts').getAttribute('aria-invalid')).toBe('true');
});

test('messages are unread until the conversation is opened', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const body = { artist_uuid: town.band.uuid, venue_uuid: town.bar.uuid, body: 'Hello there' };
  const { body: made } = await town.ask(town.ann, 'POST', '/conversations', body);
  const { page, go } = await enter(town.bob);
  const read = page.waitForResponse((answer) => answer.url().endsWith('/read'));
  await go(`/festival/conversations/${made.uuid}`, 'The Band – The Bar');
  await page.getByText('Hello there').waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello back');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('article').filter({ hasText: 'Hello back' }).waitFor();
  expect((await read).status()).toBe(204);
  const { body: list } = await town.ask(town.bob, 'GET', '/conversations');
  expect(list.items[0].unread_count).toBe(0);
});

test('a person makes an artist and changes it, and the office adds a festival and opens it', {
  timeout: 60_000,
}, async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
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

test('the calendar is a timetable and a map with a scale as well', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, go } = await enter(null);
  await go('/calendar', 'Calendar');
  await page.getByRole('button', { name: 'Timetable' }).click();
  await page.getByRole('rowheader', { name: 'The Bar' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Map' }).click();
  await page.getByText('200 m').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
