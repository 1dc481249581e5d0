import { api, unwrap } from '../api/client.ts';
import { isRecord, ProblemError } from '../api/problem.ts';
import type { Language } from '../i18n/language.ts';
import type { Choice, Seats } from './types.ts';

/** A choice and its entity tag, which tells whether somebody changed it elsewhere. */
export interface Tagged {
  readonly choice: Choice;
  readonly tag: string | null;
}

/** Whether a participant is signed in here. */
export async function isSignedIn(): Promise<boolean> {
  const { participant } = await unwrap(api.GET('/api/v1/session'));
  return participant !== null;
}

/** Signs in by a login key: the answer sets a cookie that no script reads. */
export async function signIn(key: string): Promise<void> {
  await unwrap(api.POST('/api/v1/session', { body: { key } }));
}

export async function signOut(): Promise<void> {
  await unwrap(api.DELETE('/api/v1/session'));
}

export async function readChoice(language: Language): Promise<Tagged> {
  const asked = await api.GET('/api/v1/participants/me/choice', { headers: { 'accept-language': language } });
  return { choice: await unwrap(Promise.resolve(asked)), tag: asked.response.headers.get('etag') };
}

/** Replaces the choice; nothing wanted gives every workshop up. */
export async function sendChoice(
  { choice, tag }: Tagged,
  wanted: readonly number[],
  language: Language,
): Promise<void> {
  const headers = { 'accept-language': language, ...(tag !== null && { 'if-match': tag }) };
  if (wanted.length > 0) {
    await unwrap(api.PUT('/api/v1/participants/me/choice', { headers, body: { workshop_ids: [...wanted] } }));
    return;
  }
  for (const id of choice.workshop_ids) await giveUp(id);
}

export function readSeats(eventId: number): Promise<Seats> {
  return unwrap(api.GET('/api/v1/events/{id}/seats', { params: { path: { id: eventId } } }));
}

/** Reads a message of the stream; null: it is none of ours. */
export function seatsIn(text: string): Seats | null {
  const value: unknown = JSON.parse(text);
  return isSeats(value) ? value : null;
}

/** One that went along with a workshop it must be taken together with is given up already. */
async function giveUp(workshopId: number): Promise<void> {
  const params = { path: { workshop_id: workshopId } };
  try {
    await unwrap(api.DELETE('/api/v1/participants/me/choice/{workshop_id}', { params }));
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'registration.unknown')) throw error;
  }
}

function isSeats(value: unknown): value is Seats {
  return isRecord(value) && Array.isArray(value.workshops) && typeof value.is_open === 'boolean';
}
