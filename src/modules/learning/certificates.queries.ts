import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { After, Certificate, CertificateFilter, CourseScope, ListedCertificate } from './types.ts';

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

/** The standing certificate with the names that stand on it. */
export async function findCertificate(
  read: Read,
  uuid: string,
): Promise<(Certificate & { name: string; courseName: string }) | null> {
  const row = await joined(read)
    .select([...named, 'a.name', 'c.name as courseName'])
    .where('t.uuid', '=', uuid)
    .where('t.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** One page of certificates by id, standing and revoked ones, and how many there are in all. */
export async function selectCertificates(
  read: Read,
  scope: CourseScope | null,
  filter: CertificateFilter,
  page: { limit: number; offset: number },
): Promise<{ count: number; certificates: ListedCertificate[] }> {
  const [certificates, counted] = await Promise.all([
    joined(read)
      .select([...named, ...besides])
      .where(matching(scope, filter))
      .orderBy('t.id')
      .limit(page.limit)
      .offset(page.offset)
      .execute(),
    joined(read)
      .select((select) => select.fn.countAll<number>().as('count'))
      .where(matching(scope, filter))
      .executeTakeFirstOrThrow(),
  ]);
  return { count: counted.count, certificates };
}

/** The certificates behind one, by id, standing and revoked ones. */
export function selectCertificatesAfter(
  read: Read,
  scope: CourseScope | null,
  filter: CertificateFilter,
  { after, limit }: { after: After | null; limit: number },
): Promise<ListedCertificate[]> {
  return joined(read)
    .select([...named, ...besides])
    .where(matching(scope, filter))
    .where('t.id', '>', after?.id ?? 0)
    .orderBy('t.id')
    .limit(limit)
    .execute();
}

const besides = [
  't.id',
  't.revoked_at as revokedAt',
  'c.name as courseName',
  'a.name',
  'a.uuid as accountUuid',
] as const;

const named = [
  't.uuid',
  'c.course_key as courseKey',
  'a.username',
  't.grade',
  't.completed_at as completedAt',
] as const;

const joined = (read: Read) =>
  read.db
    .selectFrom('certificates as t')
    .innerJoin('courses as c', (join) =>
      join.onRef('c.tenant_id', '=', 't.tenant_id').onRef('c.id', '=', 't.course_id'),
    )
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.id', '=', 't.account_id'),
    )
    .where('t.tenant_id', '=', read.tenantId);

type Joined = ExpressionBuilder<
  { t: DB['certificates']; c: DB['courses']; a: DB['accounts'] },
  't' | 'c' | 'a'
>;

const matching = (scope: CourseScope | null, filter: CertificateFilter) => (where: Joined) => {
  const all: Expression<SqlBool>[] = [];
  if (scope) all.push(sql<SqlBool>`c.org_key = any(${[...scope.orgKeys]}::text[])`);
  if (filter.uuid !== undefined) all.push(where('t.uuid', '=', filter.uuid));
  if (filter.accountUuid !== undefined) all.push(where('a.uuid', '=', filter.accountUuid));
  if (filter.courseId !== undefined) all.push(where('t.course_id', '=', filter.courseId));
  if (filter.accountId !== undefined) all.push(where('t.account_id', '=', filter.accountId));
  if (filter.isRevoked !== undefined) {
    all.push(where('t.revoked_at', filter.isRevoked ? 'is not' : 'is', null));
  }
  return where.and(all);
};
