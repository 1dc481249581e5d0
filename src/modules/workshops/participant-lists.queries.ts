import { type SqlBool, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { ListedPerson, PresentParticipant, StoredKey } from './types.ts';

/** Everybody of an event, by id, with the hashes of their keys. */
export async function selectPresent(read: Read, eventId: number): Promise<PresentParticipant[]> {
  const { rows } = await sql<PresentParticipant>`
    select id, full_name as "fullName", class, target_group as "targetGroup", encode(key_hash, 'hex') as "keyHash"
    from participants where tenant_id = ${read.tenantId} and event_id = ${eventId} order by id`.execute(
    read.db,
  );
  return rows;
}

/** How many workshops each of these people has chosen; who has none is left out. */
export async function countRegistrations(read: Read, ids: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; times: number }>`
    select participant_id as id, count(*)::integer as times from registrations
    where tenant_id = ${read.tenantId} and participant_id = any(${[...ids]}::bigint[])
    group by participant_id`.execute(read.db);
  return new Map(rows.map(({ id, times }) => [id, times]));
}

/** Which of these keys somebody of the tenant has. @param hashes and the answer: hexadecimal digits */
export async function findHeldKeys(
  read: Read,
  hashes: readonly string[],
): Promise<{ hash: string; eventId: number }[]> {
  const { rows } = await sql<{ hash: string; eventId: number }>`
    select encode(p.key_hash, 'hex') as hash, p.event_id as "eventId" from participants p
    where p.tenant_id = ${read.tenantId}
      and p.key_hash = any(array(select decode(s.hash, 'hex') from unnest(${[...hashes]}::text[]) as s (hash)))`.execute(
    read.db,
  );
  return rows;
}

/** One of them; null: nobody has that id. */
export async function findPresent(
  read: Read,
  id: number,
): Promise<(PresentParticipant & { eventId: number }) | null> {
  const { rows } = await sql<PresentParticipant & { eventId: number }>`
    select id, full_name as "fullName", class, target_group as "targetGroup", encode(key_hash, 'hex') as "keyHash",
      event_id as "eventId"
    from participants where tenant_id = ${read.tenantId} and id = ${id}`.execute(read.db);
  return rows[0] ?? null;
}

/** Keeps choices and other changes of these people waiting until the transaction ends, in the order that all keep. */
export async function lockParticipants(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`select from participants where tenant_id = ${tx.tenantId} and id = any(${[...ids]}::bigint[])
    order by id for update`.execute(tx.db);
}

/**
 * Takes the choices of these people back, with their places, counted from the locked rows as `movePlaces` does. Lock the
 * people first. @returns whether there were any
 */
export async function releasePlaces(tx: Tx, ids: readonly number[]): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    with gone as (
      delete from registrations r where r.tenant_id = ${tx.tenantId} and r.participant_id = any(${[...ids]}::bigint[])
      returning r.workshop_id
    ), counts as (
      select g.workshop_id as id, count(*)::integer as places from gone g group by g.workshop_id
    ), touched as (
      select w.id, w.taken, w.capacity, w.granted from workshops w where w.tenant_id = ${tx.tenantId} and w.id in (select c.id from counts c)
      order by w.id for no key update of w
    )
    update workshops w set
      taken = t.taken - c.places,
      granted = case when t.taken - c.places > t.capacity then least(t.granted, t.taken - c.places) else 0 end
    from counts c join touched t on t.id = c.id
    where w.tenant_id = ${tx.tenantId} and w.id = c.id
    returning w.id`.execute(tx.db);
  return rows.length > 0;
}

/** Deletes people whose places were released, with their visits. */
export async function deleteParticipants(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.db
    .deleteFrom('participants')
    .where('tenant_id', '=', tx.tenantId)
    .where(sql<SqlBool>`id = any(${[...ids]}::bigint[])`)
    .execute();
}

/** Takes the keys of these people away and ends what they opened. */
export async function clearKeys(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`
    with ended as (
      delete from visits v where v.tenant_id = ${tx.tenantId} and v.participant_id = any(${[...ids]}::bigint[])
    )
    update participants p set key_hash = null, key_folded_hash = null, key_sealed = null, updated_at = ${tx.clock.now()}
    where p.tenant_id = ${tx.tenantId} and p.id = any(${[...ids]}::bigint[])`.execute(tx.db);
}

/** Writes names, classes and groups with one statement. */
export async function updateParticipants(
  tx: Tx,
  people: readonly (ListedPerson & { id: number })[],
): Promise<void> {
  await sql`
    update participants p set full_name = s.full_name, class = s.class, target_group = s.target_group,
      updated_at = ${tx.clock.now()}
    from unnest(${people.map(({ id }) => id)}::bigint[], ${people.map(({ fullName }) => fullName)}::text[],
      ${people.map((one) => one.class)}::text[], ${people.map(({ targetGroup }) => targetGroup)}::text[])
      as s (id, full_name, class, target_group)
    where p.tenant_id = ${tx.tenantId} and p.id = s.id`.execute(tx.db);
}

/** Gives these people keys with one statement; the constraint judges whether somebody has one already. */
export async function updateKeys(
  tx: Tx,
  people: readonly { readonly id: number; readonly key: StoredKey }[],
): Promise<void> {
  await sql`
    update participants p set key_hash = decode(s.hash, 'hex'), key_folded_hash = decode(s.folded, 'hex'),
      key_sealed = decode(s.sealed, 'hex'), updated_at = ${tx.clock.now()}
    from unnest(${people.map(({ id }) => id)}::bigint[], ${hex(people, 'hash')}::text[],
      ${hex(people, 'foldedHash')}::text[], ${hex(people, 'sealed')}::text[]) as s (id, hash, folded, sealed)
    where p.tenant_id = ${tx.tenantId} and p.id = s.id`.execute(tx.db);
}

/** Puts people into an event with one statement, in the order of the list. @returns their ids, in that order */
export async function insertParticipants(
  tx: Tx,
  eventId: number,
  people: readonly { readonly person: ListedPerson; readonly key: StoredKey | null }[],
): Promise<number[]> {
  const column = (of: (person: ListedPerson) => string | null) => people.map(({ person }) => of(person));
  const { rows } = await sql<{ id: number }>`
    insert into participants (tenant_id, event_id, full_name, class, target_group, key_hash, key_folded_hash, key_sealed,
      created_at, updated_at)
    select ${tx.tenantId}, ${eventId}, s.full_name, s.class, s.target_group, decode(s.hash, 'hex'),
      decode(s.folded, 'hex'), decode(s.sealed, 'hex'), ${tx.clock.now()}::timestamptz, ${tx.clock.now()}::timestamptz
    from unnest(${column(({ fullName }) => fullName)}::text[], ${column((one) => one.class)}::text[],
      ${column(({ targetGroup }) => targetGroup)}::text[], ${hex(people, 'hash')}::text[],
      ${hex(people, 'foldedHash')}::text[], ${hex(people, 'sealed')}::text[])
      with ordinality as s (full_name, class, target_group, hash, folded, sealed, place)
    order by s.place
    returning id`.execute(tx.db);
  return rows.map(({ id }) => id).sort((one, other) => one - other);
}

/** Bytes as hexadecimal digits: arrays of texts travel at a third of the cost of arrays of bytes. */
function hex(
  people: readonly { readonly key: StoredKey | null }[],
  column: keyof StoredKey,
): (string | null)[] {
  return people.map(({ key }) => key?.[column].toString('hex') ?? null);
}
