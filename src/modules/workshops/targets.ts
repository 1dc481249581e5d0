import type { Read } from '../../platform/database/contract.ts';
import { listAuthors } from '../activity/activity.ts';
import { findAccounts, includesRole } from '../identity/accounts.ts';
import type { Site } from '../tenants/types.ts';
import { type NamedRow, selectEventNames, selectWorkshopNames } from './targets.queries.ts';

/** Events as things that others name, such as what a comment is on; by their id. */
export const eventsAsTargets = {
  async find(read: Read, _site: Site, id: string) {
    const [event] = await selectEventNames(read, idsIn(id));
    return event ? { ...asThing(event), concerns: await organisersOf(read, event.id) } : null;
  },
  async describe(read: Read, ids: readonly number[]) {
    return (await selectEventNames(read, ids)).map(asThing);
  },
};

/** Workshops as things that others name; what happens to one concerns the organisers of its event. */
export const workshopsAsTargets = {
  async find(read: Read, _site: Site, id: string) {
    const [workshop] = await selectWorkshopNames(read, idsIn(id));
    return workshop ? { ...asThing(workshop), concerns: await organisersOf(read, workshop.eventId) } : null;
  },
  async describe(read: Read, ids: readonly number[]) {
    return (await selectWorkshopNames(read, ids)).map(asThing);
  },
};

const asThing = ({ id, name }: NamedRow) => ({ id, publicId: String(id), name });

/** None where the text is no id. */
function idsIn(text: string): number[] {
  return /^[1-9]\d{0,14}$/.test(text) ? [Number(text)] : [];
}

/**
 * The managers who made or edited an event: it has no owner, and all managers of a school would be too many. Who was
 * signed in by the shared password has no account to be told.
 */
async function organisersOf(read: Read, eventId: number): Promise<number[]> {
  const authors = await listAuthors(read, { type: 'event', id: eventId }, ['created', 'changed']);
  const accounts = await findAccounts(read, authors);
  return [...accounts.values()]
    .filter(({ isActive, role }) => isActive && includesRole(role, 'staff'))
    .map(({ id }) => id);
}
