import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { chooses, participant, workshopEvent } from '../../../test/support/workshops.ts';
import { setArchived } from '../../modules/workshops/events.ts';
import type { EventWithWorkshops } from '../../modules/workshops/types.ts';

let muster: TestApp;
let alpha: TestSite;
let event: EventWithWorkshops;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  event = await workshopEvent(alpha, {
    name: 'Day & Night/1',
    timeZone: 'Europe/Brussels',
    closesAt: '2099-07-01T18:00',
    workshops: [
      { title: '<b>Yoga</b>', moment: 'am', description: 'On a mat', capacity: 1 },
      { title: 'Judo', moment: 'am', capacity: 9, targetGroup: 'A|B' },
      { title: 'Song', moment: 'pm', capacity: 1 },
    ],
  });
  await chooses(alpha, await participant(muster, alpha, event), [event.workshops[2]?.id ?? 0]);
});
afterAll(() => muster.close());

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

async function open(name: string | number, headers: Record<string, string> = {}, at = alpha) {
  const url = `/events/${encodeURIComponent(name)}`;
  const answer = await muster.server.inject({ url, headers: { host: at.host, accept: browser, ...headers } });
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
}

test('a browser sees the workshops of an event by moment, with the places left and where to choose', async () => {
  const { status, text, headers } = await open('Day & Night/1');
  expect([status, headers['content-type'], headers.vary]).toEqual([
    200,
    'text/html; charset=utf-8',
    'accept, accept-language',
  ]);
  expect(text).toContain('<h1>Day &amp; Night/1</h1>');
  expect(text).toContain('You can choose workshops until 1 July 2099 at 18:00 CEST.');
  expect(text).toContain('&lt;b&gt;Yoga&lt;/b&gt;');
  expect(text).toMatch(
    /am<\/h3>.*1 free place.*On a mat.*Judo.*9 free places · For: A, B.*pm<\/h3>.*Song.*Full/s,
  );
  expect(text).toContain('href="/app/choose"');
});

test('its number leads to the same page, in the language of the reader', async () => {
  expect((await open(event.id, { 'accept-language': 'nl' })).text).toContain('1 vrije plaats');
  expect((await open(`${event.id}/`)).status).toBe(404);
});

test('programs get the JSON of the workshops API at the same address', async () => {
  for (const accept of ['application/json', '*/*']) {
    const { status, text } = await open(event.id, { accept });
    expect([status, JSON.parse(text).name]).toEqual([200, 'Day & Night/1']);
  }
});

test('an event that is closed, not open yet, empty or elsewhere says so', async () => {
  await workshopEvent(alpha, { name: 'Off', available: false });
  expect((await open('Off')).text).toMatch(/You cannot choose workshops now.*There are no workshops yet/s);
  await workshopEvent(alpha, { name: 'Later', opensAt: '2099-01-01T09:00', timeZone: 'UTC' });
  expect((await open('Later')).text).toContain('You can choose workshops from 1 January 2099 at 09:00 UTC.');
  const beta = await muster.site('beta');
  const unknown = await open('nothing');
  expect([unknown.status, unknown.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect((await open('Off', {}, beta)).status).toBe(404);
  const old = await workshopEvent(alpha, { name: 'Old' });
  await alpha.context.transaction((tx) =>
    setArchived(tx, old.id, { isArchived: true, forgetParticipants: false }, null),
  );
  expect((await open('Old')).status).toBe(404);
});
