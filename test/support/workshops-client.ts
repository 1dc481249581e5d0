import type { TestApp } from './app.ts';

export interface WorkshopsAnswer {
  readonly status: number;
  /** Null: nothing was sent. */
  readonly body: unknown;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface WorkshopsClient {
  get(path: string, headers?: Record<string, string>): Promise<WorkshopsAnswer>;
  put(path: string, payload: unknown, headers?: Record<string, string>): Promise<WorkshopsAnswer>;
  post(path: string, payload?: unknown, headers?: Record<string, string>): Promise<WorkshopsAnswer>;
  delete(path: string, headers?: Record<string, string>): Promise<WorkshopsAnswer>;
}

/**
 * Calls the workshops API as the ancestor's front end does, colon and all; URLSearchParams go out as a form, bytes as CSV
 * or what the headers say, else JSON.
 */
export function workshopsClient(muster: TestApp, host: string, token: string | null): WorkshopsClient {
  const send = async (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    payload: unknown,
    headers: Record<string, string> = {},
  ): Promise<WorkshopsAnswer> => {
    const isForm = payload instanceof URLSearchParams;
    const isFile = Buffer.isBuffer(payload);
    const type = isForm ? 'application/x-www-form-urlencoded' : isFile ? 'text/csv' : 'application/json';
    const answer = await muster.server.inject({
      method,
      url,
      headers: {
        host,
        ...(token !== null && { authorization: `Bearer: ${token}` }),
        ...(payload !== undefined && { 'content-type': type }),
        ...headers,
      },
      ...(payload !== undefined && {
        payload: isForm ? String(payload) : isFile ? payload : JSON.stringify(payload),
      }),
    });
    const isJson = answer.body !== '' && String(answer.headers['content-type']).includes('json');
    const body: unknown = isJson ? JSON.parse(answer.body) : null;
    return { status: answer.statusCode, body, bytes: answer.rawPayload, headers: answer.headers };
  };
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    put: (path, payload, headers) => send('PUT', path, payload, headers),
    post: (path, payload, headers) => send('POST', path, payload, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
  };
}
