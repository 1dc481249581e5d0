import type { Account } from '../../src/modules/identity/types.ts';
import { notificationKinds } from '../../src/modules/notifications/types.ts';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import type { TestSite } from './app.ts';
import type { Gathered } from './community.ts';
import type { Fair } from './fair.ts';
import { geminiValues } from './gemini-requests.ts';
import type { HeldFestival } from './held-festival.ts';
import { learningValues } from './learning-requests.ts';
import { festivalValues } from './v1-festival-requests.ts';
import { v1Values } from './v1-requests.ts';
import { workshopValues } from './workshop-requests.ts';

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
    readonly codeId: number;
    readonly batchId: string;
    readonly certificate: string;
    readonly enrolmentId: number;
  };
  readonly fair: Fair;
  /** On the member. */
  readonly comments: Gathered;
  readonly saas: {
    /** The uuid of an open invitation, for those who manage it. */
    readonly invitation: string;
    /** The secret of an invitation that fits a path: of the caller's own address, or of a new one. */
    inviteOf(path: string): string;
    /** The secret of a reset of the member's password. */
    readonly reset: string;
    readonly jwt: string;
    /** The uuid of a person on whom nothing hangs. */
    readonly expendable: string;
  };
  readonly festival: HeldFestival;
  /** The uuid of long work that somebody began. */
  readonly errand: string;
  /** Secrets of links by the beginning of their page's path. */
  readonly links: Readonly<Record<string, string>>;
  /** A number no request had before. */
  fresh(): number;
}

export interface Property {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly required: boolean;
  /** It is a parameter of the path: a body may give the same name to something else. */
  readonly isInPath?: boolean;
}

/** What a route takes as its body. */
export interface BodyTaken {
  /** An object, a list of them, a file of people, or a picture. */
  readonly kind: 'object' | 'list' | 'file' | 'picture';
  /** Of the object, or of each in the list. */
  readonly properties: readonly Property[];
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

/** Lists that a route judges by itself, so that its schema names nothing. */
const unnamedLists: Readonly<Record<string, readonly string[]>> = {
  '/events/:id/users': [
    'id',
    'full_name',
    'user_class',
    'targetGroup',
    'identity',
    'permission',
    'event_id',
    'registrations',
  ],
};
const fileRoutes: readonly string[] = ['/events/:id/users/import', '/api/v1/events/:id/participants/import'];
const pictureRoutes: readonly string[] = [
  'POST /api/artists/avatar',
  'POST /api/cities/:slug/logo',
  'PUT /api/v1/artists/:uuid/picture',
  'PUT /api/v1/cities/:slug/logo',
];

/** What a route takes as its body. */
export function bodyOf({ method, path, schema }: RouteEntry): BodyTaken {
  const body = schema?.body;
  if (fileRoutes.includes(path)) return { kind: 'file', properties: [] };
  if (pictureRoutes.includes(`${method} ${path}`)) return { kind: 'picture', properties: [] };
  if (!isRecord(body) || body.type !== 'array') return { kind: 'object', properties: propertiesOf(body) };
  const unnamed = unnamedLists[path]?.map((name) => ({ name, schema: {}, required: true }));
  return { kind: 'list', properties: unnamed ?? propertiesOf(body.items) };
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
  const ofWorkshops = workshopValues(property, path, known.fair, number)[name];
  if (ofWorkshops) return [...ofWorkshops];
  const ofGemini = geminiValues(property, path, known.festival, { ...known, number });
  if (ofGemini) return [...ofGemini];
  const ofFestival = festivalValues(property, path, known.festival, number);
  if (ofFestival) return [...ofFestival];
  const ofOurs = v1Values(property, path, known, number);
  if (ofOurs) return [...ofOurs];
  const { admin, member, oauthClient, learning } = known;
  const ofLearning = learningValues(property, path, learning, { member, number });
  if (ofLearning) return [...ofLearning];
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
    id: aboutCourses
      ? [learning.courseKey, learning.enrolmentId]
      : /\/(notifications|nyt)\//.test(path)
        ? [1]
        : [member.id, admin.id],
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
    type: path.includes('/notifications') ? ['comment'] : ['user', 'course'],
    object_id: [member.uuid, admin.uuid],
    // Who is changed and deleted there is asked for nowhere else.
    pk: /\/users\/:pk\/?$/.test(path) ? [known.saas.expendable] : [member.uuid, admin.uuid],
    comment_id: [path.startsWith('/api/users/') ? known.comments.first : known.comments.second],
    content: ['A word about it'],
    ordering: ['-time_created'],
    verb: ['made comment', 'joined,updated'],
    since: ['2026-01-01'],
    until: ['2027-01-01T00:00:00Z'],
    unread: ['true', 'false'],
    after: ['0', '1'],
    ...Object.fromEntries(notificationKinds.map((kind) => [kind, [{ in_page: true, by_mail: 'daily' }]])),
    ...saasValues(path, known, number),
    latest_id: ['0'],
    lte: ['1'],
    gte: ['0'],
  };
  const values = named[name] ?? fromSchema(schema);
  return values.length > 0 ? [...values] : ['something'];
}

/** What the SaaS API calls by names of its own, and what it means by names that others have. */
function saasValues(
  path: string,
  known: Known,
  number: number,
): Readonly<Record<string, readonly unknown[]>> {
  const { at, member, saas } = known;
  const person = { first_name: 'Ada', last_name: 'Lovelace', password1: password, password2: password };
  const user = { ...person, email: `owner${number}@example.com` };
  const own = {
    tenant: [at.site.slug],
    subdomain: path.includes('/sign-up/') ? [`fresh-${number}`] : ['', at.site.slug],
    slug: [at.site.slug],
    key: [known.links['/confirm_email/'] ?? 'x'.repeat(22)],
    uid: [Buffer.from(member.uuid).toString('base64url')],
    new_password1: [password],
    new_password2: [password],
    old_password: [''],
    password1: [password],
    password2: [password],
    first_name: ['Ada', 'Zoë'],
    last_name: ['Lovelace', 'van der Berg'],
    user: [user],
    domain: path.includes(':domain') ? ['own.example.org'] : [`d${number}.example.org`],
    role: ['member', 'staff'],
    page: ['1', 'last'],
    page_size: ['2', '50'],
  };
  if (path.startsWith('/invitation/')) return { ...own, secret: [saas.inviteOf(path)] };
  if (!path.startsWith('/api/') && !path.startsWith('/password-reset/')) return own;
  return {
    ...own,
    // Without the password of a person nobody signs in as them.
    ...(path.startsWith('/api/login') && { email: [member.email] }),
    ...(path === '/api/sign-up/tenant/' && { name: [`Tenant ${number}`] }),
    ...(path.startsWith('/api/tenant/') && { name: [`Name ${number}`] }),
    ...(path.startsWith('/api/tenant/invitations/') && { id: [saas.invitation] }),
    ...(path.startsWith('/api/tenant/members/') && { is_active: [true], pk: [member.uuid] }),
    ...(path.startsWith('/api/token/') && { token: [saas.jwt] }),
    ...(path.startsWith('/api/password/') && { token: [saas.reset] }),
    ...(path.startsWith('/password-reset/') && { secret: [saas.reset] }),
    ...(path.includes('/invite/:secret/') && { secret: [saas.inviteOf(path)] }),
    ...(path.startsWith('/api/current-user/email') && { password: ['callers own password'] }),
  };
}

const password = 'seven red balloons';

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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
