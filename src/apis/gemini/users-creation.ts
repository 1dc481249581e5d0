import { type Static, Type } from 'typebox';
import { prepareOwnRegistration } from '../../modules/admissions/own-registrations.ts';
import { acceptTerms, findCityOfSite } from '../../modules/festival/cities.ts';
import { cityClosed, cityPaused } from '../../modules/festival/refusals.ts';
import type { City } from '../../modules/festival/types.ts';
import { changeAccount } from '../../modules/identity/accounts.ts';
import { refuseTakenNames, register } from '../../modules/identity/registrations.ts';
import { countCall } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { noStore, openAccount, readScopes, scopeSent, tokenAnswer } from './oauth.ts';
import { clientFields, judgeGrant, proveClientItself } from './oauth-clients.ts';
import { badPerson, personFields, readPerson } from './user-forms.ts';
import { wordTaken } from './users.ts';

const creation = Type.Object({
  email: Type.Optional(Type.String()),
  password: Type.Optional(Type.String({ description: '8 to 128 characters' })),
  grant_type: Type.Optional(Type.String({ description: 'password' })),
  scope: scopeSent,
  has_accepted_terms: Type.Optional(
    Type.Boolean({ description: "Acceptance of the city's terms; must be true" }),
  ),
  ...personFields,
  ...clientFields,
});

/** `POST /api/users/create`: makes a person and signs them in (seed 003; contract §4.1). */
export function serveUserCreation(server: HttpServer, services: Services): void {
  const { identity, passwords } = services;
  route(server, {
    method: 'POST',
    path: '/api/users/create',
    caller: 'anyone',
    security: ['oauthClient'],
    summary: 'Makes an account and a token for it',
    description: 'The client shows itself by HTTP Basic. A letter asks the person to confirm the e-mail.',
    schema: { body: creation, response: { 201: tokenAnswer } },
    handler: async (request, reply) => {
      const { context, site, body } = request;
      const client = await proveClientItself(services, request);
      judgeGrant(body.grant_type, client);
      const asked = readScopes(body.scope);
      await countCall(context, `sign_up:address:${request.ip}`, services.throttles?.sign_up ?? null);
      const city = await context.read((read) => findCityOfSite(read, site.id));
      requireOpen(city);
      const person = readPerson(body);
      const { email, password } = required(body);
      await context.read((read) => refuseTakenNames(read, { email, username: null })).catch(wordTaken);
      const registration = await prepareOwnRegistration(passwords, {
        email,
        password,
        firstName: person.firstName ?? '',
        lastName: person.lastName ?? '',
        address: person.profile?.mailing_address ?? null,
        locale: person.locale ?? city?.locale ?? 'en_US',
      });
      const answer = await context.transaction(async (tx) => {
        const made = await register(tx, identity, site, registration).catch(wordTaken);
        const { phone = null, zipCode = null } = person;
        const { account } = await changeAccount(tx, made.id, { phone, zipCode }, 'owner');
        if (city) await acceptTerms(tx, account.id, city.id);
        return openAccount(services, request, tx, { client, account, asked });
      });
      return reply.code(201).headers(noStore).send(answer);
    },
  });
}

/** A city that takes nobody now refuses; a host without a city has no terms to accept. */
function requireOpen(city: City | null): void {
  if (city && !city.isActive) throw cityClosed(city.name);
  if (city?.isPaused) throw cityPaused(city.name);
}

/** What a creation cannot do without. Refuses with every message, by field. */
function required({ email = '', password = '', has_accepted_terms: accepted }: Static<typeof creation>): {
  email: string;
  password: string;
} {
  const errors = {
    ...(email.trim() === '' && { email: ['An e-mail is needed.'] }),
    ...(password === '' && { password: ['A password is needed.'] }),
    ...(accepted !== true && { has_accepted_terms: ["The city's terms must be accepted: true."] }),
  };
  if (Object.keys(errors).length > 0) throw badPerson(errors);
  return { email: email.trim(), password };
}
