import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import { type Place, perform, place } from '../../../test/support/festival-feeds.ts';
import { browse } from '../../../test/support/link-pages.ts';

let muster: TestApp;
let alpha: Place;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await place(muster, 'alpha');
});
afterAll(() => muster.close());

const open = (path = '/calendar', locale?: string) => browse(muster, alpha.at).open(path, locale);

test('an empty calendar says so, and a site without a city has none', async () => {
  expect((await open()).html).toContain('There is no performance in the calendar yet.');
  expect((await browse(muster, muster.home).open('/calendar')).status).toBe(404);
});

test('performances stand by day and time in the city’s own clock, in the language of the reader', async () => {
  const { at, of, owner } = alpha;
  const artist = await build.artist(at, of, owner, { name: 'Ann <b>' });
  const venue = await build.venue(at, of, owner, { name: 'Bar' });
  await perform(alpha, '12:00', { artist, venue });
  await perform(alpha, '15:00', { status: 'accepted' });
  const { status, html } = await open();
  expect(status).toBe(200);
  for (const words of ['Monday, 21 June 2027', '12:00</time>–12:30', 'Ann &lt;b&gt; at Bar', artist.uuid])
    expect(html).toContain(words);
  expect(html).not.toContain('15:00');
  expect((await open('/calendar', 'nl')).html).toContain('maandag 21 juni 2027');
  expect((await open('/calendar', 'de')).html).toContain('Montag, 21. Juni 2027');
});

test('a page that is none is refused as a page', async () => {
  const { status, html } = await open('/calendar?page=none');
  expect(status).toBe(400);
  expect(html).toContain('<h1>');
});
