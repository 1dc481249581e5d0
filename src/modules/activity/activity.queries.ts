import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { ActivityQuery, Happening, Recorded, StreamedHappening, Thing } from './types.ts';

/** One statement whatever the number. Lists of field names travel as JSON, since arrays of arrays must be rectangular. */
export async function insertActivity(
  tx: Tx,
  happenings: readonly Happening[],
  batchId: string | null = null,
): Promise<void> {
  const author = tx.author;
  await sql`
    insert into activity (tenant_id, at, site_id, author_kind, author_id, verb, object_type, object_id,
                          result_type, result_id, fields, batch_id, request_id)
    select ${tx.tenantId}, ${tx.clock.now()}, ${tx.siteId}, ${author?.kind ?? 'anyone'}, ${author?.id ?? null},
           happened.verb, happened.object_type, happened.object_id, happened.result_type, happened.result_id,
           array(select json_array_elements_text(happened.fields)), ${batchId}, ${tx.requestId}
    from unnest(${happenings.map((one) => one.verb)}::text[],
                ${happenings.map((one) => one.objectType)}::text[],
                ${happenings.map((one) => String(one.objectId))}::text[],
                ${happenings.map((one) => one.result?.type ?? null)}::text[],
                ${happenings.map((one) => (one.result ? String(one.result.id) : null))}::text[],
                ${happenings.map((one) => JSON.stringify(one.fields ?? []))}::json[])
      as happened (verb, object_type, object_id, result_type, result_id, fields)`.execute(tx.db);
}

/** What was done by an account or to it, oldest first. */
export function selectActivityOf(read: Read, accountId: number): Promise<Recorded[]> {
  return read.db
    .selectFrom('activity')
    .select([
      'at',
      'verb',
      'object_type as objectType',
      'object_id as objectId',
      'fields',
      'author_id as authorId',
    ])
    .where('tenant_id', '=', read.tenantId)
    .where((where) =>
      where.or([
        where.and([where('object_type', '=', 'account'), where('object_id', '=', String(accountId))]),
        where('author_id', '=', accountId),
      ]),
    )
    .orderBy('id')
    .execute();
}

export async function selectAuthors(read: Read, on: Thing, verbs: readonly string[]): Promise<number[]> {
  const rows = await read.db
    .selectFrom('activity')
    .select('author_id as id')
    .distinct()
    .where('tenant_id', '=', read.tenantId)
    .where('object_type', '=', on.type)
    .where('object_id', '=', String(on.id))
    .where('verb', 'in', verbs)
    .where('author_kind', '=', 'account')
    .orderBy('author_id')
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}

const streamed = [
  'id',
  'at',
  'verb',
  'object_type as objectType',
  'object_id as objectId',
  'result_type',
  'result_id',
  'fields',
  'author_kind',
  'author_id',
] as const;

const own = (read: Read, query: ActivityQuery) =>
  read.db.selectFrom('activity').where('tenant_id', '=', read.tenantId).where(matching(query));

const stream = (read: Read, query: ActivityQuery) => own(read, query).select(streamed).orderBy('id', 'desc');

type StreamedRow = Awaited<ReturnType<ReturnType<typeof stream>['execute']>>[number];

/** Newest first. */
export async function selectStream(
  read: Read,
  query: ActivityQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ count: number; happenings: StreamedHappening[] }> {
  const [counted, rows] = await Promise.all([
    own(read, query)
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    stream(read, query).limit(page.limit).offset(page.offset).execute(),
  ]);
  return { count: counted.count, happenings: rows.map(toHappening) };
}

/** Newest first, those older than a number; at most `limit`. */
export async function selectStreamBefore(
  read: Read,
  query: ActivityQuery,
  before: number | null,
  limit: number,
): Promise<StreamedHappening[]> {
  const all = stream(read, query);
  const rows = await (before === null ? all : all.where('id', '<', before)).limit(limit).execute();
  return rows.map(toHappening);
}

function toHappening(one: StreamedRow): StreamedHappening {
  const { result_type: type, result_id: id, author_kind: kind, author_id: authorId, ...row } = one;
  return {
    ...row,
    authorKind: kind,
    // The number of a participant is none of an account.
    authorId: kind === 'account' ? authorId : null,
    result: type !== null && id !== null ? { type, id } : null,
  };
}

const matching = (query: ActivityQuery) => (where: ExpressionBuilder<DB, 'activity'>) => {
  const all: Expression<SqlBool>[] = [];
  const isOn = (type: string, id: number | string) =>
    where.and([where('object_type', '=', type), where('object_id', '=', String(id))]);
  if (query.on) all.push(isOn(query.on.type, query.on.id));
  if (query.of !== undefined) {
    const isBy = where.and([where('author_id', '=', query.of), where('author_kind', '=', 'account')]);
    all.push(where.or([isBy, isOn('account', query.of)]));
  }
  if (query.by !== undefined)
    all.push(where.and([where('author_id', '=', query.by), where('author_kind', '=', 'account')]));
  if (query.onType !== undefined) all.push(where('object_type', '=', query.onType));
  if (query.verbs) all.push(where('verb', 'in', query.verbs.length > 0 ? query.verbs : ['']));
  if (query.from) all.push(where('at', '>=', query.from));
  if (query.before) all.push(where('at', '<', query.before));
  return where.and(all);
};
