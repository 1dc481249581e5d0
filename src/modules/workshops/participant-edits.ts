import type { Tx } from '../../platform/database/contract.ts';
import type { Identity } from '../identity/types.ts';
import { hashKey } from './login-keys.ts';
import { openParticipants, writePlan } from './participant-changes.ts';
import { findHeldKeys, findPresent, lockParticipants } from './participant-lists.queries.ts';
import { draftFaults, planList, type SentParticipant, takenKey } from './participants.rules.ts';
import { badParticipants, unknownParticipant } from './refusals.ts';
import type { ParticipantDraft } from './types.ts';

type Secret = Pick<Identity, 'secret'>;

/**
 * Puts one more person into an event, also where somebody is named alike. Without a key one is drawn. Refuses an unknown
 * or archived event, fields that are wrong, and a key that somebody has.
 * @returns the id
 */
export async function addParticipant(
  tx: Tx,
  identity: Secret,
  eventId: number,
  draft: Omit<ParticipantDraft, 'id'>,
): Promise<number> {
  const sent = judgeDraft(tx, identity, { key: '', ...draft });
  await openParticipants(tx, eventId);
  await refuseHeldKey(tx, sent, null);
  const [id] = await writePlan(tx, identity, eventId, planList([], [sent], 'add'));
  if (id === undefined) throw new Error('Nobody was added.');
  return id;
}

/**
 * Changes what is named of one person; a changed key ends what the old one opened, null takes it away. Refuses somebody
 * unknown, an archived event, fields that are wrong, and a key that somebody else has.
 */
export async function changeParticipant(
  tx: Tx,
  identity: Secret,
  id: number,
  change: Omit<ParticipantDraft, 'id'>,
): Promise<void> {
  const sent = judgeDraft(tx, identity, { ...change, id });
  const before = await findPresent(tx, id);
  if (!before) throw unknownParticipant(id);
  await openParticipants(tx, before.eventId);
  await lockParticipants(tx, [id]);
  const present = await findPresent(tx, id);
  if (!present) throw unknownParticipant(id);
  const { eventId, ...one } = present;
  await refuseHeldKey(tx, sent, one.keyHash);
  await writePlan(tx, identity, eventId, planList([one], [sent], 'add'));
}

function judgeDraft({ tenantId }: Tx, { secret }: Secret, draft: ParticipantDraft): SentParticipant {
  const faults = draftFaults(draft, 0);
  if (faults.length > 0)
    throw badParticipants(Object.fromEntries(faults.map(({ field, sentence }) => [field, [sentence]])));
  const { key = null } = draft;
  const isTyped = key !== null && key.trim() !== '';
  return { draft, keyHash: isTyped ? hashKey(secret, tenantId, key).hash.toString('hex') : null };
}

async function refuseHeldKey(tx: Tx, { draft, keyHash }: SentParticipant, own: string | null): Promise<void> {
  if (keyHash === null || keyHash === own) return;
  const held = await findHeldKeys(tx, [keyHash]);
  if (held.length > 0) throw badParticipants({ key: [takenKey(draft.key ?? '')] });
}
