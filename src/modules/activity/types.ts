/** One thing that happened to one object. */
export interface Happening {
  /** A verb in the past tense: `registered`, `activated`, `rotated`. */
  readonly verb: string;
  readonly objectType: string;
  readonly objectId: number | string;
  /** Names of the fields that were changed. */
  readonly fields?: readonly string[];
}

/** A happening as the log keeps it. */
export interface Recorded {
  readonly at: Date;
  readonly verb: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly fields: readonly string[];
  /** The account that did it; null: nobody in particular, the command line, or the system. */
  readonly authorId: number | null;
}
