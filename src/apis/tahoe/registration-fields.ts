import { type Static, Type } from 'typebox';
import { judgeProfile } from '../../modules/identity/profiles.ts';
import type { SentRegistration } from '../../modules/identity/registrations.ts';
import type { Welcome } from '../../modules/identity/types.ts';
import { booleanOf } from '../../platform/http/text-values.ts';
import { refuse } from '../../platform/refusal.ts';

/** Numbers are taken as the text they spell, as the form upstream does. */
const text = (description: string) =>
  Type.Optional(Type.Unsafe<unknown>({ type: ['string', 'number', 'null'], description }));
const anything = (description: string) => Type.Optional(Type.Unknown({ description }));

/** Nothing is required here: what is missing is told in this API's own words, together with what is wrong. */
export const registrationSchema = Type.Object({
  username: text('Required: 2 to 30 of A-Z, a-z, 0-9, _ and -'),
  email: text('Required'),
  name: text('Required: the full name, 1 to 255 characters'),
  password: text(
    '2 to 128 characters, not similar to the username. Left out: a letter lets the person set one',
  ),
  send_activation_email: anything(
    'Counts beside a password. True (usual): inactive until the link of a letter is used; false: active, no letter',
  ),
  level_of_education: anything('p, m, b, a, hs, jhs, el, none or other'),
  gender: anything('m, f or o'),
  mailing_address: anything('Text'),
  city: anything('Text'),
  country: anything('ISO 3166 code of two letters'),
  goals: anything('Text'),
  bio: anything('Text'),
  year_of_birth: anything('Four digits; anything else is not kept'),
  language: anything('ISO 639 code'),
});

type Sent = Static<typeof registrationSchema>;

/** Reads what was sent as texts; the module judges them. @param now bounds the year of birth */
export function readRegistration(sent: Sent, now: Date) {
  return {
    username: textOf(sent.username).trim(),
    email: textOf(sent.email).trim(),
    name: textOf(sent.name),
    password: 'password' in sent ? textOf(sent.password) : undefined,
    fields: { ...sent, ...withoutBadYear(sent, now) },
  } satisfies SentRegistration;
}

/**
 * Which letter goes out (contract §3.1, the T-3 rows): a password decides, even an empty one, and the switch counts
 * beside a password only. Refuses a switch that is no boolean.
 */
export function readWelcome(sent: Sent): Welcome {
  if (!('password' in sent)) return 'set_password';
  if (!('send_activation_email' in sent)) return 'activation';
  return readSwitch(sent.send_activation_email) ? 'activation' : 'none';
}

/** JSON booleans and the words of ruling "Booleans in text"; null, numbers and anything else are refused (§8.11). */
function readSwitch(sent: unknown): boolean {
  const understood = typeof sent === 'string' ? booleanOf(sent) : sent;
  if (typeof understood === 'boolean') return understood;
  const shown = (typeof sent === 'string' ? sent : JSON.stringify(sent ?? null)).slice(0, 100);
  const sentence = `${shown} is not a valid value for "send_activation_email"`;
  throw refuse('invalid', 'registration.bad_switch', sentence);
}

/** A year that is none is dropped, not refused (contract §1.6 "optional profile"). */
function withoutBadYear({ year_of_birth }: Sent, now: Date): { year_of_birth?: null } {
  return 'year_of_birth' in judgeProfile({ year_of_birth }, now).wrong ? { year_of_birth: null } : {};
}

function textOf(sent: unknown): string {
  if (typeof sent === 'number') return String(sent);
  return typeof sent === 'string' ? sent : '';
}
