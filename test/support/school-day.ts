import { editEvent } from '../../src/modules/workshops/events.ts';
import type { EventChange } from '../../src/modules/workshops/types.ts';
import type { TestApp, TestSite } from './app.ts';
import { isRecord } from './route-requests.ts';
import { participant, visitToken, workshopEvent } from './workshops.ts';
import { type WorkshopsClient, workshopsClient } from './workshops-client.ts';

/** A participant who calls. */
export interface Pupil {
  readonly id: number;
  /** Of the registrations. */
  readonly path: string;
  readonly client: WorkshopsClient;
}

/** Puts somebody into an event and signs them in. */
export async function pupil(
  muster: TestApp,
  at: TestSite,
  event: { id: number },
  targetGroup: string | null = null,
): Promise<Pupil> {
  const { id } = await participant(muster, at, event, { targetGroup });
  const client = workshopsClient(muster, at.host, await visitToken(muster, at, { id }));
  return { id, path: `/registrations/user/${id}`, client };
}

/** An event with two workshops in the morning and two in the afternoon, and their ids. @param limits 10 where left out */
export async function schoolDay(
  at: TestSite,
  more: Partial<EventChange> = {},
  limits: readonly number[] = [],
) {
  const workshops = ['Yoga', 'Chess', 'Judo', 'Music'].map((title, place) => ({
    title,
    moment: place < 2 ? 'am' : 'pm',
    capacity: limits[place] ?? 10,
  }));
  const event = await workshopEvent(at, { workshops, ...more });
  const [yoga = 0, chess = 0, judo = 0, music = 0] = event.workshops.map(({ id }) => id);
  return { event, yoga, chess, judo, music };
}

/** Edits an event as its organiser. */
export function edits(at: TestSite, { id }: { id: number }, change: EventChange) {
  return at.context.transaction((tx) => editEvent(tx, id, change, null));
}

/** A list of objects in an answer; empty where there is none. */
export function listOf(body: unknown, key: string): Record<string, unknown>[] {
  const list = isRecord(body) ? body[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** Ids of the workshops that the answer to a GET or PUT names. */
export function chosenIn(body: unknown): unknown[] {
  return listOf(body, 'registrations').map((one) => one.workshop_id);
}
