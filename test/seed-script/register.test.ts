import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Alpha, makeAlpha } from '../support/alpha.ts';
import { freePort, type MusterPlace, openMusterPlace } from '../support/muster-process.ts';
import { canImport, runPython } from '../support/python.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The client script of the Tahoe document, unchanged, against a server made ready by the command line alone. */
const script = join(import.meta.dirname, 'register.py');
const standIns = join(import.meta.dirname, 'stand-ins');
const namedPort = 8000;

let place: MusterPlace;
let port: number;
let alpha: Alpha;

beforeAll(async () => {
  port = (await isFree(namedPort)) ? namedPort : await freePort();
  if (port !== namedPort)
    console.log(`Port ${namedPort}, which the script names, is taken: it is led to port ${port}.`);
  place = await openMusterPlace({ PORT: String(port) });
  await place.start('serve').begun();
  alpha = await makeAlpha(place);
});
afterAll(() => place?.remove());

test('the script is the one of the document, to the byte', () => {
  const sum = createHash('sha256').update(readFileSync(script)).digest('hex');
  expect(sum).toBe('12b5b6d871e01aaa7211e27a711096abe6ab9c8186f86e89405aba3685933149');
});

test.skipIf(!canImport('requests, faker'))(
  'the script registers a person with the modules of Debian [needs python3-requests and python3-fake-factory]',
  () => expectRegistered([]),
);

test.skipIf(!canImport('os'))(
  'the script registers a person with modules that stand in [needs python3]',
  () => expectRegistered([join(standIns, 'modules')]),
);

async function expectRegistered(modules: readonly string[]): Promise<void> {
  const printed = await runScript(modules);
  const id = /response data:\n\{'user_id': (\d+), 'user_id ': \1\}\n$/.exec(printed)?.[1];
  expect(id, printed).toBeDefined();
  const sent = /Registering user:\n(\{[^}]*\})/.exec(printed)?.[1] ?? '';
  const [row] = await place.query<{ username: string; email: string; letters: number }>(
    `select username, email, (select count(*) from letters l where l.account_id = a.id) as letters
     from accounts a where id = $1`,
    [id],
  );
  expect(row?.letters).toBe(1);
  expect(sent).toContain(`'username': '${row?.username}'`);
  expect(sent).toContain(`'email': '${row?.email}'`);
}

function runScript(modules: readonly string[]): Promise<string> {
  return runPython([script], {
    PYTHONPATH: [join(standIns, 'names'), ...modules].join(':'),
    TAHOE_API_USER_KEY: alpha.authorization.replace('Token ', ''),
    ...(port !== namedPort && { SEED_SCRIPT_PORT: String(port) }),
  });
}

function isFree(wanted: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(wanted, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
