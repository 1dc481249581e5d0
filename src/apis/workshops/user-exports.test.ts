import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { participant, participants, visitToken, workshopEvent } from '../../../test/support/workshops.ts';
import { type WorkshopsClient, workshopsClient } from '../../../test/support/workshops-client.ts';

let muster: TestApp;
let alpha: TestSite;
let manager: WorkshopsClient;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  alpha = await muster.site('alpha');
  const staff = await muster.account(alpha, { username: 'staff', role: 'staff' });
  manager = workshopsClient(muster, alpha.host, await muster.apiToken(alpha, staff));
});
afterAll(() => muster.close());

describe('GET /events/{id}/users.csv', () => {
  test('is the documented file: its headings, semicolons, CRLF, no mark, its name', async () => {
    const event = await workshopEvent(alpha);
    await participants(muster, alpha, event, [
      { fullName: 'Zoë Müller', class: '5ITF', targetGroup: 'app', key: 'zoe' },
      { fullName: 'Jan', key: 'jan' },
    ]);
    const { status, bytes, headers } = await manager.get(`/events/${event.id}/users.csv`);
    expect([status, bytes.toString()]).toEqual([
      200,
      'Naam;Klas;Doelgroep;Identificatie\r\nZoë Müller;5ITF;app;zoe\r\nJan;;;jan\r\n',
    ]);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="studenten.csv"',
      'cache-control': 'private, no-cache',
    });
  });

  test('weakness 8: quotes what would break the columns and guards what would be a formula', async () => {
    const event = await workshopEvent(alpha);
    await participants(muster, alpha, event, [
      { fullName: '=1+1', class: 'a;b', targetGroup: 'say "x"', key: '@key' },
      { fullName: ' -1', class: '"', targetGroup: ' x', key: ';' },
    ]);
    const { bytes } = await manager.get(`/events/${event.id}/users.csv`);
    expect(bytes.toString().split('\r\n').slice(1)).toEqual([
      `'=1+1;"a;b";"say ""x""";'@key`,
      `' -1;"""";" x";";"`,
      '',
    ]);
  });

  test.each([
    ['nothing', '', {}, 'Naam;Klas;Doelgroep;Identificatie'],
    ['any language', '', { 'accept-language': '*' }, 'Naam;Klas;Doelgroep;Identificatie'],
    ['a header', '', { 'accept-language': 'en-GB,en;q=0.9' }, 'Name;Class;Target group;Key'],
    ['the query', '?lang=de', { 'accept-language': 'en' }, 'Name;Klasse;Zielgruppe;Schlüssel'],
  ])('has headings as %s asks for', async (_, query, headers, headings) => {
    const event = await workshopEvent(alpha);
    const { bytes } = await manager.get(`/events/${event.id}/users.csv${query}`, headers);
    expect(bytes.toString()).toBe(`${headings}\r\n`);
  });

  test('begins with the mark that Excel needs where it is asked for', async () => {
    const event = await workshopEvent(alpha);
    const { bytes } = await manager.get(`/events/${event.id}/users.csv?bom=true`);
    expect(bytes.toString()).toBe('\uFEFFNaam;Klas;Doelgroep;Identificatie\r\n');
  });

  test('is for organisers, and of events that are there', async () => {
    const event = await workshopEvent(alpha);
    const one = await participant(muster, alpha, event);
    const asParticipant = workshopsClient(muster, alpha.host, await visitToken(muster, alpha, one));
    expect((await asParticipant.get(`/events/${event.id}/users.csv`)).status).toBe(403);
    expect((await manager.get('/events/99999999/users.csv')).status).toBe(404);
    expect((await manager.get('/events/x/users.csv')).status).toBe(404);
    const accept = { accept: 'text/csv' };
    expect((await manager.get(`/events/${event.id}/users.csv`, accept)).status).toBe(200);
  });
});
