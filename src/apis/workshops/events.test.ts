import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestContents } from '../../../test/support/contents.ts';
import { openSchool, type School } from '../../../test/support/workshop-school.ts';
import { type WorkshopsClient, workshopsClient } from '../../../test/support/workshops-client.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.muster.close());

describe('GET /events', () => {
  test('tells everybody id, name and switch by id; workshops are null', async () => {
    const first = await school.event({ available: undefined });
    const second = await school.event();
    const { status, body } = await school.anyone.get('/events');
    expect(status).toBe(200);
    expect(body).toEqual({ events: expect.any(Array) });
    expect(body).toMatchObject({
      events: [
        { id: first.id, name: first.name, available: null, workshops: null, open: false },
        { id: second.id, name: second.name, available: true, workshops: null, open: true },
      ],
    });
    expect((await school.anyone.get('/events/')).body).toEqual(body);
  });

  test('shows archived events to managers who ask, and to nobody else', async () => {
    const { id } = await school.event();
    const past = await school.event();
    await school.manager.post(`/events/${past.id}/archive`);
    const ids = async (client: WorkshopsClient, query = '') => {
      const { body } = await client.get(`/events${query}`);
      return JSON.stringify(body)
        .match(/"id":\d+/g)
        ?.map((pair) => Number(pair.slice(5)));
    };
    expect(await ids(school.anyone)).toContain(id);
    expect(await ids(school.anyone)).not.toContain(past.id);
    expect(await ids(school.manager)).not.toContain(past.id);
    expect(await ids(school.manager, '?archived=true')).toEqual([past.id]);
    expect((await school.anyone.get('/events?archived=true')).status).toBe(401);
    const own = await school.guest({ id });
    expect((await own.get('/events?archived=true')).status).toBe(403);
    expect((await own.get('/events?archived=perhaps')).status).toBe(400);
    expect((await school.anyone.get(`/events/${past.id}`)).status).toBe(404);
    expect((await own.get(`/events/${past.id}`)).status).toBe(404);
    expect((await school.manager.get(`/events/${past.id}`)).body).toMatchObject({
      id: past.id,
      archived: true,
    });
  });
});

describe('POST /events', () => {
  test('answers 200 with the full form: no workshops, available null when not given', async () => {
    const { status, body, headers } = await school.manager.post('/events', { name: '1574245200000' });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      name: '1574245200000',
      available: null,
      open: false,
      opens_at: null,
      closes_at: null,
      time_zone: 'UTC',
      version: 1,
      archived: false,
      workshops: [],
    });
    expect(headers.etag).toMatch(/^"v1-/);
  });

  test('ignores workshops and keys that it does not know', async () => {
    const { workshops } = await school.event({ workshops: [{ title: 'Yoga' }], _editMode: true });
    expect(workshops).toEqual([]);
  });

  test('takes a form, too', async () => {
    const { body } = await school.manager.post(
      '/events',
      new URLSearchParams({ name: 'by-form', available: 'yes' }),
    );
    expect(body).toMatchObject({ name: 'by-form', available: true });
  });

  test('with the id of an event edits that one, and leaves its workshops', async () => {
    const { id } = await school.event({}, [{ title: 'Yoga' }]);
    const { status, body } = await school.manager.post('/events', { id, name: 'renamed', workshops: [] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, name: 'renamed', available: true, workshops: [{ title: 'Yoga' }] });
    expect((await school.manager.post('/events', { id: 987_654, name: 'x' })).status).toBe(404);
    expect((await school.manager.post('/events', { id: 'x', name: 'x' })).body).toMatchObject({
      errors: { id: [expect.any(String)] },
    });
  });

  test.each([
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ name: null }, 'name'],
    [{ name: 7 }, 'name'],
    [{ name: 'bad\u0007bell' }, 'name'],
    [{ name: 'a', available: 'maybe' }, 'available'],
    [{ name: 'a', opens_at: 'soon' }, 'opens_at'],
    [{ name: 'a', opens_at: '2026-12-02', closes_at: '2026-12-01' }, 'closes_at'],
    [{ name: 'a', time_zone: 'Europe/Atlantis' }, 'time_zone'],
    [{ name: 'a', time_zone: '+01:00' }, 'time_zone'],
  ])('%j is 400 and names %s', async (payload, field) => {
    const { status, body } = await school.manager.post('/events', payload);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: { [field]: [expect.any(String)] } });
  });

  test('accents, blanks and slashes may stand in a name, 80 characters of them', async () => {
    for (const name of ['Fête/été 2026', 'é'.repeat(80)])
      expect((await school.event({ name })).name).toBe(name);
  });

  test('a name that is taken is 409; two tenants may have the same', async () => {
    const { name } = await school.event();
    const { status, body } = await school.manager.post('/events', { name });
    expect([status, body]).toEqual([
      409,
      expect.objectContaining({ errors: { name: [expect.any(String)] } }),
    ]);
    const beta = await school.muster.site('beta');
    const there = await school.muster.account(beta, { username: 'staff', role: 'staff' });
    const elsewhere = workshopsClient(school.muster, beta.host, await school.muster.apiToken(beta, there));
    expect((await elsewhere.post('/events', { name })).status).toBe(200);
  });
});

describe('GET /events/{id}', () => {
  test('answers the full form: workshops by id, with how many have registered', async () => {
    const form = await school.event({}, [
      { title: 'Yoga' },
      { title: 'Judo', limit: '7', targetGroup: 'app' },
    ]);
    const [yoga] = form.workshops;
    await school.guest(form, yoga?.id);
    const { status, body } = await school.anyone.get(`/events/${form.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: form.id,
      name: form.name,
      available: true,
      workshops: [
        {
          id: yoga?.id,
          title: 'Yoga',
          description: '',
          moment: 'default',
          limit: 1000,
          targetGroup: '',
          event: form.id,
          registrations: null,
          _registrationCount: 1,
        },
        { title: 'Judo', limit: 7, targetGroup: 'app', _registrationCount: 0 },
      ],
    });
  });

  test.each(['987654', '0', '-1', 'x', '1.5', '99999999999999999999', '%20'])('%s is 404', async (id) => {
    const { status, body } = await school.anyone.get(`/events/${id}`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ description: expect.any(String), message: expect.any(String) });
  });
});

describe('DELETE /events/{id}', () => {
  test('deletes an event with everything in it: 204, empty, called JSON', async () => {
    const form = await school.event({}, [{ title: 'Yoga' }]);
    const { id: personId } = await school.guest(form, form.workshops[0]?.id);
    const { status, bytes, headers } = await school.manager.delete(`/events/${form.id}`);
    expect([status, bytes.length, headers['content-type']]).toEqual([204, 0, 'application/json']);
    expect((await school.anyone.get(`/events/${form.id}`)).status).toBe(404);
    expect((await school.manager.delete(`/events/${form.id}`)).status).toBe(404);
    expect(await school.muster.query('select id from participants where id = $1', [personId])).toEqual([]);
  });
});

test('strangers are 401 and participants 403 on everything that changes an event; nothing is changed', async () => {
  const { id } = await school.event();
  const own = await school.guest({ id });
  const before = await digestContents(school.muster.query);
  for (const [client, status] of [
    [school.anyone, 401],
    [own, 403],
  ] as const) {
    const answers = [
      await client.post('/events', { name: 'mine' }),
      await client.put(`/events/${id}`, { name: 'mine' }),
      await client.delete(`/events/${id}`),
      await client.post(`/events/${id}/copy`, { name: 'mine' }),
      await client.post(`/events/${id}/archive`),
      await client.delete(`/events/${id}/archive`),
      await client.put(`/events/${id}/workshop_links`, []),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
  }
  expect(await digestContents(school.muster.query)).toEqual(before);
});
