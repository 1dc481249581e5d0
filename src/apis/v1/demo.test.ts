import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';
import { type Asker, openAsker } from '../../../test/support/v1-asker.ts';

let muster: TestApp;
let operator: Asker;
let staff: Asker;
beforeAll(async () => {
  muster = await openTestApp();
  const { home } = muster;
  operator = await openAsker(muster, home, await muster.account(home, { username: 'op', role: 'owner' }));
  staff = await openAsker(muster, home, await muster.account(home, { username: 'sam', role: 'staff' }));
});
afterAll(() => muster.close());

test('the demo is the operator’s alone, offered while there is no event, and loaded once', async () => {
  for (const method of ['GET', 'POST'] as const) expect((await staff(method, '/demo')).status).toBe(403);
  const offered = await operator('GET', '/demo');
  expect([offered.status, offered.body.is_offered]).toEqual([200, true]);

  const loaded = await operator('POST', '/demo');
  expect(loaded.status).toBe(201);
  const event = await operator('GET', `/events/${loaded.body.event_id}`);
  expect([event.status, event.body.name]).toEqual([200, offered.body.name]);

  expect((await operator('GET', '/demo')).body.is_offered).toBe(false);
  expect((await operator('POST', '/demo')).status).toBe(409);
  expect((await operator('GET', '/events')).body.items).toHaveLength(1);
});

test('a key of the demo signs its participant in', async () => {
  const [key] = (await operator('GET', '/demo')).body.keys;
  const entered = await muster.server.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { host: muster.home.host },
    payload: { key },
  });
  expect([entered.statusCode, entered.json().participant === null]).toEqual([200, false]);
});
