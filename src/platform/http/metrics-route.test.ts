import { describe, expect, test } from 'vitest';
import { createMetrics } from '../metrics.ts';
import { serveHealth } from './health.ts';
import { makeServer, until } from './http.test-support.ts';
import { listenForMetrics, serveMetrics } from './metrics-route.ts';

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
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain(
      'process_cpu_seconds_total',
    );
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(404);
    await new Promise((resolve) => server.close(resolve));
  });
});
