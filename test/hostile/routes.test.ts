import { connect } from 'node:net';
import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { route, routeTable } from '../../src/platform/http/route.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { createLog } from '../../src/platform/log.ts';
import { systemRandom } from '../../src/platform/random.ts';
import { refuse } from '../../src/platform/refusal.ts';
import { attack, openWire } from './attack.ts';
import { proveRoutes, seed } from './attacked-routes.ts';
import { type HostileTarget, openHostileTarget, portOf } from './hostile-target.ts';
import { brokenJson } from './hostile-values.ts';

let hostile: HostileTarget;

beforeAll(async () => {
  hostile = await openHostileTarget();
});
afterAll(() => hostile.close());

const nameOf = ({ method, path }: RouteEntry) => `${method} ${path}`;

proveRoutes('others', () => hostile);

test('bytes that are no HTTP end the connection and nothing else', async () => {
  const lines = [
    'GET / HTTP/1.1\r\nHost: alpha.localhost\r\nContent-Length: -1\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: alpha.localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'G\u00c9T / HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET http://alpha.localhost/ HTTP/1.1\r\nHost: alpha.localhost\r\n\r\n',
    'GET //evil.example/ HTTP/1.1\r\nHost: alpha.localhost\r\n\r\n',
    'CONNECT alpha.localhost:443 HTTP/1.1\r\nHost: alpha.localhost\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: alpha.localhost\r\nConnection: close\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(20_000)}\r\n`,
    `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    'POST /activate/x HTTP/1.1\r\nHost: alpha.localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    '\x16\x03\x01\x02\x00\x01\x00',
  ];
  for (const bytes of lines) {
    const answer = await sendBytes(hostile.port, bytes);
    expect(answer, bytes.slice(0, 60)).toMatch(/^(HTTP\/1\.1 [234]\d\d |$)/);
  }
  const alive = await hostile.target.send({ method: 'GET', path: '/healthz', headers: {}, body: undefined });
  expect(alive.status).toBe(200);
});

/** What comes back until the server ends the connection, or says nothing more for a moment. */
function sendBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      // A kept connection is never ended by the server; the first answer is all there is.
      if (received.includes('\r\n\r\n')) socket.end();
    });
    socket.on('error', () => resolve(received));
    socket.on('close', () => resolve(received));
  });
}

test('every documented route stands in the OpenAPI document, with every status it declares', async () => {
  const { body } = await hostile.target.send({
    method: 'GET',
    path: '/api/docs/json',
    headers: {},
    body: undefined,
  });
  const { openapi, paths } = JSON.parse(body);
  expect(openapi).toMatch(/^3\.1/);
  const missing = hostile.routes
    .filter(({ schema }) => !(schema && 'hide' in schema && schema.hide === true))
    .filter(({ method, path, schema }) => {
      const documented = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const statuses = Object.keys(documented?.responses ?? {}).map((status) => status.toLowerCase());
      return Object.keys(schema?.response ?? {}).some((status) => !statuses.includes(status.toLowerCase()));
    });
  expect(missing.map(nameOf)).toEqual([]);
});

/** Answers of routes with a fault put in, by what was sent. */
const faulty: Readonly<Record<string, (name: unknown) => object>> = {
  '/throws': (name) => {
    if (typeof name !== 'string') throw new TypeError('Cannot read properties of null');
    return { length: 1 };
  },
  '/unlike': (name) => (typeof name === 'string' ? { length: 1 } : { size: 1 }),
  '/effect': (name) => {
    kept.rows += 1;
    if (typeof name !== 'string') throw refuse('invalid', 'fault', 'No.');
    return { length: 1 };
  },
};
const kept = { rows: 0 };
const lengthSchema = Type.Unsafe<object>({
  type: 'object',
  properties: { length: { type: 'integer' } },
  required: ['length'],
});

test.each([
  ['/throws', /Answered 500/],
  ['/unlike', /Answered 500/],
  ['/effect', /Refused with 400 and yet changed rows/],
])('%s, a route with a fault put in, is found out', async (path, sentence) => {
  const { log } = createLog({ stream: { write: () => undefined } });
  const server = createServer({ log, random: systemRandom, checkAnswers: true });
  route(server, {
    method: 'POST',
    path,
    caller: 'anyone',
    summary: 'A fault',
    schema: {
      body: Type.Object({ name: Type.Optional(Type.Unknown()) }),
      response: { 200: lengthSchema },
    },
    handler: async (request) => faulty[path]?.(request.body.name) ?? {},
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const wire = openWire(portOf(server.server.address()), 'localhost');
  const target = {
    send: wire.send,
    contents: async () => ({ rows: String(kept.rows) }),
    renew: async () => {},
  };
  try {
    const [entry] = routeTable(server);
    if (!entry) throw new Error('No route.');
    await expect(attack(target, entry, { ...hostile, seed, runs: 200 })).rejects.toThrow(sentence);
  } finally {
    wire.close();
    await server.close();
  }
});

test('the broken bodies are broken', () => {
  const whole = '{"name":"x"}';
  const same = brokenJson.filter((breakIt) => breakIt(whole) === whole);
  expect(same).toEqual([]);
});
