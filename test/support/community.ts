import { comment } from '../../src/modules/community/comments.ts';
import { peopleAsTargets } from '../../src/modules/community/people.ts';
import { notePresence } from '../../src/modules/community/presences.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { chooseSettings } from '../../src/modules/notifications/settings.ts';
import type { TestSite } from './app.ts';

/** Comments of the admin on the member, by their uuids. */
export interface Gathered {
  readonly first: string;
  readonly second: string;
}

/** The admin has commented twice on the member, who was told, is there, and has chosen how to be told. */
export async function gather(
  at: TestSite,
  { admin, member }: { readonly admin: Account; readonly member: Account },
): Promise<Gathered> {
  return at.context.transaction(async (tx) => {
    await chooseSettings(tx, member.id, [{ kind: 'comment', inPage: true, byMail: 'off' }]);
    await notePresence(tx, member.id);
    const target = await peopleAsTargets.find(tx, at.site, member.uuid);
    if (!target) throw new Error('The member is not there.');
    const on = { ...target, type: 'account' };
    const first = await comment(tx, on, admin, 'Well done');
    const second = await comment(tx, on, admin, 'Very well');
    return { first: first.uuid, second: second.uuid };
  });
}
