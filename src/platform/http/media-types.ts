import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './contract.ts';
import { HttpRefusal } from './problems.ts';

const READ =
  /^\s*(?:application\/(?:[\w.-]+\+)?json|application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/**
 * Makes the routes of this scope answer JSON only, and what they declare besides (406 to a request that takes neither,
 * before anything else is judged),
 * and read JSON and forms only (415 in the words of Django REST framework, after the caller is judged).
 * Call it before the hook that judges callers.
 */
export function speakJson(server: HttpServer): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { answers = [] } = request.routeOptions.config;
    const types = ['application/json', ...[answers].flat()];
    done(takes(request.headers.accept, types) ? undefined : notAcceptable());
  });
  server.addHook('preParsing', (request, _reply, _payload, done) => {
    const isRead = request.routeOptions.config.takesFile || READ.test(mediaTypeOf(request));
    done(hasBody(request) && !isRead ? unreadable(mediaTypeOf(request)) : undefined);
  });
}

/** An empty header asks for nothing in particular; a range with `q=0` is one that the caller does not want. */
function takes(accept: string | undefined, types: readonly string[]): boolean {
  const ranges = ['*/*', ...types, ...types.map((type) => type.replace(/\/.*/, '/*'))];
  if (accept === undefined || accept.trim() === '') return true;
  return accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const isRefused = parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter));
    return !isRefused && ranges.includes(type);
  });
}

/** A read has no body, whatever its headers say. */
function hasBody(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}

function mediaTypeOf(request: FastifyRequest): string {
  return request.headers['content-type'] ?? '';
}

function notAcceptable(): HttpRefusal {
  return new HttpRefusal(406, 'request.not_acceptable', 'Could not satisfy the request Accept header.');
}

function unreadable(mediaType: string): HttpRefusal {
  return new HttpRefusal(415, 'request.media_type', `Unsupported media type "${mediaType}" in request.`);
}
