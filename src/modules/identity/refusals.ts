import { refuse } from '../../platform/refusal.ts';

/** Several things wrong with what was sent, each under its field. */
export const badFields = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'account.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const taken = (fields: readonly ('email' | 'username')[]) =>
  refuse('conflict', 'account.taken', `Already taken: ${fields.join(' and ')}.`, { detail: { fields } });

export const unknownAccount = (who: string) =>
  refuse('missing', 'account.unknown', `There is no account "${who}".`);

export const ambiguousAccount = () =>
  refuse('invalid', 'account.ambiguous', 'One account has it as username, another as e-mail.');

export const higherRole = () =>
  refuse('forbidden', 'account.higher_role', 'An account of a higher role cannot be changed by a lower one.');

export const roleAboveOwn = () =>
  refuse('forbidden', 'account.role_above_own', 'Nobody can give a role above the own.');

export const badEmail = () =>
  refuse('invalid', 'account.bad_email', 'A properly formatted e-mail is required.', {
    fields: { email: ['A properly formatted e-mail is required'] },
  });

export const emailTaken = (email: string) =>
  refuse('conflict', 'account.email_taken', `The e-mail ${email} is in use by another account.`, {
    detail: { fields: ['email'], email },
  });

export const badLink = () =>
  refuse('expired', 'link.unusable', 'This link was used before, has expired, or never was one.');

export const lastOwner = () =>
  refuse('conflict', 'account.last_owner', 'The last active owner of a tenant must stay one.');

export const wrongLogin = () => refuse('unauthenticated', 'login.wrong', 'Username or password is wrong.');

export const secondFactorNeeded = () =>
  refuse('unauthenticated', 'login.second_factor', 'This account also asks for a code of its app.');

const wrongCodeSentence = 'This code is wrong, or was used before. Take the one that the app shows now.';

/** At a sign-in. */
export const wrongLoginCode = () =>
  refuse('unauthenticated', 'login.wrong_code', wrongCodeSentence, { fields: { code: [wrongCodeSentence] } });

/** Of somebody who is signed in. */
export const wrongCode = () =>
  refuse('invalid', 'second_factor.wrong_code', wrongCodeSentence, { fields: { code: [wrongCodeSentence] } });

export const secondFactorIsOn = () =>
  refuse(
    'conflict',
    'second_factor.is_on',
    'It is switched on already. To take another app, switch it off first.',
  );

export const secondFactorIsOff = () =>
  refuse('missing', 'second_factor.is_off', 'This account has no second factor. Begin with setting one up.');

export const secondFactorDemanded = () =>
  refuse(
    'forbidden',
    'account.second_factor_demanded',
    'Staff here sign in with a second factor. Set yours up on the security page first.',
  );

export const unknownClient = () =>
  refuse(
    'unauthenticated',
    'oauth_client.unknown',
    'The client is unknown, disabled, or its secret is wrong.',
  );

export const grantNotAllowed = (grant: string) =>
  refuse('forbidden', 'oauth_client.grant', `This client may not use the grant ${grant}.`);

export const ownerNeeded = () =>
  refuse(
    'invalid',
    'oauth_client.owner_needed',
    'With client_credentials a client acts as its owner: name one.',
  );

export const unknownToken = () => refuse('missing', 'token.unknown', 'There is no such token.');

export const tokenExists = () =>
  refuse('conflict', 'token.exists', 'This account has an API token already; rotate it to get a new one.');

export const unknownOauthClient = (clientId: string) =>
  refuse('missing', 'oauth_client.missing', `There is no OAuth client "${clientId}".`);
