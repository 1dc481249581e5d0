/** One thing that happened to one object. */
export interface Happening {
  /** A verb in the past tense: `registered`, `activated`, `rotated`. */
  readonly verb: string;
  readonly objectType: string;
  readonly objectId: number | string;
  /** Names of the fields that were changed. */
  readonly fields?: readonly string[];
}
