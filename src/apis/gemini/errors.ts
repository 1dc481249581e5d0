import { Type } from 'typebox';
import type { ErrorShape, Problem, Rendered } from '../../platform/http/error-shapes.ts';

/**
 * How this API words errors (contract §2.3): a word for programs, a sentence for people, messages by field; OAuth
 * libraries read the first two.
 */
export const errorShape: ErrorShape = {
  name: 'gemini',
  matches: (path) =>
    first.test(path) || user.test(path) || path.startsWith('/.well-known/oauth-authorization-server'),
  render(problem) {
    const status = statuses[problem.code] ?? problem.status;
    return { status, headers: headersOf(problem), body: bodyOf(problem, status) };
  },
  schema: Type.Object(
    {
      error: Type.String(),
      error_description: Type.String(),
      errors: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
    },
    {
      description: 'An error: a word for programs, a sentence, and messages by field',
      additionalProperties: true,
    },
  ),
};

/** `/api/users/{id}` without a slash is this API's, with one it is another's. */
const first = /^\/api\/(oauth|artists?|venues?|city|cities|convos|events|selfmatch)(\/|$)/;
const user =
  /^\/api\/users\/((create|forgot-password|reset-password)\/?$|confirm\/|[^/]+$|[^/]+\/(delete|events|resend-confirmation)(\/|$))/;

/** Where the status is not that of the refusal's kind. */
const statuses: Readonly<Record<string, number>> = {
  'picture.too_large': 413,
  'booking.stale': 412,
  'login.wrong': 400,
  'oauth_client.grant': 400,
};

/** Words that a code has; the others follow from the status. */
const words: Readonly<Record<string, string>> = {
  'credential.absent': 'missing_authorization',
  'viewer.no_power': 'insufficient_scope',
  'oauth_client.unknown': 'invalid_client',
  'oauth_client.grant': 'unauthorized_client',
  'login.wrong': 'invalid_grant',
};

const byStatus: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'invalid_token',
  403: 'access_denied',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  409: 'conflict',
  410: 'gone',
  412: 'precondition_failed',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'temporarily_unavailable',
};

function headersOf({ status, code }: Problem): Record<string, string> {
  if (status !== 401 || code === 'login.wrong') return {};
  if (words[code] === 'invalid_client') return { 'www-authenticate': 'Basic realm="gemini"' };
  const error = code === 'credential.absent' ? '' : ', error="invalid_token"';
  return { 'www-authenticate': `Bearer realm="gemini"${error}` };
}

function bodyOf(problem: Problem, status: number): NonNullable<Rendered['body']> {
  const errors = errorsOf(problem);
  const isFields = Object.keys(errors).length > 0;
  const named =
    words[problem.code] ?? (typeof problem.detail.error === 'string' ? problem.detail.error : null);
  return {
    error: named ?? (status === 400 && isFields ? 'validation_failed' : (byStatus[status] ?? 'server_error')),
    error_description: sentenceOf(problem, errors),
    ...(isFields && { errors }),
    ...moreOf(problem),
    request_id: problem.requestId,
  };
}

/** What a client may need to go on: the event in the way, the present version, since when it is over. */
function moreOf({ detail }: Problem): Record<string, unknown> {
  const { bookingId, since, version } = detail;
  return {
    ...(typeof bookingId === 'string' && { event_id: bookingId }),
    ...(since instanceof Date && { since: since.toISOString() }),
    ...(typeof version === 'number' && { version }),
  };
}

function errorsOf({ violations, fields }: Problem): Record<string, readonly string[]> {
  if (violations.length === 0)
    return Object.fromEntries(
      Object.entries(fields).map(([field, messages]) => [wireField(field), messages.map(inWireWords)]),
    );
  const found: Record<string, string[]> = {};
  for (const { field, message } of violations) {
    const name = field === '' ? 'body' : field;
    found[name] = [...new Set([...(found[name] ?? []), `It ${message}.`])];
  }
  return found;
}

const toldWhy: readonly string[] = ['site.unknown_host', 'city.none', 'request.no_such_page'];

function sentenceOf(problem: Problem, errors: Readonly<Record<string, readonly string[]>>): string {
  // Whether the id is unknown or another tenant's is nobody's business (ruling "Tenancy").
  if (problem.status === 404 && !toldWhy.includes(problem.code)) return 'Not found.';
  const told = Object.entries(errors).map(([field, messages]) => `${field}: ${messages.join(' ')}`);
  return told.length > 0 ? told.join(' ') : inWireWords(problem.message);
}

/** What the domain calls a booking is an event on this wire. */
function inWireWords(sentence: string): string {
  return sentence.replaceAll('booking', 'event').replaceAll('Booking', 'Event');
}

const wireFields: Readonly<Record<string, string>> = {
  startsAt: 'start_time',
  endsAt: 'end_time',
  availableFrom: 'start_time',
  availableUntil: 'end_time',
  pictureId: 'image_url',
  town: 'city',
  timeZone: 'timezone',
  zipCode: 'zip_code',
  mailing_address: 'address',
  contactName: 'contact.name',
  contactEmail: 'contact.email',
  contactPhone: 'contact.phone',
};

/** The wire's name of a field of the domain: `genresSung` → `genres_sung`, but for a few of their own. */
function wireField(field: string): string {
  return wireFields[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
