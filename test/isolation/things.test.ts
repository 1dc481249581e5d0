import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { changedTables, digestContents, keepContents, openDigests } from '../support/contents.ts';
import { bodyOf, isWrite, type Known, parametersOf, propertiesOf } from '../support/route-requests.ts';
import { send } from '../support/send.ts';
import { callerOf, fill, guardedRoutes, knownOf, nameOf, unknownTokens, type Value } from './route-probes.ts';
import { openTwoTenants, type TwoTenants } from './two-tenants.ts';

let two: TwoTenants;
let known: Known;

beforeAll(async () => {
  two = await openTwoTenants();
  known = knownOf(two.alpha);
});
afterAll(() => two.muster.close());

/** Reversed, so that it exists nowhere and is as long, and as like a password, as what it stands for. */
const reversed = (text: string) => [...text].reverse().join('');

interface Stranger {
  readonly what: string;
  readonly foreign: Value;
  readonly unknown: Value;
  /** Null: every API knows such a thing. */
  readonly apis: readonly string[] | null;
}

/** What names something of the other tenant, and the like of it that names nothing anywhere. */
function strangers(): Stranger[] {
  const { people, invited, oauthClient, at, tokens, learning, comments, fair, festival } = two.beta;
  const of = (what: string, foreign: Value, unknown: Value) => ({ what, foreign, unknown, apis: null });
  /** Of a thing that only these APIs know; asking the others for it as well took four minutes. */
  const among = (apis: readonly string[], all: readonly Stranger[]) => all.map((one) => ({ ...one, apis }));
  const email = (text: string) => `${reversed(text.split('@')[0] ?? '')}@example.com`;
  return [
    of('id of an admin', people.admin.id, 987_654),
    of('id of a member', people.member.id, 987_655),
    of('username', people.member.username, reversed(people.member.username)),
    of(
      'username in capitals',
      people.admin.username.toUpperCase(),
      reversed(people.admin.username).toUpperCase(),
    ),
    of('e-mail', people.admin.email, email(people.admin.email)),
    of('e-mail of one invited', invited.email, email(invited.email)),
    of('uuid', people.member.uuid, '00000000-0000-7000-8000-000000000000'),
    of('client id', oauthClient.clientId, reversed(oauthClient.clientId)),
    of('site', at.site.slug, reversed(at.site.slug)),
    of('token', tokens.admin.api, unknownTokens.api),
    ...among(
      ['tahoe', 'appsembler', 'saas', 'pages'],
      [
        of('course key', learning.courseKey, 'course-v1:nowhere+C0+2027'),
        of('id of an enrolment', learning.enrolmentId, 987_656),
        of('enrolment code', learning.code, reversed(learning.code)),
        of('batch of codes', learning.batchId, '00000000-0000-7000-8000-000000000001'),
        of('file of a batch', `${learning.batchId}.csv`, '00000000-0000-7000-8000-000000000001.csv'),
        of('certificate', learning.certificate, '00000000-0000-7000-8000-000000000002'),
      ],
    ),
    ...among(
      ['workshops', 'saas'],
      [
        of('id of an event', fair.eventId, 987_657),
        of('id of a workshop', fair.workshops[0] ?? 0, 987_658),
        of('id of a participant', fair.participantId, 987_659),
        of('login key', fair.key, reversed(fair.key)),
      ],
    ),
    ...among(['saas'], [of('comment', comments.first, '00000000-0000-7000-8000-000000000003')]),
    ...among(
      ['gemini', 'saas'],
      [
        of('festival', festival.festival, '00000000-0000-7000-8000-000000000013'),
        of('artist', festival.artist, '00000000-0000-7000-8000-000000000004'),
        of('venue', festival.venue, '00000000-0000-7000-8000-000000000005'),
        of('booking', festival.booking, '00000000-0000-7000-8000-000000000006'),
        of('conversation', festival.conversation, '00000000-0000-7000-8000-000000000007'),
        of('picture', festival.picture, '00000000-0000-7000-8000-000000000008'),
      ],
    ),
  ];
}

/** Names of tenants are the installation's, and the document says of one that it is taken (contract SaaS §2.2). */
function namesTenants({ path }: RouteEntry, place: string): boolean {
  return path.startsWith('/api/tenant/') && place === 'body name';
}

/** Places that look as if they named something; a profile's other fields (city, goals…) are tried with less. */
const naming =
  /^path |ids?$|user|mail|name|lookup|search|client|token|secret|site|key|code|course|identifiers|identity|file/;

/** What people and things say of themselves, though it sounds like a name of somebody. */
const saying =
  /^body (name|first_name|last_name|full_name|user_class|zip_code|mailing_address|(send|email|allow|total)_\w+)$/;

const isNaming = (place: string) => naming.test(place) && !saying.test(place);

/** Whom to name in a place: everything that the API knows of, or, where a place names nothing, a few. */
function strangersFor({ api }: RouteEntry, place: string): Stranger[] {
  const known = strangers().filter(({ apis }) => apis === null || apis.includes(api));
  if (!isNaming(place)) return known.filter(({ what }) => ['username', 'e-mail'].includes(what));
  // Things of the other APIs are commented on, and it is paths that name what a comment is on.
  const isOthers = ({ apis }: Stranger) => apis !== null && apis.length > 1;
  return api === 'saas' && place.startsWith('body ') ? known.filter((one) => !isOthers(one)) : known;
}

/** Where a caller can name something: each parameter, each part of the query, each key of the body. */
function placesOf(entry: RouteEntry): string[] {
  const { path, schema, method } = entry;
  const { kind, properties } = bodyOf(entry);
  const body = method === 'GET' ? [] : kind === 'file' ? [{ name: 'file' }] : properties;
  return [
    ...parametersOf(path).map((parameter) => `path ${parameter}`),
    ...propertiesOf(schema?.querystring).map((property) => `query ${property.name}`),
    ...body.map((property) => `body ${property.name}`),
  ];
}

/** Numbers and uuids are of things made meanwhile, and differ from one request to the next. */
function comparable(answer: { statusCode: number; body: string }, value: Value) {
  const text = String(value);
  // A username made here is the local part of the e-mail.
  const forms = [text, encodeURIComponent(text), text.toLowerCase(), text.split('@')[0] ?? ''];
  const body = forms.reduce((shown, form) => shown.replaceAll(form, '«value»'), answer.body);
  /** Of what is shown, the uuid made included. */
  const etag = /\\*"etag\\*":\\*"[^,}]*/g;
  const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  return {
    status: answer.statusCode,
    body: body.replace(uuid, '«uuid»').replace(etag, '«etag»').replace(/\d+/g, '#'),
  };
}

test("an admin who names another tenant's things is told what is told of things that are nowhere", {
  timeout: 240_000,
}, async () => {
  const other = two.beta.at.site.tenantId;
  const before = await digestContents(two.muster.query, other);
  const restore = await keepContents(two.muster.query, two.alpha.at.site.tenantId);
  const contents = await openDigests(two.muster.query);
  const kept = await contents();
  let compared = 0;
  for (const entry of guardedRoutes(two).filter(
    ({ schema }) => !(schema && 'hide' in schema && schema.hide === true),
  )) {
    const headers = { authorization: `Token ${two.alpha.tokens[callerOf(entry)].api}` };
    for (const place of placesOf(entry)) {
      for (const { what, foreign, unknown } of strangersFor(entry, place)) {
        if (namesTenants(entry, place) && what === 'site') continue;
        for (const existing of isWrite(entry) && isNaming(place) ? [true, false] : [true]) {
          const ask = async (value: Value) => {
            const request = { method: entry.method, ...fill(entry, known, existing, place, value), headers };
            const answer = await send(two.muster, two.alpha.at, request);
            if (answer.statusCode < 400 && isWrite(entry))
              await restore(changedTables(kept, await contents()));
            return comparable(answer, value);
          };
          expect(await ask(foreign), `${nameOf(entry)}: ${what} in ${place}`).toEqual(await ask(unknown));
          compared += 1;
        }
      }
    }
  }
  expect(await digestContents(two.muster.query, other)).toEqual(before);
  expect(compared).toBeGreaterThan(100);
});

test('the comparison sees a difference where there is one: a person of the own tenant is not like nobody', async () => {
  const entry = guardedRoutes(two).find(({ path }) => path === '/tahoe/api/v1/users/:id/');
  if (!entry) throw new Error('The route that this test asks has gone; name another.');
  const headers = { authorization: `Token ${two.alpha.tokens.admin.api}` };
  const ask = async (value: Value) => {
    const request = { method: entry.method, ...fill(entry, known, true, 'path id', value), headers };
    return comparable(await send(two.muster, two.alpha.at, request), value);
  };
  expect(await ask(two.alpha.people.member.id)).not.toEqual(await ask(987_654));
});

test("another tenant's OAuth client gets no token here, byte for byte like an unknown one", async () => {
  const { clientId, clientSecret } = two.beta.oauthClient;
  const ask = async (id: string, at = two.alpha.at) => {
    const body = { grant_type: 'client_credentials', client_id: id, client_secret: clientSecret };
    const answer = await send(two.muster, at, { method: 'POST', url: '/oauth2/access_token', body });
    return { status: answer.statusCode, body: answer.body, asks: answer.headers['www-authenticate'] };
  };
  const unknown = await ask(reversed(clientId));
  expect(unknown.status).toBe(401);
  expect(await ask(clientId)).toEqual(unknown);
  expect((await ask(clientId, two.beta.at)).status).toBe(200);
});

test("another tenant's links open nothing here, byte for byte like unknown ones", async () => {
  const { activation, firstOwner } = two.beta.links;
  const form = { name: 'N', email: 'n@example.com', username: 'nn', password: 'seven red balloons' };
  const before = await digestContents(two.muster.query);
  for (const path of [activation, firstOwner]) {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? form : undefined;
      const ask = async (url: string) => {
        const answer = await send(two.muster, two.alpha.at, { method, url, body });
        return { status: answer.statusCode, body: answer.body };
      };
      const unknown = await ask(`${path.slice(0, path.lastIndexOf('/'))}/${'x'.repeat(22)}`);
      expect(unknown.status).toBe(410);
      expect(await ask(path)).toEqual(unknown);
    }
  }
  expect(await digestContents(two.muster.query)).toEqual(before);
});

test("another tenant's login key and shared password open nothing here, byte for byte like unknown ones", async () => {
  const { key, sharedPassword } = two.beta.fair;
  const ask = async (credential: string, login: number, at = two.alpha.at) => {
    const body = { credential, admin_login: login };
    const answer = await send(two.muster, at, { method: 'POST', url: '/auth/login', body });
    return { status: answer.statusCode, body: answer.body, asks: answer.headers['www-authenticate'] };
  };
  for (const [credential, login] of [[key, 0] as const, [sharedPassword, 1] as const]) {
    const unknown = await ask(reversed(credential), login);
    expect(unknown.status).toBe(401);
    expect(await ask(credential, login)).toEqual(unknown);
    expect((await ask(credential, login, two.beta.at)).status).toBe(200);
  }
});

test("another tenant's events are not listed here, and by their id are unknown ones", async () => {
  const ask = async (url: string, headers = {}) => {
    const answer = await send(two.muster, two.alpha.at, { method: 'GET', url, headers });
    return { status: answer.statusCode, body: answer.body.replaceAll(/\d+/g, '#'), whole: answer.body };
  };
  const listed = await ask('/events');
  expect(listed.whole).toContain(`"id":${two.alpha.fair.eventId},`);
  expect(listed.whole).not.toContain(`"id":${two.beta.fair.eventId},`);
  for (const end of ['', '/seats']) {
    for (const headers of [{}, { accept: 'text/event-stream, application/json' }]) {
      const { whole: _, ...unknown } = await ask(`/events/987657${end}`, headers);
      const { whole: __, ...foreign } = await ask(`/events/${two.beta.fair.eventId}${end}`, headers);
      expect(unknown.status).toBe(404);
      expect(foreign).toEqual(unknown);
    }
  }
});
