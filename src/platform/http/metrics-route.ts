import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Type } from 'typebox';
import type { Metrics } from '../metrics.ts';
import type { HttpServer } from './contract.ts';
import { HttpRefusal } from './problems.ts';
import { route } from './route.ts';

/** The token of `serveMetrics`, in the words of OpenAPI. */
export const metricsToken = {
  ...({ type: 'http', scheme: 'bearer' } as const),
  description: 'The token of the setting `metrics.token`.',
};

/**
 * Serves `/metrics` to whoever sends `Authorization: Bearer <token>`. Without a token the path does not exist: behind
 * a proxy on the same machine every caller comes from the loopback, so "local callers only" would mean everybody.
 * For a scraper without a token use `listenForMetrics` on an address of its own.
 */
export function serveMetrics(server: HttpServer, metrics: Metrics, token: string | undefined): void {
  if (token === undefined || token === '') return;
  const expected = digest(token);
  route(server, {
    method: 'GET',
    path: '/metrics',
    caller: ['metrics token'],
    security: ['metricsToken'],
    summary: 'Figures for Prometheus',
    neverShed: true,
    schema: {
      response: { 200: { description: 'Text', content: { 'text/plain': { schema: Type.String() } } } },
    },
    handler: async (request, reply) => {
      const sent = /^bearer:?\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      if (!timingSafeEqual(digest(sent), expected)) {
        reply.header('www-authenticate', 'Bearer');
        throw new HttpRefusal(401, 'request.unauthenticated', 'A token is needed to read the metrics.');
      }
      return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    },
  });
}

/** Serves nothing but `/metrics`, to anyone who reaches the address. @returns the server, to be closed on shutdown */
export async function listenForMetrics(
  metrics: Metrics,
  address: { readonly host: string; readonly port: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    metrics.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  return server;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
