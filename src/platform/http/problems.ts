import { Refusal, type RefusalKind, type RefusalOptions } from '../refusal.ts';
import type { Problem, Violation } from './error-shapes.ts';

const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  full: 409,
  expired: 410,
  throttled: 429,
  unavailable: 503,
};
const KIND_OF_STATUS = new Map<number, RefusalKind>([
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'missing'],
  [405, 'missing'],
  [409, 'conflict'],
  [429, 'throttled'],
]);
/** Seconds named when somebody is refused for now and nobody said for how long. */
const RETRY_AFTER = 5;

export interface HttpRefusalOptions extends RefusalOptions {
  readonly allow?: readonly string[];
  readonly violations?: readonly Violation[];
}

/** A refusal by HTTP itself: its status is no choice of an API (404, 405, 413, 414, 415, 431…). */
export class HttpRefusal extends Refusal {
  readonly status: number;
  readonly allow: readonly string[] | undefined;
  readonly violations: readonly Violation[];

  constructor(status: number, code: string, message: string, options: HttpRefusalOptions = {}) {
    super(kindOfStatus(status), code, message, options);
    this.name = 'HttpRefusal';
    this.status = status;
    this.allow = options.allow;
    this.violations = options.violations ?? [];
  }
}

/** 400 for something no schema can be asked about: bytes, encodings, depth. @param field named when one is to blame */
export function malformed(message: string, field?: string): HttpRefusal {
  const fields = field === undefined ? {} : { fields: { [field]: [message] } };
  return new HttpRefusal(400, 'request.malformed', message, fields);
}

/**
 * Says in neutral words what an error means for the caller. What is no refusal and no 4xx of the framework is a
 * fault of ours: 500, with nothing of the error in it.
 */
export function problemOf(
  error: unknown,
  at: Pick<Problem, 'method' | 'path' | 'requestId'> & Partial<Pick<Problem, 'languages'>>,
): Problem {
  const base = {
    languages: [],
    fields: {},
    detail: {},
    violations: [],
    retryAfter: undefined,
    allow: undefined,
    ...at,
  };
  if (error instanceof Refusal) {
    const { code, kind, message, fields, detail } = error;
    const status = error instanceof HttpRefusal ? error.status : STATUS_OF_KIND[kind];
    const allow = error instanceof HttpRefusal ? error.allow : undefined;
    const violations = error instanceof HttpRefusal ? error.violations : [];
    return {
      ...base,
      status,
      code,
      kind,
      message,
      fields,
      detail,
      violations,
      allow,
      retryAfter: retry(error),
    };
  }
  if (isUnavailable(error)) {
    const message = 'The server cannot reach its database; please try again.';
    const code = 'server.unavailable';
    return { ...base, status: 503, code, kind: 'unavailable', message, retryAfter: RETRY_AFTER };
  }
  const known = frameworkRefusal(error);
  if (known) {
    const { status, code, kind, message } = known;
    return { ...base, status, code, kind, message };
  }
  const message = 'Something went wrong on our side.';
  return { ...base, status: 500, code: 'server.fault', kind: undefined, message };
}

function retry(refusal: Refusal): number | undefined {
  if (refusal.retryAfter !== undefined) return Math.max(1, Math.ceil(refusal.retryAfter));
  return refusal.kind === 'unavailable' || refusal.kind === 'throttled' ? RETRY_AFTER : undefined;
}

/** The database layer marks its errors so; it need not throw a Refusal to be understood. */
function isUnavailable(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'unavailable';
}

/** Fastify's own 4xx, in our codes; its message is kept where it is about the request alone. */
function frameworkRefusal(error: unknown): HttpRefusal | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  const status = error.statusCode;
  if (status < 400 || status > 499) return undefined;
  if (status === 413) return new HttpRefusal(413, 'request.too_large', 'The request body is too large.');
  if (status === 414) return new HttpRefusal(414, 'request.url_too_long', 'The address is too long.');
  if (status === 415)
    return new HttpRefusal(415, 'request.media_type', 'The media type of the body is not supported.');
  return new HttpRefusal(status, 'request.malformed', error.message);
}

function kindOfStatus(status: number): RefusalKind {
  const kind = KIND_OF_STATUS.get(status);
  if (kind !== undefined) return kind;
  return status >= 500 ? 'unavailable' : 'invalid';
}
