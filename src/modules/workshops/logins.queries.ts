import { sql } from 'kysely';
import type { OwnerTx, Read, Tx } from '../../platform/database/contract.ts';
import type { Participant } from './types.ts';

export interface FoundVisit {
  readonly id: number;
  readonly expiresAt: Date;
  /** Null: opened by the shared password. */
  readonly participant: Participant | null;
  readonly isArchived: boolean;
}

/** The visit of that hash with its participant. */
export async function findVisit(read: Read, hash: Buffer): Promise<FoundVisit | null> {
  const row = await read.db
    .selectFrom('visits as v')
    .leftJoin('participants as p', (join) =>
      join.onRef('p.tenant_id', '=', 'v.tenant_id').onRef('p.id', '=', 'v.participant_id'),
    )
    .leftJoin('events as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.id', '=', 'p.event_id'),
    )
    .select([
      'v.id',
      'v.expires_at as expiresAt',
      'p.id as participantId',
      'p.event_id as eventId',
      'p.full_name as fullName',
      'p.class',
      'p.target_group as targetGroup',
      'e.archived_at as archivedAt',
    ])
    .where('v.tenant_id', '=', read.tenantId)
    .where('v.hash', '=', hash)
    .executeTakeFirst();
  if (!row) return null;
  const { id, expiresAt, participantId, eventId, fullName, archivedAt, ...rest } = row;
  const isOfParticipant = participantId !== null && eventId !== null && fullName !== null;
  const participant = isOfParticipant ? { id: participantId, eventId, fullName, ...rest } : null;
  return { id, expiresAt, participant, isArchived: archivedAt !== null };
}

/** Participants of events that are not archived whose key has one of these hashes; an exact match first. */
export async function findByKey(
  read: Read,
  { hash, foldedHash }: { hash: Buffer; foldedHash: Buffer },
): Promise<(Participant & { keyHash: Buffer | null; isExact: boolean })[]> {
  const own = () =>
    read.db
      .selectFrom('participants as p')
      .innerJoin('events as e', (join) =>
        join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.id', '=', 'p.event_id'),
      )
      .select([
        'p.id',
        'p.event_id as eventId',
        'p.full_name as fullName',
        'p.class',
        'p.target_group as targetGroup',
        'p.key_hash as keyHash',
      ])
      .where('p.tenant_id', '=', read.tenantId)
      .where('e.archived_at', 'is', null);
  // Two look-ups, each by its index; two of the folded ones tell that it names nobody.
  const [exact, folded] = await Promise.all([
    own().where('p.key_hash', '=', hash).execute(),
    own().where('p.key_folded_hash', '=', foldedHash).orderBy('p.id').limit(2).execute(),
  ]);
  return [
    ...exact.map((one) => ({ ...one, isExact: true })),
    ...folded.map((one) => ({ ...one, isExact: false })),
  ];
}

/**
 * Makes a visit of the shared password, unless it was changed or switched off since it was proven: a change under way is
 * waited for. @returns null: none was made
 */
export async function insertSharedVisit(
  tx: Tx,
  visit: { hash: Buffer; expiresAt: Date; passwordSetAt: Date },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into visits (tenant_id, hash, participant_id, created_at, expires_at)
    select s.tenant_id, ${visit.hash}, null, ${tx.clock.now()}, ${visit.expiresAt} from shared_passwords s
    where s.tenant_id = ${tx.tenantId} and s.set_at = ${visit.passwordSetAt} and s.switched_off_at is null
    for share of s
    returning id`.execute(tx.db);
  return rows[0]?.id ?? null;
}

/**
 * Makes a visit of a participant, unless they were removed, or got another key, since theirs was proven: a change under
 * way is waited for. @returns null: none was made
 */
export async function insertVisit(
  tx: Tx,
  visit: { hash: Buffer; expiresAt: Date; participantId: number; keyHash: Buffer | null },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into visits (tenant_id, hash, participant_id, created_at, expires_at)
    select p.tenant_id, ${visit.hash}, p.id, ${tx.clock.now()}, ${visit.expiresAt} from participants p
    where p.tenant_id = ${tx.tenantId} and p.id = ${visit.participantId}
      and (${visit.keyHash}::bytea is null or p.key_hash = ${visit.keyHash}::bytea)
    for key share of p
    returning id`.execute(tx.db);
  return rows[0]?.id ?? null;
}

export async function deleteVisit(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('visits').where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
}

/** Ends what the shared password opened. */
export async function deleteSharedVisits(tx: Tx): Promise<void> {
  await tx.db
    .deleteFrom('visits')
    .where('tenant_id', '=', tx.tenantId)
    .where('participant_id', 'is', null)
    .execute();
}

/** Deletes the visits of all tenants that have ended. @returns how many */
export async function deleteEndedVisits(tx: OwnerTx, before: Date): Promise<number> {
  const result = await tx.db.deleteFrom('visits').where('expires_at', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** The shared password; null: none was set, or an owner switched it off. */
export async function findSharedPassword(read: Read): Promise<{ hash: string; setAt: Date } | null> {
  const row = await read.db
    .selectFrom('shared_passwords')
    .select(['hash', 'set_at as setAt'])
    .where('tenant_id', '=', read.tenantId)
    .where('switched_off_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Puts a hash in place of the password set then. @returns false: it was changed or switched off meanwhile */
export async function replaceSharedPassword(
  tx: Tx,
  before: Date,
  { hash, setAt }: { readonly hash: string; readonly setAt: Date },
): Promise<boolean> {
  const result = await tx.db
    .updateTable('shared_passwords')
    .set({ hash, set_at: setAt })
    .where('tenant_id', '=', tx.tenantId)
    .where('set_at', '=', before)
    .where('switched_off_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

export async function upsertSharedPassword(tx: Tx, hash: string, setAt: Date): Promise<void> {
  const values = { hash, set_at: setAt, switched_off_at: null };
  await tx.db
    .insertInto('shared_passwords')
    .values({ tenant_id: tx.tenantId, ...values })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(values))
    .execute();
}

/** Writes a hash made anew of the same password, unless the password was changed meanwhile. */
export async function renewSharedHash(tx: Tx, from: string, to: string): Promise<void> {
  await tx.db
    .updateTable('shared_passwords')
    .set({ hash: to })
    .where('tenant_id', '=', tx.tenantId)
    .where('hash', '=', from)
    .execute();
}

/** @returns whether there was one that was on */
export async function switchOff(tx: Tx): Promise<boolean> {
  const result = await tx.db
    .updateTable('shared_passwords')
    .set({ switched_off_at: tx.clock.now() })
    .where('tenant_id', '=', tx.tenantId)
    .where('switched_off_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}
