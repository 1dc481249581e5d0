import createClient from 'openapi-fetch';
import { offline, problemOf } from './problem.ts';
import type { paths } from './schema.generated.ts';

/** The typed client of `/api/v1`: `unwrap(api.GET('/api/v1/people', { params: … }))`. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: send });

/** The data of an answer; throws its `ProblemError` where the server refused. */
export async function unwrap<Data>(
  asked: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked;
  if (!response.ok) throw problemOf(response.status, error, response.headers.get('x-request-id'));
  // An answer without a body (204) is declared as one without content, so its type is undefined as well.
  return data as Data;
}

/** Asks without the types of the document. Throws a `ProblemError`. @returns the parsed body; undefined without one */
export async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await send(
    new Request(new URL(path, window.location.origin), { method, headers, ...sent }),
  );
  const text = await response.text();
  const answer = text !== '' && isJson(response) ? JSON.parse(text) : undefined;
  if (!response.ok) throw problemOf(response.status, answer, response.headers.get('x-request-id'));
  return answer;
}

/** Sends a request as the API wants it: a POST has a key, so that one sent twice is done once. */
export async function send(request: Request): Promise<Response> {
  if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
    request.headers.set('idempotency-key', newKey());
  }
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw offline();
  }
}

/** `crypto.randomUUID` is there on https only, and a school's server may have none. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isJson(response: Response): boolean {
  return /[/+]json/.test(response.headers.get('content-type') ?? '');
}
