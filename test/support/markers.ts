import type { TestApp } from './app.ts';

/** Columns of free text that a person's rows have, with why they are not emptied when the person is erased. */
export type Spared = Readonly<Record<string, string>>;

interface TextColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/**
 * Writes a marker of its own into every text of every row that belongs to an account or to one of its profiles, past all
 * rules but those of the database itself.
 * @returns the columns written, as `table.column`
 */
export async function markEverything(
  muster: TestApp,
  accountId: number,
  marker: string,
  spared: Spared,
): Promise<string[]> {
  const { query } = muster;
  const columns = await query<TextColumn>(
    `select table_name as table, column_name as column, udt_name as type from information_schema.columns
     where table_schema = 'public' and udt_name in ('text', '_text', 'jsonb') order by 1, 2`,
  );
  const owned = await ownership(muster);
  const marked: string[] = [];
  for (const { table, column, type } of columns) {
    const name = `${table}.${column}`;
    const conditions = owned.get(table);
    if (!conditions || name in spared) continue;
    const text = `'${marker} ${name} ' || substr(md5(random()::text), 1, 8)`;
    const value =
      type === 'text' ? text : type === '_text' ? `array[${text}]` : `jsonb_build_object('x', ${text})`;
    const own = conditions.join(' or ');
    const written = await query<{ one: number }>(
      `update ${table} t set ${column} = ${value} where ${own} returning 1 as one`,
      own.includes('$1') ? [accountId] : [],
    );
    if (written.length > 0) marked.push(name);
  }
  return marked;
}

/** By table, what makes a row the account's: it refers to the account, or to an artist or a venue of the account. */
async function ownership({ query }: TestApp): Promise<Map<string, string[]>> {
  const references = await query<{ table: string; column: string; target: string }>(
    `select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as target
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.contype = 'f' and c.confrelid in ('accounts'::regclass, 'artists'::regclass, 'venues'::regclass,
       'bookings'::regclass, 'conversations'::regclass) and a.attname not in ('tenant_id', 'city_id')`,
  );
  const owned = new Map<string, string[]>([
    ['accounts', ['t.id = $1']],
    // It has no foreign key: a letter outlives the account.
    ['letters', ['t.account_id = $1']],
  ]);
  for (const { table, column, target } of references) {
    const profile = `select p.id from ${target} p where p.account_id = $1`;
    const condition =
      target === 'accounts'
        ? `t.${column} = $1`
        : target === 'artists' || target === 'venues'
          ? `t.${column} in (${profile})`
          : null;
    if (condition !== null) owned.set(table, [...(owned.get(table) ?? []), condition]);
  }
  return owned;
}

/** Every table of the database, the queue's too, that holds one of these texts in any column. */
export async function tablesHolding({ query }: TestApp, texts: readonly string[]): Promise<string[]> {
  const tables = await query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'graphile_worker') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(
      `select t::text as row from ${name} t where exists (
         select from unnest($1::text[]) as m (text) where strpos(lower(t::text), lower(m.text)) > 0)`,
      [[...texts]],
    );
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}
