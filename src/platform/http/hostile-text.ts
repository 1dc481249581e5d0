import { malformed } from './problems.ts';

/**
 * Bounds of what a request may carry. PostgreSQL's text takes no NUL and no lone surrogate; deeper JSON than this
 * overflows the stack of recursive code (a serializer, a validator) long before the body limit bites.
 */
const MAX_DEPTH = 64;

/**
 * Refuses data that no handler could keep as sent: NUL characters, lone surrogates, `__proto__` keys, nesting deeper
 * than 64. Throws a 400 naming the field by its dotted path. Walks without recursion, so depth cannot hurt it.
 * @param part the words for the whole when no field can be named: `body`, `query`
 */
export function refuseHostileText(data: unknown, part: string): void {
  if (typeof data === 'string') refuseString(data, '', part);
  if (typeof data !== 'object' || data === null) return;
  const open: { value: object; path: string; depth: number }[] = [{ value: data, path: '', depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, depth } = next;
    if (depth > MAX_DEPTH) throw malformed(`The ${part} is nested deeper than ${MAX_DEPTH} levels.`);
    for (const [key, item] of Object.entries(value)) {
      refuseKey(key, part);
      const place = path === '' ? key : `${path}.${key}`;
      if (typeof item === 'string') refuseString(item, place, part);
      else if (typeof item === 'object' && item !== null)
        open.push({ value: item, path: place, depth: depth + 1 });
    }
  }
}

function refuseKey(key: string, part: string): void {
  if (key === '__proto__') throw malformed(`The ${part} has a key that is not allowed.`);
  if (key.includes('\0') || !key.isWellFormed())
    throw malformed(`The ${part} has a key with characters that are not allowed.`);
}

function refuseString(text: string, path: string, part: string): void {
  const field = path === '' ? part : path;
  if (text.includes('\0')) throw malformed('Null characters are not allowed.', field);
  if (!text.isWellFormed()) throw malformed('Not a valid Unicode text.', field);
}
