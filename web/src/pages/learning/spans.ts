export const spans = ['day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

/** Every span from the first to the last, those in which nothing was counted as none: an axis of time has no gaps. */
export function everySpan(
  counted: readonly { readonly from: string; readonly count: number }[],
  by: Span,
): { from: string; count: number }[] {
  const counts = new Map(counted.map(({ from, count }) => [Date.parse(from), count]));
  const moments = [...counts.keys()];
  const last = Math.max(...moments);
  const all: { from: string; count: number }[] = [];
  for (let at = Math.min(...moments); at <= last; at = after(at, by))
    all.push({ from: new Date(at).toISOString(), count: counts.get(at) ?? 0 });
  return all;
}

function after(at: number, by: Span): number {
  const date = new Date(at);
  if (by === 'month') return date.setUTCMonth(date.getUTCMonth() + 1);
  return date.setUTCDate(date.getUTCDate() + (by === 'week' ? 7 : 1));
}
