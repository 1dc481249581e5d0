import type { FastifyRequest } from 'fastify';
import { readMultipart } from './bodies.ts';
import type { HttpServer } from './contract.ts';
import { HttpRefusal, malformed } from './problems.ts';

/**
 * Makes the routes of this scope take one file: the body itself, of whatever media type but JSON (`curl --data-binary`
 * calls it a form), or the only file of a multipart form. The handler finds its bytes as `request.body`, see `fileIn`.
 * Declare the routes with `takesFile`, and a body limit: the file is held in memory.
 */
export function takeFiles(server: HttpServer): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>(
    '*',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const mediaType = request.headers['content-type'] ?? '';
      if (/^multipart\/form-data\b/i.test(mediaType)) return onlyFile(request, body);
      if (!/^[^;]*\bjson\b/i.test(mediaType)) return body;
      throw new HttpRefusal(415, 'request.media_type', 'Send the file itself, or a multipart form with it.');
    },
  );
}

/** The bytes of the file; none were sent: an empty one. */
export function fileIn(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** Each part costs 10 µs: a body of nothing but parts would keep everybody waiting for seconds. */
const mostParts = 20;

async function onlyFile(request: FastifyRequest, body: Buffer): Promise<Buffer> {
  if (hasTooManyParts(request, body)) throw malformed('Send one file.', 'file');
  const files = (await readMultipart(request, body)).flatMap(([, value]) =>
    typeof value === 'string' ? [] : [value],
  );
  const [file, another] = files;
  if (!file || another) throw malformed('Send one file.', 'file');
  return Buffer.from(await file.arrayBuffer());
}

function hasTooManyParts(request: FastifyRequest, body: Buffer): boolean {
  const boundary = /;\s*boundary="?([^";]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.trim() ?? '';
  if (boundary === '') return false;
  let parts = 0;
  for (let at = body.indexOf(`--${boundary}`); at !== -1 && parts <= mostParts; parts += 1)
    at = body.indexOf(`--${boundary}`, at + boundary.length);
  return parts > mostParts;
}
