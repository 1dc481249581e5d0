import type { LightMyRequestResponse } from 'fastify';
import type { Account } from '../../src/modules/identity/types.ts';
import type { TestApp, TestSite } from './app.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks `/api/v1` as somebody. */
export type V1Client = (
  method: Method,
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<LightMyRequestResponse>;

/** Calls `/api/v1` of a site as an account, or as nobody. */
export async function v1Client(muster: TestApp, at: TestSite, account: Account | null): Promise<V1Client> {
  const token = account && (await muster.apiToken(at, account));
  return (method, path, body, headers = {}) =>
    muster.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { host: at.host, ...(token !== null && { authorization: `Token ${token}` }), ...headers },
      ...(body && { payload: body }),
    });
}

/** What a problem says by its pointers. */
export function pointersOf(answer: LightMyRequestResponse): string[] {
  return answer.json().errors.map(({ pointer }: { pointer: string }) => pointer);
}
