import type { LightMyRequestResponse as Answer, InjectOptions } from 'fastify';
import type { Account } from '../../src/modules/identity/types.ts';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import type { TestApp, TestSite } from './app.ts';
import { geminiValues } from './gemini-requests.ts';
import type { HeldFestival } from './held-festival.ts';

/** What is there in one tenant, for requests that name things which exist. */
export interface Known {
  readonly at: TestSite;
  readonly admin: Account;
  readonly member: Account;
  readonly oauthClient: { readonly clientId: string; readonly clientSecret: string };
  readonly learning: {
    readonly courseKey: string;
    readonly olderKey: string;
    readonly learner: string;
    readonly code: string;
    readonly batchId: string;
    readonly certificate: string;
    readonly enrolmentId: number;
  };
  readonly festival: HeldFestival;
  /** Secrets of links by the beginning of their page's path. */
  readonly links: Readonly<Record<string, string>>;
  /** A number no request had before. */
  fresh(): number;
}

export interface Property {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly required: boolean;
}

/** The methods that change something. */
export const isWrite = ({ method }: RouteEntry) => method !== 'GET' && method !== 'HEAD';

/** Routes without those of libraries (the documentation's files), which take nothing from a caller. */
export function ownRoutes(table: readonly RouteEntry[]): RouteEntry[] {
  return table.filter((entry) => entry.schema !== undefined);
}

/** The properties that a schema of an object names. */
export function propertiesOf(schema: unknown): Property[] {
  if (!isRecord(schema) || !isRecord(schema.properties)) return [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    schema: isRecord(property) ? property : {},
    required: required.includes(name),
  }));
}

/** Names of the parameters of a path: `/users/:id/` → `id`. */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(/:([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
}

/** The path with its parameters filled in, percent-encoded. */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
  return path
    .replace(/:([A-Za-z_]\w*)/g, (_, name: string) => encodeURIComponent(values[name] ?? 'x'))
    .replace(/\*$/, 'x');
}

/**
 * Values that a property of that name takes in this house, the likeliest first: of an object that is there, and a
 * fresh one. A name that is not listed here gets its values from the schema.
 */
export function valuesFor(property: Omit<Property, 'required'>, path: string, known: Known): unknown[] {
  const { name, schema } = property;
  const number = known.fresh();
  const ofGemini = geminiValues(property, path, known.festival, { ...known, number });
  if (ofGemini) return [...ofGemini];
  const { admin, member, oauthClient, learning } = known;
  const [org = '', courseNumber = '', run = ''] = learning.olderKey.split('/');
  const aboutCourses = path.includes('/courses/') || path.includes('/enrollments/');
  const link = Object.entries(known.links).find(([start]) => path.startsWith(start))?.[1];
  const named: Readonly<Record<string, readonly unknown[]>> = {
    username: [`fresh${number}`, member.username, admin.username],
    email: path.endsWith('/enroll-user') ? [learning.learner] : [`fresh${number}@example.com`, member.email],
    email_exact: [member.email],
    name: ['Ada Lovelace', 'Zoë van der Berg'],
    password: ['seven red balloons'],
    password_again: ['seven red balloons'],
    user_lookup: [member.username, member.email],
    user_id: [admin.id, member.id],
    id: aboutCourses ? [learning.courseKey, learning.enrolmentId] : [member.id, admin.id],
    uuid: path.startsWith('/certificates/') ? [learning.certificate] : [member.uuid],
    secret: [link ?? 'x'.repeat(22)],
    send_activation_email: [false, true, 'False'],
    level_of_education: ['m', 'none'],
    gender: ['f', 'o'],
    country: ['NL', 'de'],
    language: ['nl', 'en-GB'],
    year_of_birth: [1990, '1990'],
    grant_type: ['client_credentials', 'password'],
    client_id: [oauthClient.clientId],
    client_secret: [oauthClient.clientSecret],
    token_type: ['bearer'],
    scope: ['read', 'read write'],
    limit: ['5', '1'],
    offset: ['0', '2'],
    is_active: ['true', 'false'],
    date_joined: ['2026-11-20'],
    search: ['a', member.username],
    updated_min: ['2026-01-01'],
    updated_max: ['2027-01-01T00:00:00Z'],
    update_min: ['2026-01-01'],
    course_id: [learning.courseKey],
    org: [org],
    number: [courseNumber],
    run: [run],
    file: [`${learning.batchId}.csv`],
    state: ['open', 'redeemed'],
    total_registration_codes: [2, '3'],
    enrollment_code: [learning.code],
    action: path.includes('/status') ? ['restore', 'cancel'] : ['enroll', 'unenroll'],
    identifiers: path.startsWith('/tahoe/')
      ? [[member.username, `fresh${number}@example.com`]]
      : [member.email],
    courses: path.startsWith('/tahoe/') ? [[learning.courseKey]] : [learning.courseKey],
  };
  const values = named[name] ?? fromSchema(schema);
  return values.length > 0 ? [...values] : ['something'];
}

function fromSchema(schema: Readonly<Record<string, unknown>>): unknown[] {
  if ('const' in schema) return [schema.const];
  if (Array.isArray(schema.enum)) return schema.enum;
  const alternatives = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  if (alternatives.length > 0) return alternatives.filter(isRecord).flatMap(fromSchema);
  const examples: Readonly<Record<string, unknown[]>> = {
    string: ['something'],
    integer: [1],
    number: [1.5],
    boolean: [true],
    null: [null],
    array: [[]],
    object: [{}],
  };
  return [schema.type].flat().flatMap((type) => (typeof type === 'string' ? (examples[type] ?? []) : []));
}

/** Sends to a site as a client does: JSON unless told otherwise, no credential unless given. */
export async function send(
  muster: TestApp,
  at: TestSite,
  request: {
    readonly method: RouteEntry['method'];
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  },
): Promise<Answer> {
  const { method, url, headers, body } = request;
  const options: InjectOptions = {
    method: methodOf(method),
    url,
    headers: { host: at.host, 'x-request-id': 'the-same', ...headers },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  };
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  return muster.server.inject({ ...options, headers: { ...json, ...options.headers } });
}

function methodOf(method: string): NonNullable<InjectOptions['method']> {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
  return methods.find((known) => known === method) ?? 'GET';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
