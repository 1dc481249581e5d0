import { type Static, Type } from 'typebox';
import { badParticipants } from '../../modules/workshops/refusals.ts';
import type { ListedParticipant, ParticipantDraft } from '../../modules/workshops/types.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { errorShape } from './errors.ts';
import { idOf } from './formats.ts';

const textOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });

/** A participant as this API shows them to organisers (contract §6). */
export const userForm = Type.Object({
  id: Type.Integer(),
  full_name: Type.String(),
  user_class: textOrNull,
  targetGroup: textOrNull,
  identity: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'The login key' }),
  permission: Type.Integer(),
  event_id: Type.Integer(),
  registrations: Type.Array(Type.Integer(), { description: 'Ids' }),
});

export function toUser(one: ListedParticipant): Static<typeof userForm> {
  return {
    id: one.id,
    full_name: one.fullName,
    user_class: one.class,
    targetGroup: one.targetGroup,
    identity: one.key,
    // Of a participant it is 1 whatever a client sends (weakness 6).
    permission: 1,
    event_id: one.eventId,
    registrations: [...one.registrations],
  };
}

const wireNames: Readonly<Record<string, string>> = {
  id: 'id',
  fullName: 'full_name',
  class: 'user_class',
  targetGroup: 'targetGroup',
  key: 'identity',
};

/** The words for faults of a list: fields by their wire names, `3.full_name`, and one sentence that names the places. */
export function wordFaults(problem: Problem): Rendered | undefined {
  if (problem.code !== 'participant.bad_fields') return undefined;
  const fields = Object.entries(problem.fields).map(([place, sentences]) => {
    const [at, field = ''] = place.split('.');
    return [field === '' ? place : `${at}.${wireNames[field] ?? field}`, sentences] as const;
  });
  const message = fields.map(([place, sentences]) => `${place}: ${sentences.join(' ')}`).join(' ');
  return errorShape.render({ ...problem, fields: Object.fromEntries(fields), message });
}

/**
 * Reads the elements of a list of users; what a client only got to read is ignored (`permission`, `registrations`).
 * Refuses, by place, an element that is none, a text that is none, and the `event_id` of another event.
 */
export function readDrafts(elements: readonly unknown[], eventId: number): ParticipantDraft[] {
  const faults: Record<string, string[]> = {};
  const drafts = elements.map((element, at) => {
    if (isRecord(element))
      return readDraft(element, eventId, (field, sentence) => (faults[`${at}.${field}`] = [sentence]));
    faults[String(at)] = ['Each element is an object.'];
    return {};
  });
  const places = Object.entries(faults);
  if (places.length > 0) throw badParticipants(Object.fromEntries(places.slice(0, mostFaults)));
  return drafts;
}

const mostFaults = 100;

function readDraft(
  element: Readonly<Record<string, unknown>>,
  eventId: number,
  blame: (field: string, sentence: string) => void,
): ParticipantDraft {
  const id = element.id === null || element.id === undefined ? undefined : idOf(element.id);
  if (id === null) blame('id', 'An id is a whole number above 0.');
  const event = element.event_id;
  if (event !== undefined && event !== null && idOf(event) !== eventId)
    blame('event_id', `The list is that of event ${eventId}.`);
  const { full_name: name } = element;
  if (name !== undefined && typeof name !== 'string') blame('full_name', 'A name is a text.');
  const texts = (['user_class', 'targetGroup', 'identity'] as const).map((field) => {
    const value = element[field];
    if (value === undefined || value === null || typeof value === 'string') return value;
    blame(field, 'A text, or null.');
    return undefined;
  });
  const [userClass, targetGroup, key] = texts;
  return {
    ...(typeof id === 'number' && { id }),
    ...(typeof name === 'string' && { fullName: name }),
    ...(userClass !== undefined && { class: userClass }),
    ...(targetGroup !== undefined && { targetGroup }),
    ...(key !== undefined && { key }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
