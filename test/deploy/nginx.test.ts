import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { HttpServer } from '../../src/platform/http/contract.ts';
import { type ErrorShape, under } from '../../src/platform/http/error-shapes.ts';
import { listen } from '../../src/platform/http/listen.ts';
import { HttpRefusal } from '../../src/platform/http/problems.ts';
import { route } from '../../src/platform/http/route.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { createLog } from '../../src/platform/log.ts';
import { systemRandom } from '../../src/platform/random.ts';
import { root } from './installation-guide.ts';
import { giveToNginx, makeNginxMachine, missingNginx, type NginxMachine } from './nginx-machine.ts';

/** Debian's nginx with `deploy/nginx/muster`, before Muster's HTTP server with routes that tell what arrived. */
const missing = missingNginx();
const megabyte = 1_048_576;
const bodyLimit = 4 * megabyte;
let folder: string;
let nginx: NginxMachine;
let server: HttpServer;
let events: PassThrough;

beforeAll(async () => {
  if (missing !== undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'muster-nginx-'));
  chmodSync(folder, 0o755);
  const socketPath = join(folder, 'socket');
  server = makeEcho();
  await listen(server, { unix: socketPath }, 'nginx-test');
  giveToNginx(socketPath);
  nginx = await makeNginxMachine(folder);
  const site = readFileSync(join(root, 'deploy/nginx/muster'), 'utf8');
  writeFileSync(join(folder, 'etc/nginx/sites-enabled/muster'), nginx.adapt(site, socketPath));
  await nginx.start();
});
beforeEach((context) => {
  if (missing !== undefined) context.skip(missing);
});
afterAll(async () => {
  await nginx?.stop();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

test('the address of the visitor, the scheme, the host and the address line arrive as they were', async () => {
  const { body } = await ask({
    path: '/who/a%2Bb+c%20d%2Fe?x=%2B&y=%C3%A9',
    headers: { host: 'school.muster.example.org:8443' },
  });
  expect(body).toEqual({
    ip: '127.0.0.1',
    protocol: 'http',
    host: 'school.muster.example.org:8443',
    url: '/who/a%2Bb+c%20d%2Fe?x=%2B&y=%C3%A9',
  });
});

test('a visitor who sends forwarded headers of his own deceives nobody', async () => {
  const headers = {
    'x-forwarded-for': '9.9.9.9',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'other.muster.example.org',
  };
  expect((await ask({ path: '/who/me', headers })).body).toMatchObject({
    ip: '127.0.0.1',
    protocol: 'http',
    host: 'muster.example.org',
  });
});

test('an upload beyond the 1 MB that nginx usually takes arrives whole', async () => {
  expect(await upload(3 * megabyte)).toMatchObject({ status: 200, body: 3 * megabyte });
});

// Many, as whether nginx still sends is a matter of luck: one in five was a 502 before Muster left the connection open.
test.each([
  ['Muster takes', 5 * megabyte],
  ['Muster takes, of which nginx has sent little by then,', 30 * megabyte],
  ['nginx takes', 33 * megabyte],
])('an upload longer than %s is refused in the words of its API', async (_who, length) => {
  for (const answer of await uploadMany(length))
    expect(answer).toMatchObject({ status: 413, body: { detail: expect.stringMatching(/too l/) } });
});

test('an upload that nobody may send is refused by Muster while nginx still sends it', async () => {
  for (const answer of await uploadMany(30 * megabyte, { authorization: 'none' }))
    expect(answer).toMatchObject({ status: 401, body: { detail: 'Who are you?' } });
});

test('an upload of unknown length is refused in the words of its API once it is longer than nginx takes', async () => {
  expect(await upload(33 * megabyte, { 'transfer-encoding': 'chunked' })).toMatchObject({
    status: 413,
    body: { detail: expect.stringMatching(/too l/) },
  });
});

test.each(['/events/7/seats', '/events/7/seats/', '/unbuffered'])(
  'what %s tells arrives at once, while the answer goes on',
  async (path) => {
    const answer = await open({ path });
    expect(String((await once(answer, 'data'))[0])).toBe('data: first\n\n');
    events.write('data: second\n\n');
    expect(String((await once(answer, 'data'))[0])).toBe('data: second\n\n');
    events.end();
    answer.resume();
    await once(answer, 'end');
  },
);

test('an answer that breaks off is not taken for one that ended', async () => {
  const answer = await open({ path: '/events/7/seats' });
  const broken = once(answer, 'error');
  answer.resume();
  events.destroy(new Error('The database went away.'));
  expect(String((await broken)[0])).toContain('aborted');
});

test('nothing of all this made nginx complain but for the answer that broke off and the long uploads', () => {
  const lines = nginx
    .errors()
    .split('\n')
    .filter((line) => line !== '');
  expect(
    lines.filter(
      (line) => !/prematurely closed|intended to send too large|buffered to a temporary file/.test(line),
    ),
  ).toEqual([]);
});

function makeEcho(): HttpServer {
  const words: ErrorShape = {
    name: 'words',
    matches: under('/'),
    render: ({ message }) => ({ body: { detail: message } }),
    schema: Type.Object({ detail: Type.String() }),
  };
  const { log } = createLog({ level: 'silent' });
  const made = createServer({ log, random: systemRandom, errorShapes: [words], bodyLimit });
  made.addHook('onRequest', async ({ headers }) => {
    if (headers.authorization === 'none') throw new HttpRefusal(401, 'request.credential', 'Who are you?');
  });
  const response = { 200: Type.Unknown() };
  const common = { caller: 'anyone', summary: 'Tells what arrived', schema: { response } } as const;
  route(made, {
    ...common,
    method: 'GET',
    path: '/who/:name',
    handler: async ({ ip, protocol, host, raw }) => ({ ip, protocol, host, url: raw.url }),
  });
  route(made, {
    ...common,
    method: 'POST',
    path: '/upload/',
    handler: async ({ body }) => String(Reflect.get(Object(body), 'file')).length + '{"file":""}'.length,
  });
  for (const path of ['/events/:id/seats', '/unbuffered']) {
    const ofItself = path === '/unbuffered' ? { 'x-accel-buffering': 'no' } : {};
    route(made, {
      ...common,
      method: 'GET',
      path,
      handler: async (_request, reply) => {
        events = new PassThrough();
        events.write('data: first\n\n');
        return reply.headers({ 'content-type': 'text/event-stream', ...ofItself }).send(events);
      },
    });
  }
  return made;
}

/** Twenty, four at a time. */
async function uploadMany(length: number, headers: Record<string, string> = {}) {
  const answers = [];
  for (let round = 0; round < 5; round += 1)
    answers.push(...(await Promise.all([1, 2, 3, 4].map(() => upload(length, headers)))));
  return answers;
}

/** Of a length that is told beforehand, unless it goes out in chunks. */
function upload(length: number, headers: Record<string, string> = {}) {
  const frame = '{"file":""}';
  const body = frame.replace('""', `"${'x'.repeat(length - frame.length)}"`);
  const sized = 'transfer-encoding' in headers ? {} : { 'content-length': String(length) };
  const typed = { 'content-type': 'application/json', ...sized, ...headers };
  return ask({ path: '/upload/', method: 'POST', headers: typed }, body);
}

async function ask(options: RequestOptions, body?: string) {
  const answer = await open(options, body);
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  const told: unknown = text.startsWith('{') || /^\d+$/.test(text) ? JSON.parse(text) : text;
  return { status: answer.statusCode, body: told };
}

/** Resolves with the head of the answer. */
function open(options: RequestOptions, body?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { host: 'muster.example.org', ...options.headers };
    const asked = request(
      { host: '127.0.0.1', port: nginx.port, agent: false, ...options, headers },
      resolve,
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
