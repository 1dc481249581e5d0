import { sql } from 'kysely';
import type { OwnerTx, Read, Tx } from '../../platform/database/contract.ts';

/** A comment without its author's account. */
export interface CommentRow {
  readonly id: number;
  readonly uuid: string;
  readonly objectType: string;
  readonly objectId: number;
  readonly authorId: number;
  readonly content: string;
  readonly createdAt: Date;
  readonly changedAt: Date | null;
}

const own = (read: Read) =>
  read.db
    .selectFrom('comments')
    .select([
      'id',
      'uuid',
      'object_type as objectType',
      'object_id as objectId',
      'author_id as authorId',
      'content',
      'created_at as createdAt',
      'changed_at as changedAt',
    ])
    .where('tenant_id', '=', read.tenantId);

type Stored = Awaited<ReturnType<ReturnType<typeof own>['execute']>>[number];

const toRow = (row: Stored): CommentRow => ({ ...row, objectId: Number(row.objectId) });

export async function insertComment(
  tx: Tx,
  comment: Omit<CommentRow, 'id' | 'createdAt' | 'changedAt'>,
): Promise<CommentRow> {
  const createdAt = tx.clock.now();
  const { id } = await tx.db
    .insertInto('comments')
    .values({
      tenant_id: tx.tenantId,
      uuid: comment.uuid,
      object_type: comment.objectType,
      object_id: String(comment.objectId),
      author_id: comment.authorId,
      content: comment.content,
      created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...comment, id, createdAt, changedAt: null };
}

/** Oldest first, or newest first. */
export async function selectComments(
  read: Read,
  on: { readonly type: string; readonly id: number },
  order: 'asc' | 'desc',
  page: { readonly limit: number; readonly offset: number },
): Promise<{ count: number; rows: CommentRow[] }> {
  const [counted, rows] = await Promise.all([
    read.db
      .selectFrom('comments')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('tenant_id', '=', read.tenantId)
      .where('object_type', '=', on.type)
      .where('object_id', '=', String(on.id))
      .executeTakeFirstOrThrow(),
    own(read)
      .where('object_type', '=', on.type)
      .where('object_id', '=', String(on.id))
      .orderBy('id', order)
      .limit(page.limit)
      .offset(page.offset)
      .execute(),
  ]);
  return { count: counted.count, rows: rows.map(toRow) };
}

export async function selectCommentsById(read: Read, ids: readonly number[]): Promise<CommentRow[]> {
  const rows = await own(read).where('id', '=', sql<number>`any (${ids}::bigint[])`).execute();
  return rows.map(toRow);
}

/** The comment of that uuid on that thing. */
export async function findComment(
  read: Read,
  on: { readonly type: string; readonly id: number },
  uuid: string,
): Promise<CommentRow | null> {
  const row = await own(read)
    .where('uuid', '=', uuid)
    .where('object_type', '=', on.type)
    .where('object_id', '=', String(on.id))
    .executeTakeFirst();
  return row ? toRow(row) : null;
}

/** The comment of that uuid, with other changes of it waiting until the transaction ends. */
export async function lockComment(tx: Tx, uuid: string): Promise<CommentRow | null> {
  const row = await own(tx).where('uuid', '=', uuid).forNoKeyUpdate().executeTakeFirst();
  return row ? toRow(row) : null;
}

export async function updateContent(tx: Tx, id: number, content: string): Promise<void> {
  await tx.db
    .updateTable('comments')
    .set({ content, changed_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

/** False when somebody else was faster. */
export async function deleteComment(tx: Tx, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('comments')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteCommentsOn(tx: Tx, type: string, id: number): Promise<void> {
  await tx.db
    .deleteFrom('comments')
    .where('tenant_id', '=', tx.tenantId)
    .where('object_type', '=', type)
    .where('object_id', '=', String(id))
    .execute();
}

/** Looks each thing up in the log once, however much was said of it. */
export async function deleteCommentsOnDeleted(tx: OwnerTx): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with gone as (
      select thing.* from (select distinct tenant_id, object_type, object_id from comments) as thing
      where exists (
        select from activity a
        where a.tenant_id = thing.tenant_id and a.object_type = thing.object_type and a.object_id = thing.object_id
          and a.verb = 'deleted'))
    delete from comments c using gone
    where c.tenant_id = gone.tenant_id and c.object_type = gone.object_type and c.object_id = gone.object_id`.execute(
    tx.db,
  );
  return Number(numAffectedRows);
}
