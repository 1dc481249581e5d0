import type { Read } from '../../platform/database/contract.ts';
import { requireAccountById } from '../identity/accounts.ts';
import { selectRunCities } from './cities.queries.ts';

/** Seconds an access token for festivals lives (Gemini contract §4.3). */
export const festivalTokenSeconds = 86_400;

/** Scopes that anyone may ask for, and has who asks for none (Gemini contract §3). */
export const requestableScopes: readonly string[] = ['profile', 'performer', 'venue'];

/** Scopes that come with a role and are never had for the asking. */
export const earnedScopes: readonly string[] = ['city', 'admin'];

/**
 * What a token of this account carries of the scopes asked for, in their order: those earned by a role are dropped from
 * whoever lacks it, and added for whoever has it. Where nothing is left, it is as if none was asked for.
 */
export async function grantScopes(
  read: Read,
  accountId: number,
  asked: readonly string[],
): Promise<readonly string[]> {
  const { role } = await requireAccountById(read, accountId);
  const isAdmin = role === 'admin' || role === 'owner';
  const runsAny = isAdmin || (await selectRunCities(read, accountId)).length > 0;
  const earned = [...(runsAny ? ['city'] : []), ...(isAdmin ? ['admin'] : [])];
  const kept = asked.filter((scope) => earned.includes(scope) || !earnedScopes.includes(scope));
  const wanted = kept.some((scope) => !earnedScopes.includes(scope)) ? kept : [...requestableScopes, ...kept];
  return [...new Set([...wanted, ...earned])];
}
