import { sql } from 'kysely';
import type { OwnerTx, Read, Tx } from '../../platform/database/contract.ts';

export type PictureKind = 'avatar' | 'logo';

export async function insertPicture(
  tx: Tx,
  picture: {
    readonly id: string;
    readonly kind: PictureKind;
    readonly accountId: number;
    readonly size: number;
  },
): Promise<void> {
  await tx.db
    .insertInto('pictures')
    .values({
      tenant_id: tx.tenantId,
      id: picture.id,
      kind: picture.kind,
      account_id: picture.accountId,
      size: picture.size,
      created_at: tx.clock.now(),
    })
    .execute();
}

/** Keeps the picture from being purged until the transaction ends. @param readOnly without the lock */
export async function lockPicture(
  tx: Tx,
  id: string,
): Promise<{ kind: string; accountId: number | null } | null> {
  const row = await tx.db
    .selectFrom('pictures')
    .select(['kind', 'account_id as accountId'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();
  return row ?? null;
}

export async function findPictureKind(read: Read, id: string): Promise<string | null> {
  const row = await read.db
    .selectFrom('pictures')
    .select('kind')
    .where('tenant_id', '=', read.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.kind ?? null;
}

/** Deletes pictures that nothing shows, made before a moment; of every tenant. @returns which */
export async function deleteUnshown(
  tx: OwnerTx,
  before: Date,
  limit: number,
): Promise<{ tenantId: number; id: string }[]> {
  const { rows } = await sql<{ tenantId: number; id: string }>`
    delete from pictures p using (
      select q.tenant_id, q.id from pictures q where q.created_at < ${before}
        and not exists (select from artists a where a.tenant_id = q.tenant_id and a.picture_id = q.id)
        and not exists (select from cities c where c.tenant_id = q.tenant_id and c.logo_id = q.id)
      order by q.created_at limit ${limit} for update skip locked
    ) gone where p.tenant_id = gone.tenant_id and p.id = gone.id
    returning p.tenant_id as "tenantId", p.id`.execute(tx.db);
  return rows;
}

/** Which of these have a row; of every tenant. */
export async function selectKnown(
  tx: OwnerTx,
  files: readonly { tenantId: number; id: string }[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from pictures p join unnest(${files.map(({ tenantId }) => tenantId)}::bigint[],
      ${files.map(({ id }) => id)}::uuid[]) as f (tenant_id, id) on f.tenant_id = p.tenant_id and f.id = p.id`.execute(
    tx.db,
  );
  return rows.map(({ id }) => id);
}
