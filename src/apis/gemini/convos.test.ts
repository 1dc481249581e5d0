import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import * as build from '../../../test/support/festival.ts';
import { actOnBooking } from '../../modules/festival/bookings.ts';
import { deleteVenue } from '../../modules/festival/profiles.ts';
import type { Artist, City, Venue } from '../../modules/festival/types.ts';
import type { Account } from '../../modules/identity/types.ts';

interface Pair {
  readonly at: TestSite;
  readonly of: City;
  readonly player: Account;
  readonly host: Account;
  readonly artist: Artist;
  readonly venue: Venue;
}

let muster: TestApp;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
});

afterAll(() => muster.close());

async function pair(slug: string): Promise<Pair> {
  const at = await muster.site(slug);
  const of = await build.city(at);
  await build.festival(at, of);
  const player = await muster.account(at, { username: `${slug}-player`, name: 'Polly Player' });
  const host = await muster.account(at, { username: `${slug}-host`, name: 'Harry Host' });
  const artist = await build.artist(at, of, player, {
    contactName: 'Polly',
    contactEmail: 'polly@example.com',
    contactPhone: '+1 555 0100',
  });
  const venue = await build.venue(at, of, host, { contactEmail: 'harry@example.com' });
  return { at, of, player, host, artist, venue };
}

interface Ask {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly payload?: object;
  readonly scopes?: readonly string[];
}

async function ask(
  { at }: Pair,
  who: Account,
  { scopes = ['profile', 'performer', 'venue'], ...wanted }: Ask,
) {
  const token = await muster.accessToken(at, who, scopes);
  return muster.server.inject({
    method: 'GET',
    ...wanted,
    headers: { host: at.host, authorization: `Bearer ${token}` },
  });
}

async function write(here: Pair, who: Account, body: string) {
  const payload = { artist_id: here.artist.uuid, venue_id: here.venue.uuid, body };
  return ask(here, who, { method: 'POST', url: '/api/convos/new', payload });
}

test('the first message makes a conversation, tells the other side by a letter, and counts as unread there', async () => {
  const here = await pair('first');
  const made = await write(here, here.player, '  May we play?\n ');
  expect(made.statusCode).toBe(201);
  const { id } = made.json();
  expect(made.json()).toMatchObject({
    artist: { id: here.artist.uuid, name: here.artist.name },
    venue: { id: here.venue.uuid },
    event_id: null,
    subject: `${here.artist.name} – ${here.venue.name}`,
    unread_count: 0,
    contacts: null,
    messages: [
      {
        sender: { id: here.player.uuid, name: here.artist.name },
        body: 'May we play?',
        created_at: '2026-11-20T07:00:00.000000-05:00',
        is_read: false,
      },
    ],
  });
  const letters = await muster.letters(here.at);
  expect(letters).toMatchObject([{ kind: 'new_message', to_address: 'first-host@example.com' }]);
  expect(letters[0]?.subject).toBe(`A new message from ${here.artist.name}`);
  expect(letters[0]?.text).not.toContain('May we play');

  const list = (await ask(here, here.host, { url: `/api/convos/user/${here.host.uuid}` })).json();
  expect(list).toMatchObject({
    conversations: [{ id, unread_count: 1, last_message: { body: 'May we play?', is_read: false } }],
    pagination: { total: 1, pages: 1, next: null, prev: null },
  });
  await ask(here, here.host, { method: 'POST', url: `/api/convos/${id}/read` });
  expect((await ask(here, here.host, { url: `/api/convos/${id}` })).json()).toMatchObject({
    unread_count: 0,
  });
  expect((await ask(here, here.player, { url: `/api/convos/${id}` })).json()).toMatchObject({
    messages: [{ is_read: true }],
  });
});

test('an answer goes the other way, and writing anew between the same two goes on with their conversation', async () => {
  const here = await pair('answer');
  const { id } = (await write(here, here.host, 'Come and play!')).json();
  const url = `/api/convos/${id}/messages`;
  const sent = await ask(here, here.player, { method: 'POST', url, payload: { body: 'Gladly.' } });
  expect(sent.statusCode).toBe(201);
  expect(sent.json()).toMatchObject({ sender: { name: here.artist.name }, body: 'Gladly.' });
  expect((await write(here, here.host, 'At noon?')).json().id).toBe(id);
  const bodies = async (path: string) => {
    const { messages, pagination } = (await ask(here, here.player, { url: path })).json();
    return { bodies: messages.map(({ body }: { body: string }) => body), pagination };
  };
  expect((await bodies(url)).bodies).toEqual(['At noon?', 'Gladly.', 'Come and play!']);
  expect(await bodies(`${url}/2?per_page=2`)).toEqual({
    bodies: ['Come and play!'],
    pagination: { total: 3, pages: 2, next: null, prev: `${url}/1?per_page=2` },
  });
  const told = (await muster.letters(here.at)).map(({ to_address: to }) => to);
  expect(told.sort()).toEqual([
    'answer-host@example.com',
    'answer-player@example.com',
    'answer-player@example.com',
  ]);
});

test('whom to call stays hidden until both sides have accepted', async () => {
  const here = await pair('contacts');
  const { id } = (await write(here, here.player, 'Hello')).json();
  const contacts = async () => (await ask(here, here.host, { url: `/api/convos/${id}` })).json();
  const asked = await build.booking(here.at, here.of, here);
  expect(await contacts()).toMatchObject({ event_id: asked.uuid, contacts: null });
  const host = build.viewer(here.host);
  await here.at.context.transaction((tx) => actOnBooking(tx, host, asked.uuid, 'accept'));
  expect((await contacts()).contacts).toEqual({
    artist: { name: 'Polly', email: 'polly@example.com', phone: '+1 555 0100' },
    venue: { name: null, email: 'harry@example.com', phone: null },
  });
  await here.at.context.transaction((tx) => actOnBooking(tx, host, asked.uuid, 'cancel'));
  expect(await contacts()).toMatchObject({ contacts: null });
});

test('an archived conversation leaves the list until somebody writes again', async () => {
  const here = await pair('archive');
  const { id } = (await write(here, here.player, 'Hello')).json();
  const list = async (search = '') => {
    const url = `/api/convos/user/${here.host.uuid}${search}`;
    return (await ask(here, here.host, { url })).json().conversations.map((one: { id: string }) => one.id);
  };
  const mark = (name: string) => ask(here, here.host, { method: 'POST', url: `/api/convos/${id}/${name}` });
  expect((await mark('unarchive')).statusCode).toBe(409);
  expect((await mark('archive')).statusCode).toBe(204);
  expect([await list(), await list('?archived=true')]).toEqual([[], [id]]);
  expect((await mark('unarchive')).statusCode).toBe(204);
  await mark('archive');
  await write(here, here.player, 'Are you there?');
  expect([await list(), await list('?archived=true')]).toEqual([[id], []]);
});

test('links are what may be done: nobody is answered who is not there any more', async () => {
  const here = await pair('links');
  const { id, _links: links } = (await write(here, here.player, 'Hello')).json();
  expect(Object.keys(links).sort()).toEqual(['archive', 'mark-read', 'messages', 'reply', 'self']);
  for (const { href, method } of Object.values<{ href: string; method: 'GET' | 'POST' }>(links)) {
    const answer = await ask(here, here.player, { method, url: href, payload: { body: 'Again' } });
    expect(answer.statusCode, href).toBeLessThan(300);
  }
  const narrow = await ask(here, here.player, { url: `/api/convos/${id}`, scopes: ['profile'] });
  expect(narrow.json()._links).not.toHaveProperty('reply');
  await here.at.context.transaction((tx) => deleteVenue(tx, build.viewer(here.host), here.venue.uuid));
  const gone = await ask(here, here.player, { url: `/api/convos/${id}` });
  expect(Object.keys(gone.json()._links)).not.toContain('reply');
  const url = `/api/convos/${id}/messages`;
  const refused = await ask(here, here.player, { method: 'POST', url, payload: { body: 'Hello?' } });
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({ error: 'conflict' });
});

test('to everybody but the two a conversation is unknown, an administrator of the city included', async () => {
  const here = await pair('strangers');
  const { id } = (await write(here, here.player, 'Secret')).json();
  const stranger = await muster.account(here.at, { username: 'strangers-city', role: 'admin' });
  await build.runCity(here.at, here.of, stranger);
  const unknown = '00000000-0000-4000-8000-000000000000';
  for (const path of ['', '/messages', '/messages/1', '/read', '/archive', '/unarchive']) {
    const method = ['/read', '/archive', '/unarchive'].includes(path) ? 'POST' : 'GET';
    const answers = await Promise.all(
      [id, unknown].map((one) => ask(here, stranger, { method, url: `/api/convos/${one}${path}` })),
    );
    expect(
      answers.map(({ statusCode }) => statusCode),
      path,
    ).toEqual([404, 404]);
  }
  const others = await ask(here, stranger, { url: `/api/convos/user/${here.player.uuid}` });
  expect(others.statusCode).toBe(403);
  expect((await write(here, stranger, 'As the city')).statusCode).toBe(403);
});

test('a message that is none is refused by its field, and changes nothing', async () => {
  const here = await pair('bad');
  for (const [payload, field] of [
    [{ venue_id: here.venue.uuid, body: 'x' }, 'artist_id'],
    [{ artist_id: 'x', venue_id: here.venue.uuid, body: 'x' }, 'artist_id'],
    [{ artist_id: here.artist.uuid, venue_id: here.venue.uuid, body: ' ' }, 'body'],
    [{ artist_id: here.artist.uuid, venue_id: here.venue.uuid, body: 'x'.repeat(10_001) }, 'body'],
    [
      { artist_id: here.artist.uuid, venue_id: here.venue.uuid, body: 'x', subject: 's'.repeat(201) },
      'subject',
    ],
  ] as const) {
    const answer = await ask(here, here.player, { method: 'POST', url: '/api/convos/new', payload });
    expect(answer.statusCode).toBe(400);
    expect(Object.keys(answer.json().errors).join()).toContain(
      field === 'artist_id' && !('artist_id' in payload) ? 'artist_id' : field,
    );
  }
  expect(
    await muster.query('select 1 from conversations where tenant_id = $1', [here.at.site.tenantId]),
  ).toEqual([]);
  expect(await muster.letters(here.at)).toEqual([]);
});

test('whoever wants no letters gets none about messages', async () => {
  const here = await pair('quiet');
  await muster.query('update accounts set wants_letters = false where id = $1', [here.host.id]);
  expect((await write(here, here.player, 'Hello')).statusCode).toBe(201);
  expect(await muster.letters(here.at)).toEqual([]);
});
