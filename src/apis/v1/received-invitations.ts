import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  acceptInvitation,
  type FoundInvitation,
  lookAtInvitation,
  redeemInvitation,
  requireOpenInvitation,
} from '../../modules/admissions/invitations.ts';
import { prepareSignUp } from '../../modules/admissions/sign-ups.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { chooseLocale, locales } from '../../platform/texts.ts';
import type { Services } from '../callers.ts';
import { closed, iso, moment, noContent } from './formats.ts';
import { localeOf } from './languages.ts';
import { write } from './writes.ts';

const params = Type.Object({
  secret: Type.String({ minLength: 1, maxLength: 100, description: 'Of the letter' }),
});
const name = Type.Optional(Type.String({ maxLength: 30 }));
const newPerson = closed({
  first_name: name,
  last_name: name,
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  locale: Type.Optional(Type.String({ enum: [...locales] })),
});

/** `/invitations/{secret}`: what somebody was offered by a letter, and accepting it. */
export function serveReceivedInvitations(server: HttpServer, services: Services): void {
  serveLook(server);
  serveAccept(server, services);
}

function serveLook(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/invitations/:secret',
    caller: 'anyone',
    secretPath: true,
    summary: 'Look at an invitation by the secret of its letter',
    description:
      'Joins nobody. `has_account`: somebody has an account with its address, and accepts signed in.',
    schema: {
      params,
      response: {
        200: closed({
          email: Type.String(),
          first_name: Type.String(),
          last_name: Type.String(),
          role: Type.String({ enum: ['member', 'staff', 'admin', 'owner'] }),
          tenant: Type.String(),
          is_open: Type.Boolean({ description: 'Can still be accepted' }),
          has_account: Type.Boolean(),
          expires_at: moment,
        }),
      },
    },
    handler: async (request) => {
      const found = await request.context.transaction((tx) => lookAtInvitation(tx, request.params.secret));
      return shown(request, found);
    },
  });
}

function serveAccept(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/invitations/:secret/accept',
    caller: 'anyone',
    secretPath: true,
    summary: 'Accept an invitation',
    description:
      'Signed in: gives the own account the role, where the invitation is for its address. Else makes the account, with ' +
      'the `password` sent and, where sent, other names than those of the invitation; then sign in.',
    schema: { params, body: newPerson, response: noContent },
    handler: async (request, reply) => {
      const { actor, params: named } = request;
      const work = actor ? null : await prepareNewPerson(services, request, named.secret, request.body);
      return write(request, reply, async (tx) => {
        if (actor) await acceptInvitation(tx, named.secret, actor.accountId);
        else if (work) await redeemInvitation(tx, services.identity, request.site, named.secret, work);
        return { status: 204, body: null };
      });
    },
  });
}

async function prepareNewPerson(
  { passwords }: Services,
  request: FastifyRequest,
  secret: string,
  sent: { first_name?: string; last_name?: string; password?: string; locale?: string },
) {
  const invitation = await request.context.read((read) => requireOpenInvitation(read, secret));
  if (sent.password === undefined) {
    const sentence = 'Choose a password, or sign in first.';
    throw refuse('invalid', 'account.bad_fields', sentence, { fields: { password: [sentence] } });
  }
  const person = {
    email: invitation.email,
    firstName: sent.first_name?.trim() ?? invitation.firstName,
    lastName: sent.last_name?.trim() ?? invitation.lastName,
    username: undefined,
    password: sent.password,
    locale: sent.locale === undefined ? localeOf(request) : chooseLocale(sent.locale),
  };
  return prepareSignUp(passwords, person, invitation.role).catch(wordNames);
}

const wireNames: Readonly<Record<string, string>> = { firstName: 'first_name', lastName: 'last_name' };

function wordNames(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  const fields = Object.entries(error.fields).map(([field, told]) => [wireNames[field] ?? field, told]);
  throw refuse(error.kind, error.code, error.message, { fields: Object.fromEntries(fields) });
}

function shown({ site }: FastifyRequest, { invitation, isOpen, account }: FoundInvitation) {
  const { email, firstName, lastName, role, expiresAt } = invitation;
  return {
    email,
    first_name: firstName,
    last_name: lastName,
    role,
    tenant: site.tenantName,
    is_open: isOpen,
    has_account: account !== null,
    expires_at: iso(expiresAt),
  };
}
