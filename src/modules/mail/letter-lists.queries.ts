import { sql } from 'kysely';
import type { OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import type { LetterFilter, LetterTally, ListedLetter } from './types.ts';

const columns = [
  'id',
  'kind',
  'locale',
  'site_id as siteId',
  'account_id as accountId',
  'to_address as toAddress',
  'to_name as toName',
  'subject',
  'created_at as createdAt',
  'due_at as dueAt',
  'attempts',
  'delivered_at as deliveredAt',
  'given_up_at as givenUpAt',
  'last_error as lastError',
] as const;

/** Newest first: ids grow with time. @param page.after the last one seen */
export function selectLetters(
  read: Read,
  { state, accountId, address, kind }: LetterFilter,
  page: { readonly limit: number; readonly after: string | null },
): Promise<ListedLetter[]> {
  let query = read.db.selectFrom('letters').select(columns).where('tenant_id', '=', read.tenantId);
  if (state === 'waiting') query = query.where('due_at', 'is not', null);
  if (state === 'delivered') query = query.where('delivered_at', 'is not', null);
  if (state === 'failed') query = query.where('given_up_at', 'is not', null);
  if (accountId !== undefined) query = query.where('account_id', '=', accountId);
  if (address !== undefined) query = query.where('to_address', '=', address);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (page.after !== null) query = query.where('id', '<', page.after);
  return query.orderBy('id', 'desc').limit(page.limit).execute();
}

export async function findLetter(read: Read, id: string): Promise<ListedLetter | null> {
  const row = await read.db
    .selectFrom('letters')
    .select(columns)
    .where('tenant_id', '=', read.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function findLetterText(read: Read, id: string): Promise<string | null> {
  const row = await read.db
    .selectFrom('letters')
    .select('text')
    .where('tenant_id', '=', read.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.text ?? null;
}

/**
 * Makes a waiting letter due now, unless it is within `soon` ms, as one is that a worker has in hand.
 * @returns false: it waits no more
 */
export async function hastenRow(tx: Tx, id: string, soon: number): Promise<boolean> {
  const now = tx.clock.now();
  const { rows } = await sql`
    update letters set due_at = case when due_at > ${new Date(now.getTime() + soon)} then ${now} else due_at end
    where tenant_id = ${tx.tenantId} and id = ${id} and due_at is not null returning id`.execute(tx.db);
  return rows.length > 0;
}

export async function countLetters(read: OwnerRead): Promise<LetterTally> {
  const now = read.clock.now().getTime();
  const { rows } = await sql<LetterTally>`
    select (select count(*) from letters where due_at is not null)::integer as waiting,
      (select count(*) from letters where due_at < ${new Date(now - 5 * 60_000)})::integer as overdue,
      (select count(*) from letters where given_up_at > ${new Date(now - 24 * 3_600_000)})::integer as "failedToday"`.execute(
    read.db,
  );
  return rows[0] ?? { waiting: 0, overdue: 0, failedToday: 0 };
}
