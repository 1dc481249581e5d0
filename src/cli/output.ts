import { wantsTraces } from '../config.ts';
import { Refusal } from '../platform/refusal.ts';

/** A command line that makes no sense; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command that was not carried out, in a sentence; the exit code is 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** Writes a line to standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line to standard error: hints and warnings, which no script reads. */
export function hint(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes a value as JSON for a script: keys as columns are named, moments in ISO 8601. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(withColumnNames(value), null, 2));
}

/**
 * Writes rows as a table for a person, its columns as wide as needed.
 * @param empty said where there is no row
 */
export function sayTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
): void {
  if (rows.length === 0) {
    hint(empty);
    return;
  }
  const all = [headings, ...rows];
  const widths = headings.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  for (const row of all)
    say(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** A moment for a person: to the minute, UTC. */
export function sayMoment(moment: Date | null): string {
  return moment ? `${moment.toISOString().slice(0, 16).replace('T', ' ')}Z` : '—';
}

/** Tells a failure on standard error: its sentence, with the trace only where MUSTER_DEBUG asks for it. */
export function tell(error: unknown): void {
  if (wantsTraces()) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  else for (const sentence of describe(error).split('\n')) hint(`muster: ${sentence}`);
}

/** Refusals whose sentences do not say themselves what they are about. */
const namesFields = new Set([
  'account.bad_fields',
  'city.bad_fields',
  'event.bad_fields',
  'festival.bad_fields',
  'workshop_link.bad',
]);

/** A failure in a sentence. */
export function describe(error: unknown): string {
  if (error instanceof Refusal) {
    const fields = Object.entries(error.fields);
    if (!namesFields.has(error.code) || fields.length === 0) return error.message;
    return fields.map(([field, messages]) => `${field}: ${messages.join(' ')}`).join('\n');
  }
  // What Node throws when every address of a host refused: its own message is empty.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(describe).join(', ');
  if (!(error instanceof Error)) return String(error);
  return error.message;
}

function withColumnNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withColumnNames);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const named = Object.entries(value).map(([key, inner]) => [
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    // Answers to a site's own fields, and a site's configuration, keep the names they were given.
    key === 'extra' || key === 'config' ? inner : withColumnNames(inner),
  ]);
  return Object.fromEntries(named);
}
