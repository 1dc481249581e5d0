import type { ChartPoint } from '../../ui/Chart.tsx';

/** Every day from one to another, those without any counted as none. @param since `2026-03-01` @param until likewise */
export function everyDay(
  since: string,
  until: string,
  counted: readonly { readonly day: string; readonly count: number }[],
): ChartPoint[] {
  const counts = new Map(counted.map(({ day, count }) => [day, count]));
  const points: ChartPoint[] = [];
  for (let at = Date.parse(since); at <= Date.parse(until); at += 86_400_000) {
    const label = new Date(at).toISOString().slice(0, 10);
    points.push({ label, value: counts.get(label) ?? 0 });
  }
  return points;
}

/** Rows by what they share, in the order in which it comes first. */
export function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
