import { sql } from 'kysely';
import type { Author, OwnerTx, Read, Tx } from '../../platform/database/contract.ts';
import type { ClaimedErrand, Errand, ErrandFilter, ErrandState, NewErrand, NewErrandRow } from './types.ts';

export async function insertErrand(
  tx: Tx,
  uuid: string,
  errand: NewErrand & { readonly siteId: number },
  total: number | null,
): Promise<void> {
  const now = tx.clock.now();
  await tx.db
    .insertInto('errands')
    .values({
      tenant_id: tx.tenantId,
      uuid,
      kind: errand.kind,
      state: 'waiting',
      site_id: errand.siteId,
      author_kind: tx.author?.kind ?? 'system',
      author_id: tx.author?.id ?? null,
      author_name: tx.author?.name ?? '',
      request_id: tx.requestId,
      input: JSON.stringify(errand.input ?? {}),
      total,
      created_at: now,
      changed_at: now,
      due_at: now,
    })
    .execute();
}

/** One statement whatever the number. */
export async function insertErrandRows(
  tx: Tx,
  errand: string,
  wanted: readonly NewErrandRow[],
): Promise<void> {
  await sql`
    insert into errand_rows (tenant_id, errand, number, subject, target)
    select ${tx.tenantId}, ${errand}::uuid, row.number, row.subject, row.target
    from unnest(${wanted.map(({ subject }) => subject)}::text[], ${wanted.map(({ target }) => target ?? null)}::text[])
      with ordinality as row (subject, target, number)`.execute(tx.db);
}

/** Newest first; the uuids grow with time. @param after the last one seen */
export async function selectErrands(
  read: Read,
  filter: ErrandFilter,
  page: { readonly limit: number; readonly after: string | null },
): Promise<Errand[]> {
  let query = read.db.selectFrom('errands').selectAll().where('tenant_id', '=', read.tenantId);
  const { authorId, state, kind } = filter;
  if (authorId !== undefined)
    query = query.where('author_id', '=', authorId).where('author_kind', '=', 'account');
  if (state !== undefined) query = query.where('state', '=', state);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (page.after !== null) query = query.where('uuid', '<', page.after);
  const rows = await query.orderBy('uuid', 'desc').limit(page.limit).execute();
  return rows.map(toErrand);
}

export async function findErrand(read: Read, uuid: string): Promise<Errand | null> {
  const row = await one(read, uuid).executeTakeFirst();
  return row ? toErrand(row) : null;
}

/** Nobody else changes it until the commit. */
export async function lockErrand(tx: Tx, uuid: string): Promise<Errand | null> {
  const row = await one(tx, uuid).forUpdate().executeTakeFirst();
  return row ? toErrand(row) : null;
}

/** The errand, as long as it is this very taking's. */
export async function findClaimed(read: Read, uuid: string, claim: number): Promise<Errand | null> {
  const row = await one(read, uuid)
    .where('claim', '=', claim)
    .where('due_at', 'is not', null)
    .executeTakeFirst();
  return row ? toErrand(row) : null;
}

export async function askToCancel(tx: Tx, uuid: string): Promise<void> {
  const now = tx.clock.now();
  await tx.db
    .updateTable('errands')
    .set({ cancel_asked_at: now, changed_at: now })
    .where('tenant_id', '=', tx.tenantId)
    .where('uuid', '=', uuid)
    .execute();
}

/** @param end `claim`: only while it is this very taking's. @returns false: it was not */
export async function endErrand(
  tx: Tx,
  uuid: string,
  end: { readonly state: ErrandState; readonly problem?: Errand['problem']; readonly claim?: number },
): Promise<boolean> {
  const now = tx.clock.now();
  let query = tx.db
    .updateTable('errands')
    .set({
      state: end.state,
      problem_code: end.problem?.code ?? null,
      problem: end.problem?.message ?? null,
      due_at: null,
      ended_at: now,
      changed_at: now,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('uuid', '=', uuid)
    .where('due_at', 'is not', null);
  if (end.claim !== undefined) query = query.where('claim', '=', end.claim);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

interface ClaimedRow {
  tenant_id: number;
  site_id: number;
  uuid: string;
  kind: string;
  claim: number;
  tries: number;
  author_kind: string;
  author_id: number | null;
  author_name: string;
  request_id: string;
}

/** Takes the errand that has been due for longest, until `until`; each goes to one of several takers. */
export async function claimDue(tx: OwnerTx, until: Date): Promise<ClaimedErrand | null> {
  const now = tx.clock.now();
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select tenant_id, uuid from errands where due_at <= ${now}
      order by due_at, claim, uuid limit 1 for update skip locked
    )
    update errands e set due_at = ${until}, claim = e.claim + 1, tries = e.tries + 1, state = 'running',
      started_at = coalesce(e.started_at, ${now}), changed_at = ${now}
    from due where e.tenant_id = due.tenant_id and e.uuid = due.uuid
    returning e.tenant_id, e.site_id, e.uuid, e.kind, e.claim, e.tries, e.author_kind, e.author_id, e.author_name,
      e.request_id`.execute(tx.db);
  const [row] = rows;
  if (!row) return null;
  return {
    tenantId: row.tenant_id,
    siteId: row.site_id,
    uuid: row.uuid,
    kind: row.kind,
    claim: row.claim,
    tries: row.tries,
    author: toAuthor(row),
    requestId: row.request_id,
  };
}

/** Keeps that a batch is done, and the errand taken until `until`. @returns false: it is another taking's by now */
export async function keepProgress(
  tx: Tx,
  { uuid, claim }: Pick<ClaimedErrand, 'uuid' | 'claim'>,
  progress: Pick<Errand, 'done' | 'total' | 'outcomes'>,
  until: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('errands')
    .set({
      done: progress.done,
      total: progress.total,
      outcomes: JSON.stringify(progress.outcomes),
      tries: 0,
      due_at: until,
      changed_at: tx.clock.now(),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('uuid', '=', uuid)
    .where('claim', '=', claim)
    .where('due_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives a taken errand back, for the next taker from `dueAt` on. @param isUntried the taking is not counted */
export async function putBack(
  tx: OwnerTx,
  { tenantId, uuid, claim }: ClaimedErrand,
  dueAt: Date,
  isUntried: boolean,
): Promise<void> {
  await sql`
    update errands set due_at = ${dueAt}, tries = greatest(0, tries - ${isUntried ? 1 : 0}::integer)
    where tenant_id = ${tenantId} and uuid = ${uuid} and claim = ${claim} and due_at is not null`.execute(
    tx.db,
  );
}

/** Erases up to `size` errands that ended before `before`, with their rows. @returns how many */
export async function deleteEnded(tx: OwnerTx, before: Date, size: number): Promise<number> {
  const { rows } = await sql`
    delete from errands e using (
      select tenant_id, uuid from errands where ended_at < ${before} limit ${size}
    ) old where e.tenant_id = old.tenant_id and e.uuid = old.uuid returning e.uuid`.execute(tx.db);
  return rows.length;
}

/** Takes an account's names out of errands: as author, and as whom rows are about. */
export async function forgetPerson(tx: Tx, accountId: number): Promise<void> {
  await sql`
    update errands set author_id = null, author_name = ''
    where tenant_id = ${tx.tenantId} and author_kind = 'account' and author_id = ${accountId}`.execute(tx.db);
  await sql`
    update errand_rows r set subject = '', message = null from accounts a
    where a.tenant_id = ${tx.tenantId} and a.id = ${accountId} and r.tenant_id = a.tenant_id
      and lower(r.subject) in (lower(a.email), lower(a.username))`.execute(tx.db);
}

const one = (read: Read, uuid: string) =>
  read.db.selectFrom('errands').selectAll().where('tenant_id', '=', read.tenantId).where('uuid', '=', uuid);

type Row = Awaited<ReturnType<ReturnType<typeof one>['execute']>>[number];

function toErrand(row: Row): Errand {
  return {
    uuid: row.uuid,
    kind: row.kind,
    state: toState(row.state),
    author: toAuthor(row),
    input: row.input,
    total: row.total,
    done: row.done,
    outcomes: toCounts(row.outcomes),
    problem: row.problem_code === null ? null : { code: row.problem_code, message: row.problem ?? '' },
    createdAt: row.created_at,
    startedAt: row.started_at,
    changedAt: row.changed_at,
    endedAt: row.ended_at,
    cancelAskedAt: row.cancel_asked_at,
  };
}

const states: readonly ErrandState[] = ['waiting', 'running', 'done', 'failed', 'cancelled'];
const toState = (text: string): ErrandState => states.find((state) => state === text) ?? 'failed';

const authors = ['account', 'command', 'system', 'participant'] as const;

function toAuthor(row: Pick<ClaimedRow, 'author_kind' | 'author_id' | 'author_name'>): Author {
  const kind = authors.find((one) => one === row.author_kind) ?? 'system';
  return { kind, id: row.author_id, name: row.author_name };
}

function toCounts(outcomes: unknown): Record<string, number> {
  const entries = Object.entries(outcomes ?? {});
  return Object.fromEntries(entries.map(([outcome, count]) => [outcome, Number(count)]));
}
