import { sql } from 'kysely';
import type { Context, OwnerContext, Read, Tx } from './database/contract.ts';
import { refuse } from './refusal.ts';

/** So many hits in so many seconds, counted from the first one. */
export interface Limit {
  readonly hits: number;
  readonly seconds: number;
}

/**
 * Counts a hit on `key` and refuses with `throttled` the hit after the last allowed one (60 pass, the 61st is refused).
 * Counters are shared by all processes; they count in a transaction of their own, so a refused request still counts.
 */
export async function countHit(context: Context, key: string, limit: Limit): Promise<void> {
  const found = await context.transaction((tx) => addHits(tx, key, limit, 1));
  if (found.hits > limit.hits) throw throttled(context, found.endsAt);
}

/**
 * Takes some hits at once. @param count how many are wished for
 * @returns how many of them may pass, and when the window ends
 */
export async function takeHits(
  context: Context,
  key: string,
  limit: Limit,
  count: number,
): Promise<{ granted: number; remaining: number; endsAt: Date }> {
  const { hits, endsAt } = await context.transaction((tx) => addHits(tx, key, limit, count));
  const granted = Math.max(0, Math.min(count, limit.hits - (hits - count)));
  return { granted, remaining: Math.max(0, limit.hits - hits), endsAt };
}

/** Refuses when `key` has used up its hits; counts nothing. For throttles that count failures only. */
export async function refuseExhausted(context: Context, key: string, limit: Limit): Promise<void> {
  const found = await context.read((read) => findCounter(read, key));
  if (found && found.hits >= limit.hits) throw throttled(context, found.endsAt);
}

/** Deletes counters whose keys name somebody who is to be forgotten. */
export async function forgetCounters(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.db
    .deleteFrom('throttle_counters')
    .where('key', 'in', [...keys])
    .execute();
}

/** Deletes the counters of windows that have ended; a worker's task. */
export async function purgeCounters(owner: OwnerContext): Promise<void> {
  await owner.transaction((tx) =>
    tx.db.deleteFrom('throttle_counters').where('window_ends_at', '<', tx.clock.now()).execute(),
  );
}

interface Counter {
  readonly hits: number;
  readonly endsAt: Date;
}

async function addHits(tx: Tx, key: string, limit: Limit, count: number): Promise<Counter> {
  const now = tx.clock.now();
  const endsAt = new Date(now.getTime() + limit.seconds * 1000);
  const { rows } = await sql<Counter>`
    insert into throttle_counters as c (key, hits, window_ends_at) values (${key}, ${count}::integer, ${endsAt})
    on conflict (key) do update set
      hits = case when c.window_ends_at <= ${now} then excluded.hits
        else least(c.hits::bigint + excluded.hits, 2000000000)::integer end,
      window_ends_at = case when c.window_ends_at <= ${now} then excluded.window_ends_at else c.window_ends_at end
    returning hits, window_ends_at as "endsAt"`.execute(tx.db);
  return rows[0] ?? { hits: count, endsAt };
}

async function findCounter(read: Read, key: string): Promise<Counter | null> {
  const row = await read.db
    .selectFrom('throttle_counters')
    .select(['hits', 'window_ends_at as endsAt'])
    .where('key', '=', key)
    .where('window_ends_at', '>', read.clock.now())
    .executeTakeFirst();
  return row ?? null;
}

/** The refusal of a hit too many. @param endsAt of the window */
export function throttled(context: Pick<Context, 'clock'>, endsAt: Date): Error {
  const seconds = Math.max(1, Math.ceil((endsAt.getTime() - context.clock.now().getTime()) / 1000));
  return refuse('throttled', 'request.throttled', `Too many requests. Try again in ${seconds} seconds.`, {
    retryAfter: seconds,
  });
}
