import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSchool, type School } from '../../../test/support/workshop-school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.muster.close());

test('local times are those of the zone sent with them, and shown with its offset', async () => {
  const { status, body } = await school.manager.post('/events', {
    name: 'local',
    time_zone: 'Europe/Brussels',
    opens_at: '2026-11-20T14:00',
    closes_at: '2027-07-01T12:00:00Z',
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    time_zone: 'Europe/Brussels',
    opens_at: '2026-11-20T14:00:00+01:00',
    closes_at: '2027-07-01T14:00:00+02:00',
  });
});

test("without a zone they are those of the event's; changing the zone moves no moment", async () => {
  const { id } = await school.event({ time_zone: 'Europe/Brussels', opens_at: '2026-12-01T09:00' });
  const put = async (body: object) => (await school.manager.put(`/events/${id}`, body)).body;
  expect(await put({ closes_at: '2026-12-02 18:30' })).toMatchObject({
    opens_at: '2026-12-01T09:00:00+01:00',
    closes_at: '2026-12-02T18:30:00+01:00',
  });
  expect(await put({ time_zone: 'America/New_York' })).toMatchObject({
    opens_at: '2026-12-01T03:00:00-05:00',
    closes_at: '2026-12-02T12:30:00-05:00',
  });
  expect(await put({ opens_at: '', closes_at: null })).toMatchObject({ opens_at: null, closes_at: null });
});

test('an event is open from its opening until its closing, while the switch is on', async () => {
  const { clock } = school.muster;
  const at = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000).toISOString();
  const { id } = await school.event({ opens_at: at(60), closes_at: at(120) });
  const open = async () => {
    const { body } = await school.anyone.get(`/events/${id}`);
    expect(body).toMatchObject({ available: true });
    return typeof body === 'object' && body !== null && 'open' in body && body.open;
  };
  expect(await open()).toBe(false);
  clock.advance(60_000);
  expect(await open()).toBe(true);
  clock.advance(59_999);
  expect(await open()).toBe(true);
  clock.advance(1);
  expect(await open()).toBe(false);
});

test('participants choose from the opening minute on, and not after the closing one', async () => {
  const { clock } = school.muster;
  const at = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000).toISOString();
  const event = await school.event({ opens_at: at(60), closes_at: at(120) }, [{ title: 'Yoga' }]);
  const guest = await school.guest(event);
  const choose = async () =>
    (await guest.put(`/registrations/user/${guest.id}`, { workshop_ids: [event.workshops[0]?.id] })).status;
  expect(await choose()).toBe(403);
  clock.advance(60_000);
  expect(await choose()).toBe(200);
  clock.advance(60_000);
  expect(await choose()).toBe(403);
});
