import { Type } from 'typebox';
import { isCourseKey } from '../../modules/learning/courses.ts';
import { refuseTooMany } from '../../modules/learning/enrolments.ts';
import type { EnrolmentAction } from '../../modules/learning/types.ts';
import { booleanOf } from '../../platform/http/text-values.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** The second alternative leaves whatever is no list to be told in this API's own words. */
const list = (description: string) =>
  Type.Optional(
    Type.Unsafe<unknown>({ anyOf: [{ type: 'array', items: { type: 'string' } }, {}], description }),
  );
const anything = (description: string) => Type.Optional(Type.Unknown({ description }));

/** Nothing is required here: everything that is wrong is told together, by field (contract §3.4, §9). */
export const order = Type.Object(
  {
    action: anything('Required: enroll or unenroll'),
    identifiers: list('Required: usernames or e-mails; a form repeats the key or writes identifiers[0]'),
    courses: list('Required: ids of courses'),
    auto_enroll: anything('Whether who has no account yet is enrolled on registering; usually false'),
    email_learners: anything('Whether each person gets a letter; usually false'),
    force: anything('Also into a full course, also outside its enrolment dates; usually false'),
  },
  // Says nothing new about an object; a list breaks it, and only so it is known that a list was sent.
  { not: { type: 'array' } },
);

/** A call as the module's order, its courses still keys. */
export interface Order {
  readonly action: EnrolmentAction;
  readonly identifiers: readonly string[];
  readonly courses: readonly string[];
  readonly autoEnroll: boolean;
  readonly notify: boolean;
  readonly force: boolean;
}

type Messages = readonly string[] | Readonly<Record<string, readonly string[]>>;
type Read<Value> = { readonly value: Value } | { readonly wrong: Messages };

/**
 * Reads a call. Refuses everything that is wrong with it together, in the words of Django REST
 * framework, and more than 50 000 identifiers or courses before they are looked at.
 */
export function readOrder(sent: {
  readonly action?: unknown;
  readonly identifiers?: unknown;
  readonly courses?: unknown;
  readonly auto_enroll?: unknown;
  readonly email_learners?: unknown;
  readonly force?: unknown;
}): Order {
  const errors: Record<string, Messages> = {};
  const take = <Value>(field: string, read: Read<Value>, instead: Value): Value => {
    if ('value' in read) return read.value;
    errors[field] = read.wrong;
    return instead;
  };
  const wanted: Order = {
    action: take('action', actionOf(sent.action), 'enroll'),
    identifiers: take('identifiers', textsOf(sent.identifiers), []),
    courses: take('courses', keysOf(sent.courses), []),
    autoEnroll: take('auto_enroll', switchOf(sent.auto_enroll), false),
    notify: take('email_learners', switchOf(sent.email_learners), false),
    force: take('force', switchOf(sent.force), false),
  };
  if (Object.keys(errors).length === 0) return wanted;
  throw refuse('invalid', 'enrolment.bad_order', 'Fields of the call are wrong.', { detail: { errors } });
}

/** Courses that are not this site's: nobody is enrolled anywhere. */
export function foreignCourses(keys: readonly string[]): Refusal {
  return refuse('invalid', 'enrolment.foreign_courses', 'Some courses are not of this site.', {
    detail: { keys },
  });
}

const required = { wrong: ['This field is required.'] };
const notNull = { wrong: ['This field may not be null.'] };

function actionOf(sent: unknown): Read<EnrolmentAction> {
  if (sent === undefined) return required;
  if (sent === null) return notNull;
  if (sent === 'enroll' || sent === 'unenroll') return { value: sent };
  const shown = (typeof sent === 'string' ? sent : JSON.stringify(sent)).slice(0, 100);
  return { wrong: [`"${shown}" is not a valid choice.`] };
}

function keysOf(sent: unknown): Read<string[]> {
  const read = textsOf(sent);
  if ('wrong' in read) return read;
  const bad = read.value.find((text) => !isCourseKey(text));
  return bad === undefined ? read : { wrong: [`Course key not valid: ${bad}`] };
}

function textsOf(sent: unknown): Read<string[]> {
  if (sent === undefined) return required;
  if (sent === null) return notNull;
  if (!Array.isArray(sent)) return { wrong: [`Expected a list of items but got type "${typeName(sent)}".`] };
  if (sent.length === 0) return { wrong: ['This list may not be empty.'] };
  refuseTooMany(sent.length, 1);
  const wrong: Record<string, string[]> = {};
  const value = sent.map((one: unknown, place) => {
    const text = typeof one === 'number' ? String(one) : one;
    if (text === null) wrong[place] = ['This field may not be null.'];
    else if (typeof text !== 'string') wrong[place] = ['Not a valid string.'];
    else if (text.trim() === '') wrong[place] = ['This field may not be blank.'];
    return typeof text === 'string' ? text.trim() : '';
  });
  return Object.keys(wrong).length > 0 ? { wrong } : { value };
}

/** The ancestor's own names of types; clients show this sentence. */
function typeName(sent: unknown): string {
  if (typeof sent === 'string') return 'str';
  if (typeof sent === 'boolean') return 'bool';
  if (typeof sent === 'number') return Number.isInteger(sent) ? 'int' : 'float';
  return 'dict';
}

/** One letter is a boolean here, though nowhere else (contract §9). */
const oneLetter: Readonly<Record<string, boolean>> = { t: true, y: true, f: false, n: false };

function switchOf(sent: unknown): Read<boolean> {
  if (sent === undefined) return { value: false };
  if (sent === null) return notNull;
  const text = typeof sent === 'number' ? String(sent) : sent;
  const value = typeof text === 'string' ? (booleanOf(text) ?? oneLetter[text.trim().toLowerCase()]) : text;
  return typeof value === 'boolean' ? { value } : { wrong: ['Must be a valid boolean.'] };
}
