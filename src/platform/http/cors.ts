import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './contract.ts';

/** Whose pages may call: origins such as `https://workshops.example.org`, or `*` for everybody's. */
export type OriginsOf = (request: FastifyRequest) => Promise<readonly string[]>;

const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT';
const exposed = 'ETag, Retry-After, RateLimit, RateLimit-Policy, Content-Disposition, Content-Language';
/** Seconds that a browser keeps the answer to a preflight. */
const kept = '600';

/**
 * Lets pages of other origins call from a browser, by credentials in headers and never by cookies (contract workshops §3,
 * ruling "CORS"). Preflights are answered here, to anyone and for any path; every other answer, errors too, names the
 * origin that may read it.
 */
export function allowOrigins(server: HttpServer, originsOf: OriginsOf): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!isPreflight(request)) return;
    const origin = nameOrigin(request, reply, await originsOf(request));
    if (origin === null) return;
    const asked = request.headers['access-control-request-headers'];
    if (typeof asked === 'string' && /^[\w!#$%&'*+.^`|~, -]{1,2000}$/.test(asked))
      reply.header('access-control-allow-headers', asked);
    reply.headers({ 'access-control-allow-methods': methods, 'access-control-max-age': kept });
    return reply.code(204).send();
  });
  server.addHook('onSend', async (request, reply, payload) => {
    // Health is asked by machines, which send no origin, and must answer without a database.
    const isAsked = request.headers.origin !== undefined || !isPlatforms(request);
    if (isAsked && !reply.hasHeader('access-control-allow-origin'))
      // An answer that lacks this header is better than none, such as where the database is away.
      nameOrigin(request, reply, await originsOf(request).catch(() => []));
    return payload;
  });
}

/** Where exactly one origin is allowed it is named to whoever sends none, too: the ancestor's answers had it always. */
function nameOrigin(request: FastifyRequest, reply: FastifyReply, allowed: readonly string[]): string | null {
  const origins = allowed.map((one) => one.replace(/\/$/, ''));
  if (origins.length === 0) return null;
  const sent = request.headers.origin;
  const isForAll = origins.includes('*');
  if (!isForAll) addVary(reply);
  const [only, ...others] = origins;
  const unasked = others.length === 0 ? only : undefined;
  const named = isForAll ? '*' : sent === undefined ? unasked : origins.find((one) => one === sent);
  if (named === undefined) return null;
  reply.headers({ 'access-control-allow-origin': named, 'access-control-expose-headers': exposed });
  return named;
}

function addVary(reply: FastifyReply): void {
  const before = String(reply.getHeader('vary') ?? '');
  if (!/\borigin\b/i.test(before)) reply.header('vary', before === '' ? 'Origin' : `${before}, Origin`);
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers;
}

function isPlatforms({ routeOptions, is404 }: FastifyRequest): boolean {
  return is404 || (routeOptions.config.api ?? 'platform') === 'platform';
}
