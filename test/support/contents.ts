import type { TestDatabase } from './database.ts';

/** A digest of every row by table; equal before and after means that nothing was written. */
export type Contents = Readonly<Record<string, string>>;

/** Counters of throttles count refused requests too, by intent (R6 of the figures and proofs). */
const left = ['throttle_counters'];

/**
 * Digests every table of the database, those added later too.
 * @param tenantId only the rows of one tenant, of the tables that have a tenant_id
 */
export async function digestContents(query: TestDatabase['query'], tenantId?: number): Promise<Contents> {
  const tables = await query<{ name: string; is_tenants: boolean }>(
    `select c.oid::regclass::text as name, a.attname is not null as is_tenants
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname = 'public' order by 1`,
  );
  const digests = tables
    .filter(
      ({ name, is_tenants: isTenants }) => !left.includes(name) && (isTenants || tenantId === undefined),
    )
    .map(
      ({ name }) => `select '${name}' as name,
        count(*) || ' rows ' || md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '')) as digest
        from ${name} t ${tenantId === undefined ? '' : `where tenant_id = ${tenantId}`}`,
    );
  const rows = await query<{ name: string; digest: string }>(digests.join(' union all '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/**
 * Copies every row of a tenant aside.
 * @returns puts them back as they were, of these tables or of all, past constraints and policies; no request of the
 *   tenant may be under way
 */
export async function keepContents(
  query: TestDatabase['query'],
  tenantId: number,
): Promise<(names?: readonly string[]) => Promise<void>> {
  const tables = await query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const own = `where tenant_id = ${tenantId}`;
  const kept = tables.map(({ name }) => `create table kept.${name} as select * from ${name} ${own}`);
  await query(['create schema kept', ...kept].join('; '));
  const known = new Set(tables.map(({ name }) => name));
  return async (names = [...known]) => {
    const some = names.filter((name) => known.has(name));
    if (some.length === 0) return;
    const emptied = some.map((name) => `delete from ${name} ${own}`);
    const filled = some.map((name) => `insert into ${name} overriding system value table kept.${name}`);
    const all = ['begin', 'set local session_replication_role = replica', ...emptied, ...filled, 'commit'];
    await query(all.join('; '));
  };
}
