import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { axeViolations, noBrowser } from '../support/browser.ts';
import { type Journey, makePerson, openJourney, signIn } from '../support/journeys.ts';

// A process starts here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let journey: Journey | null;

beforeAll(async () => {
  journey = await openJourney();
  if (!journey) return;
  const { place } = journey;
  const site = 'riverside';
  await place.done('site', 'create', site, '--name', 'Riverside');
  await place.done(
    'city',
    'create',
    site,
    '--name',
    'Riverside',
    '--timezone',
    'Europe/Amsterdam',
    '--site',
    site,
  );
  const times = ['--start', '2027-06-21T10:00', '--end', '2027-06-21T22:00'];
  await place.done('festival', 'create', '--city', site, ...times, '--name', 'Music day');
  for (const username of ['anna', 'vera', 'otto'])
    await makePerson(journey, { username, role: 'member', site });
  await place.done('city', 'admin', 'add', site, 'otto', '--site', site);
});
afterAll(() => journey?.close());

test('an artist asks a venue, which accepts; the city approves, and the public calendar shows it, also without script', async (context) => {
  if (!journey) return context.skip(noBrowser ?? '');
  const { visit, at, browser } = journey;
  const open = (path: string) => at('riverside', `/app${path}`);
  const [artist, venue, office, guest] = await Promise.all([
    visit(),
    visit({ width: 360 }),
    visit(),
    visit(),
  ]);
  await signIn(venue.page, open('/sign-in'), 'vera');
  await makeVenue(venue.page, open('/festival/venues/new'));
  await signIn(artist.page, open('/sign-in'), 'anna');
  await makeArtist(artist.page, open('/festival/artists/new'));
  await request(artist.page, open('/festival/find'));

  const { letter } = await journey.letterTo('vera@example.com');
  expect(letter.text).toContain('Copper Kettles');
  await venue.page.goto(open('/festival/bookings'));
  await venue.page.getByRole('link', { name: /14:00/ }).click();
  await venue.page.getByRole('button', { name: 'Accept' }).click();
  await venue.page.getByText('Waits for the city').waitFor();

  await guest.page.goto(open('/calendar'));
  await guest.page.getByText('There is no performance to be seen here yet.').waitFor();

  await signIn(office.page, open('/sign-in'), 'otto');
  await office.page.goto(open('/festival/office'));
  await office.page.getByRole('button', { name: 'Approve: Copper Kettles – Old Mill' }).click();
  await office.page.getByRole('button', { name: 'Confirmed (1)' }).waitFor();

  await guest.page.reload();
  await guest.page.getByRole('link', { name: 'Copper Kettles' }).waitFor();
  expect(await axeViolations(guest.page)).toEqual([]);
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'en' });
  const page = await plain.newPage();
  await page.goto(at('riverside', '/calendar'));
  expect(await page.getByRole('main').innerText()).toMatch(/14:00[\s\S]*Copper Kettles[\s\S]*Old Mill/);
});

async function makeArtist(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Copper Kettles');
  await page.getByLabel('What people should know').fill('We play outside, in any weather.');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Copper Kettles' }).waitFor();
}

async function makeVenue(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Old Mill');
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('3 Main Street');
  await page.getByLabel('Neighbourhood').fill('Downtown');
  await page.getByLabel('Latitude, such as 43.07').fill('52.37');
  await page.getByLabel('Longitude, such as -89.4').fill('4.89');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Old Mill' }).waitFor();
}

async function request(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Old Mill' }).click();
  await page.getByLabel('Starts').fill('2027-06-21T14:00');
  await page.getByLabel('Ends').fill('2027-06-21T14:45');
  await page.getByText('Nothing is in the way at this time.').waitFor();
  await page.getByRole('button', { name: 'Send the request' }).click();
  await page.getByRole('heading', { level: 1, name: 'Copper Kettles – Old Mill' }).waitFor();
}
