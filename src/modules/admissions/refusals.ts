import { refuse } from '../../platform/refusal.ts';

/** As identity refuses a link, since to whoever holds it there is one kind of dead link. */
export const badLink = () =>
  refuse('expired', 'link.unusable', 'This link was used before, has expired, or never was one.');

/** As identity refuses an address that somebody has. */
export const emailTaken = (email: string) =>
  refuse('conflict', 'account.email_taken', `The e-mail ${email} is in use by another account.`, {
    detail: { fields: ['email'], email },
  });

/** As identity refuses what is wrong with a person, by field. */
export const badFields = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'account.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const higherRole = () =>
  refuse('forbidden', 'account.higher_role', 'Nobody can give a role above the own.');

export const unknownInvitation = () =>
  refuse('missing', 'invitation.unknown', 'There is no such invitation.');

export const invitationUsed = () => refuse('expired', 'invitation.used', 'The invitation was already used.');

export const invitationExpired = () =>
  refuse('expired', 'invitation.expired', 'The invitation was not used while it was active.');

export const hasAccount = () =>
  refuse(
    'conflict',
    'invitation.has_account',
    'Somebody with this address has an account; accept as that person.',
  );

export const invitationOfAnother = () =>
  refuse('forbidden', 'invitation.of_another', 'This invitation is for another e-mail address.');

export const letterOver = () =>
  refuse(
    'conflict',
    'letter.over',
    'This letter left, and what it was for is done or was never a link: it cannot be sent again.',
  );
