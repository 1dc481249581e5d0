import type { Tx } from '../../platform/database/contract.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { erase } from '../identity/accounts.ts';
import type { Account, Identity, Role } from '../identity/types.ts';
import { postLetter } from '../mail/letters.ts';
import type { Site } from '../tenants/types.ts';
import { erasedLetter } from './security.mails.ts';

/**
 * Erases an account as `erase` does and posts the last letter to the person, of which nothing is kept once it left.
 * @param by the role of whoever asks; people may erase themselves
 */
export async function eraseAndTell(
  tx: Tx,
  identity: Identity,
  site: Site,
  account: Account,
  by: Role,
): Promise<void> {
  await erase(tx, identity, account.id, by);
  const locale = chooseLocale(account.locale, site.config.language);
  await postLetter(tx, {
    kind: 'account_erased',
    siteId: site.id,
    accountId: account.id,
    to: { address: account.email, name: account.name },
    locale,
    content: erasedLetter({ name: account.name, siteName: site.name, at: tx.clock.now(), locale }),
    isLast: true,
  });
}
