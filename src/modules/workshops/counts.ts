import type { Read } from '../../platform/database/contract.ts';
import { countRegistrationsByDay, type FilledRow, selectFill } from './counts.queries.ts';
import { isOpen } from './rules.ts';

/** How many registrations were made on each day (UTC) since; days without any are left out. */
export function countRegistrations(read: Read, since: Date): Promise<{ day: string; count: number }[]> {
  return countRegistrationsByDay(read, since);
}

/** How full the workshops of events are that are open now, of the newest event first; at most 200 of them. */
export async function listFill(read: Read): Promise<FilledRow[]> {
  const now = read.clock.now();
  return (await selectFill(read)).filter((row) => isOpen(row, now));
}
