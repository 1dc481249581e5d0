import { sql } from 'kysely';
import type { Read } from '../../platform/database/contract.ts';
import type { Role } from './types.ts';

/** How many have a role; inactive are those not yet activated and those shut. */
export interface PeopleCount {
  readonly role: Role;
  readonly active: number;
  readonly inactive: number;
}

/** How many people there are by role. */
export async function countByRole(read: Read): Promise<PeopleCount[]> {
  const { rows } = await sql<PeopleCount>`
    select r.role, count(a.id) filter (where a.is_active)::integer as active,
      count(a.id) filter (where not a.is_active)::integer as inactive
    from unnest(array['member', 'staff', 'admin', 'owner']) with ordinality as r (role, place)
    left join accounts a on a.tenant_id = ${read.tenantId} and a.role = r.role
    group by r.role, r.place order by r.place`.execute(read.db);
  return rows;
}

/** Accounts made since, by the day of UTC; days without any are left out. */
export async function countByDay(read: Read, since: Date): Promise<{ day: string; count: number }[]> {
  const { rows } = await sql<{ day: string; count: number }>`
    select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::integer as count
    from accounts where tenant_id = ${read.tenantId} and created_at >= ${since}
    group by day order by day`.execute(read.db);
  return rows;
}
