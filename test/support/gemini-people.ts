import type { InjectOptions } from 'fastify';
import { createCity } from '../../src/modules/festival/cities.ts';
import type { City, CityChange } from '../../src/modules/festival/types.ts';
import { createOauthClient } from '../../src/modules/identity/oauth-clients.ts';
import type { Grant } from '../../src/modules/identity/types.ts';
import type { TestApp, TestSite } from './app.ts';
import { isRecord } from './route-requests.ts';

export interface GeminiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Looked into by the tests, each its own way. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly text: string;
}

export interface GeminiRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** As bearer. */
  readonly token?: string;
  /** Goes out as JSON; a text as a form. */
  readonly body?: unknown;
}

/** Asks the site as a client of this API does. */
export async function askGemini(
  muster: TestApp,
  at: TestSite,
  method: NonNullable<InjectOptions['method']>,
  url: string,
  { headers = {}, token, body }: GeminiRequest = {},
): Promise<GeminiAnswer> {
  const isForm = typeof body === 'string';
  const answer = await muster.server.inject({
    method,
    url,
    headers: {
      host: at.host,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && {
        'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      }),
      ...headers,
    },
    ...(body !== undefined && { payload: isForm ? body : JSON.stringify(body) }),
  });
  const text = answer.body;
  const isJson = String(answer.headers['content-type']).includes('json');
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: isJson && text !== '' ? JSON.parse(text) : null,
    text,
  };
}

/** Makes the city of a site. */
export function makeCity(at: TestSite, more: CityChange & { readonly slug?: string } = {}): Promise<City> {
  const facts = { slug: at.site.slug, name: 'Niagara Falls', timeZone: 'America/New_York', ...more };
  return at.context.transaction((tx) => createCity(tx, at.site.id, facts));
}

export interface TestClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** HTTP Basic, for `Authorization`. */
  readonly basic: string;
}

/** Makes an OAuth client of the tenant, for the passwords of people unless told otherwise. */
export async function makeClient(
  at: TestSite,
  grants: readonly Grant[] = ['password'],
  ownerId: number | null = null,
): Promise<TestClient> {
  const made = await at.context.transaction((tx) => createOauthClient(tx, { name: 'app', ownerId, grants }));
  const basic = `Basic ${Buffer.from(`${made.clientId}:${made.clientSecret}`).toString('base64')}`;
  return { ...made, basic };
}

export const usualPassword = 'seven red balloons';

/** Makes a person by the API. @returns the token and the user as answered */
export async function createUser(
  muster: TestApp,
  at: TestSite,
  { basic }: TestClient,
  email: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ token: string; user: Record<string, unknown> & { id: string } }> {
  const { status, body, text } = await askGemini(muster, at, 'POST', '/api/users/create', {
    headers: { authorization: basic },
    body: {
      email,
      password: usualPassword,
      grant_type: 'password',
      scope: 'profile performer venue',
      has_accepted_terms: true,
      ...more,
    },
  });
  if (status !== 201 || !isRecord(body.user)) throw new Error(`${status} ${text}`);
  return { token: body.token.access_token, user: { ...body.user, id: String(body.user.id) } };
}

/** A person with the token that came with the account. */
export interface TestPerson {
  readonly email: string;
  readonly token: string;
  readonly user: Record<string, unknown> & { id: string };
  /** Of the account. */
  readonly id: number;
  /** `/api/users/{id}` */
  readonly path: string;
  /** Asks at the own path and what follows it, with the own token. */
  ask(
    method: 'GET' | 'PATCH' | 'POST' | 'DELETE',
    more?: string,
    request?: GeminiRequest,
  ): Promise<GeminiAnswer>;
  /** Logs in again, by the client unless the request says otherwise. */
  login(request?: GeminiRequest, fields?: Readonly<Record<string, unknown>>): Promise<GeminiAnswer>;
}

/** Makes people one after the other, each with an e-mail of its own. */
export function peopleOf(muster: TestApp, at: TestSite, client: TestClient) {
  let made = 0;
  return async (more: Readonly<Record<string, unknown>> = {}): Promise<TestPerson> => {
    made += 1;
    const email = `person${made}@example.org`;
    const { token, user } = await createUser(muster, at, client, email, more);
    const [row] = await muster.query<{ id: string }>('select id from accounts where email = $1', [email]);
    const path = `/api/users/${user.id}`;
    return {
      email,
      token,
      user,
      id: Number(row?.id),
      path,
      ask: (method, rest = '', request = {}) =>
        askGemini(muster, at, method, path + rest, { token, ...request }),
      login: (request = { headers: { authorization: client.basic } }, fields = {}) =>
        askGemini(muster, at, 'POST', '/api/oauth/token', {
          ...request,
          body: { username: email, password: usualPassword, grant_type: 'password', ...fields },
        }),
    };
  };
}

/** Status and word of a refusal. */
export const refused = ({ status, body }: GeminiAnswer): readonly [number, unknown] => [status, body.error];
