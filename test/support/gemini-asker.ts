import type { InjectOptions } from 'fastify';
import type { Account } from '../../src/modules/identity/types.ts';
import type { TestApp, TestSite } from './app.ts';

export interface GeminiAnswer {
  readonly status: number;
  /** Looked into by the tests, each its own way. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Readonly<Record<string, unknown>>;
}

export type GeminiMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks the Gemini API of a site; of whoever the token is, without one as anybody. */
export interface GeminiClient {
  (
    method: GeminiMethod,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<GeminiAnswer>;
  readonly token: string | null;
}

/** The usual three scopes. */
export const usualScopes = ['profile', 'performer', 'venue'] as const;

/** A client with this token, or with none. */
export function geminiClient(muster: TestApp, at: TestSite, token: string | null): GeminiClient {
  const ask = async (
    method: GeminiMethod,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ) => {
    const headers = {
      host: at.host,
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...more,
    };
    const options: InjectOptions = { method, url: path, headers };
    const answer = await muster.server.inject(
      body === undefined ? options : { ...options, payload: JSON.stringify(body) },
    );
    const isJson = /json/.test(String(answer.headers['content-type'] ?? ''));
    return {
      status: answer.statusCode,
      body: isJson && answer.body !== '' ? answer.json() : answer.body,
      headers: answer.headers,
    };
  };
  return Object.assign(ask, { token });
}

/** A client that a person signed in with, with these scopes. */
export async function geminiClientOf(
  muster: TestApp,
  at: TestSite,
  account: Account,
  scopes: readonly string[] = usualScopes,
): Promise<GeminiClient> {
  return geminiClient(muster, at, await muster.accessToken(at, account, scopes));
}
