import type { Role } from '../../src/modules/identity/types.ts';
import type { TestApp, TestSite } from './app.ts';

export interface V1Answer {
  readonly status: number;
  /** Looked into by the tests, each its own way. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

type Sent = object | string | undefined;

/** A client of `/api/v1`; texts go out as files. */
export interface V1Client {
  get(path: string): Promise<V1Answer>;
  post(path: string, body?: Sent, headers?: Readonly<Record<string, string>>): Promise<V1Answer>;
  put(path: string, body?: Sent, headers?: Readonly<Record<string, string>>): Promise<V1Answer>;
  patch(path: string, body?: Sent, headers?: Readonly<Record<string, string>>): Promise<V1Answer>;
  delete(path: string, headers?: Readonly<Record<string, string>>): Promise<V1Answer>;
}

/** A client with that token; null: nobody's. */
export function v1Client(muster: TestApp, at: TestSite, token: string | null): V1Client {
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: Sent,
    more = {},
  ) => {
    const answer = await muster.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        host: at.host,
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(typeof body === 'string' && { 'content-type': 'text/csv' }),
        ...more,
      },
      ...(body !== undefined && { payload: body }),
    });
    const { statusCode: status, headers, body: text } = answer;
    const isJson = /\bjson\b|\+json/.test(String(headers['content-type']));
    return { status, headers, text, body: isJson && text !== '' ? answer.json() : null };
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, body, headers) => ask('POST', path, body, headers),
    put: (path, body, headers) => ask('PUT', path, body, headers),
    patch: (path, body, headers) => ask('PATCH', path, body, headers),
    delete: (path, headers) => ask('DELETE', path, undefined, headers),
  };
}

let made = 0;

/** A client of somebody new of that role. */
export async function v1ClientOf(muster: TestApp, at: TestSite, role: Role): Promise<V1Client> {
  made += 1;
  const account = await muster.account(at, { username: `${role}-${made}`, role });
  return v1Client(muster, at, await muster.apiToken(at, account));
}

/** Where the faults of a refused answer are. */
export function pointersOf({ body }: V1Answer): string[] {
  return body.errors.map(({ pointer }: { pointer: string }) => pointer);
}
