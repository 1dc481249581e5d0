import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestContents } from '../../../test/support/contents.ts';
import { type EventForm, openSchool, type School } from '../../../test/support/workshop-school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.muster.close());

/** Two workshops in the morning, two in the afternoon, one in the evening for `app` and one for `infra`. */
async function day(): Promise<{ event: EventForm; path: string; ids: number[] }> {
  const event = await school.event({}, [
    { moment: 'am' },
    { moment: 'am' },
    { moment: 'pm' },
    { moment: 'pm' },
    { moment: 'eve', targetGroup: 'app' },
    { moment: 'night', targetGroup: 'infra' },
  ]);
  return { event, path: `/events/${event.id}/workshop_links`, ids: event.workshops.map(({ id }) => id) };
}

const link = (
  workshop1_id: unknown,
  workshop2_id: unknown,
  link_type: unknown = 'exclusive',
  event_id?: unknown,
) => ({
  workshop1_id,
  workshop2_id,
  link_type,
  ...(event_id !== undefined && { event_id }),
});

describe('GET /events/{id}/workshop_links', () => {
  test('shows each link as the first of two, as the front end reads it', async () => {
    const { event, path, ids } = await day();
    const [a, b, c] = ids;
    const links = [link(a, b, 'exclusive', event.id), link(c, a, 'inclusive', event.id)];
    const { status, bytes, headers } = await school.manager.put(path, links);
    expect([status, bytes.length, headers['content-type']]).toEqual([204, 0, 'application/json']);
    const guest = await school.guest(event);
    for (const client of [guest, school.manager])
      expect((await client.get(path)).body).toEqual({ workshop_links: links.map((one) => [one, {}]) });
  });

  test('is for participants of the event and managers: 401, 403, 404', async () => {
    const { path } = await day();
    const elsewhere = await school.guest(await school.event());
    expect((await school.anyone.get(path)).status).toBe(401);
    expect((await elsewhere.get(path)).status).toBe(403);
    expect((await school.manager.get('/events/987654/workshop_links')).status).toBe(404);
    expect((await school.manager.get('/events/x/workshop_links')).status).toBe(404);
  });
});

describe('PUT /events/{id}/workshop_links', () => {
  test('replaces all links; ids may be text, event_id left out', async () => {
    const { event, path, ids } = await day();
    const [a, b, c, d] = ids;
    await school.manager.put(path, [link(a, b), link(a, c)]);
    const { status } = await school.manager.put(path, [
      link(String(b), String(d)),
      link(a, d, 'exclusive', String(event.id)),
      link(c, d, 'exclusive', null),
    ]);
    expect(status).toBe(204);
    const pairs = JSON.stringify((await school.manager.get(path)).body).match(/"workshop[12]_id":\d+/g);
    expect(pairs?.map((pair) => Number(pair.slice(15)))).toEqual([a, d, b, d, c, d]);
    await school.manager.put(path, []);
    expect((await school.manager.get(path)).body).toEqual({ workshop_links: [] });
  });

  test('a pair may stand in both orders, as the ancestor kept them', async () => {
    const { path, ids } = await day();
    const [a, b] = ids;
    expect((await school.manager.put(path, [link(a, b), link(b, a)])).status).toBe(204);
  });

  const faults: readonly [string, string, (ids: number[], event: EventForm) => readonly unknown[]][] = [
    ['a kind that is none', '1.link_type', ([a, b, c]) => [link(a, b), link(a, c, 'together')]],
    ['no kind', '0.link_type', ([a, b]) => [{ workshop1_id: a, workshop2_id: b }]],
    ['a missing workshop', '0.workshop2_id', ([a]) => [{ workshop1_id: a, link_type: 'exclusive' }]],
    ['an id that is none', '0.workshop1_id', ([, b]) => [link('first', b)]],
    [
      'another event',
      '1.event_id',
      ([a, b, c], event) => [link(a, b), link(a, c, 'exclusive', event.id + 1)],
    ],
    ['an unknown workshop', '1', ([a, b]) => [link(a, b), link(a, 987_654)]],
    ['a workshop with itself', '0', ([a]) => [link(a, a)]],
    ['a pair twice', '2', ([a, b, c]) => [link(a, b), link(a, c), link(a, b)]],
    ['a pair of both kinds', '1', ([a, , c]) => [link(a, c, 'inclusive'), link(c, a)]],
    [
      'a chain that contradicts',
      '2',
      ([a, , c, , e]) => [link(a, c, 'inclusive'), link(c, e, 'inclusive'), link(a, e)],
    ],
    ['partners at one moment', '0', ([a, b]) => [link(a, b, 'inclusive')]],
    [
      'a chain with two at one moment',
      '1',
      ([a, b, c]) => [link(a, c, 'inclusive'), link(c, b, 'inclusive')],
    ],
    ['partners of different groups', '0', ([, , , , e, f]) => [link(e, f, 'inclusive')]],
  ];

  test.each(faults)('%s is 400 at %s, and the old links stay', async (_what, place, linksOf) => {
    const { event, path, ids } = await day();
    await school.manager.put(path, [link(ids[0], ids[2])]);
    const before = await digestContents(school.muster.query);
    const { status, body } = await school.manager.put(path, linksOf(ids, event));
    expect(status).toBe(400);
    expect(body).toMatchObject({
      description: expect.any(String),
      errors: expect.objectContaining({ [place]: [expect.any(String)] }),
    });
    expect(await digestContents(school.muster.query)).toEqual(before);
  });

  test.each([{}, null, 'links', [7], [null], [[]]])('the body %j is 400', async (body) => {
    const { path } = await day();
    expect((await school.manager.put(path, body)).status).toBe(400);
  });

  test("a workshop of another event cannot be linked, of another tenant's neither", async () => {
    const [one, other] = [await day(), await day()];
    const foreign = await school.manager.put(one.path, [link(one.ids[0], other.ids[0])]);
    const unknown = await school.manager.put(one.path, [link(one.ids[0], 987_654)]);
    const told = ({ body }: { body: unknown }) => JSON.stringify(body).replace(/\d+/g, '#');
    expect(foreign.status).toBe(400);
    expect(told(foreign)).toBe(told(unknown));
  });

  test('a participant may not, an unknown event is 404', async () => {
    const { event, path } = await day();
    expect((await (await school.guest(event)).put(path, [])).status).toBe(403);
    expect((await school.manager.put('/events/987654/workshop_links', [])).status).toBe(404);
  });
});
