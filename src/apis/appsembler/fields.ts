import { type TSchema, Type } from 'typebox';
import { booleanOf } from '../../platform/http/text-values.ts';

/** One keyword instead of a union: a broken union is told once for each of its members. */
export const textOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const year = Type.Unsafe<string | number | null>({ type: ['string', 'integer', 'null'] });

/** The optional profile fields as clients send them (contract §1.6, §2.4); their values are judged by the module. */
export const profileSchema = {
  level_of_education: optional(textOrNull, 'p, m, b, a, hs, jhs, el, none or other'),
  gender: optional(textOrNull, 'm, f or o'),
  mailing_address: optional(textOrNull),
  city: optional(textOrNull),
  country: optional(textOrNull, 'ISO 3166 code of two letters'),
  goals: optional(textOrNull),
  bio: optional(textOrNull),
  year_of_birth: optional(year, 'Four digits'),
  language: optional(textOrNull, 'ISO 639 code'),
};

/** An id under the documented key, which ends in a blank, and under the one that a client would write. */
export const bothUserIds = (schema: TSchema) => ({ 'user_id ': schema, user_id: schema });

function optional<Schema extends TSchema>(schema: Schema, description?: string) {
  return Type.Optional(description === undefined ? schema : { ...schema, description });
}

/** A boolean in any of the forms of contract §9, for `readFlag` to judge. */
export const flag = Type.Unsafe<boolean | string | number | null>({
  type: ['boolean', 'string', 'number', 'null'],
});

const shortWords = new Map([
  ['t', true],
  ['y', true],
  ['f', false],
  ['n', false],
]);

/** Reads a `flag`: true/t/yes/y/on/1 and their opposites in any case. Undefined: it is none of them. */
export function readFlag(sent: boolean | string | number): boolean | undefined {
  const text = String(sent);
  return booleanOf(text) ?? shortWords.get(text.trim().toLowerCase());
}

/** Blank fields are as good as absent ones (contract §2.3). */
export function unlessBlank(text: string | null | undefined): string | undefined {
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}
