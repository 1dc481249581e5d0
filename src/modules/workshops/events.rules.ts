import type { EditWarning, Event, Workshop, WorkshopDraft } from './types.ts';

const longest = { name: 80, title: 80, moment: 80, targetGroup: 1000, description: 20_000 } as const;
const mostWorkshops = 1000;

/** What is wrong with an event, by field; empty where all is well. */
export function eventFaults(event: Pick<Event, 'name' | 'opensAt' | 'closesAt'>): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  const { name, opensAt, closesAt } = event;
  if (name.trim() === '' || name.length > longest.name || !isPlain(name))
    faults.name = [`A name has 1 to ${longest.name} characters, no control characters.`];
  if (opensAt !== null && closesAt !== null && opensAt >= closesAt)
    faults.closes_at = ['An event closes after it opens.'];
  return faults;
}

/** What is wrong with workshops, by place and field: `workshops.2.title`. */
export function workshopFaults(workshops: readonly WorkshopDraft[]): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  if (workshops.length > mostWorkshops)
    faults.workshops = [`An event has at most ${mostWorkshops} workshops.`];
  workshops.forEach((workshop, at) => {
    for (const field of ['title', 'moment', 'targetGroup', 'description'] as const) {
      const text = workshop[field];
      if (text === undefined) continue;
      if (text.length > longest[field])
        faults[`workshops.${at}.${field}`] = [`At most ${longest[field]} characters.`];
      else if (field !== 'description' && !isPlain(text))
        faults[`workshops.${at}.${field}`] = ['No control characters.'];
    }
    const { capacity } = workshop;
    if (capacity !== undefined && !(Number.isInteger(capacity) && Math.abs(capacity) <= 2_147_483_647))
      faults[`workshops.${at}.limit`] = ['A limit is a whole number of at most 2147483647.'];
  });
  return faults;
}

/** What an edit of workshops does to choices made before, each with how many people it concerns. */
export function editWarnings(before: readonly Workshop[], after: readonly Workshop[]): EditWarning[] {
  const now = new Map(after.map((workshop) => [workshop.id, workshop]));
  const warnings = before.flatMap((old): EditWarning[] => {
    const workshop = now.get(old.id);
    const concerned = { workshopId: old.id, title: old.title, registrations: old.taken };
    if (old.taken === 0) return [];
    if (!workshop) return [{ ...concerned, code: 'deleted' }];
    return [
      ...(workshop.moment === old.moment ? [] : [{ ...concerned, code: 'moment' } as const]),
      ...(workshop.targetGroup === old.targetGroup ? [] : [{ ...concerned, code: 'group' } as const]),
    ];
  });
  const overfull = after.filter(({ taken, capacity }) => taken > Math.max(capacity, 0));
  return [
    ...warnings,
    ...overfull.map(({ id, title, taken }) => ({
      workshopId: id,
      title,
      registrations: taken,
      code: 'over_limit' as const,
    })),
  ];
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}
