import { limitManyCalls } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Services } from '../callers.ts';
import { serveExports } from './exports.ts';
import { openFeedAnswers } from './feed-answers.ts';
import { serveFeeds } from './feeds.ts';
import { serveNames } from './names.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Data for everybody's pages: any origin may read it, and calls are counted by address (contract §2). */
    publicFeed?: boolean;
  }
}

/** Everything of a city that is there for other pages and programs: feeds, names, files (contract §6.3–6.6, §9 "Exports"). */
export function servePublicFeeds(server: HttpServer, services: Services): void {
  openFeeds(server, services);
  const sendFeed = openFeedAnswers();
  serveFeeds(server, services, sendFeed);
  serveNames(server);
  serveExports(server, services, sendFeed);
}

/** Opens the public feeds of this scope to pages of any origin, and counts their calls by address. */
function openFeeds(server: HttpServer, { throttles }: Services): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.config.publicFeed)
      reply.headers({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'ETag, Retry-After, Content-Disposition',
      });
    done();
  });
  if (throttles === null) return;
  limitManyCalls(server, throttles.feeds, ({ routeOptions, context, ip }) =>
    routeOptions.config.publicFeed ? { context, key: `feeds:${context.tenantId}:${ip}` } : null,
  );
}
