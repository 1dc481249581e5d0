import { expect } from 'vitest';
import type { TestApp, TestSite } from './app.ts';
import { digestContents } from './contents.ts';
import { type WorkshopsAnswer, type WorkshopsClient, workshopsClient } from './workshops-client.ts';

/** A participant as the workshops API shows them to organisers. */
export interface User {
  readonly id: number;
  readonly full_name: string;
  readonly user_class: string | null;
  readonly targetGroup: string | null;
  readonly identity: string | null;
  readonly registrations: readonly number[];
}

/** The users that an answer lists. */
export function usersIn({ status, body }: WorkshopsAnswer): User[] {
  expect(status).toBe(200);
  if (typeof body !== 'object' || body === null || !('users' in body) || !Array.isArray(body.users))
    throw new Error('no list of users');
  return body.users;
}

/** Everybody of an event. */
export async function usersOf(manager: WorkshopsClient, { id }: { id: number }): Promise<User[]> {
  return usersIn(await manager.get(`/events/${id}/users`));
}

/** A client of a member of the staff. */
export async function staffClient(muster: TestApp, at: TestSite): Promise<WorkshopsClient> {
  const staff = await muster.account(at, { username: 'staff', role: 'staff' });
  return workshopsClient(muster, at.host, await muster.apiToken(at, staff));
}

/** The answer to a refused change, which has left every row as it was. */
export async function refused(
  muster: TestApp,
  attempt: () => Promise<WorkshopsAnswer>,
): Promise<WorkshopsAnswer> {
  const before = await digestContents(muster.query);
  const answer = await attempt();
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await digestContents(muster.query)).toEqual(before);
  return answer;
}
