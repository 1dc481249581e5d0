import { isUtf8 } from 'node:buffer';
import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './contract.ts';
import { markForm, parseFields } from './form-fields.ts';
import { refuseHostileText } from './hostile-text.ts';
import { HttpRefusal, malformed } from './problems.ts';

/**
 * Reads JSON, urlencoded and multipart bodies on every route (RULINGS "Bodies"). An empty body is no body.
 * A form arrives as an object of strings and lists, marked so that it is validated as text (`isForm`).
 */
export function readBodies(server: HttpServer): void {
  server.removeAllContentTypeParsers();
  accept(server, /^application\/(?:[\w.-]+\+)?json(?:;|$)/, parseJson);
  accept(server, 'application/x-www-form-urlencoded', parseForm);
  accept(server, 'multipart/form-data', parseMultipart);
  server.addHook('preParsing', (request, _reply, _payload, done) => done(refuseEncoding(request)));
  server.addHook('preValidation', (request, _reply, done) => {
    // A missing body is judged field by field ("username is required"), not as "body must be object".
    if (request.body === undefined && request.routeOptions.schema?.body !== undefined) request.body = {};
    done();
  });
}

type Parse = (request: FastifyRequest, body: Buffer) => unknown;

function accept(server: HttpServer, type: string | RegExp, parse: Parse): void {
  server.addContentTypeParser<Buffer>(
    type,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => parse(request, body),
  );
}

function parseJson(request: FastifyRequest, body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const text = decode(request, body);
  const data = parse(request.routeOptions.config.rawLineBreaks ? escapeLineBreaks(text) : text);
  refuseHostileText(data, 'body');
  return data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed(error instanceof Error ? `JSON parse error - ${error.message}` : 'JSON parse error');
  }
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Writes the raw line breaks and tabs inside texts as JSON has them; between the texts they mean nothing. */
function escapeLineBreaks(text: string): string {
  let isInside = false;
  return text.replace(/\\.|["\n\r\t]/gs, (token) => {
    if (token === '"') isInside = !isInside;
    return isInside ? (escapes[token] ?? token) : token;
  });
}

function parseForm(request: FastifyRequest, body: Buffer): unknown {
  const fields = parseFields(decode(request, body));
  if (fields === null) throw malformed('The form is not well encoded.');
  refuseHostileText(fields, 'body');
  return markForm(fields);
}

/** Fields only: a route that takes files declares a reader of its own. */
async function parseMultipart(request: FastifyRequest, body: Buffer): Promise<unknown> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of await readMultipart(request, body)) {
    if (typeof value !== 'string') throw malformed('Files are not accepted here.', name);
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  refuseHostileText(fields, 'body');
  return markForm(fields);
}

/** The fields of a multipart form in their order, files among them. Refuses what is not well formed. */
export async function readMultipart(
  request: FastifyRequest,
  body: Buffer,
): Promise<[name: string, value: string | File][]> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  try {
    // The platform's own reader (of fetch) judges the boundaries; the body limit has bounded its memory.
    return [...(await new Response(new Uint8Array(body), { headers }).formData())];
  } catch {
    throw malformed('The multipart body is not well formed.');
  }
}

function decode(request: FastifyRequest, body: Buffer): string {
  const charset = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw new HttpRefusal(415, 'request.media_type', `The charset ${charset} is not supported; send UTF-8.`);
  if (!isUtf8(body)) throw malformed('The body is not valid UTF-8.');
  const text = body.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function refuseEncoding(request: FastifyRequest): HttpRefusal | undefined {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return undefined;
  return new HttpRefusal(
    415,
    'request.encoding',
    `The content encoding ${encoding} is not supported; send plain.`,
  );
}
