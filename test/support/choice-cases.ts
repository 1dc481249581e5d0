import type { ChoiceCase, Workshop, WorkshopLink } from '../../src/modules/workshops/types.ts';

/** The moment at which choices are judged. */
export const now = new Date('2027-03-01T10:00:00Z');
/** Open, without times. */
export const event = { id: 1, available: true, opensAt: null, closesAt: null, archivedAt: null };

/** A workshop of the event, of a moment of its own. */
export function workshop(id: number, more: Partial<Workshop> = {}): Workshop {
  return {
    id,
    eventId: 1,
    title: `W${id}`,
    description: '',
    moment: `moment ${id}`,
    targetGroup: '',
    capacity: 10,
    taken: 0,
    granted: 0,
    version: 1,
    position: 0,
    ...more,
  };
}

/** What a choice is judged by: nothing chosen, nothing bound, unless told otherwise. */
export function caseOf(more: Partial<ChoiceCase>): ChoiceCase {
  return {
    event,
    workshops: [],
    links: [],
    targetGroup: null,
    current: [],
    wanted: [],
    elsewhere: [],
    byManager: false,
    force: false,
    now,
    ...more,
  };
}

export const inclusive = (workshop1Id: number, workshop2Id: number): WorkshopLink => ({
  workshop1Id,
  workshop2Id,
  kind: 'inclusive',
});
export const exclusive = (workshop1Id: number, workshop2Id: number): WorkshopLink => ({
  workshop1Id,
  workshop2Id,
  kind: 'exclusive',
});
