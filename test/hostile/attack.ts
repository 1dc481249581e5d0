import { Agent, request } from 'node:http';
import fc from 'fast-check';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { type Contents, changedTables } from '../support/contents.ts';
import { type HostileRequest, hostileRequests, meantRequests, type Prey } from './hostile-requests.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What is attacked: a server over the wire, and what it keeps. */
export interface Target {
  send(request: HostileRequest): Promise<Answered>;
  /** @param tables the only ones that can have changed since it was last asked; without them all */
  contents(tables?: readonly string[]): Promise<Contents>;
  /**
   * Puts back what requests to this route use up: else every one but the first would meet a dead link, a deleted event.
   * @param tables those that were changed; without them all
   */
  renew(entry: RouteEntry, tables?: readonly string[]): Promise<void>;
}

export interface Attack {
  readonly known: Prey;
  /** A credential that may call everything but what is for owners. */
  readonly token: string;
  readonly ownerToken: string;
  readonly seed: number;
  /** Random requests to each route, after those that mean something. */
  readonly runs: number;
}

/** How often a route gave each status. */
export type Tally = ReadonlyMap<number, number>;

/**
 * Sends one route requests that mean something and then hostile ones. Fails with the shortest request found that is
 * answered 500 or above, or refused and yet changed what is kept, or answered with the innards of the server.
 */
export async function attack(
  target: Target,
  entry: RouteEntry,
  { known, token: usual, ownerToken, seed, runs }: Attack,
): Promise<Tally> {
  const token = isForOwners(entry)
    ? ownerToken
    : isForParticipants(entry)
      ? known.fair.participantToken
      : usual;
  const tally = new Map<number, number>();
  const wears = entry.path.includes(':secret') || ['gemini', 'saas', 'workshops', 'v1'].includes(entry.api);
  let worn: readonly string[] | undefined;
  let before = await target.contents();
  const strike = async (sent: HostileRequest) => {
    if (wears && worn?.length !== 0) {
      await target.renew(entry, worn);
      before = await target.contents(worn && [...worn, 'accounts']);
    }
    const answer = await target.send(sent);
    tally.set(answer.status, (tally.get(answer.status) ?? 0) + 1);
    const isSafe = sent.method === 'GET' || sent.method === 'HEAD' || sent.method === 'OPTIONS';
    const isRead = isSafe && !changesByGet.test(entry.path);
    const after = isRead && answer.status < 500 ? before : await target.contents();
    const changed = changedTables(before, after);
    const faults = faultsOf(answer, changed);
    worn = changed;
    before = after;
    if (faults.length > 0)
      throw new Error(`${faults.join(' ')}\n${describe(sent)}\n${answer.body.slice(0, 500)}`);
  };
  for (const sent of meantRequests(entry, known, token)) await strike(sent);
  const property = fc.asyncProperty(hostileRequests(entry, known, token), strike);
  await fc.assert(property, { seed, numRuns: runs, includeErrorInReport: true });
  return tally;
}

/** Whether a route declares owners only. */
export function isForOwners({ caller }: RouteEntry): boolean {
  return caller !== 'anyone' && caller.every((kind) => kind === 'owner');
}

/** Whether a route is for participants, or tells each caller of themselves as one. */
function isForParticipants({ path, caller }: RouteEntry): boolean {
  return caller.includes('participant') && /\/participants\/me\//.test(path);
}

/** Where a document has a GET that changes something (ruling "State-changing GETs"). */
const changesByGet =
  /\/logout\/|\/confirm-email\/|\/users\/confirm\/|\/invite\/|\/invitations?\/|\/nyt\/|\/notifications\/stream/;

/** What is wrong with an answer, in sentences. */
export function faultsOf({ status, headers, body }: Answered, changed: readonly string[]): string[] {
  const isRefusal = status >= 400;
  return [
    ...(status >= 500 ? [`Answered ${status}.`] : []),
    ...(status < 200 ? [`Answered ${status}, which is no end.`] : []),
    ...(isRefusal && changed.length > 0
      ? [`Refused with ${status} and yet changed ${changed.join(', ')}.`]
      : []),
    ...(/node_modules|\.ts:\d+|\bat \w+ \(|SQLSTATE|violates|relation "/.test(body) && isRefusal
      ? ['Shows the innards of the server.']
      : []),
    // An `Expect` that nobody knows is refused by Node itself, before there is a request.
    ...(headers['x-request-id'] === undefined && status !== 417 ? ['Has no request id.'] : []),
    ...(headers['x-evil'] === undefined ? [] : ['Lets the caller write a header.']),
  ];
}

/** Sends over a real connection. @returns a function to send with, and one that lets the connections go */
export function openWire(port: number, host: string): { send: Target['send']; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        // Node's client names no length for the body of a GET, HEAD or DELETE.
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const options = {
          agent,
          port,
          host: '127.0.0.1',
          method,
          path,
          headers: { host, ...length, ...headers },
        };
        const sent = request(options, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          const { statusCode: status = 0, headers: received } = answer;
          if (String(received['content-type']).startsWith('text/event-stream')) {
            // It has no end: its beginning is the answer.
            resolve({ status, headers: received, body: '' });
            answer.destroy();
            return;
          }
          answer.on('end', () => {
            resolve({ status, headers: received, body: Buffer.concat(chunks).toString() });
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function describe({ method, path, headers, body }: HostileRequest): string {
  const shown = body === undefined ? '' : JSON.stringify(body.toString('latin1')).slice(0, 2_000);
  return `${method} ${path}\n${JSON.stringify(headers)}\n${shown}`;
}
