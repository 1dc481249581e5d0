import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestContents } from '../../../test/support/contents.ts';
import { openSchool, type School } from '../../../test/support/workshop-school.ts';
import { brokenPlaces } from '../../../test/support/workshops.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.muster.close());

describe('PUT /events/{id}', () => {
  test('changes workshops with an id, makes those without, deletes those left out', async () => {
    const form = await school.event({}, [{ title: 'Yoga', limit: 3 }, { title: 'Judo' }]);
    const [yoga, judo] = form.workshops;
    await school.guest(form, judo?.id);
    const { body } = await school.manager.put(`/events/${form.id}`, {
      ...form,
      workshops: [
        { ...yoga, title: 'Yin yoga' },
        { title: 'Chess', moment: 'pm' },
      ],
    });
    expect(body).toMatchObject({
      version: form.version + 1,
      workshops: [
        { id: yoga?.id, title: 'Yin yoga', limit: 3 },
        { title: 'Chess', moment: 'pm', limit: 1000, targetGroup: '', description: '' },
      ],
      warnings: [{ workshop_id: judo?.id, title: 'Judo', code: 'deleted', registrations: 1 }],
    });
    expect(await brokenPlaces(school.muster, school.at)).toEqual([]);
  });

  test('an empty list deletes all workshops; leaving the key out leaves them alone, as every other', async () => {
    const form = await school.event({}, [{ title: 'Yoga' }]);
    const renamed = await school.manager.put(`/events/${form.id}`, { name: 'only-the-name' });
    expect(renamed.body).toMatchObject({ available: true, workshops: [{ title: 'Yoga' }], warnings: [] });
    const closed = await school.manager.put(`/events/${form.id}`, { available: false });
    expect(closed.body).toMatchObject({ name: 'only-the-name', available: false, open: false });
    const emptied = await school.manager.put(`/events/${form.id}`, { workshops: [] });
    expect(emptied.body).toMatchObject({ workshops: [] });
  });

  test('what a client sends back as it received it is taken as it is', async () => {
    const form = await school.event({ opens_at: '2026-11-01T08:00', time_zone: 'Europe/Brussels' }, [
      { limit: 5 },
    ]);
    const read = await school.anyone.get(`/events/${form.id}`);
    const sent = JSON.parse(JSON.stringify(read.body));
    sent.workshops[0] = { ...sent.workshops[0], _editMode: false, _selected: true, registrations: [1, 2] };
    const { status, body } = await school.manager.put(`/events/${form.id}`, sent);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...JSON.parse(JSON.stringify(read.body)),
      version: form.version + 1,
      warnings: [],
    });
  });

  test('a limit may be text and negative; below what is taken it evicts nobody, and says so', async () => {
    const form = await school.event({}, [{ title: 'Yoga', limit: '2' }]);
    const yoga = form.workshops[0];
    await school.guest(form, yoga?.id);
    await school.guest(form, yoga?.id);
    const put = (limit: unknown) =>
      school.manager.put(`/events/${form.id}`, { workshops: [{ ...yoga, limit }] });
    expect((await put(' 1 ')).body).toMatchObject({
      workshops: [{ limit: 1, _registrationCount: 2 }],
      warnings: [{ code: 'over_limit', registrations: 2 }],
    });
    expect((await put(-4)).body).toMatchObject({ workshops: [{ limit: -4, _registrationCount: 2 }] });
    expect(await brokenPlaces(school.muster, school.at)).toEqual([]);
  });

  test.each([
    ['limit', { limit: null }],
    ['limit', { limit: 'many' }],
    ['limit', { limit: '' }],
    ['limit', { limit: 1.5 }],
    ['limit', { limit: 2_147_483_648 }],
    ['limit', { limit: '99999999999' }],
    ['title', { title: 'x'.repeat(81) }],
    ['title', { title: null }],
    ['moment', { moment: 'x'.repeat(81) }],
    ['moment', { moment: 8 }],
    ['targetGroup', { targetGroup: ['app'] }],
    ['id', { id: 'first' }],
    ['id', { id: -1 }],
    ['id', { id: 987_654 }],
  ])(
    'a workshop with a bad %s is 400, named by its place, and nothing is changed: %j',
    async (field, bad) => {
      const form = await school.event({}, [{ title: 'Yoga' }]);
      const before = await digestContents(school.muster.query);
      const { status, body } = await school.manager.put(`/events/${form.id}`, {
        name: 'changed',
        workshops: [{ ...form.workshops[0] }, { title: 'New' }, bad],
      });
      expect(status).toBe(400);
      expect(body).toMatchObject({ errors: { [`workshops.2.${field}`]: [expect.any(String)] } });
      expect(await digestContents(school.muster.query)).toEqual(before);
    },
  );

  test('every fault is told at once', async () => {
    const { id } = await school.event();
    const workshops = [{ limit: 'many' }, { limit: '7', title: 'x'.repeat(81) }];
    const times = { opens_at: 'soon', closes_at: 'later', time_zone: 'Mars' };
    const { status, body } = await school.manager.put(`/events/${id}`, { ...times, name: ' ', workshops });
    expect(status).toBe(400);
    expect(Object.keys(JSON.parse(JSON.stringify(body)).errors).sort()).toEqual([
      'closes_at',
      'name',
      'opens_at',
      'time_zone',
      'workshops.0.limit',
      'workshops.1.title',
    ]);
  });

  test('the id of the address decides: another one in the body is 400, an unknown event 404', async () => {
    const [one, other] = [await school.event(), await school.event()];
    expect((await school.manager.put(`/events/${one.id}`, { ...one, id: other.id })).status).toBe(400);
    expect((await school.manager.put(`/events/${one.id}`, { ...one, id: String(one.id) })).status).toBe(200);
    expect((await school.manager.put(`/events/${one.id}`, { ...one, id: null })).status).toBe(200);
    expect((await school.manager.put('/events/987654', { name: 'x' })).status).toBe(404);
    expect((await school.manager.put('/events/x', { name: 'x' })).status).toBe(404);
    expect((await school.manager.put(`/events/${one.id}`, { name: other.name })).status).toBe(409);
  });

  test.each([null, [], 'text', 7])('the body %j is 400', async (body) => {
    expect((await school.manager.put(`/events/${(await school.event()).id}`, body)).status).toBe(400);
  });

  test('a dry run tells what would become of it, and keeps nothing', async () => {
    const form = await school.event({}, [{ title: 'Yoga', moment: 'am', targetGroup: 'app' }]);
    const yoga = form.workshops[0];
    await school.muster.query('update workshops set target_group = $1 where id = $2', ['', yoga?.id]);
    await school.guest(form, yoga?.id);
    const before = await digestContents(school.muster.query);
    const { status, body, headers } = await school.manager.put(`/events/${form.id}?dry_run=true`, {
      workshops: [{ ...yoga, moment: 'pm', targetGroup: 'app' }, { title: 'New' }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      workshops: [{ moment: 'pm' }, { title: 'New' }],
      warnings: [
        { workshop_id: yoga?.id, code: 'moment', registrations: 1 },
        { workshop_id: yoga?.id, code: 'group', registrations: 1 },
      ],
    });
    expect(headers.etag).toBeUndefined();
    expect(await digestContents(school.muster.query)).toEqual(before);
    expect((await school.manager.put(`/events/${form.id}?dry_run=true`, { name: '' })).status).toBe(400);
  });
});
