import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { artist, booking, city, festival, runCity, venue } from '../../../test/support/festival.ts';
import {
  type GeminiAnswer,
  type GeminiClient,
  type GeminiMethod,
  geminiClientOf,
} from '../../../test/support/gemini-asker.ts';
import { changeCity } from '../../modules/festival/cities.ts';
import { bookingStatuses, type City, type WholeBooking } from '../../modules/festival/types.ts';
import type { Account } from '../../modules/identity/types.ts';

let muster: TestApp;
let at: TestSite;
let nf: City;
let people: Record<'ann' | 'vic' | 'both' | 'stranger' | 'runner' | 'admin', Account>;
let clients: Record<string, GeminiClient>;

const hour = 60 * 60 * 1000;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('nf');
  nf = await city(at);
  await festival(at, nf, { matchmakingClosesAt: new Date(muster.clock.now().getTime() + 2 * hour) });
  const person = (username: string) => muster.account(at, { username });
  people = {
    ann: await person('ann'),
    vic: await person('vic'),
    both: await person('both'),
    stranger: await person('stranger'),
    runner: await person('runner'),
    admin: await muster.account(at, { username: 'admin', role: 'admin' }),
  };
  await runCity(at, nf, people.runner);
  clients = {
    'the artist': await geminiClientOf(muster, at, people.ann),
    'the artist, by a token of venues': await geminiClientOf(muster, at, people.ann, ['profile', 'venue']),
    'the venue': await geminiClientOf(muster, at, people.vic),
    'the venue, by a token of nothing': await geminiClientOf(muster, at, people.vic, ['profile']),
    'a stranger': await geminiClientOf(muster, at, people.stranger),
    'who runs the city': await geminiClientOf(muster, at, people.runner, ['profile']),
    'an admin': await geminiClientOf(muster, at, people.admin),
  };
});
afterAll(() => muster.close());

type Ask = (client: GeminiClient, path: string) => Promise<GeminiAnswer>;

const edit = { start_time: '2027-06-21T15:00:00', end_time: '2027-06-21T16:00:00' };

/** Everything that can be done with an event, by the name of its link; asked the way the link says. */
const eventActions: Readonly<Record<string, { method: GeminiMethod; suffix: string; body?: unknown }>> = {
  accept: { method: 'POST', suffix: '/accept' },
  decline: { method: 'POST', suffix: '/decline' },
  cancel: { method: 'POST', suffix: '/cancel' },
  approve: { method: 'POST', suffix: '/approve' },
  deny: { method: 'POST', suffix: '/deny' },
  'suggest-changes': { method: 'POST', suffix: '/suggest-changes' },
  edit: { method: 'PATCH', suffix: '', body: edit },
  delete: { method: 'POST', suffix: '/delete' },
};

const roles = [
  'the artist',
  'the artist, by a token of venues',
  'the venue',
  'the venue, by a token of nothing',
  'a stranger',
  'who runs the city',
  'an admin',
] as const;
const isRefusal = ({ status }: GeminiAnswer) => [401, 403, 404, 409].includes(status);

/** A booking of ann's and vic's in that status, of profiles of its own. */
async function fresh(status: (typeof bookingStatuses)[number]): Promise<WholeBooking> {
  const sides = { artist: await artist(at, nf, people.ann), venue: await venue(at, nf, people.vic) };
  return booking(at, nf, sides, { status });
}

/** Tries what is not listed, which changes nothing, then what is listed, each on a booking of its own. */
async function walk(role: string, next: () => Promise<WholeBooking>): Promise<string[]> {
  const client = clients[role];
  if (!client) throw new Error(role);
  const first = await next();
  const shown = await client('GET', `/api/events/${first.uuid}`);
  const links: Record<string, { href: string; method: GeminiMethod }> = shown.body._links ?? {};
  const listed = Object.keys(links).filter((name) => name in eventActions);
  for (const [name, { method, suffix, body }] of Object.entries(eventActions)) {
    if (listed.includes(name)) continue;
    const answer = await client(method, `/api/events/${first.uuid}${suffix}`, body);
    expect(isRefusal(answer), `${role} may ${name}, which is not listed: ${answer.status}`).toBe(true);
  }
  for (const name of listed) {
    const { uuid } = await next();
    const own = (await client('GET', `/api/events/${uuid}`)).body._links[name];
    const answer = await client(own.method, own.href, eventActions[name]?.body);
    expect(
      answer.status,
      `${role} may not ${name}, which is listed: ${JSON.stringify(answer.body)}`,
    ).toBeLessThan(300);
  }
  for (const name of Object.keys(links).filter((one) => !listed.includes(one)))
    expect((await client('GET', links[name]?.href ?? '')).status).toBe(200);
  return listed;
}

test.each(bookingStatuses)(
  'every link of an event that is %s is followed, and nothing else can be done',
  async (status) => {
    const found: Record<string, string> = {};
    for (const role of roles) found[role] = (await walk(role, () => fresh(status))).join(' ');
    expect(found['a stranger']).toBe('');
    expect(found['the venue, by a token of nothing']).toBe('');
    expect(found['who runs the city']).toBe(found['an admin']);
    // What the table of contract §8 says of the two sides.
    const expected: Partial<Record<typeof status, readonly [string, string, string]>> = {
      requested: ['cancel delete', 'accept decline edit', ''],
      accepted: ['cancel delete', 'cancel delete', 'approve deny suggest-changes edit cancel delete'],
      changes_suggested: ['edit cancel delete', 'edit cancel delete', 'cancel delete'],
      confirmed: ['edit cancel delete', 'edit cancel delete', 'edit cancel delete'],
    };
    const [performer, host, runner] = expected[status] ?? ['delete', 'delete', 'delete'];
    expect(found).toMatchObject({ 'the artist': performer, 'the venue': host, 'who runs the city': runner });
  },
);

const selfMatch = (artistId: string, venueId: string, hours: string) => ({
  artist_id: artistId,
  venue_id: venueId,
  start_time: `2027-06-21T${hours}:00:00`,
  end_time: `2027-06-21T${hours}:30:00`,
});
let hours = 8;

/** Everything that can be done with a user, but for being deleted, which is the last thing that can. */
function userActions(uuid: string, artistId: string, venueId: string): Readonly<Record<string, Ask>> {
  return {
    self: (client) => client('GET', `/api/users/${uuid}`),
    edit: (client) => client('PATCH', `/api/users/${uuid}`, { phone: '555' }),
    'get-conversations': (client) => client('GET', `/api/convos/user/${uuid}`),
    'new-artist': (client) =>
      client('POST', `/api/artist/${uuid}/new`, { name: 'New', description: 'New.', genres: ['pop'] }),
    'new-venue': (client) =>
      client('POST', `/api/venue/${uuid}/new`, {
        name: 'New',
        address: '1 Street',
        venue_type: 'field',
        rain_option: 'cancelled',
        ada: false,
        neighbourhood: 'West',
      }),
    'new-selfmatch': (client) => {
      hours += 1;
      const body = selfMatch(artistId, venueId, String(hours).padStart(2, '0'));
      return client('POST', `/api/selfmatch/${uuid}/new`, body);
    },
  };
}

const usual = [
  'delete',
  'edit',
  'get-conversations',
  'new-artist',
  'new-artist-avatar',
  'new-selfmatch',
  'new-venue',
  'self',
];

test.each([
  ['the three scopes', 'both', ['profile', 'performer', 'venue'], {}, usual],
  ['profile alone', 'both', ['profile'], {}, ['delete', 'edit', 'get-conversations', 'self']],
  [
    'performer alone',
    'both',
    ['performer'],
    {},
    ['delete', 'edit', 'new-artist', 'new-artist-avatar', 'self'],
  ],
  [
    'the three scopes in a paused city',
    'both',
    ['profile', 'performer', 'venue'],
    { isPaused: true },
    ['delete', 'edit', 'get-conversations', 'new-artist-avatar', 'self'],
  ],
  [
    'the three scopes of who runs a paused city',
    'runner',
    ['profile', 'performer', 'venue'],
    { isPaused: true },
    usual,
  ],
] as const)(
  'a user with %s is offered what works, and nothing more',
  async (_, who, scopes, state, expected) => {
    const client = await geminiClientOf(muster, at, people[who], scopes);
    const band = await artist(at, nf, people[who]);
    const place = await venue(at, nf, people[who]);
    await at.context.transaction((tx) => changeCity(tx, nf.id, state));
    try {
      const { uuid } = people[who];
      const links = (await client('GET', `/api/users/${uuid}`)).body._links;
      expect(Object.keys(links).sort()).toEqual(expected);
      for (const [name, act] of Object.entries(userActions(uuid, band.uuid, place.uuid))) {
        const answer = await act(client, uuid);
        const says = `${name}: ${answer.status} ${JSON.stringify(answer.body)}`;
        if (name in links) expect(answer.status, says).toBeLessThan(300);
        else expect(isRefusal(answer), says).toBe(true);
      }
    } finally {
      await at.context.transaction((tx) => changeCity(tx, nf.id, { isPaused: false }));
    }
  },
);

test.each([
  ['artist', 'the artist', true],
  ['artist', 'the artist, by a token of venues', false],
  ['artist', 'a stranger', false],
  ['artist', 'who runs the city', true],
  ['venue', 'the venue', true],
  ['venue', 'the venue, by a token of nothing', false],
  ['venue', 'an admin', true],
] as const)('an %s offers %s what works, and nothing more', async (side, role, isOwn) => {
  const make = () => (side === 'artist' ? artist(at, nf, people.ann) : venue(at, nf, people.vic));
  const client = clients[role];
  const { uuid } = await make();
  const path = `/api/${side}s/${uuid}`;
  const shown = await client?.('GET', path);
  const links = shown?.body._links;
  expect(Object.keys(links).sort()).toEqual(
    isOwn ? ['delete', 'edit', 'events', 'self', 'stop-requests'] : ['events', 'self'],
  );
  expect(shown?.body.contact === null).toBe(!isOwn);
  for (const [method, suffix, body] of [
    ['PATCH', '', { name: 'Renamed' }],
    ['POST', '/stop-requests', undefined],
    ['POST', '/accept-requests', undefined],
    ['POST', '/delete', undefined],
  ] as const) {
    const answer = await client?.(method, path + suffix, body);
    if (!answer) throw new Error('nobody asked');
    if (isOwn) expect(answer.status).toBe(suffix === '' ? 200 : 204);
    else expect(answer.status).toBe(403);
  }
});

test.each([
  ['a stranger', ['self']],
  ['who runs the city', ['deactivate', 'edit', 'logo', 'new-festival', 'pause', 'self']],
] as const)('a city offers %s what works, and nothing more', async (role, expected) => {
  const client = clients[role];
  const { _links: links } = (await client?.('GET', '/api/city/current'))?.body ?? {};
  expect(Object.keys(links).sort()).toEqual(expected);
  const times = { start_time: '2028-06-21T08:00:00', end_time: '2028-06-21T21:00:00', is_launched: false };
  for (const [name, method, suffix, body] of [
    ['edit', 'PATCH', '', { welcome_blurb: 'Welcome' }],
    ['new-festival', 'POST', '/festivals', times],
    ['pause', 'POST', '/pause', undefined],
    ['resume', 'POST', '/resume', undefined],
    ['deactivate', 'POST', '/deactivate', undefined],
    ['activate', 'POST', '/activate', undefined],
  ] as const) {
    const answer = await client?.(method, `/api/cities/${nf.slug}${suffix}`, body);
    const isOffered =
      name in links || (role === 'who runs the city' && ['resume', 'activate'].includes(name));
    if (isOffered) expect(answer?.status, name).toBeLessThan(300);
    else expect(answer?.status, name).toBe(403);
  }
});

// The last one: it moves the clock past the end of matchmaking.
test('once matchmaking is over the sides are offered nothing, and the city goes on', async () => {
  const made = new Map<string, WholeBooking[]>();
  for (const status of bookingStatuses)
    for (const role of roles) {
      const count = ['who runs the city', 'an admin'].includes(role) ? 7 : 1;
      const all: WholeBooking[] = [];
      for (let n = 0; n < count; n += 1) all.push(await fresh(status));
      made.set(`${status} ${role}`, all);
    }
  muster.clock.advance(2 * hour);
  for (const status of bookingStatuses)
    for (const role of roles) {
      const pool = made.get(`${status} ${role}`) ?? [];
      const listed = await walk(role, async () => {
        const one = pool.shift();
        if (!one) throw new Error('no booking left');
        return one;
      });
      if (!['who runs the city', 'an admin'].includes(role)) expect(listed).toEqual([]);
      else if (status === 'accepted') expect(listed).toContain('approve');
    }
});
