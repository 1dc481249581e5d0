import { refuse } from '../../platform/refusal.ts';
import type { Problem } from './types.ts';

export const badEvent = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'event.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const unknownEvent = (id: number | string) =>
  refuse('missing', 'event.unknown', `There is no event ${id}.`);

export const eventNameTaken = (name: string) =>
  refuse('conflict', 'event.name_taken', `There is an event named "${name}" already.`, {
    fields: { name: [`There is an event named "${name}" already.`] },
  });

/** @param version the present one */
export const staleEvent = (version: number) =>
  refuse('conflict', 'event.stale', 'Somebody changed this event since you read it. Read it again.', {
    detail: { version },
  });

export const archivedEvent = () =>
  refuse('conflict', 'event.archived', 'This event is archived: it can be read, copied and deleted only.');

export const badLinks = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'workshop_link.bad', Object.values(fields).flat().join(' '), { fields });

export const badParticipants = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'participant.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const unknownParticipant = (id: number | string) =>
  refuse('missing', 'participant.unknown', `There is no participant ${id}.`);

/** @param problems all of them; @param free places left by workshop, of the whole event */
export const badChoice = (problems: readonly Problem[], free: ReadonlyMap<number, number>) =>
  refuse('conflict', 'choice.refused', 'This choice is not possible.', { detail: { problems, free } });

export const emptyChoice = () =>
  refuse('invalid', 'choice.empty', 'Choose at least one workshop.', {
    fields: { workshop_ids: ['Choose at least one workshop.'] },
  });

export const unknownRegistration = (workshopId: number) =>
  refuse('missing', 'registration.unknown', `This participant is not registered for workshop ${workshopId}.`);

export const choiceClosed = () =>
  refuse('forbidden', 'choice.closed', 'Registration for this event is closed.');

/** A wrong key, a wrong administrator's password, or none set: nobody learns which. */
export const wrongCredential = () =>
  refuse('unauthenticated', 'visit.wrong', 'The key or password is wrong.');

export const badNewPassword = (sentence: string) =>
  refuse('invalid', 'shared_password.bad', sentence, { fields: { new_password: [sentence] } });

export const wrongOldPassword = () =>
  refuse('invalid', 'shared_password.wrong_old', 'The old password is wrong.', {
    fields: { old_password: ['The old password is wrong.'] },
  });
