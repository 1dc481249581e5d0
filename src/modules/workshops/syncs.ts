import type { Read } from '../../platform/database/contract.ts';
import { horizonOf, type SyncPlace } from '../../platform/database/sync-order.ts';
import type { Identity } from '../identity/types.ts';
import { requireEvent } from './events.ts';
import { unsealKey } from './login-keys.ts';
import type { ShownParticipant } from './participant-pages.ts';
import * as rows from './syncs.queries.ts';
import type { NamedRegistration } from './types.ts';

/** A page of what changed; from the horizon goes on who has all of it and knows of no more. */
interface Changes<Row> {
  readonly changed: readonly (Row & { readonly place: SyncPlace })[];
  readonly horizon: SyncPlace;
}

/**
 * Participants of an event behind a place in the order of the transactions that wrote them last. A choice does not change
 * who chooses, and who is removed is no row any more. Refuses an unknown event, and a place of another database.
 */
export async function changedParticipants(
  read: Read,
  { secret }: Pick<Identity, 'secret'>,
  eventId: number,
  wanted: rows.ChangedRows,
): Promise<Changes<ShownParticipant>> {
  const { found, horizon } = await settled(read, eventId, wanted.after, () =>
    rows.selectChangedParticipants(read, eventId, wanted),
  );
  const changed = found.map(({ sealed, ...one }) => ({ ...one, key: sealed && unsealKey(secret, sealed) }));
  return { changed, horizon };
}

/** Registrations of an event in that order. Refuses an unknown event, and a place of another database. */
export async function newRegistrations(
  read: Read,
  eventId: number,
  wanted: rows.ChangedRows,
): Promise<Changes<NamedRegistration>> {
  const { found, horizon } = await settled(read, eventId, wanted.after, () =>
    rows.selectNewRegistrations(read, eventId, wanted),
  );
  return { changed: found, horizon };
}

async function settled<Row>(
  read: Read,
  eventId: number,
  after: SyncPlace | null,
  select: () => Promise<Row[]>,
): Promise<{ found: Row[]; horizon: SyncPlace }> {
  const [, horizon, found] = await Promise.all([
    requireEvent(read, eventId),
    horizonOf(read, after),
    select(),
  ]);
  return { found, horizon };
}
