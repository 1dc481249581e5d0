import type { Site } from '../tenants/types.ts';
import { judgeExtra, judgeProfile } from './profiles.ts';
import { badFields } from './refusals.ts';
import { requireEmail } from './registrations.ts';
import { judgeName, judgeUsername } from './rules.ts';
import type { AccountChange } from './types.ts';

/**
 * Judges what a trusted system wants changed in a person: address, name, profile and the site's own fields; other keys
 * are ignored. Refuses a bad address first, then everything else by field.
 * @param sent an absent or null `email` or `name` stays as it is; profile fields as `judgeProfile` takes them
 */
export function prepareChange(site: Site, sent: Readonly<Record<string, unknown>>, now: Date): AccountChange {
  const email = isGiven(sent.email) ? requireEmail(sent.email) : undefined;
  const name = isGiven(sent.name) ? (typeof sent.name === 'string' ? sent.name.trim() : null) : undefined;
  const profile = judgeProfile(sent, now);
  const extra = judgeExtra(site.config.registration_fields, sent, { whole: false });
  const wrongName = name === undefined ? [] : name === null ? ['Not a valid string.'] : judgeName(name);
  const wrong = { ...(wrongName.length > 0 && { name: wrongName }), ...profile.wrong, ...extra.wrong };
  if (Object.keys(wrong).length > 0) throw badFields(wrong);
  return {
    ...(email !== undefined && { email }),
    ...(name !== undefined && name !== null && { name }),
    profile: profile.values,
    extra: extra.values,
  };
}

/**
 * Judges what people want changed in their own names; an absent part stays, an empty first or last name empties it.
 * Refuses by field: `username`, `firstName`, `lastName`.
 */
export function prepareNames(
  sent: Pick<AccountChange, 'username' | 'firstName' | 'lastName'>,
): AccountChange {
  const { username, firstName, lastName } = sent;
  const judged = {
    username: username === undefined ? [] : judgeUsername(username),
    firstName: firstName ? judgeName(firstName) : [],
    lastName: lastName ? judgeName(lastName) : [],
  };
  const wrong = Object.entries(judged).filter(([, messages]) => messages.length > 0);
  if (wrong.length > 0) throw badFields(Object.fromEntries(wrong));
  return sent;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
