import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Happening, Recorded } from './types.ts';

/** One statement whatever the number. Lists of field names travel as JSON, since arrays of arrays must be rectangular. */
export async function insertActivity(
  tx: Tx,
  happenings: readonly Happening[],
  batchId: string | null = null,
): Promise<void> {
  const author = tx.author;
  await sql`
    insert into activity (tenant_id, at, site_id, author_kind, author_id, verb, object_type, object_id, fields,
                          batch_id, request_id)
    select ${tx.tenantId}, ${tx.clock.now()}, ${tx.siteId}, ${author?.kind ?? 'anyone'}, ${author?.id ?? null},
           happened.verb, happened.object_type, happened.object_id,
           array(select json_array_elements_text(happened.fields)), ${batchId}, ${tx.requestId}
    from unnest(${happenings.map((one) => one.verb)}::text[],
                ${happenings.map((one) => one.objectType)}::text[],
                ${happenings.map((one) => String(one.objectId))}::text[],
                ${happenings.map((one) => JSON.stringify(one.fields ?? []))}::json[])
      as happened (verb, object_type, object_id, fields)`.execute(tx.db);
}

/** What was done by an account or to it, oldest first. */
export function selectActivityOf(read: Read, accountId: number): Promise<Recorded[]> {
  return read.db
    .selectFrom('activity')
    .select([
      'at',
      'verb',
      'object_type as objectType',
      'object_id as objectId',
      'fields',
      'author_id as authorId',
    ])
    .where('tenant_id', '=', read.tenantId)
    .where((where) =>
      where.or([
        where.and([where('object_type', '=', 'account'), where('object_id', '=', String(accountId))]),
        where('author_id', '=', accountId),
      ]),
    )
    .orderBy('id')
    .execute();
}
