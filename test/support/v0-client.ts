import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { digestContents } from './contents.ts';

export interface V0Answer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface V0Client {
  post(path: string, payload: unknown, headers?: Record<string, string>): Promise<V0Answer>;
  get(path: string, headers?: Record<string, string>): Promise<V0Answer>;
}

/** Calls v0 with a bearer token; a text goes out as a form, anything else as JSON. */
export function v0Client(muster: TestApp, host: string, token: string | null): V0Client {
  const send = async (
    method: 'GET' | 'POST',
    path: string,
    payload: unknown,
    more: Record<string, string>,
  ) => {
    const isForm = typeof payload === 'string';
    const answer = await muster.server.inject({
      method,
      url: `/appsembler_api/v0/${path}`,
      headers: {
        host,
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(payload !== undefined && {
          'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        }),
        ...more,
      },
      ...(payload !== undefined && { payload: isForm ? payload : JSON.stringify(payload) }),
    });
    const body: unknown = answer.body === '' ? null : JSON.parse(answer.body);
    return { status: answer.statusCode, body, text: answer.body, headers: answer.headers };
  };
  return {
    post: (path, payload, headers = {}) => send('POST', path, payload, headers),
    get: (path, headers = {}) => send('GET', path, undefined, headers),
  };
}

/** Status and body, to be compared at once. */
export const answered = ({ status, body }: V0Answer): readonly [number, unknown] => [status, body];

/** Makes a call that must leave every row as it was (counters of throttles apart); answers what it answered. */
export async function unchanged(muster: TestApp, attempt: () => Promise<V0Answer>): Promise<V0Answer> {
  const before = await digestContents(muster.query);
  const answer = await attempt();
  expect(await digestContents(muster.query)).toEqual(before);
  return answer;
}
