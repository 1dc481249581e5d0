import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, noBrowser } from '../support/browser.ts';
import { festivalTime, booking as makeBooking } from '../support/festival.ts';
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

test('an artist asks a venue, which accepts; the city approves, and the calendar shows it', {
  timeout: 60_000,
}, async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { town, enter } = here();
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
  const { town, enter } = here();
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
  const { town, enter } = here();
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

test('the calendar is a timetable and a map with a scale as well', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { enter } = here();
  const { page, go } = await enter(null);
  await go('/calendar', 'Calendar');
  await page.getByRole('button', { name: 'Timetable' }).click();
  await page.getByRole('rowheader', { name: 'The Bar' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Map' }).click();
  await page.getByText('200 m').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
