import type { TestApp } from './app.ts';

export interface TahoeAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

export interface TahoeClient {
  /** Any request; a path without a leading slash lies below `/tahoe/api/`. */
  send(
    method: Method,
    path: string,
    payload?: unknown,
    headers?: Record<string, string>,
  ): Promise<TahoeAnswer>;
  get(path: string, headers?: Record<string, string>): Promise<TahoeAnswer>;
  post(path: string, payload: unknown, headers?: Record<string, string>): Promise<TahoeAnswer>;
}

/** Calls Tahoe with an API token; URLSearchParams go out as a form, a text as it is, anything else as JSON. */
export function tahoeClient(muster: TestApp, host: string, token: string | null): TahoeClient {
  const send: TahoeClient['send'] = async (method, path, payload, headers = {}) => {
    const isForm = payload instanceof URLSearchParams;
    const answer = await muster.server.inject({
      method,
      url: path.startsWith('/') ? path : `/tahoe/api/${path}`,
      headers: {
        host,
        ...(token !== null && { authorization: `Token ${token}` }),
        ...(payload !== undefined && {
          'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        }),
        ...headers,
      },
      ...(payload !== undefined && { payload: textOf(payload) }),
    });
    const body: unknown = answer.body === '' ? null : JSON.parse(answer.body);
    return { status: answer.statusCode, body, text: answer.body, headers: answer.headers };
  };
  return {
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, payload, headers) => send('POST', path, payload, headers),
  };
}

function textOf(payload: unknown): string {
  if (payload instanceof URLSearchParams || typeof payload === 'string') return String(payload);
  return JSON.stringify(payload);
}
