import type { Read, Tx } from '../../platform/database/contract.ts';
import type { Records } from '../../platform/record-batches.ts';
import type { Identity } from '../identity/types.ts';
import { demoEvent, demoLinks, demoPeople } from './demo-data.ts';
import { createEvent, listEvents, replaceLinks, requireEvent } from './events.ts';
import { takeOverParticipants } from './imports.ts';
import { demoUnfit, demoUnwanted } from './refusals.ts';
import type { EventWithWorkshops, WorkshopLink } from './types.ts';

/** What the demo event is and has, for those who are offered it. */
export const demoFacts = {
  name: demoEvent.name,
  workshops: demoEvent.workshops.length,
  /** With these the participants sign in. */
  keys: demoPeople.map(({ identity }) => identity),
} as const;

/** Whether a tenant has no event yet, archived ones included, so that the demo is in nobody's way. */
export async function isWithoutEvents(read: Read): Promise<boolean> {
  return (await listEvents(read, { archived: true })).length === 0;
}

/** Loads the demo event into the tenant. Where an event of its name is, nothing changes. */
export async function loadDemo(
  tx: Tx,
  identity: Identity,
): Promise<{ isNew: boolean; event: EventWithWorkshops }> {
  const present = (await listEvents(tx, { archived: true })).find(({ name }) => name === demoEvent.name);
  if (present) return { isNew: false, event: await requireEvent(tx, present.id) };
  const { id, workshops } = await createEvent(tx, demoEvent);
  await replaceLinks(tx, id, linksAmong(workshops), null);
  const { faults } = await takeOverParticipants(tx, identity, id, recordsOf(demoPeople));
  if (faults[0]) throw demoUnfit(faults[0].message);
  return { isNew: true, event: await requireEvent(tx, id) };
}

/** As `loadDemo`, into a tenant without events. Refuses one that has some: the demo's keys are easy to guess. */
export async function loadFirstDemo(tx: Tx, identity: Identity): Promise<EventWithWorkshops> {
  if (!(await isWithoutEvents(tx))) throw demoUnwanted();
  return (await loadDemo(tx, identity)).event;
}

function linksAmong(workshops: EventWithWorkshops['workshops']): WorkshopLink[] {
  const ids = new Map(workshops.map(({ title, id }) => [title, id]));
  return demoLinks.flatMap(([one, other, kind]) => {
    const [workshop1Id, workshop2Id] = [ids.get(one), ids.get(other)];
    return workshop1Id === undefined || workshop2Id === undefined ? [] : [{ workshop1Id, workshop2Id, kind }];
  });
}

async function* recordsOf(people: readonly Readonly<Record<string, unknown>>[]): Records {
  let line = 0;
  for (const values of people) {
    line += 1;
    yield { line, values };
  }
}
