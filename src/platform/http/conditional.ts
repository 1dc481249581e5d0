import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './contract.ts';

/**
 * Gives every 200 of a GET an `ETag` and answers 304 to a fitting `If-None-Match` (RULINGS "Conditional reads"; streams
 * excepted). A handler's own ETag is kept. The tag is weak: a proxy may compress the body.
 * Caching: a GET may be kept by its reader alone and must be asked about again; other answers are not kept.
 */
export function answerConditionally(server: HttpServer): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isOk = isRead && reply.statusCode === 200;
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', isOk ? 'private, no-cache' : 'no-store');
    if (!isOk || !tag(reply, payload) || !isFresh(request, reply)) return done(null, payload);
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}

function tag(reply: FastifyReply, payload: unknown): boolean {
  if (reply.hasHeader('etag')) return true;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return false;
  if (String(reply.getHeader('cache-control')).includes('no-store')) return false;
  reply.header('etag', `W/"${hash('sha1', payload, 'base64url')}"`);
  return true;
}

/** Weak comparison over the list that the header may hold (RFC 9110, 13.1.2). */
function isFresh(request: FastifyRequest, reply: FastifyReply): boolean {
  const asked = request.headers['if-none-match'];
  if (asked === undefined) return false;
  const own = strong(String(reply.getHeader('etag')));
  return asked.trim() === '*' || asked.split(',').some((one) => strong(one.trim()) === own);
}

function strong(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag;
}
