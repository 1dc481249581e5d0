import type { TestApp } from './app.ts';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
type Headers = Readonly<Record<string, string>>;

export interface SaasAnswer {
  readonly status: number;
  /** Null: empty. */
  readonly body: unknown;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface SaasClient {
  /** Any request; a path without a leading slash lies below `/api/`. */
  send(method: Method, path: string, payload?: unknown, headers?: Headers): Promise<SaasAnswer>;
  get(path: string, headers?: Headers): Promise<SaasAnswer>;
  post(path: string, payload?: unknown, headers?: Headers): Promise<SaasAnswer>;
  /** The same client with a token, or without one. */
  as(token: string | null): SaasClient;
}

/** Calls the SaaS API in English; URLSearchParams go out as a form, a text as it is, anything else as JSON. */
export function saasClient(muster: TestApp, host: string, token: string | null = null): SaasClient {
  const send: SaasClient['send'] = async (method, path, payload, headers = {}) => {
    const isForm = payload instanceof URLSearchParams;
    const answer = await muster.server.inject({
      method,
      url: path.startsWith('/') ? path : `/api/${path}`,
      headers: {
        host,
        'accept-language': 'en',
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(payload !== undefined && {
          'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        }),
        ...headers,
      },
      ...(payload !== undefined && {
        payload: isForm || typeof payload === 'string' ? String(payload) : JSON.stringify(payload),
      }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    const body: unknown = isJson && answer.body !== '' ? JSON.parse(answer.body) : null;
    return { status: answer.statusCode, body, text: answer.body, headers: answer.headers };
  };
  return {
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, payload, headers) => send('POST', path, payload, headers),
    as: (other) => saasClient(muster, host, other),
  };
}

/** A text of an answer's body by its path of keys; fails where there is none. */
export function textIn(answer: SaasAnswer, ...path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined,
    answer.body,
  );
  if (typeof found !== 'string') throw new Error(`No ${path.join('.')} in ${answer.text}`);
  return found;
}
