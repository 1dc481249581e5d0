import type { OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import * as rows from './letter-lists.queries.ts';
import { tellPosted } from './letters.ts';
import { unknownLetter } from './refusals.ts';
import { lease, withoutSecrets } from './rules.ts';
import type { LetterFilter, LetterTally, ListedLetter } from './types.ts';

/** Up to `limit` letters after the one named, newest first, without what they say. */
export function listLetters(
  read: Read,
  filter: LetterFilter,
  page: { readonly limit: number; readonly after: string | null },
): Promise<ListedLetter[]> {
  return rows.selectLetters(read, filter, page);
}

/** A letter without what it says. Refuses an unknown one. */
export async function requireLetter(read: Read, id: string): Promise<ListedLetter> {
  const letter = await rows.findLetter(read, id);
  if (!letter) throw unknownLetter(id);
  return letter;
}

/**
 * What a waiting letter says, its links of one use cut short: whoever may look at it must not be able to use them. Empty
 * once it left, for then the text is erased.
 */
export async function readLetter(read: Read, id: string): Promise<string> {
  const text = await rows.findLetterText(read, id);
  if (text === null) throw unknownLetter(id);
  return withoutSecrets(text);
}

/** Makes a waiting letter due now. @returns false: it left, or was given up, meanwhile */
export async function hastenLetter(tx: Tx, id: string): Promise<boolean> {
  const isWaiting = await rows.hastenRow(tx, id, lease);
  if (isWaiting) tx.afterCommit(tellPosted);
  return isWaiting;
}

/** Letters of the whole installation: those that wait, those five minutes late, those given up within a day. */
export function tallyLetters(read: OwnerRead): Promise<LetterTally> {
  return rows.countLetters(read);
}
