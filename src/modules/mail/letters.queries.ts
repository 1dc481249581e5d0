import { sql } from 'kysely';
import type { OwnerTx, Read, Tx } from '../../platform/database/contract.ts';
import type { ClaimedLetter, NewLetter, SentLetter } from './types.ts';

/**
 * One statement whatever the number. The Message-ID names the host that the site's letters link to: the first one given,
 * else its slug.
 */
export async function insertLetters(
  tx: Tx,
  letters: readonly { id: string; letter: NewLetter }[],
): Promise<void> {
  const now = tx.clock.now();
  const column = (pick: (letter: NewLetter) => string | number | null) =>
    letters.map(({ letter }) => pick(letter));
  await sql`
    insert into letters (tenant_id, id, site_id, account_id, kind, locale, to_address, to_name, subject, text, html,
                         message_id, created_at, due_at, about, is_last)
    select ${tx.tenantId}, new.id, new.site_id, new.account_id, new.kind, new.locale, new.to_address, new.to_name,
      new.subject, new.text, new.html,
      '<' || new.id || '@' || coalesce(
        (select host from hosts where tenant_id = ${tx.tenantId} and site_id = new.site_id
         order by position = 0, position limit 1), 'localhost') || '>',
      ${now}, ${now}, new.about::bigint[], new.is_last
    from unnest(
      ${letters.map(({ id }) => id)}::uuid[], ${column((letter) => letter.siteId)}::bigint[],
      ${column((letter) => letter.accountId)}::bigint[], ${column((letter) => letter.kind)}::text[],
      ${column((letter) => letter.locale)}::text[], ${column((letter) => letter.to.address)}::text[],
      ${column((letter) => letter.to.name)}::text[], ${column((letter) => letter.content.subject)}::text[],
      ${column((letter) => letter.content.text)}::text[], ${column((letter) => letter.content.html)}::text[],
      ${column((letter) => `{${(letter.about ?? []).join(',')}}`)}::text[],
      ${letters.map(({ letter }) => letter.isLast ?? false)}::boolean[]
    ) as new (id, site_id, account_id, kind, locale, to_address, to_name, subject, text, html, about, is_last)`.execute(
    tx.db,
  );
}

interface ClaimedRow {
  tenant_id: number;
  id: string;
  kind: string;
  locale: string;
  to_address: string;
  to_name: string;
  subject: string;
  text: string;
  html: string;
  account_id: number | null;
  about: number[];
  is_last: boolean;
  message_id: string;
  created_at: Date;
  attempts: number;
  site_name: string | null;
  site_address: string | null;
}

/** Claims up to `size` due letters until `until`: each goes to one of several claimers, none waits for another. */
export async function claimDueLetters(tx: OwnerTx, size: number, until: Date): Promise<ClaimedLetter[]> {
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select tenant_id, id from letters where due_at <= ${tx.clock.now()}
      order by due_at limit ${size} for update skip locked
    ), claimed as (
      update letters l set due_at = ${until}, attempts = l.attempts + 1
      from due where l.tenant_id = due.tenant_id and l.id = due.id returning l.*
    )
    select c.tenant_id, c.id, c.kind, c.locale, c.to_address, c.to_name, c.subject, c.text, c.html, c.account_id,
      c.about, c.is_last, c.message_id, c.created_at, c.attempts, s.name as site_name, s.config ->> 'mail_from' as site_address
    from claimed c left join sites s on s.tenant_id = c.tenant_id and s.id = c.site_id
    order by c.created_at, c.id`.execute(tx.db);
  return rows.map(toClaimed);
}

function toClaimed(row: ClaimedRow): ClaimedLetter {
  return {
    tenantId: row.tenant_id,
    id: row.id,
    kind: row.kind,
    locale: row.locale,
    to: { address: row.to_address, name: row.to_name },
    content: { subject: row.subject, text: row.text, html: row.html },
    accountId: row.account_id,
    about: row.about,
    isLast: row.is_last,
    messageId: row.message_id,
    createdAt: row.created_at,
    attempts: row.attempts,
    siteName: row.site_name,
    siteAddress: row.site_address,
  };
}

const emptied = { subject: '', text: '', html: '', due_at: null };

export async function markDelivered(tx: OwnerTx, letter: ClaimedLetter): Promise<void> {
  if (letter.isLast) return deleteLast(tx, letter);
  await tx.db
    .updateTable('letters')
    .set({ ...emptied, delivered_at: tx.clock.now(), given_up_at: null, last_error: null })
    .where('tenant_id', '=', letter.tenantId)
    .where('id', '=', letter.id)
    .execute();
}

/** Sets the next try, unless a later claim has the letter by now. */
export async function postpone(
  tx: OwnerTx,
  letter: ClaimedLetter,
  dueAt: Date,
  reason: string,
): Promise<void> {
  await tx.db
    .updateTable('letters')
    .set({ due_at: dueAt, last_error: reason })
    .where('tenant_id', '=', letter.tenantId)
    .where('id', '=', letter.id)
    .where('attempts', '=', letter.attempts)
    .where('due_at', 'is not', null)
    .execute();
}

/** Gives a letter up for good, unless a later claim has it by now. */
export async function giveUp(tx: OwnerTx, letter: ClaimedLetter, reason: string): Promise<void> {
  if (letter.isLast) return deleteLast(tx, letter);
  await tx.db
    .updateTable('letters')
    .set({ ...emptied, given_up_at: tx.clock.now(), last_error: reason })
    .where('tenant_id', '=', letter.tenantId)
    .where('id', '=', letter.id)
    .where('attempts', '=', letter.attempts)
    .where('due_at', 'is not', null)
    .execute();
}

/** Puts back letters that were claimed and not tried; the try is not counted. */
export async function putBack(tx: OwnerTx, letters: readonly ClaimedLetter[], dueAt: Date): Promise<void> {
  const [tenants, ids] = [letters.map(({ tenantId }) => tenantId), letters.map(({ id }) => id)];
  const attempts = letters.map((letter) => letter.attempts);
  await sql`
    update letters l set due_at = ${dueAt}, attempts = l.attempts - 1
    from unnest(${tenants}::bigint[], ${ids}::uuid[], ${attempts}::int[]) as back (tenant_id, id, attempts)
    where l.tenant_id = back.tenant_id and l.id = back.id and l.attempts = back.attempts and l.due_at is not null
    `.execute(tx.db);
}

/** Erases up to `size` letters that left or were given up, and were written before `before`. @returns how many */
export async function deleteSettled(tx: OwnerTx, before: Date, size: number): Promise<number> {
  const { rows } = await sql`
    delete from letters l using (
      select tenant_id, id from letters where due_at is null and created_at < ${before} limit ${size}
    ) old where l.tenant_id = old.tenant_id and l.id = old.id returning l.id`.execute(tx.db);
  return rows.length;
}

async function deleteLast(tx: OwnerTx, { tenantId, id, attempts }: ClaimedLetter): Promise<void> {
  await tx.db
    .deleteFrom('letters')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .execute();
}

/** Letters to the account, and those about it that have not left. */
export async function deleteLettersOf(tx: Tx, accountId: number): Promise<void> {
  await sql`
    delete from letters where tenant_id = ${tx.tenantId} and due_at is not null
      and about @> ${[accountId]}::bigint[]`.execute(tx.db);
  await tx.db
    .deleteFrom('letters')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute();
}

/** Letters to an account, oldest first, without what they said. */
export function selectLettersOf(read: Read, accountId: number): Promise<SentLetter[]> {
  return read.db
    .selectFrom('letters')
    .select([
      'kind',
      'to_address as toAddress',
      'locale',
      'created_at as createdAt',
      'delivered_at as deliveredAt',
    ])
    .where('tenant_id', '=', read.tenantId)
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute();
}
