/** The classes of refusal; an API that has no words of its own for a code answers by the class. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'full'
  | 'expired'
  | 'throttled'
  | 'unavailable';

export interface RefusalOptions {
  /** Messages by field, in the words of the domain. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Facts a caller may need to build its own sentence. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Seconds after which another try may succeed. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A decision of the domain not to do what was asked. It never carries a status or a wire word. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** `<noun>.<reason>`, e.g. `account.email_taken`. */
  readonly code: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly retryAfter: number | undefined;

  constructor(kind: RefusalKind, code: string, message: string, options: RefusalOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.fields = options.fields ?? {};
    this.detail = options.detail ?? {};
    this.retryAfter = options.retryAfter;
  }
}

/** Makes a refusal to throw: `throw refuse('conflict', 'account.email_taken', 'The e-mail is taken.')`. */
export function refuse(kind: RefusalKind, code: string, message: string, options?: RefusalOptions): Refusal {
  return new Refusal(kind, code, message, options);
}
