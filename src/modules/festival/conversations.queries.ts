import { type RawBuilder, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Conversation, Message, Side, Window } from './types.ts';

/** One page of an account's conversations, the newest first, and how many there are in all. */
export async function selectConversations(
  read: Read,
  accountId: number,
  { isArchived }: { readonly isArchived: boolean },
  { limit, offset }: Window,
): Promise<{ count: number; conversations: Conversation[] }> {
  const { rows } = await sql<{ count: number; conversations: ConversationJson[] }>`
    with mine as (
      select c.id from artists p join conversations c
        on c.tenant_id = p.tenant_id and c.city_id = p.city_id and c.artist_id = p.id
      where p.tenant_id = ${read.tenantId} and p.account_id = ${accountId}
      union
      select c.id from venues p join conversations c
        on c.tenant_id = p.tenant_id and c.city_id = p.city_id and c.venue_id = p.id
      where p.tenant_id = ${read.tenantId} and p.account_id = ${accountId}
    ), chosen as materialized (
      select c.id, c.updated_at from mine m join conversations c on c.tenant_id = ${read.tenantId} and c.id = m.id
      left join conversation_readers r on r.tenant_id = c.tenant_id and r.conversation_id = c.id
        and r.account_id = ${accountId}
      where (r.archived_at is not null) = ${isArchived}
    ), shown as (
      select ${fields(accountId)} from (
        select s.id from chosen s order by s.updated_at desc, s.id desc limit ${limit} offset ${offset}
      ) as s ${joined(read, accountId, sql`s.id`)}
    )
    select (select count(*)::integer from chosen) as count,
      (select coalesce(json_agg(s order by s."updatedAt" desc, s.id desc), '[]') from shown s) as conversations`.execute(
    read.db,
  );
  const row = rows[0];
  return { count: row?.count ?? 0, conversations: (row?.conversations ?? []).map(toConversation) };
}

/** As its reader sees it. */
export async function findConversation(
  read: Read,
  accountId: number,
  uuid: string,
): Promise<Conversation | null> {
  const { rows } = await sql<{ conversation: ConversationJson }>`
    select row_to_json(s) as conversation from (
      select ${fields(accountId)} from (
        select c.id from conversations c where c.tenant_id = ${read.tenantId} and c.uuid = ${uuid}
      ) as s ${joined(read, accountId, sql`s.id`)}
    ) as s`.execute(read.db);
  return rows[0] ? toConversation(rows[0].conversation) : null;
}

/** One page of messages, the newest first, and how many there are in all. */
export async function selectMessages(
  read: Read,
  accountId: number,
  conversationId: number,
  { limit, offset }: Window,
): Promise<{ count: number; messages: Message[] }> {
  const { rows } = await sql<{ count: number; messages: MessageJson[] }>`
    select (select count(*)::integer from messages m where m.tenant_id = ${read.tenantId}
        and m.conversation_id = ${conversationId}) as count,
      (select coalesce(json_agg(s order by s.id desc), '[]') from (
        select ${messageFields(accountId)} from messages m
        left join accounts o on o.tenant_id = m.tenant_id and o.id = m.sender_id
        where m.tenant_id = ${read.tenantId} and m.conversation_id = ${conversationId}
        order by m.id desc limit ${limit} offset ${offset}
      ) as s) as messages`.execute(read.db);
  const row = rows[0];
  return { count: row?.count ?? 0, messages: (row?.messages ?? []).map(toMessage) };
}

/** The conversation of the two, made where there is none. @returns its uuid */
export async function upsertConversation(
  tx: Tx,
  wanted: {
    readonly uuid: string;
    readonly cityId: number;
    readonly artistId: number;
    readonly venueId: number;
    readonly subject: string;
  },
): Promise<string> {
  const now = tx.clock.now();
  const { rows } = await sql<{ uuid: string }>`
    insert into conversations (tenant_id, uuid, city_id, artist_id, venue_id, subject, created_at, updated_at)
    values (${tx.tenantId}, ${wanted.uuid}, ${wanted.cityId}, ${wanted.artistId}, ${wanted.venueId}, ${wanted.subject},
      ${now}, ${now})
    on conflict (tenant_id, artist_id, venue_id) do update set updated_at = excluded.updated_at
    returning uuid`.execute(tx.db);
  return rows[0]?.uuid ?? wanted.uuid;
}

/** Writes a message; nobody else writes in the conversation meanwhile, so that ids grow as messages are seen. */
export async function insertMessage(
  tx: Tx,
  conversationId: number,
  message: {
    readonly uuid: string;
    readonly senderId: number;
    readonly side: Side;
    readonly body: string;
  },
): Promise<void> {
  const now = tx.clock.now();
  await sql`update conversations set updated_at = ${now} where tenant_id = ${tx.tenantId} and id = ${conversationId}`.execute(
    tx.db,
  );
  await tx.db
    .insertInto('messages')
    .values({
      tenant_id: tx.tenantId,
      uuid: message.uuid,
      conversation_id: conversationId,
      sender_id: message.senderId,
      side: message.side,
      body: message.body,
      created_at: now,
    })
    .execute();
  // A new message brings the conversation back to everybody's list.
  await sql`update conversation_readers set archived_at = null
    where tenant_id = ${tx.tenantId} and conversation_id = ${conversationId} and archived_at is not null`.execute(
    tx.db,
  );
}

/** Everything that is there now is read. */
export async function markAllRead(tx: Tx, conversationId: number, accountId: number): Promise<void> {
  await sql`
    insert into conversation_readers as r (tenant_id, conversation_id, account_id, read_message_id)
    select ${tx.tenantId}, ${conversationId}, ${accountId}, coalesce(max(m.id), 0) from messages m
      where m.tenant_id = ${tx.tenantId} and m.conversation_id = ${conversationId}
    on conflict (tenant_id, conversation_id, account_id) do update
      set read_message_id = greatest(r.read_message_id, excluded.read_message_id)`.execute(tx.db);
}

export async function setArchived(
  tx: Tx,
  conversationId: number,
  accountId: number,
  isArchived: boolean,
): Promise<void> {
  const at = isArchived ? tx.clock.now() : null;
  await sql`
    insert into conversation_readers (tenant_id, conversation_id, account_id, archived_at)
    values (${tx.tenantId}, ${conversationId}, ${accountId}, ${at})
    on conflict (tenant_id, conversation_id, account_id) do update set archived_at = excluded.archived_at`.execute(
    tx.db,
  );
}

type MessageJson = Omit<Message, 'createdAt'> & { readonly createdAt: string };

type ConversationJson = Omit<Conversation, 'updatedAt' | 'lastMessage'> & {
  readonly updatedAt: string;
  readonly lastMessage: MessageJson | null;
};

/** Of a message `m` and its sender `o`. */
const messageFields = (accountId: number) => sql`m.id, m.uuid, m.side, o.uuid as "senderUuid", m.body,
  m.created_at as "createdAt", exists (select from conversation_readers e where e.tenant_id = m.tenant_id
    and e.conversation_id = m.conversation_id and e.read_message_id >= m.id
    and (e.account_id = ${accountId}) = (m.sender_id is distinct from ${accountId})) as "isRead"`;

const talker = (alias: 'a' | 'v') => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`json_build_object('id', ${of('id')}, 'uuid', ${of('uuid')}, 'name', ${of('name')},
    'accountId', ${of('account_id')}, 'isDeleted', ${of('deleted_at')} is not null,
    'contactName', ${of('contact_name')}, 'contactEmail', ${of('contact_email')}, 'contactPhone', ${of('contact_phone')})`;
};

/** Of a conversation `c` between `a` and `v`, with what `r` has read of it. */
const fields = (
  accountId: number,
) => sql`c.id, c.uuid, c.city_id as "cityId", ${talker('a')} as artist, ${talker('v')} as venue,
  c.subject, c.updated_at as "updatedAt",
  (select y.is_active from cities y where y.tenant_id = c.tenant_id and y.id = c.city_id) as "isCityActive", r.archived_at is not null as "isArchived",
  (select b.uuid from bookings b where b.tenant_id = c.tenant_id and b.artist_id = c.artist_id
    and b.venue_id = c.venue_id and b.deleted_at is null order by b.id desc limit 1) as "bookingUuid",
  exists (select from bookings b where b.tenant_id = c.tenant_id and b.artist_id = c.artist_id
    and b.venue_id = c.venue_id and b.deleted_at is null
    and b.status in ('accepted', 'changes_suggested', 'confirmed')) as "hasAgreement",
  (select count(*)::integer from messages m where m.tenant_id = c.tenant_id and m.conversation_id = c.id
    and m.id > coalesce(r.read_message_id, 0) and m.sender_id is distinct from ${accountId}) as "unreadCount",
  (select row_to_json(n) from (select ${messageFields(accountId)} from messages m
    left join accounts o on o.tenant_id = m.tenant_id and o.id = m.sender_id
    where m.tenant_id = c.tenant_id and m.conversation_id = c.id order by m.id desc limit 1) as n) as "lastMessage"`;

const joined = (read: Read, accountId: number, id: RawBuilder<unknown>) => sql`
  join conversations c on c.tenant_id = ${read.tenantId} and c.id = ${id}
  join artists a on a.tenant_id = c.tenant_id and a.id = c.artist_id
  join venues v on v.tenant_id = c.tenant_id and v.id = c.venue_id
  left join conversation_readers r on r.tenant_id = c.tenant_id and r.conversation_id = c.id
    and r.account_id = ${accountId}`;

function toConversation({ updatedAt, lastMessage, ...json }: ConversationJson): Conversation {
  return { ...json, updatedAt: new Date(updatedAt), lastMessage: lastMessage && toMessage(lastMessage) };
}

function toMessage({ uuid, side, senderUuid, body, createdAt, isRead }: MessageJson): Message {
  return { uuid, side, senderUuid, body, createdAt: new Date(createdAt), isRead };
}
