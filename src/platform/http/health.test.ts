import { connect } from 'node:net';
import { Type } from 'typebox';
import { afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { systemRandom } from '../random.ts';
import type { HttpServer } from './contract.ts';
import { under } from './error-shapes.ts';
import { serveHealth } from './health.ts';
import { listen } from './listen.ts';
import { listenForMetrics, serveMetrics } from './metrics-route.ts';
import { serveDocumentation } from './openapi.ts';
import { nameApi, route, routeTable } from './route.ts';
import { createServer, type ServerOptions } from './server.ts';

const log = createLog({ level: 'silent' }).log;
const servers: { close(): unknown }[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

function makeServer(options: Partial<ServerOptions> = {}): HttpServer {
  const server = createServer({ log, random: systemRandom, checkAnswers: true, ...options });
  servers.push(server);
  return server;
}

/** A route that answers when told to. */
function withGate(server: HttpServer): { readonly open: () => void } {
  const gate = Promise.withResolvers<void>();
  route(server, {
    method: 'GET',
    path: '/gate',
    caller: 'anyone',
    summary: 'Waits',
    schema: { response: { 200: Type.Object({}) } },
    handler: async () => {
      await gate.promise;
      return {};
    },
  });
  return { open: () => gate.resolve() };
}

describe('health', () => {
  test('/healthz tells the installation and the version, in both slash forms', async () => {
    const server = makeServer();
    serveHealth(server, { installation: 'abc', version: '1.2.3' });
    for (const url of ['/healthz', '/healthz/'])
      expect((await server.inject(url)).json()).toEqual({
        status: 'ok',
        installation: 'abc',
        version: '1.2.3',
      });
  });

  test('/readyz names what failed and nothing of why', async () => {
    const server = makeServer();
    const checks = {
      mail: async () => {},
      database: () => Promise.reject(new Error('password authentication failed')),
    };
    serveHealth(server, { installation: 'abc', version: '1', checks });
    const answer = await server.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { status: 'not ready', problems: ['database'] },
    ]);
    expect(answer.headers['retry-after']).toBe('5');
  });
});

describe('load', () => {
  test('more requests at once than allowed are refused with Retry-After, health is not', async () => {
    const server = makeServer({ shedding: { maxInFlight: 2 } });
    serveHealth(server, { installation: 'abc', version: '1' });
    const gate = withGate(server);
    const running = [server.inject('/gate'), server.inject('/gate')];
    await Promise.all([server.inject('/healthz'), server.inject('/healthz')]);
    const refused = await server.inject('/gate');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2']);
    expect((await server.inject('/healthz')).statusCode).toBe(200);
    gate.open();
    expect((await Promise.all(running)).map((answer) => answer.statusCode)).toEqual([200, 200]);
    expect((await server.inject('/gate')).statusCode).toBe(200);
  });

  test('a caller who hangs up gives the place back', async () => {
    const server = makeServer({ shedding: { maxInFlight: 1 } });
    const gate = withGate(server);
    const port = Number(new URL(await listen(server, { host: '127.0.0.1', port: 0 }, 'x')).port);
    const socket = connect(port, '127.0.0.1').end('GET /gate HTTP/1.1\r\nhost: x\r\n\r\n');
    await until(async () => (await server.inject('/gate-none')).statusCode === 503);
    socket.destroy();
    await until(async () => (await server.inject('/gate-none')).statusCode === 404);
    gate.open();
    expect((await server.inject('/gate')).statusCode).toBe(200);
  });
});

describe('metrics', () => {
  test('requests are counted by pattern, never by path', async () => {
    const metrics = createMetrics({ processMetrics: false });
    const server = makeServer({ metrics });
    serveHealth(server, { installation: 'abc', version: '1' });
    await server.inject('/healthz');
    await server.inject('/someone@example.org');
    await until(async () => (await metrics.registry.metrics()).includes('unmatched'));
    const text = await metrics.registry.metrics();
    expect(text).toContain('muster_http_request_seconds_count{method="GET",route="/healthz",status="200"} 1');
    expect(text).not.toContain('someone');
    expect(text).toContain('muster_http_requests_in_flight 0');
  });

  test('/metrics needs its token, and without a token does not exist', async () => {
    const metrics = createMetrics({ processMetrics: false });
    const closed = makeServer();
    serveMetrics(closed, metrics, undefined);
    expect((await closed.inject('/metrics')).statusCode).toBe(404);
    const server = makeServer();
    serveMetrics(server, metrics, 'sesame');
    const ask = (authorization: string) => server.inject({ url: '/metrics', headers: { authorization } });
    expect((await ask('Bearer wrong')).statusCode).toBe(401);
    const answer = await ask('bearer sesame');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('text/plain'),
    ]);
    expect(answer.body).toContain('muster_http_request_seconds');
  });

  test('an address of its own serves the metrics and nothing else', async () => {
    const server = await listenForMetrics(createMetrics(), { host: '127.0.0.1', port: 0 });
    servers.push({ close: () => new Promise((resolve) => server.close(resolve)) });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain(
      'process_cpu_seconds_total',
    );
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(404);
  });
});

describe('documentation', () => {
  async function documented(): Promise<HttpServer> {
    const shape = {
      name: 'own',
      matches: under('/own'),
      render: () => ({ body: {} }),
      schema: Type.Object({ detail: Type.String() }),
    };
    const server = makeServer({ errorShapes: [shape] });
    await serveDocumentation(server, { title: 'Muster', version: '1' });
    server.register(
      async (api: HttpServer) => {
        nameApi(api, 'own');
        const things = {
          200: Type.Object({ kind: Type.Literal('thing'), id: Type.Union([Type.Integer(), Type.Null()]) }),
        };
        route(api, {
          method: 'GET',
          path: '/things/:id/',
          caller: ['member'],
          summary: 'Read one',
          schema: { params: Type.Object({ id: Type.Integer() }), response: things },
          handler: async () => ({ kind: 'thing' as const, id: null }),
        });
      },
      { prefix: '/own' },
    );
    await server.ready();
    return server;
  }

  test('the document is OpenAPI 3.1 and has each route once, with the errors of its API', async () => {
    const server = await documented();
    const document = (await server.inject('/api/docs/json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(['/own/things/{id}/']);
    const operation = document.paths['/own/things/{id}/'].get;
    expect(operation).toMatchObject({ tags: ['own'], summary: 'Read one' });
    expect(Object.keys(operation.responses)).toEqual(['200', '4XX', '5XX']);
    const schema = operation.responses['200'].content['application/json'].schema;
    expect(schema.properties).toMatchObject({
      kind: { const: 'thing' },
      id: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    });
  });

  test('the pages work under the strict content security policy', async () => {
    const server = await documented();
    for (const url of ['/api/docs/', '/api/docs']) {
      const page = await server.inject(url);
      expect(page.statusCode).toBe(200);
      expect(page.headers['content-security-policy']).toContain("script-src 'self'");
      expect(page.body).not.toMatch(/<script(?![^>]* src=)|<style|style="/);
    }
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-initializer.js'])
      expect((await server.inject(`/api/docs/static/${file}`)).statusCode).toBe(200);
  });

  test('the routes of the library have a caller too', async () => {
    const server = await documented();
    const foreign = routeTable(server).filter((entry) => entry.path.startsWith('/api/docs'));
    expect(foreign.length).toBeGreaterThan(3);
    expect(new Set(foreign.map((entry) => entry.caller))).toEqual(new Set(['anyone']));
  });
});

describe('broken HTTP', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['headers beyond the bound', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ['an address beyond the bound', `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 414],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', 400],
    ['a strange method', 'PROPFIND /healthz HTTP/1.1\r\nhost: x\r\n\r\n', 405],
  ])('%s gets its status', async (_name, bytes, status) => {
    const server = makeServer();
    serveHealth(server, { installation: 'abc', version: '1' });
    const port = Number(new URL(await listen(server, { host: '127.0.0.1', port: 0 }, 'x')).port);
    const answer = await exchange(port, bytes);
    expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('"request_id"');
  });
});

/** Sends bytes and answers what comes back until there is a whole problem document. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      if (!text.endsWith('}')) return;
      socket.destroy();
      resolve(text);
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

/** Asks again until it is so; the test's own time limit is the bound. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
