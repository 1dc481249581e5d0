import { expect } from 'vitest';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { changedTables, digestContents, keepContents, openDigests } from '../support/contents.ts';
import { bodyOf, isWrite, parametersOf, propertiesOf } from '../support/route-requests.ts';
import { send } from '../support/send.ts';
import { callerOf, fill, guardedRoutes, knownOf, nameOf, unknownTokens, type Value } from './route-probes.ts';
import type { TwoTenants } from './two-tenants.ts';

/**
 * Expects that whoever names something of the other tenant is told, and changes, exactly what naming something that is
 * nowhere does; in every place of every route that is meant.
 */
export async function proveStrange(two: TwoTenants, isMeant: (entry: RouteEntry) => boolean): Promise<void> {
  const known = knownOf(two.alpha);
  const other = two.beta.at.site.tenantId;
  const before = await digestContents(two.muster.query, other);
  const restore = await keepContents(two.muster.query, two.alpha.at.site.tenantId);
  const contents = await openDigests(two.muster.query);
  const kept = await contents();
  let compared = 0;
  for (const entry of guardedRoutes(two).filter(
    (entry) => isMeant(entry) && !(entry.schema && 'hide' in entry.schema && entry.schema.hide === true),
  )) {
    const headers = { authorization: `Token ${two.alpha.tokens[callerOf(entry)].api}` };
    for (const place of placesOf(entry)) {
      for (const { what, foreign, unknown } of strangersFor(two, entry, place)) {
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
}

/** Reversed, so that it exists nowhere and is as long, and as like a password, as what it stands for. */
export const reversed = (text: string) => [...text].reverse().join('');

interface Stranger {
  readonly what: string;
  readonly foreign: Value;
  readonly unknown: Value;
  /** Null: every API knows such a thing. */
  readonly apis: readonly string[] | null;
}

/** What names something of the other tenant, and the like of it that names nothing anywhere. */
function strangers({ beta }: TwoTenants): Stranger[] {
  const { people, invited, oauthClient, at, tokens, learning, comments, fair, festival, errand } = beta;
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
      ['tahoe', 'appsembler', 'saas', 'pages', 'v1'],
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
      ['workshops', 'saas', 'v1'],
      [
        of('id of an event', fair.eventId, 987_657),
        of('id of a workshop', fair.workshops[0] ?? 0, 987_658),
        of('id of a participant', fair.participantId, 987_659),
        of('login key', fair.key, reversed(fair.key)),
      ],
    ),
    ...among(['saas', 'v1'], [of('comment', comments.first, '00000000-0000-7000-8000-000000000003')]),
    ...among(
      ['gemini', 'saas', 'v1'],
      [
        of('festival', festival.festival, '00000000-0000-7000-8000-000000000013'),
        of('artist', festival.artist, '00000000-0000-7000-8000-000000000004'),
        of('venue', festival.venue, '00000000-0000-7000-8000-000000000005'),
        of('booking', festival.booking, '00000000-0000-7000-8000-000000000006'),
        of('conversation', festival.conversation, '00000000-0000-7000-8000-000000000007'),
        of('picture', festival.picture, '00000000-0000-7000-8000-000000000008'),
      ],
    ),
    ...among(['v1'], [of('long work', errand, '00000000-0000-7000-8000-000000000009')]),
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
function strangersFor(two: TwoTenants, { api }: RouteEntry, place: string): Stranger[] {
  const known = strangers(two).filter(({ apis }) => apis === null || apis.includes(api));
  if (!isNaming(place)) return known.filter(({ what }) => ['username', 'e-mail'].includes(what));
  // Things of the other APIs are commented on, and it is paths that name what a comment is on.
  const isOthers = ({ apis }: Stranger) => apis !== null && apis.length > 1;
  return (api === 'saas' || api === 'v1') && place.startsWith('body ')
    ? known.filter((one) => !isOthers(one))
    : known;
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
export function comparable(answer: { statusCode: number; body: string }, value: Value) {
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
