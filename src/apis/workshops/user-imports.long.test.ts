import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { digestContents } from '../../../test/support/contents.ts';
import { workshopEvent } from '../../../test/support/workshops.ts';
import { type WorkshopsClient, workshopsClient } from '../../../test/support/workshops-client.ts';

const people = 100_000;
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

test('100 000 people come in by one file, are kept by their own download, and a fault in the last line changes nobody', {
  timeout: 240_000,
}, async () => {
  const event = await workshopEvent(alpha);
  const path = `/events/${event.id}/users/import`;
  const rows = Array.from({ length: people }, (_, at) => `Person ${at};${at % 700};app;`);
  const file = Buffer.from(['Naam;Klas;Doelgroep;Identificatie', ...rows].join('\r\n'));
  expect(await manager.post(path, file)).toMatchObject({
    status: 200,
    body: { counts: { added: people, changed: 0, removed: 0, kept: 0 }, left_off: people - 1000 },
  });
  const [stored] = await muster.query(
    `select count(*)::integer as people, count(distinct key_hash)::integer as keys from participants where event_id = ${event.id}`,
  );
  expect(stored).toEqual({ people, keys: people });
  const { bytes } = await manager.get(`/events/${event.id}/users.csv`);
  expect((await manager.post(path, bytes)).body).toMatchObject({ counts: { kept: people, changed: 0 } });
  const lines = bytes.toString().trimEnd().split('\r\n');
  const firstKey = lines[1]?.split(';')[3];
  const broken = Buffer.from([...lines, `One more;5A;app;${firstKey}`].join('\r\n'));
  const before = await digestContents(muster.query);
  expect(await manager.post(path, broken)).toMatchObject({
    status: 400,
    body: { errors: { [`${people + 2}.4`]: [expect.stringContaining('line 2')] } },
  });
  expect(await digestContents(muster.query)).toEqual(before);
  expect((await manager.post(path, Buffer.from('Naam\nPerson 7'))).body).toMatchObject({
    counts: { removed: people - 1, kept: 1 },
  });
});
