import type { LightMyRequestResponse as Answer, InjectOptions } from 'fastify';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import type { TestApp, TestSite } from './app.ts';

/** What a test reads of an answer. */
export type Sent = Pick<Answer, 'statusCode' | 'headers' | 'body'>;

/**
 * Sends to a site as a client does: JSON unless told otherwise, no credential unless given. Of a stream, which has no
 * end, only the beginning is taken.
 */
export async function send(
  muster: TestApp,
  at: TestSite,
  request: {
    readonly method: RouteEntry['method'];
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** A text goes out as a CSV file, bytes as a picture, anything else as JSON. */
    readonly body?: unknown;
  },
): Promise<Sent> {
  const { method, url, headers, body } = request;
  const fileType = typeof body === 'string' ? 'text/csv' : Buffer.isBuffer(body) ? 'image/jpeg' : null;
  const options: InjectOptions = {
    method: methodOf(method),
    url,
    headers: { host: at.host, 'x-request-id': 'the-same', ...headers },
    ...(body === undefined
      ? {}
      : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
  };
  const type = body === undefined ? {} : { 'content-type': fileType ?? 'application/json' };
  const whole = { ...options, headers: { ...type, ...options.headers } };
  return isStream(url) ? sendToStream(muster, whole) : muster.server.inject(whole);
}

/** Whether a path leads to server-sent events. */
function isStream(url: string): boolean {
  return /\/stream\/?(\?|$)/.test(url);
}

async function sendToStream(muster: TestApp, options: InjectOptions): Promise<Sent> {
  const answer = await muster.server.inject({ ...options, payloadAsStream: true });
  const { statusCode, headers } = answer;
  const hasNoEnd = String(headers['content-type']).startsWith('text/event-stream');
  if (hasNoEnd) answer.raw.res.destroy();
  const chunks = hasNoEnd ? [] : await answer.stream().toArray();
  return { statusCode, headers, body: Buffer.concat(chunks).toString() };
}

function methodOf(method: string): NonNullable<InjectOptions['method']> {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
  return methods.find((known) => known === method) ?? 'GET';
}
