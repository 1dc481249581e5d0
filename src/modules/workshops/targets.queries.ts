import { type Expression, type SqlBool, sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';

export interface NamedRow {
  readonly id: number;
  readonly name: string;
}

export function selectEventNames(read: Read, ids: readonly number[]): Promise<NamedRow[]> {
  return read.db
    .selectFrom('events')
    .select(['id', 'name'])
    .where('tenant_id', '=', read.tenantId)
    .where(among(ids))
    .execute();
}

export function selectWorkshopNames(
  read: Read,
  ids: readonly number[],
): Promise<(NamedRow & { readonly eventId: number })[]> {
  return read.db
    .selectFrom('workshops')
    .select(['id', 'title as name', 'event_id as eventId'])
    .where('tenant_id', '=', read.tenantId)
    .where(among(ids))
    .execute();
}

function among(ids: readonly number[]): Expression<SqlBool> {
  return sql<boolean>`id = any (${ids}::bigint[])`;
}
