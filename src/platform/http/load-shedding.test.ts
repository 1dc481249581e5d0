import { connect } from 'node:net';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import type { HttpServer } from './contract.ts';
import { serveHealth } from './health.ts';
import { makeServer, until } from './http.test-support.ts';
import { listen } from './listen.ts';
import { route } from './route.ts';

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

  test('a loop that stays blocked refuses, one long turn does not', async () => {
    const server = makeServer({ shedding: { maxEventLoopDelay: 100 } });
    await server.ready();
    const status = async () => (await server.inject('/nothing')).statusCode;
    block(700);
    await until(async () => true);
    expect(await status()).toBe(404);
    await until(async () => {
      block(250);
      return (await status()) === 503;
    });
    await until(async () => (await status()) === 404);
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

function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
