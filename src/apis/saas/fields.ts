import { Type } from 'typebox';
import { isAddress } from '../../modules/identity/registrations.ts';
import { isForm } from '../../platform/http/form-fields.ts';
import { badRequest } from './errors.ts';
import { english } from './texts.ts';

/** How one text field of a body is judged, as Django REST framework judges its CharField and EmailField (§2.1). */
export interface FieldRule {
  readonly kind?: 'text' | 'email' | 'password';
  readonly required?: boolean;
  /** An empty text is a value. */
  readonly mayBeBlank?: boolean;
  /** Characters at most. */
  readonly limit?: number;
}

type Rules = Readonly<Record<string, FieldRule>>;
type Values<R extends Rules> = {
  readonly [Name in keyof R]: R[Name] extends { required: true } ? string : string | undefined;
};

/** A text that the schema leaves to `readFields`, so that all messages come together and in this API's words. */
export const sentText = (description: string) => Type.Optional(Type.Unsafe<unknown>({ description }));

/** Reads the fields of a body. Refuses with the messages of all of them at once. */
export function readFields<const R extends Rules>(body: object, rules: R): Values<R> {
  const { values, wrong } = judgeFields(body, rules);
  if (Object.keys(wrong).length > 0) throw badRequest(wrong);
  return values;
}

/**
 * Judges the fields of a body, or of an object in it.
 * @param prefix goes before the names in the messages: `user.`
 */
export function judgeFields<const R extends Rules>(
  body: object,
  rules: R,
  prefix = '',
): { values: Values<R>; wrong: Record<string, string[]> } {
  const sent = new Map<string, unknown>(Object.entries(body));
  const values: Record<string, string | undefined> = {};
  const wrong: Record<string, string[]> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const value = sent.get(name);
    // Of a key that a form repeats the last counts.
    const judged = judgeText(isForm(body) && Array.isArray(value) ? value.at(-1) : value, rule);
    if (typeof judged === 'object') wrong[prefix + name] = [judged.wrong];
    else values[name] = judged;
  }
  return { values: isComplete<R>(values, rules, wrong) ? values : missing(), wrong };
}

/**
 * The object under a name of a body: as JSON nests it, or as a form spells it (`user.email=…`).
 * Undefined: nothing was sent under that name.
 */
export function nestedIn(body: object, name: string): unknown {
  if (!isForm(body)) return new Map<string, unknown>(Object.entries(body)).get(name);
  const start = `${name}.`;
  const inside = Object.entries(body)
    .filter(([key]) => key.startsWith(start))
    .map(([key, value]) => [key.slice(start.length), Array.isArray(value) ? value.at(-1) : value]);
  return inside.length > 0 ? Object.fromEntries(inside) : undefined;
}

/** What upstream's language calls the type of a JSON value. */
export function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'string' ? 'str' : value === null ? 'NoneType' : 'dict';
}

type Judged = string | undefined | { readonly wrong: string };

function judgeText(value: unknown, rule: FieldRule): Judged {
  const { kind = 'text', required = false, mayBeBlank = false, limit } = rule;
  if (value === undefined) return required ? { wrong: english('required') } : undefined;
  if (value === null) return { wrong: english('null') };
  if (typeof value !== 'string' && typeof value !== 'number')
    return { wrong: english(kind === 'email' ? 'badEmail' : 'noText') };
  const trimmed = String(value).trim();
  // The blanks of a password are part of it (contract §15.32); no other API cuts them off either.
  const text = kind === 'password' ? String(value) : trimmed;
  if (trimmed === '') return mayBeBlank ? trimmed : { wrong: english('blank') };
  if (kind === 'email' && !isAddress(text)) return { wrong: english('badEmail') };
  if (limit !== undefined && [...text].length > limit) return { wrong: english('tooLong', { limit }) };
  return text;
}

/** Who sees the values of a body in which something is wrong sees only those that are right. */
function isComplete<R extends Rules>(
  values: Record<string, string | undefined>,
  rules: Rules,
  wrong: Record<string, unknown>,
): values is Values<R> & Record<string, string | undefined> {
  return Object.entries(rules).every(
    ([name, rule]) => rule.required !== true || values[name] !== undefined || Object.keys(wrong).length > 0,
  );
}

function missing(): never {
  throw new Error('A required field was neither read nor refused.');
}
