import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { confirmBySecret } from '../../modules/admissions/email-confirmations.ts';
import { prepareOwnPassword } from '../../modules/admissions/own-registrations.ts';
import {
  countAsked,
  forgetfulOwner,
  lookAtReset,
  offerReset,
  resetPassword,
  tellPasswordChanged,
} from '../../modules/admissions/password-resets.ts';
import { askToConfirmEmail } from '../../modules/identity/accounts.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { noContent, sendNothing } from './formats.ts';
import { badPerson } from './user-forms.ts';
import { personParams, requireHeld } from './users.ts';

/** What letters about an account lead to: a confirmed e-mail, a new password (contract §9 "Account"). */
export function serveUserLetters(server: HttpServer, services: Services): void {
  serveConfirmation(server, services);
  serveResets(server, services);
}

function serveConfirmation(server: HttpServer, services: Services): void {
  const { identity } = services;
  const limit = services.throttles?.reset ?? null;
  const one = {
    path: '/api/users/confirm/:token',
    caller: 'anyone',
    secretPath: true,
  } as const;
  const params = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) });
  const confirm = (request: FastifyRequest, token: string) =>
    request.context.transaction((tx) => confirmBySecret(tx, token));
  route(server, {
    ...one,
    method: 'GET',
    summary: 'Confirms the e-mail of a letter and leads to the site',
    description:
      'A browser is led to a page with a button instead. It may be called again, so that nothing a mail scanner opens ' +
      'takes away what the person clicks later.',
    schema: { params, response: { 302: Type.Null({ description: 'To the site, or to the page' }) } },
    config: { answers: 'text/html' },
    handler: async (request, reply) => {
      const { token } = request.params;
      reply.header('cache-control', 'no-store');
      const isBrowser = /\btext\/html\b/i.test(request.headers.accept ?? '');
      // A program that only looks, as mail scanners do, changes nothing.
      if (isBrowser || request.method === 'HEAD')
        return reply.redirect(`/confirm_email/${encodeURIComponent(token)}`);
      await confirm(request, token);
      return reply.redirect('/');
    },
  });
  route(server, {
    ...one,
    method: 'POST',
    summary: 'Confirms the e-mail of a letter',
    schema: { params, response: noContent },
    handler: async (request, reply) => {
      await confirm(request, request.params.token);
      return sendNothing(reply);
    },
  });
  route(server, {
    method: 'POST',
    path: '/api/users/:id/resend-confirmation',
    caller: ['user'],
    summary: 'Posts the letter once more that asks to confirm the e-mail; nothing where it is confirmed',
    schema: { params: personParams, response: noContent },
    handler: async (request, reply) => {
      const { context, site } = request;
      const { account } = await context.read((read) => requireHeld(read, request));
      if (account.emailConfirmedAt !== null) return sendNothing(reply);
      await countAsked(context, { email: account.email, address: request.ip }, limit);
      await context.transaction((tx) => askToConfirmEmail(tx, identity, site, account));
      return sendNothing(reply);
    },
  });
}

function serveResets(server: HttpServer, services: Services): void {
  const { identity, passwords } = services;
  const limit = services.throttles?.reset ?? null;
  route(server, {
    method: 'POST',
    path: '/api/users/forgot-password',
    caller: 'anyone',
    summary: 'Posts a letter with a link to a new password; says nothing of whether the e-mail is known',
    schema: { body: Type.Object({ email: Type.String() }), response: noContent },
    handler: async (request, reply) => {
      const { context, site } = request;
      const { email } = request.body;
      await countAsked(context, { email, address: request.ip }, limit);
      const account = await context.read((read) => forgetfulOwner(read, email));
      if (account) await context.transaction((tx) => offerReset(tx, identity, site, account));
      return sendNothing(reply);
    },
  });
  route(server, {
    method: 'POST',
    path: '/api/users/reset-password',
    caller: 'anyone',
    summary: 'Sets a forgotten password by the secret of a letter, once',
    description:
      'The secret is the last part of the link. Ends every token of the account; a letter tells the person.',
    schema: {
      body: Type.Object({ token: Type.String({ maxLength: 200 }), password: Type.String() }),
      response: noContent,
    },
    handler: async (request, reply) => {
      const { context, site, body } = request;
      const account = await context.read((read) => lookAtReset(read, body.token)).catch(wordBadToken);
      const passwordHash = await prepareOwnPassword(passwords, account.email, body.password);
      await context
        .transaction(async (tx) => {
          const reset = await resetPassword(tx, body.token, passwordHash);
          await tellPasswordChanged(tx, site, reset);
        })
        .catch(wordBadToken);
      return sendNothing(reply);
    },
  });
}

function wordBadToken(error: unknown): never {
  if (!(error instanceof Refusal && error.code === 'link.unusable')) throw error;
  throw badPerson({ token: [error.message] });
}
