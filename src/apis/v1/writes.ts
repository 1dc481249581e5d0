import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../platform/database/contract.ts';
import { type Answer, answerOnce, type OnceOptions } from '../../platform/http/idempotency.ts';
import { HttpRefusal } from '../../platform/http/problems.ts';
import { callerName } from './auth.ts';

/** What of a request names it and its caller. */
type Asked = Parameters<typeof answerOnce>[0] & Parameters<typeof callerName>[0];

/**
 * Carries out a write in one transaction and answers it, once for each `Idempotency-Key` of the caller. Every unsafe
 * route of this API answers through it.
 */
export function write<Body>(
  request: Asked,
  reply: Parameters<typeof answerOnce>[1],
  work: (tx: Tx) => Promise<Answer<Body>>,
  options?: OnceOptions,
): Promise<Body> {
  return answerOnce(request, reply, callerName(request), work, options);
}

/** The entity tag of a thing as this API shows it. */
export function tagOf(shown: unknown): string {
  return `"${createHash('sha1').update(JSON.stringify(shown)).digest('base64url')}"`;
}

/**
 * Refuses with 412 a write whose `If-Match` names another state than the one found; without the header any will do.
 * Call it inside the transaction, after the row is locked.
 * @param shown the thing as this API shows it now
 */
export function requireMatch({ headers }: Pick<FastifyRequest, 'headers'>, shown: unknown): void {
  const asked = headers['if-match'];
  if (asked === undefined || asked.trim() === '*') return;
  const own = tagOf(shown);
  if (asked.split(',').some((one) => one.trim().replace(/^W\//, '') === own)) return;
  throw new HttpRefusal(
    412,
    'request.stale',
    'It was changed meanwhile. Read it again and repeat the change.',
  );
}

/** Answers a thing with its entity tag, for `If-Match` of a later write. */
export function tagged<Shown>(reply: { header(name: string, value: string): unknown }, shown: Shown): Shown {
  reply.header('etag', tagOf(shown));
  return shown;
}
