import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type MusterPlace, openMusterPlace } from '../support/muster-process.ts';
import { canImport, runPython } from '../support/python.ts';

// Processes start and recover here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The two programs of the Gemini document, against a server made ready by the command line alone. */
const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const createUser = read('create-user.py');
const logIn = read('log-in.py');
const standIns = join(import.meta.dirname, 'stand-ins');

let place: MusterPlace;
let client: { id: string; secret: string };

beforeAll(async () => {
  place = await openMusterPlace();
  await place.start('serve').begun();
  await place.done('site', 'create', 'nf', '--name', 'Niagara Falls');
  const names = ['--name', 'Niagara Falls', '--timezone', 'America/New_York'];
  await place.done('city', 'create', 'nf', ...names, '--site', 'nf');
  const printed = await place.done('oauth-client', 'create', 'app', '--grant', 'password', '--site', 'nf');
  const [, id = '', secret = ''] = /^client_id=(\w+)\nclient_secret=(\w+)\n$/.exec(printed) ?? [];
  client = { id, secret };
});
afterAll(() => place?.remove());

test('the programs are those of the document, to the byte', () => {
  const sum = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(sum(createUser)).toBe('41437b8265dc80dd45ee252d70b3e9b64f4d839a4b49b97339dc76e58aa56f7e');
  expect(sum(logIn)).toBe('5fbf634d78027ab9f6a29f2d3f1e3b41b2b07689b1590432e105bed31937917c');
});

test.skipIf(!canImport('requests'))(
  'mended (quirk 3) they make a user and log in again, with the module of Debian [needs python3-requests]',
  () => expectSignedIn('ada@example.org', []),
);

test.skipIf(!canImport('os'))(
  'mended (quirk 3) they make a user and log in again, with a module that stands in [needs python3]',
  () => expectSignedIn('grace@example.org', [join(standIns, 'modules')]),
);

/** Only the slips (quirk 3): programs have no `os.argv`, the first of `sys.argv` is the program, an answer is no JSON. */
const mended = (program: string) =>
  program
    .replace('import os\n', 'import os\nimport sys\n')
    .replace('os.argv[0]', 'sys.argv[1]')
    .replace('os.argv[1]', 'sys.argv[2]')
    .replace('json.dumps(resp, ', 'json.dumps(resp.json(), ');

/** Between the two the token is taken note of, as the document says, and expires. */
const between = `
print(resp.status_code)
access_token = resp.json()['token']['access_token']
import subprocess
subprocess.run(sys.argv[3:], check=True)
`;

async function expectSignedIn(email: string, modules: readonly string[]): Promise<void> {
  const program = [mended(createUser), between, mended(logIn), 'print(resp.status_code)\n'].join('');
  const expiry = await expireWhenAsked(email);
  const wait = `import socket; socket.create_connection(('127.0.0.1', ${expiry.port})).recv(1)`;
  const args = ['-c', program, email, 'seven red balloons', '/usr/bin/python3', '-c', wait];
  const printed = await runPython(args, {
    PYTHONPATH: [join(standIns, 'names'), ...modules].join(':'),
    GEMINI_HOST: `http://nf.localhost:${place.port}`,
    GEMINI_CLIENT_ID: client.id,
    GEMINI_CLIENT_SECRET: client.secret,
  });
  expiry.close();
  const [first = '', second = ''] = printed.split(/^201\n/m);
  expect(printed.match(/^201$/gm), printed).toHaveLength(2);
  const [made, again] = [JSON.parse(first), JSON.parse(second)];
  expect(made).toMatchObject({
    token: { expires_in: 86_400, scope: ['profile', 'performer', 'venue'], token_type: 'Bearer' },
    user: { email, has_confirmed_email: false, artists: [], venues: [], selfmatches: [], cities: [] },
  });
  expect(Object.keys(made.user._links)).toHaveLength(8);
  expect(again.user).toEqual(made.user);
  expect(again.token.access_token).toMatch(/^[A-Za-z0-9]{42}$/);
  expect(again.token.access_token).not.toBe(made.token.access_token);
  const tokens = await place.query(
    `select t.id from tokens t join accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
     where a.email = $1 and t.expires_at < now()`,
    [email],
  );
  expect(tokens).toHaveLength(1);
}

/** Whoever connects is answered once the person's tokens have expired. */
async function expireWhenAsked(email: string): Promise<{ port: number; close(): void }> {
  const server = createServer((socket) => {
    place
      .query(
        `update tokens t set expires_at = now() - interval '1 hour' from accounts a
         where a.tenant_id = t.tenant_id and a.id = t.account_id and a.email = $1`,
        [email],
      )
      .then(
        () => socket.end('.'),
        () => socket.destroy(),
      );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, close: () => void server.close() };
}
