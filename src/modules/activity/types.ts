/** One thing that happened to one object. */
export interface Happening {
  /** A verb in the past tense: `registered`, `activated`, `rotated`. */
  readonly verb: string;
  readonly objectType: string;
  readonly objectId: number | string;
  /** What came of it, such as the comment that was made on the object. */
  readonly result?: Thing;
  /** Names of the fields that were changed. */
  readonly fields?: readonly string[];
}

/** A thing that the log names: its type and its number. */
export interface Thing {
  readonly type: string;
  readonly id: number | string;
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

/** A happening as the activity stream shows it. */
export interface StreamedHappening extends Recorded {
  readonly id: number;
  readonly result: Thing | null;
  /** `account`, `participant`, `command`, `system` or `anyone`. */
  readonly authorKind: string;
}

/** Which happenings a stream shows; what is left out does not narrow it. */
export interface ActivityQuery {
  /** On this object. */
  readonly on?: Thing;
  /** By this account, or on it. */
  readonly of?: number;
  /** By this account. */
  readonly by?: number;
  /** On things of this type. */
  readonly onType?: string;
  readonly verbs?: readonly string[];
  /** From inclusive, before exclusive. */
  readonly from?: Date;
  readonly before?: Date;
}
