import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Random, randomHex } from '../random.ts';
import type { ErrorShape } from './error-shapes.ts';
import { HttpRefusal, problemOf } from './problems.ts';

/**
 * Answers what never became a request: broken HTTP (400), too large headers (431), a too long address (414), a request
 * that did not arrive in time (408) — in the shape of its path as far as that can be read.
 */
export function clientErrorHandler(shapeFor: (path: string) => ErrorShape, random: Random) {
  return (error: NodeJS.ErrnoException & { rawPacket?: unknown }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const start = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1', 0, 2048) : '';
    const [, method = 'GET', path = '/'] = /^([A-Z]{1,20}) ([^\s?]+)/.exec(start) ?? [];
    const requestId = randomHex(random, 8);
    const problem = problemOf(refusalOf(error.code, start), { method, path, requestId });
    const { status = problem.status, body, headers = {} } = shapeFor(path).render(problem);
    const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
    const type = typeof body === 'string' ? {} : { 'content-type': 'application/json; charset=utf-8' };
    const lines = Object.entries({ ...type, ...headers, 'x-request-id': requestId });
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`,
        ...lines.map(([name, value]) => `${name}: ${value}`),
        `content-length: ${Buffer.byteLength(text)}`,
        'connection: close',
        '',
        text,
      ].join('\r\n'),
    );
  };
}

/** Takes the caller's id of a request when it is a harmless word, else makes one of 16 hexadecimal digits. */
export function requestIdOf(random: Random): (request: IncomingMessage) => string {
  const next = requestIds(random);
  return (request) => {
    const sent = request.headers['x-request-id'];
    return typeof sent === 'string' && /^[\w.:-]{1,64}$/.test(sent) ? sent : next();
  };
}

/** Draws for many ids at once: a call for eight bytes costs as much as one for thousands (5 % of a small request). */
function requestIds(random: Random): () => string {
  let drawn = '';
  let used = 0;
  return () => {
    if (used === drawn.length) {
      drawn = randomHex(random, 8 * 256);
      used = 0;
    }
    used += 16;
    return drawn.slice(used - 16, used);
  };
}

function refusalOf(code: string | undefined, start: string): HttpRefusal {
  if (code === 'HPE_HEADER_OVERFLOW' && !/^[^\r\n]*[\r\n]/.test(start))
    return new HttpRefusal(414, 'request.url_too_long', 'The address is too long.');
  if (code === 'HPE_HEADER_OVERFLOW')
    return new HttpRefusal(431, 'request.header_too_large', 'The headers of the request are too large.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new HttpRefusal(408, 'request.timeout', 'The request did not arrive in time.');
  return new HttpRefusal(400, 'request.malformed', 'This is no valid HTTP request.');
}
