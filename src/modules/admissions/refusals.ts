import { refuse } from '../../platform/refusal.ts';

/** As identity refuses a link, since to whoever holds it there is one kind of dead link. */
export const badLink = () =>
  refuse('expired', 'link.unusable', 'This link was used before, has expired, or never was one.');

/** As identity refuses what is wrong with a person, by field. */
export const badFields = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'account.bad_fields', Object.values(fields).flat().join(' '), { fields });
