import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { prepareRegistration, refuseTakenNames, register } from '../../modules/identity/registrations.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Services } from '../callers.ts';
import { routeWithSuffix } from './formats.ts';
import { readRegistration, readWelcome, registrationSchema } from './registration-fields.ts';
import type { Words } from './registration-words.ts';

/** `registrations/` (contract §3.1 for v1, §3.2 for v2): a trusted system registers a person with the host's tenant. */
export function serveRegistrations(server: HttpServer, services: Services, words: Words): void {
  routeWithSuffix(server, {
    method: 'POST',
    path: '/registrations/',
    caller: ['admin'],
    summary: 'Register a person',
    description: "Takes the fields of the site's own `registration_fields` as well.",
    schema: { body: registrationSchema, response: { 200: words.answer } },
    errors: words.refusal,
    handler: async (request) => words.success((await enter(services, request, request.body)).id),
  });
}

async function enter(
  { passwords, identity }: Services,
  { context, site }: FastifyRequest,
  body: Static<typeof registrationSchema>,
): Promise<Account> {
  const now = context.clock.now();
  const welcome = readWelcome(body);
  const sent = readRegistration(body, now);
  // Who is there already is told first, as upstream, and before a core works on the password.
  await context.read((read) => refuseTakenNames(read, sent));
  const policy = { username: 'narrow', role: 'member', welcome, now } as const;
  const registration = await prepareRegistration(passwords, site, sent, policy);
  return context.transaction((tx) => register(tx, identity, site, registration));
}
