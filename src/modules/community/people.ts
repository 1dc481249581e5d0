import type { Read } from '../../platform/database/contract.ts';
import { findAccountByUuid, findAccounts } from '../identity/accounts.ts';
import type { Account } from '../identity/types.ts';
import type { CommentTarget, TargetFinder } from './types.ts';

/** People as things to comment on; a comment is told to the person. */
export const peopleAsTargets: TargetFinder = {
  async find(read, _site, publicId) {
    const account = await findAccountByUuid(read, publicId);
    return account && asTarget(account);
  },
  async describe(read: Read, ids: readonly number[]) {
    return [...(await findAccounts(read, ids)).values()].map(asTarget);
  },
};

function asTarget(account: Account): CommentTarget {
  const { id, uuid, username, name } = account;
  return { id, publicId: uuid, name: name === '' ? username : name, concerns: [id] };
}
