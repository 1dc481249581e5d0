import type { Read } from '../../platform/database/contract.ts';
import type { Account } from '../identity/types.ts';
import type { Site } from '../tenants/types.ts';

/** A thing that people may comment on, as it is shown where it is named. */
export interface ThingName {
  /** Its number, as the activity log names it. */
  readonly id: number;
  /** Its name in addresses: a uuid, a course key, an id. */
  readonly publicId: string;
  /** Its name for people. */
  readonly name: string;
}

/** A thing that somebody comments on. */
export interface CommentTarget extends ThingName {
  /** Accounts that are told of a comment on it. */
  readonly concerns: readonly number[];
  /** Accounts that its name names, if it names people. */
  readonly named?: readonly number[];
}

/** How things of one type are found. */
export interface TargetFinder {
  /** The thing of that public id that the site shows, or null. */
  readonly find: (read: Read, site: Site, publicId: string) => Promise<CommentTarget | null>;
  /** Those of the numbers that there are; one statement whatever the number. */
  readonly describe: (read: Read, ids: readonly number[]) => Promise<readonly ThingName[]>;
}

/** What may be commented on, by the type's name in the activity log; the hall fills it with verbs of other modules. */
export type CommentTargets = Readonly<Record<string, TargetFinder>>;

/** A thing and its type. */
export interface FoundTarget extends CommentTarget {
  readonly type: string;
}

export interface Comment {
  readonly id: number;
  readonly uuid: string;
  readonly objectType: string;
  readonly objectId: number;
  readonly author: Account;
  readonly content: string;
  readonly createdAt: Date;
  /** Null: as it was written. */
  readonly changedAt: Date | null;
}
