import { describe, expect, test } from 'vitest';
import { serveHealth } from './health.ts';
import { makeServer } from './http.test-support.ts';

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
