import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestContents } from '../../../test/support/contents.ts';
import { formOf, openSchool, type School } from '../../../test/support/workshop-school.ts';
import { brokenPlaces, linkWorkshops } from '../../../test/support/workshops.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.muster.close());

describe('POST /events/{id}/copy', () => {
  test('copies workshops and links, closed and without people', async () => {
    const workshops = [
      { title: 'Yoga', moment: 'am', limit: 3, targetGroup: 'app|infra', description: 'Slow' },
      { title: 'Judo', moment: 'pm' },
    ];
    const from = await school.event({ time_zone: 'Europe/Brussels' }, workshops);
    const [yoga = 0, judo = 0] = from.workshops.map(({ id }) => id);
    await school.guest(from, judo);
    await linkWorkshops(school.at, from, [[yoga, judo, 'inclusive']]);
    const { status, body } = await school.manager.post(`/events/${from.id}/copy`, { name: 'next-year' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'next-year',
      available: false,
      time_zone: 'Europe/Brussels',
      workshops: [
        { ...workshops[0], _registrationCount: 0 },
        { ...workshops[1], _registrationCount: 0 },
      ],
    });
    const copy = formOf({ status, body });
    const [newYoga, newJudo] = copy.workshops.map(({ id }) => id);
    expect(new Set([yoga, judo, newYoga, newJudo]).size).toBe(4);
    const links = await school.manager.get(`/events/${copy.id}/workshop_links`);
    expect(links.body).toEqual({
      workshop_links: [
        [{ workshop1_id: newYoga, workshop2_id: newJudo, link_type: 'inclusive', event_id: copy.id }, {}],
      ],
    });
    expect((await school.manager.get(`/events/${copy.id}/users`)).body).toEqual({ users: [] });
  });

  test('a name that is taken is 409, none 400, an unknown event 404; nothing is made', async () => {
    const { id, name } = await school.event({}, [{ title: 'Yoga' }]);
    const before = await digestContents(school.muster.query);
    const copy = async (of: number | string, body: object) =>
      (await school.manager.post(`/events/${of}/copy`, body)).status;
    expect(await copy(id, { name })).toBe(409);
    expect(await copy(id, {})).toBe(400);
    expect(await copy(id, { name: '' })).toBe(400);
    expect(await copy(987_654, { name: 'x' })).toBe(404);
    expect(await copy('x', { name: 'x' })).toBe(404);
    expect(await digestContents(school.muster.query)).toEqual(before);
  });
});

describe('an archived event', () => {
  test('is closed and refuses every edit with 409; it can be read, copied and deleted', async () => {
    const event = await school.event({}, [{ title: 'Yoga' }]);
    const archived = await school.manager.post(`/events/${event.id}/archive`);
    expect(archived.body).toMatchObject({ archived: true, open: false, available: true });
    expect((await school.manager.put(`/events/${event.id}`, { name: 'x' })).status).toBe(409);
    expect((await school.manager.put(`/events/${event.id}/workshop_links`, [])).status).toBe(409);
    expect((await school.manager.get(`/events/${event.id}`)).status).toBe(200);
    const copied = await school.manager.post(`/events/${event.id}/copy`, { name: `copy-${event.id}` });
    expect(copied.body).toMatchObject({ archived: false });
    expect((await school.manager.delete(`/events/${event.id}`)).status).toBe(204);
  });

  test('comes back as it was; archiving twice changes nothing more', async () => {
    const event = await school.event({}, [{ title: 'Yoga' }]);
    await school.guest(event, event.workshops[0]?.id);
    await school.manager.post(`/events/${event.id}/archive`, { forget_participants: false });
    await school.manager.post(`/events/${event.id}/archive`);
    const { status, body } = await school.manager.delete(`/events/${event.id}/archive`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ archived: false, open: true, workshops: [{ _registrationCount: 1 }] });
    expect((await school.anyone.get(`/events/${event.id}`)).status).toBe(200);
  });

  test('forgets its people for good when told so, and its places are free', async () => {
    const event = await school.event({}, [{ title: 'Yoga', limit: 1 }]);
    const guest = await school.guest(event, event.workshops[0]?.id);
    const { body } = await school.manager.post(`/events/${event.id}/archive`, { forget_participants: true });
    expect(body).toMatchObject({ workshops: [{ title: 'Yoga', _registrationCount: 0 }] });
    const kept = await school.muster.query('select id from participants where id = $1', [guest.id]);
    expect(kept).toEqual([]);
    expect(await brokenPlaces(school.muster, school.at)).toEqual([]);
    await school.manager.delete(`/events/${event.id}/archive`);
    expect((await guest.get('/auth/login')).status).toBe(401);
  });

  test('an unknown one is 404, and a wrong word 400', async () => {
    expect((await school.manager.post('/events/987654/archive')).status).toBe(404);
    expect((await school.manager.delete('/events/987654/archive')).status).toBe(404);
    const { id } = await school.event();
    const answer = await school.manager.post(`/events/${id}/archive`, { forget_participants: 'perhaps' });
    expect(answer.status).toBe(400);
    expect((await school.anyone.get(`/events/${id}`)).status).toBe(200);
  });
});
