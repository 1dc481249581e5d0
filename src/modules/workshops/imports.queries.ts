import { sql } from 'kysely';
import type { Tx } from '../../platform/database/contract.ts';

/**
 * Inserts registrations and counts their places, with one statement. Where more are in than there is room for, that is
 * granted: who was in stays in. Lock the workshops first.
 */
export async function insertImportedRegistrations(
  tx: Tx,
  eventId: number,
  registrations: readonly { readonly workshopId: number; readonly participantId: number }[],
): Promise<void> {
  await sql`
    with made as (
      insert into registrations (tenant_id, event_id, workshop_id, participant_id, entered_at)
      select ${tx.tenantId}, ${eventId}, s.workshop_id, s.participant_id, ${tx.clock.now()}::timestamptz
      from unnest(${registrations.map(({ workshopId }) => workshopId)}::bigint[],
        ${registrations.map(({ participantId }) => participantId)}::bigint[])
        with ordinality as s (workshop_id, participant_id, place)
      order by s.place
      returning workshop_id
    )
    update workshops w set
      taken = w.taken + c.places,
      granted = case when w.taken + c.places > w.capacity then w.taken + c.places else w.granted end
    from (select m.workshop_id as id, count(*)::integer as places from made m group by m.workshop_id) as c
    where w.tenant_id = ${tx.tenantId} and w.id = c.id`.execute(tx.db);
}
