import { sql } from 'kysely';
import type { OwnerTx, Read, Tx } from '../../platform/database/contract.ts';
import {
  factsOf,
  type MessageKey,
  messageOf,
  type Notification,
  type NotificationKind,
  notificationKinds,
} from './types.ts';

/** A notice with what is worked out of it. */
export interface NoticeRow {
  readonly kind: NotificationKind;
  readonly message: MessageKey;
  readonly facts: Readonly<Record<string, string>>;
  readonly url: string | null;
  readonly about: readonly number[];
  readonly sameAs: string;
  readonly usualMail: string;
}

/** Whom to tell of which notice (its place in the list, from 1), and how often; each pair once. */
export interface Telling {
  readonly accountId: number;
  readonly notice: number;
  readonly times: number;
}

/**
 * One statement whatever the number: raises the counters of those told, writes what is new to them and counts what they
 * have not seen yet. The counters are raised in the order of accounts, so that two who tell the same people do not wait
 * for each other in a circle.
 * @returns whether any of it is to be mailed at once
 */
export async function insertTellings(
  tx: Tx,
  notices: readonly NoticeRow[],
  tellings: readonly Telling[],
): Promise<boolean> {
  const now = tx.clock.now();
  const { rows } = await sql<{ instantly: boolean }>`
    with asked as (
      select t.account_id, t.times, n.*, coalesce(s.in_page, true) as in_page,
        nullif(coalesce(s.by_mail, n.usual_mail), 'off') as mail
      from unnest(${tellings.map((one) => one.accountId)}::bigint[], ${tellings.map((one) => one.notice)}::int[],
                  ${tellings.map((one) => one.times)}::int[]) as t (account_id, notice, times)
      join unnest(${notices.map((one) => one.kind)}::text[], ${notices.map((one) => one.message)}::text[],
                  ${notices.map((one) => JSON.stringify(one.facts))}::text[],
                  ${notices.map((one) => one.url)}::text[], ${notices.map((one) => `{${one.about.join(',')}}`)}::text[],
                  ${notices.map((one) => one.sameAs)}::text[], ${notices.map((one) => one.usualMail)}::text[])
        with ordinality as n (kind, message, facts, url, about, same_as, usual_mail, place) on n.place = t.notice
      left join notification_settings s
        on s.tenant_id = ${tx.tenantId} and s.account_id = t.account_id and s.kind = n.kind
    ), wanted as (
      select a.*, row_number() over (partition by a.account_id order by a.place) as rank,
        count(*) over (partition by a.account_id) as many
      from asked a where a.in_page or a.mail is not null
    ), counted as (
      insert into notification_inboxes as i (tenant_id, account_id, last_change)
      select ${tx.tenantId}, w.account_id, w.many from wanted w where w.rank = 1 order by w.account_id
      on conflict (tenant_id, account_id) do update set last_change = i.last_change + excluded.last_change
      returning i.account_id, i.last_change
    ), written as (
      insert into notifications as n (tenant_id, account_id, number, change, kind, message, facts, url, about,
        site_id, same_as, occurrences, in_page, mail, created_at, changed_at)
      select ${tx.tenantId}, w.account_id, c.last_change - w.many + w.rank, c.last_change - w.many + w.rank,
        w.kind, w.message, w.facts::jsonb, w.url, w.about::bigint[], ${tx.siteId}::bigint, w.same_as, w.times,
        w.in_page, w.mail, ${now}::timestamptz, ${now}::timestamptz
      from wanted w join counted c on c.account_id = w.account_id order by w.account_id, w.rank
      on conflict (tenant_id, account_id, same_as) where seen_at is null do update set
        occurrences = n.occurrences + excluded.occurrences, change = excluded.change,
        about = array(select distinct unnest(n.about || excluded.about)),
        changed_at = excluded.changed_at, site_id = excluded.site_id, in_page = excluded.in_page,
        mail = excluded.mail, mailed_at = null
      returning n.mail
    )
    select coalesce(bool_or(mail = 'instantly'), false) as instantly from written`.execute(tx.db);
  return rows[0]?.instantly ?? false;
}

const columns = [
  'number',
  'change',
  'kind',
  'message',
  'facts',
  'url',
  'occurrences',
  'created_at as createdAt',
  'changed_at as changedAt',
  'seen_at as seenAt',
] as const;

const inPageOf = (read: Read, accountId: number) =>
  read.db
    .selectFrom('notifications')
    .where('tenant_id', '=', read.tenantId)
    .where('account_id', '=', accountId)
    .where('in_page', '=', true);

export interface Filter {
  readonly isSeen?: boolean;
  readonly kind?: NotificationKind;
  /** Only those of a higher number. */
  readonly above?: number;
}

function filtered(read: Read, accountId: number, { isSeen, kind, above }: Filter) {
  let query = inPageOf(read, accountId);
  if (isSeen !== undefined) query = query.where('seen_at', isSeen ? 'is not' : 'is', null);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (above !== undefined) query = query.where('number', '>', above);
  return query;
}

/** Newest change first. */
export async function selectNotifications(
  read: Read,
  accountId: number,
  filter: Filter,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ count: number; notifications: Notification[] }> {
  const [counted, rows] = await Promise.all([
    filtered(read, accountId, filter)
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    filtered(read, accountId, filter)
      .select(columns)
      .orderBy('change', 'desc')
      .limit(page.limit)
      .offset(page.offset)
      .execute(),
  ]);
  return { count: counted.count, notifications: rows.map(toNotification) };
}

/** Newest change first, from below a place on. */
export async function selectNotificationsBefore(
  read: Read,
  accountId: number,
  filter: Filter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<Notification[]> {
  let query = filtered(read, accountId, filter).select(columns).orderBy('change', 'desc').limit(limit);
  if (before !== null) query = query.where('change', '<', before);
  return (await query.execute()).map(toNotification);
}

export async function selectNotification(
  read: Read,
  accountId: number,
  number: number,
): Promise<Notification | null> {
  const row = await inPageOf(read, accountId).where('number', '=', number).select(columns).executeTakeFirst();
  return row ? toNotification(row) : null;
}

/** What changed after a place of the person's stream, in order, with the place reached and how much is unseen. */
export async function selectChanges(
  read: Read,
  accountId: number,
  after: number,
  limit: number,
): Promise<{ changes: Notification[]; last: number; unseen: number }> {
  const [inbox, unseen, rows] = await Promise.all([
    read.db
      .selectFrom('notification_inboxes')
      .select('last_change as last')
      .where('tenant_id', '=', read.tenantId)
      .where('account_id', '=', accountId)
      .executeTakeFirst(),
    countUnseen(read, accountId),
    inPageOf(read, accountId)
      .where('change', '>', after)
      .select(columns)
      .orderBy('change')
      .limit(limit)
      .execute(),
  ]);
  return { changes: rows.map(toNotification), last: inbox?.last ?? 0, unseen };
}

export async function countUnseen(read: Read, accountId: number): Promise<number> {
  const { count } = await inPageOf(read, accountId)
    .where('seen_at', 'is', null)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** @param span numbers, both included; null: without a bound @returns how many were unseen until now */
export async function markSeen(
  tx: Tx,
  accountId: number,
  span: { readonly from: number | null; readonly to: number | null },
): Promise<number> {
  const { rows } = await sql`
    update notifications n set seen_at = ${tx.clock.now()}
    where n.tenant_id = ${tx.tenantId} and n.account_id = ${accountId} and n.seen_at is null and n.in_page
      and (${span.from}::bigint is null or n.number >= ${span.from}::bigint)
      and (${span.to}::bigint is null or n.number <= ${span.to}::bigint)
    returning n.number`.execute(tx.db);
  return rows.length;
}

/** The person's own, and what others were told of the person, by whomever. */
export async function deleteInbox(tx: Tx, accountId: number): Promise<void> {
  await tx.db
    .deleteFrom('notifications')
    .where('tenant_id', '=', tx.tenantId)
    .where((row) =>
      row.or([row('account_id', '=', accountId), sql<boolean>`about @> ${[accountId]}::bigint[]`]),
    )
    .execute();
  for (const table of ['notification_inboxes', 'notification_settings'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('tenant_id', '=', tx.tenantId)
      .where('account_id', '=', accountId)
      .execute();
  }
}

/** @returns how many, at most `size` */
export async function deleteOld(
  tx: OwnerTx,
  before: { readonly seen: Date; readonly unseen: Date },
  size: number,
): Promise<number> {
  const { rows } = await sql`
    delete from notifications n using (
      select tenant_id, account_id, number from notifications
      where changed_at < ${before.unseen} or (changed_at < ${before.seen} and seen_at is not null)
      limit ${size}
    ) old where n.tenant_id = old.tenant_id and n.account_id = old.account_id and n.number = old.number
    returning n.number`.execute(tx.db);
  return rows.length;
}

function toNotification(row: {
  number: number;
  change: number;
  kind: string;
  message: string;
  facts: unknown;
  url: string | null;
  occurrences: number;
  createdAt: Date;
  changedAt: Date;
  seenAt: Date | null;
}): Notification {
  const { kind, message, facts, ...plain } = row;
  return { ...plain, kind: kindOf(kind), message: messageOf(message), facts: factsOf(facts) };
}

function kindOf(text: string): NotificationKind {
  const kind = notificationKinds.find((one) => one === text);
  if (kind === undefined) throw new Error(`Not a kind of notification: ${text}`);
  return kind;
}
