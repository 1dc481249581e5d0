/** Milliseconds a taking lasts beyond its last batch. A worker that dies leaves its errands to others after that. */
export const lease = 120_000;
/** Takings without a finished batch before an errand has failed: five pauses, half an hour in all. */
export const mostTries = 6;
/** Batches until a worker looks whether another errand has waited longer. */
export const batchesInTurn = 20;
/** Errands worked at once by one process: two of its four hands stay free for letters. */
export const lanes = 2;
/** Rows of one errand at most. */
export const mostRows = 200_000;
/** Milliseconds an errand that is over can be looked at. */
export const keptFor = 30 * 24 * 3_600_000;

const minute = 60_000;
const pauses = [5_000, minute, 2 * minute, 7 * minute, 20 * minute];

/** Milliseconds until the next taking after `tries` that finished no batch. */
export function pauseAfter(tries: number): number {
  return pauses[Math.min(tries, pauses.length) - 1] ?? minute;
}
