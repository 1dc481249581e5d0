import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startConversation } from '../../src/modules/festival/conversations.ts';
import { festivalTasks } from '../../src/modules/festival/jobs.ts';
import { keepPicture } from '../../src/modules/festival/pictures.ts';
import type { City } from '../../src/modules/festival/types.ts';
import { findAccountByEmail } from '../../src/modules/identity/accounts.ts';
import { createOauthClient } from '../../src/modules/identity/oauth-clients.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { deliverTask, mailTasks } from '../../src/modules/mail/jobs.ts';
import { enqueueJob } from '../../src/platform/jobs/enqueue.ts';
import { startWorker, type Worker } from '../../src/platform/jobs/worker.ts';
import { createLog } from '../../src/platform/log.ts';
import { openFolderTransport } from '../../src/platform/smtp/folder-transport.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import {
  artist,
  booking,
  festival,
  festivalTime,
  city as makeCity,
  runCity,
  venue,
  viewer,
} from '../support/festival.ts';
import { askGemini, createUser, makeClient, type TestClient } from '../support/gemini-people.ts';
import { teach, withOrganisations } from '../support/learning.ts';
import { markEverything, type Spared, tablesHolding } from '../support/markers.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Texts that nobody else's row has by chance. */
const marker = 'MARK7Q';
const email = 'ximena.quetzal@example.org';
const names = [marker, 'ximena', 'quetzal'];

let muster: TestApp;
let nf: TestSite;
let city: City;
let client: TestClient;
let outbox: string;
let worker: Worker;

beforeAll(async () => {
  muster = await openTestApp();
  nf = await withOrganisations(muster, await muster.site('nf'), ['Falls']);
  city = await makeCity(nf);
  await festival(nf, city);
  client = await makeClient(nf);
  outbox = await mkdtemp(join(tmpdir(), 'muster-outbox-'));
  const owner = muster.database.acrossTenants();
  const { log } = createLog({ level: 'silent' });
  const post = {
    transport: openFolderTransport(outbox),
    from: { name: 'Muster', address: 'no-reply@muster.test' },
    log,
  };
  const tasks = [...mailTasks(owner, post, outbox), ...festivalTasks(owner, muster.services.files)];
  worker = await startWorker({ connection: muster.connection, tasks, cron: [], log, concurrency: 2 });
});
afterAll(async () => {
  await worker.stop();
  await muster.close();
  await rm(outbox, { recursive: true });
});

async function accountOf(address: string): Promise<Account> {
  const account = await nf.context.read((read) => findAccountByEmail(read, address));
  if (!account) throw new Error(`nobody is ${address}`);
  return account;
}

async function deliverAll(): Promise<void> {
  await muster.database.acrossTenants().transaction((tx) => enqueueJob(tx, deliverTask, {}));
  await vi.waitFor(async () => {
    expect(await muster.query('select id from letters where due_at is not null')).toEqual([]);
  }, 20_000);
}

async function lettersNaming(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(outbox)) {
    const content = (await readFile(join(outbox, name), 'utf8')).toLowerCase();
    if (texts.some((text) => content.includes(text.toLowerCase()))) found.push(content);
  }
  return found;
}

async function files(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of muster.services.files.list(new Date('2100-01-01'))) ids.push(id);
  return ids;
}

/** Texts of the person's rows that stay, or are no texts of a person. */
const spared: Spared = {
  'artists.genres': "keys of the city's list",
  'venues.genres': "keys of the city's list",
  'venues.venue_type': "a key of the city's list",
  'venues.rain_option': "a key of the city's list",
  'venues.virtual_option': "a key of the city's list",
  'bookings.status': 'one of a few words, as the database checks',
  'bookings.turn': 'one of a few words, as the database checks',
  'booking_changes.actor': 'one of a few words, as the database checks',
  'booking_changes.action': 'a word of ours',
  'booking_changes.from_status': 'a word of ours',
  'booking_changes.to_status': 'a word of ours',
  'messages.side': 'one of a few words, as the database checks',
  'pictures.kind': 'one of a few words, as the database checks',
  'accounts.email': 'names the person as it is',
  'accounts.email_key': 'names the person as it is',
  'accounts.username': 'names the person as it is',
  'accounts.username_key': 'names the person as it is',
  'tokens.scopes': 'words of ours',
  'enrolment_codes.code': 'drawn by lot, and nobody is named by it',
  'enrolment_codes.mode': 'a slug of the course',
  'accounts.role': 'one of a few words, as the database checks',
  'tokens.kind': 'one of a few words, as the database checks',
  'links.purpose': 'one of a few words, as the database checks',
  'oauth_clients.secret_django': 'a hash, beside the other one',
  'oauth_clients.grants': 'words of ours',
};

test('nothing of an erased person is left in any table, file, queue or letter', async () => {
  const { token, user } = await createUser(muster, nf, client, email, {
    first_name: 'Ximena',
    last_name: 'Quetzal',
  });
  const person = await accountOf(email);
  const bob = await muster.account(nf, { username: 'bob', email: 'bob@example.org', name: 'Bob' });
  await leaveTraces(person, bob, token, String(user.id));

  const marked = await markEverything(muster, person.id, marker, spared);
  // The first letters left whole, so that their files name the person; those that wait are marked.
  expect(marked).toEqual(
    expect.arrayContaining([
      'accounts.bio',
      'accounts.extra',
      'accounts.phone',
      'artists.description',
      'artists.youtube_video_urls',
      'booking_changes.reason',
      'bookings.livestream_url',
      'bookings.request_key',
      'certificates.grade',
      'conversations.subject',
      'letters.text',
      'messages.body',
      'oauth_clients.name',
      'venues.access_notes',
      'venues.address',
      'venues.neighbourhood',
    ]),
  );
  const before = await tablesHolding(muster, names);
  expect(before.length).toBeGreaterThan(20);
  expect(before.some((row) => row.startsWith('throttle_counters'))).toBe(true);
  expect((await lettersNaming(names)).length).toBeGreaterThan(1);
  expect(await files()).toHaveLength(2);

  const erased = await askGemini(muster, nf, 'DELETE', `/api/users/${user.id}`, { token });
  expect([erased.status, erased.text]).toEqual([204, '']);

  // The last letter to the person waits to leave, and is the only thing that knows the address.
  const waiting = await tablesHolding(muster, names);
  expect(waiting.map((row) => row.split(':')[0])).toEqual(['letters']);
  await deliverAll();
  expect(await tablesHolding(muster, names)).toEqual([]);
  await vi.waitFor(async () => {
    expect(
      (await lettersNaming(names)).filter((letter) => !letter.includes('x-muster-concerns: last:')),
    ).toEqual([]);
    expect(await files()).toHaveLength(1);
  }, 20_000);
  await expectOthersToGoOn(bob);
});

/** Everything that a person can have here. */
async function leaveTraces(person: Account, bob: Account, token: string, uuid: string): Promise<void> {
  const { tenantId } = nf.context;
  const learner = await muster.account(nf, { username: 'learner' });
  await teach(nf, person, learner);
  await runCity(nf, city, person);
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();
  const kept = (accountId: number) =>
    keepPicture(nf.context, muster.services.files, { kind: 'avatar', accountId, bytes });
  const [own, bobs] = [await kept(person.id), await kept(bob.id)];
  const theirArtist = await artist(nf, city, person, { name: 'Ximena Plays', pictureId: own });
  const theirVenue = await venue(nf, city, person, { name: 'House of Quetzal' });
  const artistOfBob = await artist(nf, city, bob, { name: 'Bob Sings', pictureId: bobs });
  const venueOfBob = await venue(nf, city, bob, { name: 'Bar of Bob' });
  const at = (from: string, until: string) => ({ startsAt: festivalTime(from), endsAt: festivalTime(until) });
  await booking(
    nf,
    city,
    { artist: theirArtist, venue: venueOfBob },
    { ...at('10:00', '11:00'), status: 'confirmed' },
  );
  await booking(
    nf,
    city,
    { artist: artistOfBob, venue: theirVenue },
    { ...at('12:00', '13:00'), status: 'accepted' },
  );
  const pair = { artistUuid: theirArtist.uuid, venueUuid: venueOfBob.uuid };
  await nf.context.transaction((tx) =>
    startConversation(tx, city, viewer(person), { ...pair, subject: 'On Ximena', body: 'I am Ximena.' }),
  );
  await nf.context.transaction((tx) =>
    createOauthClient(tx, { name: 'client of Ximena', ownerId: person.id, grants: [] }),
  );
  await muster.apiToken(nf, person);
  await muster.sessionToken(nf, person);
  await muster.jwt(nf, person);
  const forgot = () => askGemini(muster, nf, 'POST', '/api/users/forgot-password', { body: { email } });
  expect((await forgot()).status).toBe(204);
  await deliverAll();
  // These letters wait: one to the person, one about the person.
  expect((await forgot()).status).toBe(204);
  await booking(nf, city, { artist: theirArtist, venue: venueOfBob }, at('15:00', '16:00'));
  const login = { username: email, password: 'wrong', grant_type: 'password' };
  const headers = { authorization: client.basic };
  expect((await askGemini(muster, nf, 'POST', '/api/oauth/token', { headers, body: login })).status).toBe(
    400,
  );
  const change = { phone: '1', address: '1 Way', zip_code: '1' };
  expect((await askGemini(muster, nf, 'PATCH', `/api/users/${uuid}`, { token, body: change })).status).toBe(
    200,
  );
  // What took place already stays in the programme, without names.
  await muster.query(
    `update bookings set livestream_url = 'https://example.org/ximena', request_key = 'ximena-1',
       starts_at = starts_at - interval '2 years', ends_at = ends_at - interval '2 years'
     where tenant_id = $1 and status = 'confirmed'`,
    [tenantId],
  );
}

/** The other side keeps what is theirs: the booking of the past, a letter that one to come is cancelled, the picture. */
async function expectOthersToGoOn(bob: Account): Promise<void> {
  const bookings = await muster.query<{ status: string; artist: string; venue: string }>(
    `select b.status, a.name as artist, v.name as venue from bookings b
     join artists a on a.tenant_id = b.tenant_id and a.id = b.artist_id
     join venues v on v.tenant_id = b.tenant_id and v.id = b.venue_id order by b.id`,
  );
  expect(bookings).toEqual([
    { status: 'confirmed', artist: 'Former artist', venue: 'Bar of Bob' },
    { status: 'cancelled', artist: 'Bob Sings', venue: 'Former venue' },
    { status: 'cancelled', artist: 'Former artist', venue: 'Bar of Bob' },
  ]);
  const told = await muster.query<{ kind: string }>(
    `select kind from letters where account_id = $1 and kind = 'booking_cancelled'`,
    [bob.id],
  );
  expect(told).toHaveLength(2);
}
