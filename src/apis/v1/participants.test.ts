import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { pointersOf, type V1Client, v1Client, v1ClientOf } from '../../../test/support/v1-client.ts';
import {
  brokenPlaces,
  chooses,
  participants,
  visitToken,
  workshopEvent,
} from '../../../test/support/workshops.ts';

let muster: TestApp;
let alpha: TestSite;
let staff: V1Client;
beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
  staff = await v1ClientOf(muster, alpha, 'staff');
});
afterAll(() => muster.close());

/** An event with one workshop; the first of these people has chosen it. */
async function busyEvent(people: Parameters<typeof participants>[3] = [{}, {}]) {
  const event = await workshopEvent(alpha, { workshops: [{ title: 'Yoga', capacity: 5 }] });
  const made = await participants(muster, alpha, event, people);
  const workshopId = event.workshops[0]?.id ?? 0;
  await chooses(alpha, { id: made[0]?.id ?? 0 }, [workshopId]);
  return { path: `/events/${event.id}`, ids: made.map(({ id }) => id), workshopId };
}

const idsOf = (body: { items: readonly { id: number }[] }) => body.items.map(({ id }) => id);

describe('the list', () => {
  test('shows keys and choices, and filters by a search, class, group and who has no choice', async () => {
    const { path, ids, workshopId } = await busyEvent([
      { fullName: 'Ann Peeters', class: '5A', key: 'k-ann-1' },
      { fullName: 'Bob', class: '5B', targetGroup: 'red' },
      { fullName: 'Cas 100%' },
    ]);
    const [ann, bob, cas] = ids;
    const asked = async (query: string) => (await staff.get(`${path}/participants?${query}`)).body;
    expect((await asked('')).items[0]).toMatchObject({
      id: ann,
      full_name: 'Ann Peeters',
      class: '5A',
      key: 'k-ann-1',
      workshop_ids: [workshopId],
    });
    expect(idsOf(await asked('search=PEET'))).toEqual([ann]);
    expect(idsOf(await asked('search=%25'))).toEqual([cas]);
    expect(idsOf(await asked('class=5B'))).toEqual([bob]);
    expect(idsOf(await asked('class='))).toEqual([cas]);
    expect(idsOf(await asked('group=red'))).toEqual([bob]);
    expect(idsOf(await asked('without_choice=true'))).toEqual([bob, cas]);
  });

  test.each(['id', 'name', '-name'])('by %s comes by pages, each person once', async (sort) => {
    const { path, ids } = await busyEvent(
      ['Zoë', 'Émile', 'émile', 'Adam', 'Zoë'].map((fullName) => ({ fullName })),
    );
    const seen: number[] = [];
    let cursor = '';
    do {
      const { body } = await staff.get(`${path}/participants?limit=2&sort=${sort}${cursor}`);
      seen.push(...idsOf(body));
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    const [zoe1, emileUpper, emileLower, adam, zoe2] = ids;
    const byName = [adam, emileLower, emileUpper, zoe1, zoe2];
    expect(seen).toEqual({ id: ids, name: byName, '-name': byName.toReversed() }[sort]);
  });

  test('costs the same statements for 1 person and for 30', async () => {
    const { path } = await busyEvent(Array.from({ length: 30 }, () => ({})));
    const cost = async (limit: number) => {
      muster.statements.length = 0;
      await staff.get(`${path}/participants?limit=${limit}`);
      return muster.statements.length;
    };
    expect(await cost(30)).toBe(await cost(1));
  });
});

describe('one participant', () => {
  test('is added with a drawn key, beside somebody of the same name', async () => {
    const { path } = await busyEvent([{ fullName: 'Jan', class: '1A' }]);
    const { status, body, headers } = await staff.post(`${path}/participants`, {
      full_name: 'Jan',
      class: '1A',
    });
    expect([status, headers.location]).toEqual([201, `/api/v1/participants/${body.id}`]);
    expect(body).toMatchObject({ full_name: 'Jan', class: '1A', target_group: null, workshop_ids: [] });
    expect(body.key).toMatch(/^[2-9A-Z]{8}$/);
    expect((await staff.get(`${path}/participants`)).body.items).toHaveLength(2);
  });

  test('is added once where the request names itself', async () => {
    const { path } = await busyEvent();
    const key = { 'idempotency-key': `add-${path}` };
    const first = await staff.post(`${path}/participants`, { full_name: 'Once' }, key);
    const again = await staff.post(`${path}/participants`, { full_name: 'Once' }, key);
    expect(again.body).toEqual(first.body);
    expect((await staff.get(`${path}/participants?search=once`)).body.items).toHaveLength(1);
  });

  test('is changed in what is named; a stale change is refused', async () => {
    const { ids } = await busyEvent([{ fullName: 'Jna', class: '1A', key: 'k-jna-1' }]);
    const path = `/participants/${ids[0]}`;
    const etag = { 'if-match': String((await staff.get(path)).headers.etag) };
    const changed = await staff.patch(path, { full_name: 'Jan', class: null }, etag);
    expect(changed.body).toMatchObject({ full_name: 'Jan', class: null, key: 'k-jna-1' });
    expect(changed.body.workshop_ids).toHaveLength(1);
    expect((await staff.patch(path, { full_name: 'Jon' }, etag)).status).toBe(412);
    expect((await staff.get(path)).body.full_name).toBe('Jan');
  });

  test('gets no key that somebody has, and no name of blanks', async () => {
    const { path, ids } = await busyEvent([{ key: 'k-held' }, {}]);
    const held = await staff.patch(`/participants/${ids[1]}`, { key: 'k-held' });
    expect([held.status, pointersOf(held)]).toEqual([400, ['/key']]);
    const taken = await staff.post(`${path}/participants`, { full_name: 'New', key: 'k-held' });
    expect([taken.status, pointersOf(taken)]).toEqual([400, ['/key']]);
    const blank = await staff.post(`${path}/participants`, { full_name: '  ' });
    expect([blank.status, pointersOf(blank)]).toEqual([400, ['/full_name']]);
  });

  test('gets a new key, and whoever came in by the old one is signed out', async () => {
    const { ids } = await busyEvent([{ key: 'k-old' }]);
    const [id = 0] = ids;
    const visitor = v1Client(muster, alpha, await visitToken(muster, alpha, { id }));
    expect((await visitor.get('/session')).body.participant.id).toBe(id);
    const { body } = await staff.post(`/participants/${id}/key`);
    expect(body.key).toMatch(/^[2-9A-Z]{8}$/);
    expect((await visitor.get('/session')).body.participant).toBeNull();
  });

  test('is removed with the choice, whose place comes back', async () => {
    const { path, ids } = await busyEvent();
    expect((await staff.delete(`/participants/${ids[0]}`)).status).toBe(204);
    expect((await staff.get(`${path}/fill`)).body).toMatchObject({ participants: 1, without_choice: 1 });
    expect(await brokenPlaces(muster, alpha)).toEqual([]);
  });

  test('of an archived event is left as it is', async () => {
    const { path, ids } = await busyEvent();
    await staff.patch(path, { is_archived: true });
    const attempts = [
      staff.post(`${path}/participants`, { full_name: 'Late' }),
      staff.patch(`/participants/${ids[0]}`, { full_name: 'Late' }),
      staff.post(`/participants/${ids[0]}/key`),
      staff.delete(`/participants/${ids[0]}`),
    ];
    for (const { status, body } of await Promise.all(attempts))
      expect([status, body.code]).toEqual([409, 'event.archived']);
  });
});

test('a participant sees nobody else', async () => {
  const { path, ids } = await busyEvent();
  const visitor = v1Client(muster, alpha, await visitToken(muster, alpha, { id: ids[0] ?? 0 }));
  for (const asked of [`${path}/participants`, `/participants/${ids[1]}`, `${path}/participants.csv`])
    expect((await visitor.get(asked)).status).toBe(403);
});
