import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { ErrandRow, RowOutcome } from './types.ts';

/** The next rows of an errand, in order. @param filter `outcome`: only those that came to this */
export function selectRows(
  read: Read,
  errand: string,
  page: { readonly after: number; readonly limit: number },
  { outcome }: { readonly outcome?: string } = {},
): Promise<ErrandRow[]> {
  let query = read.db
    .selectFrom('errand_rows')
    .select(['number', 'subject', 'target', 'outcome', 'message'])
    .where('tenant_id', '=', read.tenantId)
    .where('errand', '=', errand)
    .where('number', '>', page.after);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  return query.orderBy('number').limit(page.limit).execute();
}

/** Keeps what came of the rows after `done`, which were there from the beginning or are found only now. */
export async function keepOutcomes(
  tx: Tx,
  errand: string,
  done: number,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  const column = (pick: (row: RowOutcome) => string | null | undefined) =>
    outcomes.map((row) => pick(row) ?? null);
  await sql`
    insert into errand_rows (tenant_id, errand, number, subject, target, outcome, message)
    select ${tx.tenantId}, ${errand}::uuid, ${done}::integer + row.number, row.subject, row.target, row.outcome, row.message
    from unnest(${column((row) => row.subject)}::text[], ${column((row) => row.target)}::text[],
                ${column((row) => row.outcome)}::text[], ${column((row) => row.message)}::text[])
      with ordinality as row (subject, target, outcome, message, number)
    on conflict (tenant_id, errand, number) do update
      set outcome = excluded.outcome, message = excluded.message`.execute(tx.db);
}
