import { expect } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from './app.ts';
import { chooses, participant, visitToken } from './workshops.ts';
import { type WorkshopsAnswer, type WorkshopsClient, workshopsClient } from './workshops-client.ts';

/** An event as the API shows it. */
export interface EventForm {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly workshops: readonly { readonly id: number; readonly title: string; readonly limit: number }[];
}

/** A tenant whose events are made over HTTP, as the front end makes them. */
export interface School {
  readonly muster: TestApp;
  readonly at: TestSite;
  readonly anyone: WorkshopsClient;
  /** Staff. */
  readonly manager: WorkshopsClient;
  /** Makes an open event, and gives it these workshops. */
  event(more?: Readonly<Record<string, unknown>>, workshops?: readonly object[]): Promise<EventForm>;
  /** Somebody new of the event, signed in, who chooses these workshops. */
  guest(
    event: { readonly id: number },
    ...workshops: readonly (number | undefined)[]
  ): Promise<WorkshopsClient & { id: number }>;
}

export async function openSchool(): Promise<School> {
  const muster = await openTestApp();
  const at = await muster.site('alpha');
  const staff = await muster.account(at, { username: 'staff', role: 'staff' });
  const manager = workshopsClient(muster, at.host, await muster.apiToken(at, staff));
  let made = 0;
  return {
    muster,
    at,
    manager,
    anyone: workshopsClient(muster, at.host, null),
    async event(more = {}, workshops = undefined) {
      made += 1;
      const form = formOf(await manager.post('/events', { name: `day-${made}`, available: true, ...more }));
      return workshops ? formOf(await manager.put(`/events/${form.id}`, { ...form, workshops })) : form;
    },
    async guest({ id: eventId }, ...workshops) {
      const { id } = await participant(muster, at, { id: eventId });
      const wanted = workshops.filter((one) => one !== undefined);
      if (wanted.length > 0) await chooses(at, { id }, wanted);
      return { id, ...workshopsClient(muster, at.host, await visitToken(muster, at, { id })) };
    },
  };
}

/** The event of an answer, which must be a 200. */
export function formOf({ status, body }: Pick<WorkshopsAnswer, 'status' | 'body'>): EventForm {
  expect([status, body]).toEqual([200, expect.objectContaining({ workshops: expect.any(Array) })]);
  return JSON.parse(JSON.stringify(body));
}
