import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Read } from './contract.ts';
import type { DB } from './schema.generated.ts';
import { composeOn } from './statements.ts';

/** Where a value goes in a statement that is composed once. */
export type Slot<Value> = RawBuilder<Value>;

type Slots<Values extends readonly unknown[]> = { [Index in keyof Values]: Slot<Values[Index]> };

/**
 * A statement composed once and asked many times with other values: for the few that stand in every request, where
 * composing anew was a sixth of a point read's time.
 * @param count how many values it takes
 */
export function prepare<Row, Values extends readonly unknown[]>(
  count: Values['length'],
  compose: (db: Kysely<DB>, ...slots: Slots<Values>) => Compilable<Row>,
): (read: Read, ...values: Values) => Promise<Row[]> {
  let composed: { query: CompiledQuery<Row>; order: number[] } | undefined;
  return async (read, ...values) => {
    composed ??= composeOnce(count, compose);
    const { query, order } = composed;
    const { rows } = await read.db.executeQuery<Row>({
      ...query,
      parameters: order.map((slot) => values[slot]),
    });
    return rows;
  };
}

/** Composes with markers in place of values, and notes which marker stands where among the parameters. */
function composeOnce<Row, Values extends readonly unknown[]>(
  count: number,
  compose: (db: Kysely<DB>, ...slots: Slots<Values>) => Compilable<Row>,
): { query: CompiledQuery<Row>; order: number[] } {
  const markers = Array.from({ length: count }, (_, slot) => ({ slot }));
  const slots: unknown = markers.map((marker) => sql`${marker}`);
  if (!areSlots<Values>(slots)) throw new Error('A statement that is composed once takes a list of slots.');
  const never = () => Promise.reject(new Error('A prepared statement is composed here, not run.'));
  const query = compose(composeOn(never), ...slots).compile();
  const places = new Map<unknown, number>(markers.map((marker) => [marker, marker.slot]));
  const order = query.parameters.map((parameter) => places.get(parameter) ?? -1);
  if (order.includes(-1)) throw new Error('A prepared statement takes every value through a slot.');
  return { query, order };
}

/** The types of the slots are those of the values by declaration; at run time every slot is alike. */
function areSlots<Values extends readonly unknown[]>(slots: unknown): slots is Slots<Values> {
  return Array.isArray(slots);
}
