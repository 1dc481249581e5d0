/** One thing that is wrong with what was sent; the pointer leads into its JSON (`/email`, `/times/0/from`). */
export interface ProblemDetail {
  readonly pointer: string;
  readonly message: string;
}

/** A "no" of the server, or `offline`, where no answer came. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly ProblemDetail[];
  readonly requestId: string | null;

  constructor(facts: {
    readonly title: string;
    readonly status: number;
    readonly code: string;
    readonly errors?: readonly ProblemDetail[];
    readonly requestId?: string | null;
  }) {
    super(facts.title);
    this.status = facts.status;
    this.code = facts.code;
    this.errors = facts.errors ?? [];
    this.requestId = facts.requestId ?? null;
  }
}

/** The request found no server, or lost it. */
export function offline(): ProblemError {
  return new ProblemError({ title: '', status: 0, code: 'offline' });
}

/** Reads problem details (RFC 9457) from a parsed body; whatever is missing in it is left empty. */
export function problemOf(status: number, body: unknown, requestId: string | null): ProblemError {
  const facts = isRecord(body) ? body : {};
  return new ProblemError({
    status,
    title: textOf(facts.title) ?? '',
    code: textOf(facts.code) ?? String(status),
    errors: (Array.isArray(facts.errors) ? facts.errors : []).filter(isDetail),
    requestId: textOf(facts.request_id) ?? requestId,
  });
}

/** Whatever was thrown, as a problem. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({
    title: error instanceof Error ? error.message : String(error),
    status: 0,
    code: 'page',
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isDetail(value: unknown): value is ProblemDetail {
  return isRecord(value) && typeof value.pointer === 'string' && typeof value.message === 'string';
}
