import { type TSchema, Type } from 'typebox';

/** ISO 8601 in UTC. */
export const moment = Type.String({ format: 'date-time' });

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** A closed object: what is not named is refused in a body and never in an answer. */
export function closed<Fields extends Record<string, TSchema>>(fields: Fields) {
  return Type.Object(fields, { additionalProperties: false });
}

/** Of a date, or null. */
export function iso(date: Date): string;
export function iso(date: Date | null): string | null;
export function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

/** Nothing to say. */
export const noContent = { 204: Type.Null({ description: 'Done' }) };
