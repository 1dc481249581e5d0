import { refuse } from '../../platform/refusal.ts';
import type { Problem, WorkshopPlaces } from './types.ts';

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

/** @param sentences by the place in the file, `line.column` */
export const badTable = (sentences: ReadonlyMap<string, string>, message: string) =>
  refuse('invalid', 'participant.bad_table', message, {
    fields: Object.fromEntries([...sentences].map(([place, sentence]) => [place, [sentence]])),
  });

/** Two uploads at once gave one key to two people. */
export const keyTaken = () =>
  refuse(
    'conflict',
    'participant.key_taken',
    'Another change gave one of these keys away meanwhile. Try again.',
  );

export const unknownParticipant = (id: number | string) =>
  refuse('missing', 'participant.unknown', `There is no participant ${id}.`);

/** @param problems all of them; @param workshops of the whole event */
export const badChoice = (problems: readonly Problem[], workshops: readonly WorkshopPlaces[]) =>
  refuse('conflict', 'choice.refused', 'This choice is not possible.', { detail: { problems, workshops } });

export const emptyChoice = () =>
  refuse('invalid', 'choice.empty', 'Choose at least one workshop.', {
    fields: { workshop_ids: ['Choose at least one workshop.'] },
  });

export const unknownRegistration = (workshopId: number | string) =>
  refuse('missing', 'registration.unknown', `This participant is not registered for workshop ${workshopId}.`);

export const choiceClosed = () =>
  refuse('forbidden', 'choice.closed', 'Registration for this event is closed.');

/** A wrong key, a wrong administrator's password, or none set: nobody learns which. */
export const wrongCredential = () =>
  refuse('unauthenticated', 'visit.wrong', 'The key or password is wrong.');

const passwordFaults = {
  empty: 'Fill in the old and the new password.',
  weak: 'The password needs at least a capital, a small letter and a digit.',
  short: 'The password needs at least 10 characters.',
} as const;

export const badNewPassword = (why: keyof typeof passwordFaults) =>
  refuse('invalid', `shared_password.${why}`, passwordFaults[why], {
    fields: { new_password: [passwordFaults[why]] },
  });

export const publishedPassword = () =>
  refuse(
    'invalid',
    'shared_password.published',
    'init.admin_identity is the hash of the published password "changeme", which everybody knows: ' +
      'put the hash of your own in its place, or take the line out and give a password.',
  );

export const wrongOldPassword = () =>
  refuse('invalid', 'shared_password.wrong_old', 'The old password is wrong.', {
    fields: { old_password: ['The old password is wrong.'] },
  });

export const demoUnfit = (why: string) =>
  refuse('conflict', 'demo.unfit', `The demo cannot be loaded: ${why}. Nothing was changed.`);

export const demoUnwanted = () =>
  refuse(
    'conflict',
    'demo.has_events',
    'There are events here already; the demo is for an empty installation.',
  );
