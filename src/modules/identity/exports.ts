import type { Read } from '../../platform/database/contract.ts';
import { listActivityOf } from '../activity/activity.ts';
import type { Recorded } from '../activity/types.ts';
import { listLettersOf } from '../mail/letters.ts';
import type { SentLetter } from '../mail/types.ts';
import { requireAccount } from './accounts.ts';
import { listOauthClients } from './oauth-clients.ts';
import { listTokens } from './tokens.ts';
import type { Account, OauthClient, Token } from './types.ts';

/** Everything kept here of one person but for secrets, of which only hashes are kept. */
export interface PersonalData {
  readonly account: Account;
  readonly tokens: readonly Token[];
  readonly oauthClients: readonly OauthClient[];
  readonly letters: readonly SentLetter[];
  /** What the person did and what was done to the account. */
  readonly activity: readonly Recorded[];
}

const mostTokens = 10_000;

/** Collects what is kept of one person, for the copy that they may ask for. Refuses an unknown username. */
export async function exportAccount(read: Read, username: string): Promise<PersonalData> {
  const account = await requireAccount(read, username);
  const [{ tokens }, clients, letters, activity] = await Promise.all([
    listTokens(read, { accountId: account.id }, { limit: mostTokens, offset: 0 }),
    listOauthClients(read),
    listLettersOf(read, account.id),
    listActivityOf(read, account.id),
  ]);
  const oauthClients = clients.filter((client) => client.ownerId === account.id);
  return { account, tokens, oauthClients, letters, activity };
}
