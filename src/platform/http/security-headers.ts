import type { FastifyReply } from 'fastify';
import type { HttpServer } from './contract.ts';

/** Of pages: own scripts, styles and pictures only; no inline script, no frame, forms only to ourselves. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A letter's link holds a secret in its path: no referrer may carry it away. */
const OF_PAGES = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
const OF_DATA = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };
const YEAR = 31_536_000;

/**
 * Sets the security headers of every answer; those a handler set itself are kept. Data gets the two that mean
 * something to it: five hundred bytes of header on every small answer are paid for by each reader.
 */
export function setSecurityHeaders(server: HttpServer): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const headers = isPage(reply) ? OF_PAGES : OF_DATA;
    for (const [name, value] of Object.entries(headers)) {
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
    reply.header('x-content-type-options', 'nosniff');
    if (request.protocol === 'https') reply.header('strict-transport-security', `max-age=${YEAR}`);
    done(null, payload);
  });
}

function isPage(reply: FastifyReply): boolean {
  const type = reply.getHeader('content-type');
  return typeof type === 'string' && type.startsWith('text/html');
}
