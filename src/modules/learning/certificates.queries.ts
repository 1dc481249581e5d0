import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Certificate } from './types.ts';

/** Writes or renews the certificate of a person and a course; it keeps its uuid, so a printed address stays good. */
export async function upsertCertificate(
  tx: Tx,
  row: { uuid: string; courseId: number; accountId: number; grade: string; completedAt: Date },
): Promise<string> {
  const { rows } = await sql<{ uuid: string }>`
    insert into certificates (tenant_id, uuid, course_id, account_id, grade, completed_at)
    values (${tx.tenantId}, ${row.uuid}, ${row.courseId}, ${row.accountId}, ${row.grade}, ${row.completedAt})
    on conflict (tenant_id, course_id, account_id)
      do update set grade = excluded.grade, completed_at = excluded.completed_at, revoked_at = null
    returning uuid`.execute(tx.db);
  return rows[0]?.uuid ?? row.uuid;
}

export async function revokeCertificateRow(tx: Tx, uuid: string): Promise<boolean> {
  const row = await tx.db
    .updateTable('certificates')
    .set({ revoked_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('uuid', '=', uuid)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Issued certificates with the names that stand on them. */
export async function findCertificate(
  read: Read,
  uuid: string,
): Promise<(Certificate & { name: string; courseName: string }) | null> {
  const row = await read.db
    .selectFrom('certificates as t')
    .innerJoin('courses as c', (join) =>
      join.onRef('c.tenant_id', '=', 't.tenant_id').onRef('c.id', '=', 't.course_id'),
    )
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.id', '=', 't.account_id'),
    )
    .select([
      't.uuid',
      'c.course_key as courseKey',
      'c.name as courseName',
      'a.username',
      'a.name',
      't.grade',
      't.completed_at as completedAt',
    ])
    .where('t.tenant_id', '=', read.tenantId)
    .where('t.uuid', '=', uuid)
    .where('t.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
