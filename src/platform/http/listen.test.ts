import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect, createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';

const CHILD = join(import.meta.dirname, 'listen.test-child.ts');
const children: ChildProcess[] = [];
const closing: Server[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) await ended(child, 'SIGKILL');
  for (const server of closing.splice(0)) await new Promise((resolve) => server.close(resolve));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly at?: string;
  readonly refused?: string;
}

async function start(address: object, installation = 'one', stdio: number[] = []): Promise<Started> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(address), installation], {
    stdio: ['ignore', 'pipe', 'inherit', ...stdio],
  });
  children.push(child);
  if (child.stdout === null) throw new Error('no output');
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, ...JSON.parse(String(line)) };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
  return child.exitCode;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function get(at: object, agent: Agent | false = false, path = '/work') {
  return new Promise<{
    status: number;
    pid: number;
    from: string;
    body: string;
    headers: NodeJS.Dict<string | string[]>;
  }>((resolve, reject) => {
    const asked = request({ ...at, path, agent }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      answer.on('end', () => {
        const json = body.startsWith('{') ? JSON.parse(body) : {};
        resolve({
          status: answer.statusCode ?? 0,
          pid: json.pid,
          from: json.from,
          body,
          headers: answer.headers,
        });
      });
      answer.on('error', reject);
    });
    asked.on('error', reject).end();
  });
}

const linux = process.platform === 'linux';

test.skipIf(!linux)('servers of one installation share a port [needs Linux]', async () => {
  const port = await freePort();
  const at = { host: '127.0.0.1', port };
  const [first, second] = [await start(at), await start(at)];
  expect([first.at, second.at]).toEqual([`http://127.0.0.1:${port}`, `http://127.0.0.1:${port}`]);
  const answers = await Promise.all(Array.from({ length: 40 }, () => get(at)));
  expect(new Set(answers.map((answer) => answer.pid))).toEqual(new Set([first.child.pid, second.child.pid]));
});

test('another installation on the port is refused in one sentence', async () => {
  const at = { host: '127.0.0.1', port: await freePort() };
  await start(at, 'one');
  const { refused } = await start(at, 'two');
  expect(refused).toBe(
    `Port ${at.port} on 127.0.0.1 is taken by another Muster installation; ` +
      `set PORT to a free one (for example ${at.port + 1}) or stop it.`,
  );
});

test('of two installations that start at one moment exactly one gets the port', async () => {
  const at = { host: '127.0.0.1', port: await freePort() };
  const both = await Promise.all([start(at, 'one'), start(at, 'two')]);
  expect(both.filter((one) => one.at !== undefined)).toHaveLength(1);
});

test.each([
  ['no HTTP', 'SSH-2.0-x\r\n'],
  ['HTML', 'HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>'],
  ['JSON of its own', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'],
])('another program on the port is refused: one that answers %s', async (_name, bytes) => {
  const program = createTcpServer((socket) => socket.resume().end(bytes)).listen(0, '127.0.0.1');
  closing.push(program);
  await once(program, 'listening');
  const address = program.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { refused } = await start({ host: '127.0.0.1', port });
  expect(refused).toContain(`Port ${port} on 127.0.0.1 is taken by another program;`);
});

test('a host that is no address of this machine is named', async () => {
  const { refused } = await start({ host: '203.0.113.7', port: 0 });
  expect(refused).toContain('203.0.113.7 is no address of this machine');
});

test.skipIf(!linux)(
  'a socket file has its permissions, and a stale one is replaced [needs Linux]',
  async () => {
    const unix = socketPath('stale');
    const first = await start({ unix });
    expect(statSync(unix).mode & 0o777).toBe(0o660);
    expect((await get({ socketPath: unix })).pid).toBe(first.child.pid);
    await ended(first.child, 'SIGKILL');
    expect(existsSync(unix)).toBe(true);
    const second = await start({ unix, mode: 0o600 });
    expect((await get({ socketPath: unix })).pid).toBe(second.child.pid);
    expect(await ended(second.child, 'SIGTERM')).toBe(0);
    expect(existsSync(unix)).toBe(false);
  },
);

test.skipIf(!linux)(
  'a newer server takes a socket path over, and the older leaves it alone [needs Linux]',
  async () => {
    const unix = socketPath('over');
    const [first, second] = [await start({ unix }), await start({ unix })];
    expect((await get({ socketPath: unix })).pid).toBe(second.child.pid);
    await ended(first.child, 'SIGTERM');
    expect((await get({ socketPath: unix })).pid).toBe(second.child.pid);
    expect((await start({ unix }, 'two')).refused).toContain('is in use by another installation');
  },
);

test('a path that holds something else, or is too long, is refused', async () => {
  const unix = socketPath('file');
  writeFileSync(unix, 'precious');
  expect((await start({ unix })).refused).toContain('exists and is no socket');
  expect((await start({ unix: `/tmp/${'x'.repeat(120)}` })).refused).toContain('is too long');
});

test.skipIf(!linux)('an inherited TCP socket is served [needs Linux]', async () => {
  const opener = createTcpServer().listen(0, '127.0.0.1');
  await once(opener, 'listening');
  const address = opener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { at, child } = await start({ inherited: true }, 'one', [descriptorOf(opener)]);
  expect(at).toBe('fd:3');
  await new Promise((resolve) => opener.close(resolve));
  const answer = await get({ host: '127.0.0.1', port, headers: { 'x-forwarded-for': '9.9.9.9' } });
  expect([answer.pid, answer.from]).toEqual([child.pid, '127.0.0.1']);
});

test.skipIf(!linux)(
  'a peer of a unix socket is a trusted proxy, inherited or own [needs Linux]',
  async () => {
    const unix = socketPath('inherited');
    const opener = createTcpServer().listen(`${unix}.made`);
    await once(opener, 'listening');
    await start({ inherited: true }, 'one', [descriptorOf(opener)]);
    // Under another name, so that the opener's close cannot remove the file.
    renameSync(`${unix}.made`, unix);
    await new Promise((resolve) => opener.close(resolve));
    const own = socketPath('own');
    await start({ unix: own });
    for (const path of [unix, own]) {
      const forwarded = await get({ socketPath: path, headers: { 'x-forwarded-for': '9.9.9.9' } });
      expect([forwarded.from, (await get({ socketPath: path })).from]).toEqual(['9.9.9.9', 'local']);
    }
  },
);

test('no inherited socket is told in a sentence', async () => {
  expect((await start({ inherited: true, fd: 77 })).refused).toContain(
    'No socket was handed over as descriptor 77',
  );
});

test.skipIf(!linux)('a rolling restart of two servers fails no request [needs Linux]', async () => {
  const port = await freePort();
  const at = { host: '127.0.0.1', port };
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const running = [await start(at), await start(at)];
  const failures: string[] = [];
  const pids = new Set<number>();
  let redials = 0;
  let stop = false;
  const load = Array.from({ length: 8 }, async (_item, index) => {
    while (!stop) {
      // Half of the load on connections that stay, half on a new connection each.
      const answer = await get(at, index % 2 === 0 ? agent : false, '/work?ms=2').catch(
        (error: Error) => error,
      );
      // Reset while dialling, before a byte was sent: the kernel's own gap, dialled again as every proxy does.
      if (answer instanceof Error && 'syscall' in answer && answer.syscall === 'connect') redials += 1;
      else if (answer instanceof Error) failures.push(answer.message);
      else if (answer.status !== 200) failures.push(String(answer.status));
      else pids.add(answer.pid);
    }
  });
  for (const { child } of running) {
    const next = await start(at);
    await until(() => next.child.pid !== undefined && pids.has(next.child.pid));
    expect(await ended(child, 'SIGTERM')).toBe(0);
  }
  stop = true;
  await Promise.all(load);
  agent.destroy();
  expect(failures).toEqual([]);
  expect(redials).toBeLessThan(5);
  expect(pids.size).toBe(4);
});

test('a draining server answers what runs, says so on /readyz, and takes nobody new', async () => {
  const port = await freePort();
  const at = { host: '127.0.0.1', port };
  const { child } = await start(at);
  const exit = once(child, 'exit');
  const agent = new Agent();
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  let answers = '';
  socket.on('data', (text) => {
    answers += text;
  });
  ask('/work?ms=2000');
  // Answered after the request above was read.
  await get(at, agent, '/readyz');
  child.kill('SIGTERM');
  await until(async () => !(await canConnect(port)));
  // On the connection that is at work: a silent one may be closed by now.
  ask('/readyz');
  await once(socket, 'close');
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
  expect(answers).toMatch(/connection: close/i);
  expect(answers).toContain('draining');
  expect((await exit)[0]).toBe(0);
});

function socketPath(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-listen-'));
  folders.push(folder);
  return join(folder, name);
}

function descriptorOf(server: Server): number {
  const handle: unknown = Reflect.get(server, '_handle');
  const fd: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : undefined;
  if (typeof fd !== 'number') throw new Error('no descriptor');
  return fd;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Asks again and again until it is so; the test's own time limit is the bound. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
