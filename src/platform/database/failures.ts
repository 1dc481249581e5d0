import { refuse } from '../refusal.ts';

/** What PostgreSQL or its driver says of a failed statement. */
interface DatabaseFailure extends Error {
  readonly code?: string;
  readonly constraint?: string;
}

const again = new Set(['40001', '40P01']);
const lost = new Set([
  '57P01', // ended by an administrator
  '57P02', // crash of another backend
  '57P03', // starting up or shutting down
  '08000',
  '08003',
  '08006',
  '53300', // too many connections
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ENOENT', // the socket of the embedded server, while it restarts
]);
/** The driver has no code for these. */
const lostSentence =
  /Connection terminated|Connection ended|not queryable|timeout exceeded when trying to connect|Client was closed/;

/** The failure names a clash of transactions: the same work may succeed at once. */
export function isClash(error: unknown): boolean {
  return isFailure(error) && again.has(error.code ?? '');
}

/** The statement failed only because an earlier one of its transaction had. */
export function isAftermath(error: unknown): boolean {
  return isFailure(error) && error.code === '25P02';
}

/** The failure means that the database could not be reached, not that the statement was wrong. */
export function isConnectionLoss(error: unknown): boolean {
  return isFailure(error) && (lost.has(error.code ?? '') || lostSentence.test(error.message));
}

/** The name of the constraint a write has broken, or null. The caller maps it to a refusal (rule 6). */
export function brokenConstraint(error: unknown): string | null {
  return isFailure(error) && typeof error.constraint === 'string' ? error.constraint : null;
}

/** A refusal for work that PostgreSQL could not take: try again in a second. A lock or statement that waited too long too. */
export function databaseUnavailable(cause: unknown): Error {
  return refuse('unavailable', 'database.unavailable', 'The database cannot be reached at the moment.', {
    retryAfter: 1,
    cause,
  });
}

/** Values that no column of theirs can hold: too large a number, a text that is no date, a character that is none. */
const unfit = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);

/** What was asked for holds a value PostgreSQL cannot take: the last net under the schemas of the routes. */
export function isUnfit(error: unknown): boolean {
  return isFailure(error) && unfit.has(error.code ?? '');
}

/** A refusal for such a value; it cannot name the field, since PostgreSQL does not. */
export function unfitValue(cause: unknown): Error {
  return refuse('invalid', 'request.unfit_value', 'A value is too large, or of the wrong form.', { cause });
}

/** PostgreSQL gave up waiting for a lock (10 s) or on a statement (30 s). */
export function isTimeout(error: unknown): boolean {
  return isFailure(error) && (error.code === '55P03' || error.code === '57014');
}

function isFailure(error: unknown): error is DatabaseFailure {
  return error instanceof Error;
}
