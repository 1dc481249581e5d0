import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Alpha, makeAlpha } from '../support/alpha.ts';
import { type MusterPlace, openMusterPlace } from '../support/muster-process.ts';
import { canImport } from '../support/python.ts';

// Processes start here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The published examples of clients of `/api/v1`, run as they stand in `docs/examples`. */
const examples = join(import.meta.dirname, '../../docs/examples');
const crowd = 230;

let place: MusterPlace;
let alpha: Alpha;
let line: Awaited<ReturnType<typeof openLine>>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-examples-'));
  place = await openMusterPlace({ MUSTER_THROTTLE: 'off' });
  await place.start('serve').begun();
  alpha = await makeAlpha(place);
  const people = Array.from({ length: crowd }, (_, n) => `person${n},person${n}@example.com,Person ${n}`);
  const file = join(folder, 'people.csv');
  await writeFile(file, ['username,email,name', ...people].join('\n'));
  await place.done('import', 'accounts', file, '--site', 'alpha');
  line = await openLine();
});
afterAll(async () => {
  line?.server.close();
  await place?.remove();
  await rm(folder, { recursive: true, force: true });
});

/** The connection between a client and the server, which can lose answers. */
async function openLine() {
  const requests: { method: string; key: string | undefined; replayed: boolean }[] = [];
  const state = { answersToLose: 0 };
  const server: Server = createServer((incoming, outgoing) => {
    const { method = 'GET', url: path, headers } = incoming;
    const forwarded = request(
      {
        host: '127.0.0.1',
        port: place.port,
        method,
        path,
        headers: { ...headers, host: alpha.host },
        agent: false,
      },
      (answer) => {
        const key = headers['idempotency-key'];
        const replayed = answer.headers['idempotency-replayed'] === 'true';
        requests.push({ method, key: typeof key === 'string' ? key : undefined, replayed });
        if (method === 'POST' && state.answersToLose > 0) {
          state.answersToLose -= 1;
          incoming.socket.destroy();
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port.');
  return { server, state, requests, url: `http://127.0.0.1:${address.port}` };
}

/** Runs a client. @returns what it printed, on both outputs, and its exit code */
function run(program: string, file: string, more: readonly string[] = [], token?: string) {
  const key = token ?? alpha.authorization.replace('Token ', '');
  return new Promise<string>((resolve) => {
    const [runner, ...flags] =
      program === 'sync-people.py' ? ['/usr/bin/python3'] : [process.execPath, '--no-warnings'];
    const child = spawn(runner ?? '', [...flags, join(examples, program), join(folder, file), ...more], {
      env: { MUSTER_URL: line.url, MUSTER_TOKEN: key },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
    child.on('close', (code) => resolve(`${printed.trim()}\nexit ${code}`));
  });
}

async function copyIn(file: string) {
  const copy = JSON.parse(await readFile(join(folder, file), 'utf8'));
  return Object.values<{ email: string; name: string }>(copy.people);
}

for (const program of ['sync-people.ts', 'sync-people.py']) {
  test(`${program} copies everybody, then only what changed, and forgets who was erased`, async (context) => {
    if (program.endsWith('.py') && !canImport('urllib')) context.skip('no Python 3 on this machine');
    const file = `${program}.1.json`;
    const [known] = await place.query<{ count: number }>(
      `select count(*) from accounts where tenant_id = (select tenant_id from accounts where username = 'amy')`,
    );
    const count = known?.count ?? 0;
    expect(count).toBeGreaterThan(crowd);
    expect(await run(program, file)).toBe(`changed: ${count}, erased: 0, people: ${count}\nexit 0`);
    expect(await run(program, file)).toBe(`changed: 0, erased: 0, people: ${count}\nexit 0`);
    const leaver = `${program.replace('.', '')}@example.com`;
    expect(await run(program, file, ['--register', leaver, 'A Leaver'])).toBe(
      `registered: ${leaver}\nchanged: 1, erased: 0, people: ${count + 1}\nexit 0`,
    );
    const [made] = await place.query<{ uuid: string }>('select uuid from accounts where email_key = $1', [
      leaver,
    ]);
    const answer = await fetch(`${line.url}/api/v1/people/${made?.uuid}`, {
      method: 'DELETE',
      headers: { authorization: alpha.authorization },
    });
    expect(answer.status).toBe(204);
    expect(await run(program, file)).toBe(`changed: 0, erased: 1, people: ${count}\nexit 0`);
    expect((await copyIn(file)).map(({ email }) => email)).not.toContain(leaver);
  });

  test(`${program} registers a person once although two answers get lost`, async (context) => {
    if (program.endsWith('.py') && !canImport('urllib')) context.skip('no Python 3 on this machine');
    const file = `${program}.2.json`;
    const email = `${program}@example.com`;
    line.state.answersToLose = 2;
    line.requests.length = 0;
    expect(await run(program, file, ['--register', email, 'Ada Lovelace'])).toMatch(
      new RegExp(`^registered: ${email}\n.*exit 0$`, 's'),
    );
    const posts = line.requests.filter(({ method }) => method === 'POST');
    expect(posts.map(({ replayed }) => replayed)).toEqual([false, true, true]);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(1);
    const letters = await place.query('select 1 from letters where to_address = $1', [email]);
    expect(letters).toHaveLength(1);
    expect(await copyIn(file)).toContainEqual(expect.objectContaining({ email, name: 'Ada Lovelace' }));
  });

  test(`${program} says in a sentence what was refused`, async (context) => {
    if (program.endsWith('.py') && !canImport('urllib')) context.skip('no Python 3 on this machine');
    const printed = await run(program, `${program}.3.json`, [], 'none such');
    expect(printed).toContain('401 credential.unknown: The credential is unknown or has ended.');
    expect(printed).toMatch(/exit 1$/);
  });
}
