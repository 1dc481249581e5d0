/** More pairs than any form or filter has; each costs a look-up, so a megabyte of `a&a&…` must not be walked. */
const MAX_PAIRS = 10_000;

export type Fields = Record<string, string | string[]>;

const forms = new WeakSet<object>();

/** Marks a body as a form: its texts are turned into the types of the route's schema before it is validated. */
export function markForm(fields: Fields): Fields {
  forms.add(fields);
  return fields;
}

/** Whether a body came as a form (urlencoded or multipart), so that all its values are texts. */
export function isForm(body: unknown): boolean {
  return typeof body === 'object' && body !== null && forms.has(body);
}

/**
 * Reads `a=1&b=x+y&a=2` into `{ a: ['1', '2'], b: 'x y' }`, an object without a prototype.
 * Answers null for malformed percent-encoding, bytes that are no UTF-8, or more than 10 000 pairs.
 */
export function parseFields(text: string): Fields | null {
  const fields: Fields = Object.create(null);
  if (text === '') return fields;
  const pairs = text.split('&', MAX_PAIRS + 1);
  if (pairs.length > MAX_PAIRS) return null;
  try {
    for (const pair of pairs) {
      if (pair !== '') addPair(fields, pair);
    }
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  return fields;
}

function addPair(fields: Fields, pair: string): void {
  const equals = pair.indexOf('=');
  const name = decode(equals === -1 ? pair : pair.slice(0, equals));
  const value = equals === -1 ? '' : decode(pair.slice(equals + 1));
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else fields[name] = [before, value];
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
