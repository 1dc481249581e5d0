import { fromBase32, hotp, stepAt } from '../../src/platform/totp.ts';
import type { TestApp, TestSite } from './app.ts';

/** Asks `/api/v1` on one site as somebody: a token, a cookie, or nobody. */
export function asker(muster: TestApp, at: TestSite) {
  return async function ask(
    how: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} ${string}`,
    { as, body, headers = {} }: { as?: string; body?: object; headers?: Record<string, string> } = {},
  ) {
    const [method, path] = how.split(' ');
    const credential =
      as === undefined ? {} : as.includes('=') ? { cookie: as } : { authorization: `Bearer ${as}` };
    const answer = await muster.server.inject({
      method:
        method === 'GET' || method === 'POST' || method === 'PUT' || method === 'PATCH' ? method : 'DELETE',
      url: `/api/v1${path}`,
      headers: { host: at.host, 'sec-fetch-site': 'same-origin', ...credential, ...headers },
      ...(body && { payload: body }),
    });
    const session = answer.cookies.find(({ name }) => name === 'muster_session')?.value;
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.json(),
      headers: answer.headers,
      /** What a browser sends back; null: no session was opened. */
      cookie: session ? `muster_session=${session}` : null,
    };
  };
}

export type Ask = ReturnType<typeof asker>;

/** The code that an app shows at a moment. @param shift steps of 30 seconds from it */
export function codeOf(secret: string, at: Date, shift = 0): string {
  return hotp(fromBase32(secret), stepAt(at) + shift);
}

/** Sets up the second factor of whoever `as` is. */
export async function setUpTotp(muster: TestApp, ask: Ask, as: string) {
  const { body: begun } = await ask('POST /me/totp', { as });
  const { body } = await ask('POST /me/totp/confirm', {
    as,
    body: { code: codeOf(begun.secret, muster.clock.now()) },
  });
  const recoveryCodes: string[] = body.recovery_codes;
  const secret: string = begun.secret;
  return {
    secret,
    recoveryCodes,
    /** A code not used yet: the clock goes on by a step. */
    nextCode() {
      muster.clock.advance(30_000);
      return codeOf(secret, muster.clock.now());
    },
  };
}
