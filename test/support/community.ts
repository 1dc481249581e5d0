import { comment } from '../../src/modules/community/comments.ts';
import { peopleAsTargets } from '../../src/modules/community/people.ts';
import { notePresence } from '../../src/modules/community/presences.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { chooseSettings } from '../../src/modules/notifications/settings.ts';
import type { TestSite } from './app.ts';

/** A comment of the admin on the member, who was told of it, is there, and has chosen how to be told. */
export async function gather(
  at: TestSite,
  { admin, member }: { readonly admin: Account; readonly member: Account },
): Promise<{ commentId: string }> {
  return at.context.transaction(async (tx) => {
    await chooseSettings(tx, member.id, [{ kind: 'comment', inPage: true, byMail: 'off' }]);
    await notePresence(tx, member.id);
    const target = await peopleAsTargets.find(tx, at.site, member.uuid);
    if (!target) throw new Error('The member is not there.');
    const { uuid } = await comment(tx, { ...target, type: 'account' }, admin, 'Well done');
    return { commentId: uuid };
  });
}
