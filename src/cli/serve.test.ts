import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The real program on an embedded PostgreSQL of its own. Each start takes a second: the tests follow one another. */
const program = join(import.meta.dirname, '../../bin/muster.js');
const children = new Set<ChildProcess>();
let folder: string;
let socket: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-serve-'));
  // Under root a closed folder would send the cluster to /var/lib/muster, where it outlived the run.
  chmodSync(folder, 0o755);
  socket = join(folder, 'http');
  const old = 'app: { jwt_secret: default_jwt_secret_change_me_please }\n';
  writeFileSync(join(folder, 'config.yml'), `throttles: { tahoe: 100000/min }\n${old}`);
});

afterAll(async () => {
  for (const child of children) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  rmSync(folder, { recursive: true });
});

function start(args: readonly string[]) {
  const env = {
    PATH: process.env.PATH,
    MUSTER_DATA: folder,
    MUSTER_LISTEN: `unix:${socket}`,
    MUSTER_CONFIG: join(folder, 'config.yml'),
  };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  children.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += chunk));
  child.stderr.on('data', (chunk) => (output.stderr += chunk));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...output }));
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.stdout.includes(text) && resolve();
      child.stdout.on('data', look);
      ended.then(() => reject(new Error(`ended without "${text}": ${output.stdout}${output.stderr}`)));
      look();
    });
  return { child, output, ended, says };
}

function ask(path: string, headers: Record<string, string> = {}, form?: Record<string, string>) {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const method = form ? 'POST' : 'GET';
    const type = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const asked = request(
      { socketPath: socket, path, method, headers: { ...headers, ...type }, agent: false },
      async (answer) => {
        let body = '';
        for await (const chunk of answer) body += chunk;
        resolve({ status: answer.statusCode, body });
      },
    );
    asked.on('error', reject);
    asked.end(form && new URLSearchParams(form).toString());
  });
}

const run = (...args: string[]) => start(args).ended;
let token: string;

test('without a server: a site, an admin and a token, each command by itself', async () => {
  expect(await run('site', 'create', 'alpha', '--name', 'Alpha')).toMatchObject({ code: 0, stderr: '' });
  const account = start([
    'account',
    'create',
    'amy',
    '--email',
    'amy@example.com',
    '--name',
    'Amy',
    '--role',
    'admin',
    '--site',
    'alpha',
    '--password-stdin',
  ]);
  account.child.stdin.end('horse battery\nsecond line\n');
  expect(await account.ended).toMatchObject({ code: 0, stderr: '' });
  const printed = await run('tahoe_create_token', 'amy');
  token = /^token key: "([0-9a-f]{40})"\nuser: "amy"\n$/.exec(printed.stdout)?.[1] ?? '';
  expect(printed).toEqual({ code: 0, stdout: `token key: "${token}"\nuser: "amy"\n`, stderr: '' });
  expect(existsSync(join(folder, 'outbox'))).toBe(false);
});

test("init reads the administrator's password from standard input", async () => {
  const init = start(['init', '--admin-password-stdin']);
  init.child.stdin.end('Correct4Horse\nsecond line\n');
  const { code, stdout } = await init.ended;
  expect(code).toBe(0);
  expect(stdout).toContain("The administrator's password is set: sign in with admin_login 1.\n");
});

test('with a server: the same token is printed beside it and opens its door, and a reload fails no request', async () => {
  const server = start(['serve']);
  await server.says(`Muster serves on unix:${socket}, on the PostgreSQL in ${folder}.`);
  await server.says('config.yml is the published placeholder and is not used: ');
  await server.says('Make its first administrator here, once: http://localhost/first_owner/');
  expect(await run('tahoe_create_token', 'amy')).toEqual({
    code: 0,
    stdout: `token key: "${token}"\nuser: "amy"\n`,
    stderr: '',
  });
  const headers = { host: 'alpha.localhost', authorization: `Token ${token}` };
  const joe = { username: 'joe', email: 'joe@example.com', name: 'Joe', password: 'correct horse' };
  expect((await ask('/tahoe/api/v1/registrations/', headers, joe)).status).toBe(200);
  await server.says('A letter was delivered.');
  expect(readdirSync(join(folder, 'outbox'))).toHaveLength(1);
  expect(await run('init', '--force', '--yes')).toMatchObject({
    code: 1,
    stderr: 'muster: A Muster process is working on this database: stop it first. Nothing was changed.\n',
  });

  const answers: (number | undefined)[] = [];
  let reloaded = false;
  const asking = (async () => {
    while (!reloaded) answers.push((await ask('/tahoe/api/v1/users/', headers)).status);
  })();
  writeFileSync(join(folder, 'config.yml'), 'throttles: { tahoe: 100000/min }\nbody_limit: 2048\n');
  server.child.kill('SIGHUP');
  await server.says('The configuration was read again.');
  reloaded = true;
  await asking;
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter((status) => status !== 200)).toEqual([]);
  const large = await ask('/tahoe/api/v1/registrations/', headers, { ...joe, name: 'x'.repeat(3000) });
  expect(large.status).toBe(413);

  writeFileSync(join(folder, 'config.yml'), 'prot: 1\n');
  server.child.kill('SIGHUP');
  await server.says('The configuration was not read again.');
  expect((await ask('/healthz')).status).toBe(200);
  writeFileSync(join(folder, 'config.yml'), '');

  server.child.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(socket)).toBe(false);
}, 60_000);

test('a worker of its own starts without a server, and ends when it is asked to', async () => {
  const worker = start(['work']);
  await worker.says('Muster does the jobs of the queue.');
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toMatchObject({ code: 0, stderr: '' });
});
