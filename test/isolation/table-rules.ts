import type { TestDatabase } from '../support/database.ts';

/** Tables without row-level security, each with what makes that right (rule 5 of ARCHITECTURE.md). */
export const globalTables: Readonly<Record<string, string>> = {
  tenants: 'the directory: slugs and names, no personal data',
  hosts: 'the directory: which host leads to which site',
  installation: 'one row about the installation itself',
  migrations: 'which migrations have run',
  throttle_counters: 'counters, shared by all processes',
};

/** Global tables that requests write to; the others they may only read. */
const writableGlobals = ['throttle_counters'];

/** Functions that run with the owner's rights and so past row-level security. */
const definerFunctions: Readonly<Record<string, string>> = {
  search_accounts: 'states the tenant itself: like is not leakproof',
  search_artists: 'states the tenant itself: only equality is leakproof',
  search_venues: 'states the tenant itself: only equality is leakproof',
  enqueue_job: 'leaves a job in a queue that requests have no right on',
  demand_second_factor: 'states the tenant itself, and sets that one switch',
  activate_own_tenant: 'states the tenant itself, and makes it active at most',
};

const tenantPolicy =
  /^\(tenant_id = \(NULLIF\(current_setting\('app\.tenant_id'::text, true\), ''::text\)\)::bigint\)$/;

type Query = TestDatabase['query'];

interface Table {
  oid: number;
  name: string;
  owner: string;
  has_tenant: boolean;
  enabled: boolean;
  forced: boolean;
  privileges: string[];
}

/**
 * Judges every table, key, policy, view and function of the schema by the rules that keep tenants apart.
 * @returns a sentence for each thing that is wrong
 */
export async function judgeTables(query: Query): Promise<string[]> {
  const tables = await query<Table>(
    `select c.oid::int, c.relname as name, pg_get_userbyid(c.relowner) as owner,
            exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                    and not a.attisdropped) as has_tenant,
            c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
            array(select p from unnest(array['INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) p
                  where has_table_privilege('muster_app', c.oid, p)) as privileges
     from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 2`,
  );
  const known = tables.map(({ name }) => name);
  const stale = Object.keys(globalTables).filter((name) => !known.includes(name));
  const judged: string[] = [];
  for (const table of tables) {
    judged.push(...(table.name in globalTables ? judgeGlobal(table) : await judgeTenantTable(query, table)));
  }
  return [
    ...stale.map((name) => `${name} is named as a global table, but there is no such table.`),
    ...judged,
    ...(await judgePassages(query)),
  ];
}

function judgeGlobal({ name, privileges }: Table): string[] {
  const written = writableGlobals.includes(name) ? [] : privileges;
  return written.map((right) => `${name} is global, and requests hold ${right} on it.`);
}

async function judgeTenantTable(query: Query, table: Table): Promise<string[]> {
  const { name } = table;
  if (!table.has_tenant) {
    return [`${name} has no tenant_id and is not named as a global table in test/isolation/table-rules.ts.`];
  }
  const rights = table.privileges.filter((right) => !['INSERT', 'UPDATE', 'DELETE'].includes(right));
  return [
    ...(table.enabled ? [] : [`${name} has no row-level security.`]),
    ...(table.forced ? [] : [`${name} does not force row-level security on its owner.`]),
    ...rights.map((right) => `${name}: requests hold ${right}, which row-level security does not judge.`),
    ...(await judgePolicies(query, table)),
    ...(await judgeKeys(query, table)),
    ...(await judgeForeignKeys(query, table)),
  ];
}

async function judgePolicies(query: Query, { oid, name, owner }: Table): Promise<string[]> {
  const policies = await query<{
    roles: string[];
    command: string;
    permissive: boolean;
    sees: string;
    writes: string;
  }>(
    `select array(select rolname::text from pg_roles r where r.oid = any (polroles)) as roles, polcmd as command,
            polpermissive as permissive, pg_get_expr(polqual, polrelid) as sees,
            coalesce(pg_get_expr(polwithcheck, polrelid), pg_get_expr(polqual, polrelid)) as writes
     from pg_policy where polrelid = $1`,
    [oid],
  );
  const of = (role: string) =>
    policies.filter(({ roles, command }) => roles.join() === role && command === '*');
  const [tenants, owners] = [of('muster_app'), of(owner)];
  const [tenant, owned] = [tenants[0], owners[0]];
  return [
    ...(policies.length === 2 ? [] : [`${name} has ${policies.length} policies instead of two.`]),
    ...(tenant?.permissive && tenantPolicy.test(tenant.sees) && tenantPolicy.test(tenant.writes)
      ? []
      : [`${name} has no policy that shows muster_app the rows of its tenant only.`]),
    ...(owned?.sees === 'true' && owned.writes === 'true'
      ? []
      : [`${name} has no policy that shows its owner every row.`]),
  ];
}

async function judgeKeys(query: Query, { oid, name }: Table): Promise<string[]> {
  const keys = await query<{ key: string; first: string; primary: boolean }>(
    `select i.indexrelid::regclass::text as key, a.attname as first, i.indisprimary as primary
     from pg_index i left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid = $1 and i.indisunique`,
    [oid],
  );
  return [
    ...(keys.some(({ primary }) => primary) ? [] : [`${name} has no primary key.`]),
    ...keys
      .filter(({ first }) => first !== 'tenant_id')
      .map(({ key }) => `${name}: the unique key ${key} does not begin with tenant_id.`),
  ];
}

async function judgeForeignKeys(query: Query, { oid, name }: Table): Promise<string[]> {
  const keys = await query<{
    key: string;
    target: string;
    from: string;
    to: string;
    target_has_tenant: boolean;
  }>(
    `select k.conname as key, k.confrelid::regclass::text as target, a.attname as from, b.attname as to,
            exists (select 1 from pg_attribute t where t.attrelid = k.confrelid and t.attname = 'tenant_id')
              as target_has_tenant
     from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
     where k.conrelid = $1 and k.contype = 'f'`,
    [oid],
  );
  const fits = ({ target, from, to, target_has_tenant: hasTenant }: (typeof keys)[number]) =>
    from === 'tenant_id' && (hasTenant ? to === 'tenant_id' : target === 'tenants' && to === 'id');
  return keys
    .filter((key) => !fits(key))
    .map(({ key }) => `${name}: the foreign key ${key} does not begin with tenant_id on both sides.`);
}

/** What leads past the policies: views, functions of the owner, rights of the role itself. */
async function judgePassages(query: Query): Promise<string[]> {
  const views = await query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and (relkind = 'm' or relkind = 'v'
       and not coalesce('security_invoker=true' = any (reloptions), false))`,
  );
  const functions = await query<{ name: string; is_public: boolean; has_path: boolean }>(
    `select proname as name, has_function_privilege('public', oid, 'EXECUTE') as is_public,
            coalesce(array_to_string(proconfig, ' ') like 'search_path=%', false) as has_path
     from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
  );
  const [role] = await query<{ passes: boolean; creates: boolean; queues: boolean; owns: boolean }>(
    `select r.rolsuper or r.rolbypassrls or r.rolcreaterole as passes,
            has_schema_privilege('muster_app', 'public', 'CREATE') as creates,
            has_schema_privilege('muster_app', 'graphile_worker', 'USAGE') as queues,
            exists (select 1 from pg_class c where c.relowner = r.oid) as owns
     from pg_roles r where r.rolname = 'muster_app'`,
  );
  const unnamed = functions.filter(({ name }) => !(name in definerFunctions));
  return [
    ...views.map(({ name }) => `The view ${name} reads with the rights of its owner, past the policies.`),
    ...unnamed.map(
      ({ name }) => `The function ${name} runs as its owner and is not named here with a reason.`,
    ),
    ...functions
      .filter((one) => one.is_public)
      .map(({ name }) => `Anybody may call ${name}, which runs as its owner.`),
    ...functions
      .filter((one) => !one.has_path)
      .map(({ name }) => `${name} runs as its owner without a fixed search_path.`),
    ...(role ? [] : ['There is no role muster_app.']),
    ...(role?.passes ? ['muster_app may pass row-level security.'] : []),
    ...(role?.creates ? ['muster_app may create tables.'] : []),
    ...(role?.queues ? ['muster_app reaches into the queue.'] : []),
    ...(role?.owns ? ['muster_app owns a table.'] : []),
  ];
}
