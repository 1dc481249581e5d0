/**
 * Keeps a copy of a tenant's people in a file, and registers people once, however often the connection breaks. Node 24
 * runs it as it is; an administrator's API token opens it.
 *
 *   MUSTER_URL=https://alpha.example.com MUSTER_TOKEN=… node sync-people.ts people.json
 *   … node sync-people.ts people.json --register ada@example.com "Ada Lovelace"
 */
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
// Types of every route, made from its OpenAPI document (`npm run generate:client`).
import type { paths } from '../../web/src/api/schema.generated.ts';

type PeopleRoute = paths['/api/v1/people'];
type People = PeopleRoute['get']['responses'][200]['content']['application/json'];
type Registered = PeopleRoute['post']['responses'][201]['content']['application/json'];
type Activity = paths['/api/v1/activity']['get']['responses'][200]['content']['application/json'];

interface Copy {
  /** What the next sync goes on from; at first everything is new. */
  since: string;
  /** When the log was last asked who was erased. */
  erasedSince: string;
  people: Record<string, People['items'][number]>;
  /** A registration whose answer has not come yet: its key makes sending it again harmless. */
  unanswered: { key: string; body: { email: string; name: string } } | null;
}

class Refused extends Error {}

const { MUSTER_URL = 'http://localhost:8000', MUSTER_TOKEN = '' } = process.env;
const [file = 'people.json', option, email, name] = process.argv.slice(2);
const copy = await readCopy();

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  await register();
  if (option === '--register' && email !== undefined) {
    copy.unanswered = { key: randomUUID(), body: { email, name: name ?? email } };
    // On the disk before it is sent: even if this program dies now, the next run sends it under the same key.
    await saveCopy();
    await register();
  }
  const changed = await fetchChanges();
  const erased = await removeErased();
  await saveCopy();
  console.log(`changed: ${changed}, erased: ${erased}, people: ${Object.keys(copy.people).length}`);
}

/** Registers whom the copy holds as unanswered. What was refused changed nothing and is not tried again. */
async function register(): Promise<void> {
  if (!copy.unanswered) return;
  const { key, body } = copy.unanswered;
  try {
    const made = await ask<Registered>('POST', '/people', { body, headers: { 'idempotency-key': key } });
    copy.unanswered = null;
    console.log(`registered: ${made.email}`);
  } catch (error) {
    if (error instanceof Refused) copy.unanswered = null;
    throw error;
  } finally {
    await saveCopy();
  }
}

/** Takes over who was changed since the last time, page by page. Each answer says what to go on from. */
async function fetchChanges(): Promise<number> {
  let count = 0;
  for (;;) {
    const query = new URLSearchParams({ updated_since: copy.since, limit: '100' });
    const { items, since, next } = await ask<People>('GET', `/people?${query}`);
    for (const person of items) copy.people[person.uuid] = person;
    count += items.length;
    copy.since = since ?? copy.since;
    if (next === null) return count;
  }
}

/** Forgets whom the server has erased: they are in no list any more, only their numbers are in the log. */
async function removeErased(): Promise<number> {
  const byNumber = new Map(Object.values(copy.people).map(({ number, uuid }) => [String(number), uuid]));
  // An hour too much: what was under way at the last look is found as well.
  const since = new Date(Date.parse(copy.erasedSince) - 3_600_000).toISOString();
  const now = new Date().toISOString();
  let count = 0;
  let cursor: string | null = '';
  while (cursor !== null) {
    const filters = { verb: 'erased', object_type: 'person', since, limit: '200' };
    const query = new URLSearchParams({ ...filters, ...(cursor !== '' && { cursor }) });
    const { items, next }: Activity = await ask<Activity>('GET', `/activity?${query}`);
    for (const { object } of items) {
      const uuid = byNumber.get(object.number);
      if (uuid === undefined || !(uuid in copy.people)) continue;
      delete copy.people[uuid];
      count += 1;
    }
    cursor = next;
  }
  copy.erasedSince = now;
  return count;
}

/** Asks again when no answer came, or one that says "later"; a refusal is final. */
async function ask<Body>(
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Body> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(`${MUSTER_URL}/api/v1${path}`, {
      method,
      headers: {
        ...headers,
        authorization: `Bearer ${MUSTER_TOKEN}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(30_000),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: Error) => error);
    if (!(answer instanceof Error) && answer.ok) return JSON.parse(await answer.text());
    const reason = answer instanceof Error ? answer.message : answer.statusText;
    if (!(answer instanceof Error) && answer.status < 500 && answer.status !== 429)
      throw new Refused(await reasonOf(answer));
    if (attempt === 6) throw new Error(`${MUSTER_URL} does not answer: ${reason}`);
    const asked = answer instanceof Error ? 0 : Number(answer.headers.get('retry-after'));
    await wait(1000 * (asked || 2 ** (attempt - 2)));
  }
}

/** Of a problem (RFC 9457): the sentence for people, the word for programs, and what is wrong with which field. */
async function reasonOf(answer: Response): Promise<string> {
  const { title, code, errors } = JSON.parse(await answer.text());
  const faults = errors.map(({ pointer, message }: Record<string, string>) => `${pointer}: ${message}`);
  return [`${answer.status} ${code}: ${title}`, ...faults].join('\n  ');
}

async function readCopy(): Promise<Copy> {
  const begin = '2000-01-01T00:00:00Z';
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { since: begin, erasedSince: begin, people: {}, unanswered: null };
    throw error;
  }
}

/** In one step, so that a run that is interrupted leaves the copy as it was. */
async function saveCopy(): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(copy, null, 2));
  await rename(`${file}.new`, file);
}
