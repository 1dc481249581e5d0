import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { judgeProfile } from '../../modules/identity/profiles.ts';
import { prepareRegistration, refuseTakenNames, register } from '../../modules/identity/registrations.ts';
import type { Account, Welcome } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { booleanOf } from '../../platform/http/text-values.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { routeWithSuffix } from './formats.ts';
import type { Words } from './registration-words.ts';

/** Numbers are taken as the text they spell, as the form upstream does. */
const text = (description: string) =>
  Type.Optional(Type.Unsafe<unknown>({ type: ['string', 'number', 'null'], description }));
const anything = (description: string) => Type.Optional(Type.Unknown({ description }));

/** Nothing is required here: what is missing is told in this API's own words, together with what is wrong. */
const registration = Type.Object({
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

type Sent = Static<typeof registration>;

/** `registrations/` (contract §3.1 for v1, §3.2 for v2): a trusted system registers a person with the host's tenant. */
export function serveRegistrations(server: HttpServer, services: Services, words: Words): void {
  routeWithSuffix(server, {
    method: 'POST',
    path: '/registrations/',
    caller: ['admin'],
    summary: 'Register a person',
    description: "Takes the fields of the site's own `registration_fields` as well.",
    schema: { body: registration, response: { 200: words.answer } },
    errors: words.refusal,
    handler: async (request) => words.success((await enter(services, request, request.body)).id),
  });
}

async function enter(services: Services, { context, site }: FastifyRequest, sent: Sent): Promise<Account> {
  const now = context.clock.now();
  const welcome = welcomeOf(sent);
  const names = { username: textOf(sent.username).trim(), email: textOf(sent.email).trim() };
  // Who is there already is told first, as upstream, and before a core works on the password.
  await context.read((read) => refuseTakenNames(read, names));
  const wanted = {
    ...names,
    name: textOf(sent.name),
    password: 'password' in sent ? textOf(sent.password) : undefined,
    fields: { ...sent, ...withoutBadYear(sent, now) },
  };
  const policy = { username: 'narrow', role: 'member', welcome, now } as const;
  const prepared = await prepareRegistration(services.passwords, site, wanted, policy);
  return context.transaction((tx) => register(tx, services.identity, site, prepared));
}

/** The T-3 rows of contract §3.1: a password decides, even an empty one; the switch counts beside one only. */
function welcomeOf(sent: Sent): Welcome {
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
