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
  return named(await query<Digest>((await composeDigests(query, tenantId)).join(' union all ')));
}

/**
 * As `digestContents` of all tenants, for thousands of times: as long as the write-ahead log has not moved, nothing was
 * written, and the last digest holds. The statement is planned once, which costs more than all the digests of it.
 * @returns digests what is there; with names, only these tables: the others are what they were
 */
export async function openDigests(
  query: TestDatabase['query'],
): Promise<(tables?: readonly string[]) => Promise<Contents>> {
  const some = (await composeDigests(query)).map(
    (one) => `select * from (${one}) s where only_these is null or s.name = any(only_these)`,
  );
  await query(`create schema digested;
    create function digested.contents(only_these text[]) returns table (name text, digest text)
    language plpgsql set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin return query ${some.join(' union all ')}; end $$`);
  let last: { position: string; contents: Contents } = { position: '', contents: {} };
  return async (tables) => {
    const [row] = await query<{ position: string }>('select pg_current_wal_insert_lsn()::text as position');
    if (row?.position === last.position) return last.contents;
    const found = await query<Digest>('select name, digest from digested.contents($1)', [tables ?? null]);
    last = { position: row?.position ?? '', contents: { ...last.contents, ...named(found) } };
    return last.contents;
  };
}

interface Digest {
  name: string;
  digest: string;
}

const named = (rows: readonly Digest[]) => Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));

/** One statement for each table. */
async function composeDigests(query: TestDatabase['query'], tenantId?: number): Promise<string[]> {
  const tables = await query<{ name: string; is_tenants: boolean }>(
    `select c.oid::regclass::text as name, a.attname is not null as is_tenants
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname = 'public' order by 1`,
  );
  return tables
    .filter(
      ({ name, is_tenants: isTenants }) => !left.includes(name) && (isTenants || tenantId === undefined),
    )
    .map(
      ({ name }) => `select '${name}'::text as name,
        count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest
        from ${name} t ${tenantId === undefined ? '' : `where tenant_id = ${tenantId}`}`,
    );
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
  // The tenant itself is its own row: it may be given another name.
  const known = new Set([...tables.map(({ name }) => name), 'tenants']);
  const own = (name: string) => `where ${name === 'tenants' ? 'id' : 'tenant_id'} = ${tenantId}`;
  const kept = [...known].map((name) => `create table kept.${name} as select * from ${name} ${own(name)}`);
  await query(['create schema kept', ...kept].join('; '));
  return async (names = [...known]) => {
    const some = names.filter((name) => known.has(name));
    if (some.length === 0) return;
    const emptied = some.map((name) => `delete from ${name} ${own(name)}`);
    const filled = some.map((name) => `insert into ${name} overriding system value table kept.${name}`);
    const all = ['begin', 'set local session_replication_role = replica', ...emptied, ...filled, 'commit'];
    await query(all.join('; '));
  };
}

/** The tables whose rows differ. */
export function changedTables(before: Contents, after: Contents): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}
