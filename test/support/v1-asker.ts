import type { Account } from '../../src/modules/identity/types.ts';
import type { TestApp, TestSite } from './app.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks `/api/v1` of a site as an account does that has a session by header, or as nobody. */
export async function openAsker(muster: TestApp, at: TestSite, account: Account | null) {
  const token = account && (await muster.sessionToken(at, account));
  return async (method: Method, path: string, body?: object, headers: Record<string, string> = {}) => {
    const answer = await muster.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { host: at.host, ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
      ...(body && { payload: body }),
    });
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.json(),
      headers: answer.headers,
      /** Where a problem says that something is wrong. */
      pointers(): string[] {
        return answer.json().errors.map(({ pointer }: { pointer: string }) => pointer);
      },
    };
  };
}

export type Asker = Awaited<ReturnType<typeof openAsker>>;
