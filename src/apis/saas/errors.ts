import { Type } from 'typebox';
import {
  type ErrorShape,
  type Problem,
  type Rendered,
  under,
  type Violation,
} from '../../platform/http/error-shapes.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';
import { english, type TextKey, translate, type Values } from './texts.ts';

/**
 * How this API words errors (contract §2.2): messages by field, those of no field under `error`, everything else as
 * `detail`. It is the fallback for `/api` (ARCHITECTURE.md): the shapes of other APIs there stand before it.
 */
export const errorShape: ErrorShape = {
  name: 'saas',
  matches: under('/api', '/nyt', '/.well-known/jwks.json'),
  render(problem) {
    const locale = chooseLocale(...problem.languages);
    return { headers: headersOf(problem, locale), body: bodyOf(problem, locale) };
  },
  schema: Type.Object(
    { detail: Type.Optional(Type.String()), error: Type.Optional(Type.Unknown()) },
    { description: 'An error: `detail`, or messages by field; those of no field stand under `error`' },
  ),
};

/** Messages by wire field, in English; `user.email` becomes `{"user":{"email":[…]}}`, `error` belongs to no field. */
export type FieldMessages = Readonly<Record<string, readonly string[]>>;

/** Refuses what was sent, field by field (400). */
export function badRequest(fields: FieldMessages): Refusal {
  return refuse('invalid', 'request.fields', Object.values(fields).flat().join(' '), { fields });
}

/** Refuses one field with a text of this API (400). */
export function badField(field: string, key: TextKey, values?: Values): Refusal {
  return badRequest({ [field]: [english(key, values)] });
}

/** The person may not do this (403). */
export function notPermitted(): Refusal {
  return refuse('forbidden', 'caller.not_permitted', english('forbidden'));
}

/** There is nothing of that name here (404). */
export function notFound(): Refusal {
  return refuse('missing', 'saas.missing', english('missing'));
}

/**
 * Does something and tells what a module refuses of it by the fields of the wire.
 * @param fieldsOf the messages for a refusal; undefined leaves it as it is
 */
export async function wording<T>(
  work: () => Promise<T>,
  fieldsOf: (refusal: Refusal) => FieldMessages | undefined,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const fields = error instanceof Refusal ? fieldsOf(error) : undefined;
    throw fields ? badRequest(fields) : error;
  }
}

/**
 * A route's own words for some codes: another status, and the sentence under another key than `detail` (contract §5).
 */
export function inWords(
  words: Readonly<Record<string, { readonly status: number; readonly under: string; readonly key: TextKey }>>,
): (problem: Problem) => Rendered | undefined {
  return (problem) => {
    const word = words[problem.code];
    if (!word) return undefined;
    const locale = chooseLocale(...problem.languages);
    const body = { [word.under]: translate(locale, english(word.key)) };
    return {
      status: word.status,
      headers: headersOf({ ...problem, status: word.status }, locale, false),
      body,
    };
  };
}

function headersOf(problem: Problem, locale: Locale, asks = true): Record<string, string> {
  return {
    'content-language': locale,
    vary: 'Accept, Accept-Language, Cookie',
    ...(asks && problem.status === 401 && { 'www-authenticate': 'Bearer realm="api"' }),
  };
}

function bodyOf(problem: Problem, locale: Locale): Record<string, unknown> {
  const fields = problem.status === 400 ? messagesOf(problem) : {};
  if (Object.keys(fields).length === 0) return { detail: translate(locale, sentenceOf(problem)) };
  const body: Record<string, unknown> = {};
  for (const [field, messages] of Object.entries(fields)) {
    const told = [...new Set(messages)].map((message) => translate(locale, message));
    put(body, field.split('.'), told);
  }
  return body;
}

function messagesOf({ violations, fields }: Problem): FieldMessages {
  if (violations.length === 0) return fields;
  const told: Record<string, string[]> = {};
  for (const violation of violations) {
    const field = violation.field === '' ? 'error' : violation.field;
    told[field] = [...(told[field] ?? []), messageOf(violation)];
  }
  return told;
}

function messageOf({ keyword, params, message }: Violation): string {
  if (keyword === 'required') return english('required');
  const types = [params.type].flat();
  if (keyword === 'type' && types.includes('string')) return english('noText');
  if (keyword === 'type' && types.includes('boolean')) return english('badBoolean');
  if (keyword === 'type' && types.includes('integer')) return english('badInteger');
  if (keyword === 'maxLength') return english('tooLong', { limit: Number(params.limit) });
  if (keyword === 'minLength') return english('blank');
  return `It ${message}.`;
}

function put(body: Record<string, unknown>, [first = '', ...rest]: readonly string[], told: unknown): void {
  if (rest.length === 0) {
    body[first] = told;
    return;
  }
  const present = body[first];
  const inner: Record<string, unknown> = isRecord(present) ? present : {};
  body[first] = inner;
  put(inner, rest, told);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sentenceOf(problem: Problem): string {
  const { status, code, message } = problem;
  if (status >= 500 && status !== 503) return english('fault');
  // Whether the path, the id or the tenant is the wrong one is nobody's business (ruling "Tenancy").
  if (status === 404 && code !== 'site.unknown_host' && code !== 'saas.page') return english('missing');
  if (code === 'account.higher_role' || code === 'comment.foreign') return english('forbidden');
  if (status !== 429) return message;
  const seconds = problem.retryAfter ?? 1;
  return english(seconds === 1 ? 'throttledOne' : 'throttled', { seconds });
}
