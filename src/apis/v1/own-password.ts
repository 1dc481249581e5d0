import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { tellPasswordChanged } from '../../modules/admissions/password-resets.ts';
import { changeAccount, requireAccountById } from '../../modules/identity/accounts.ts';
import { attemptLogin, type ProvenLogin, prepareChosenPassword } from '../../modules/identity/logins.ts';
import { wrongCode } from '../../modules/identity/refusals.ts';
import { openSession } from '../../modules/identity/tokens.ts';
import type { Account, Actor } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { actorOf, type Services } from '../callers.ts';
import { notPermitted } from './auth.ts';
import { closed, noContent } from './formats.ts';
import { setSessionCookie } from './session.ts';
import { write } from './writes.ts';

/** `/me/password`, and what the other chapters about the own sign-in share. */
export function serveOwnPassword(server: HttpServer, services: Services): void {
  route(server, {
    method: 'PUT',
    path: '/me/password',
    caller: ['member'],
    summary: 'Set another password',
    description:
      'Ends every other session, JWT and OAuth access token of the account; a session that asks goes on by a new ' +
      'cookie. Failures count as those of a sign-in. A letter tells of it.',
    schema: {
      body: closed({
        old: Type.String({ minLength: 1, maxLength: 1000 }),
        new: Type.String({ minLength: 1, maxLength: 128 }),
      }),
      response: noContent,
    },
    handler: async (request, reply) => {
      const { accountId, role, kind } = requireWhole(request);
      const { context, site, body } = request;
      const account = await context.read((read) => requireAccountById(read, accountId));
      await provePassword(services, request, account, { password: body.old, field: 'old' });
      const passwordHash = await underNew(() => prepareChosenPassword(services.passwords, account, body.new));
      let opened: Awaited<ReturnType<typeof openSession>> | null = null;
      await write(request, reply, async (tx) => {
        await changeAccount(tx, accountId, { passwordHash }, role);
        await tellPasswordChanged(tx, site, account);
        opened = kind === 'session' ? await openSession(tx, accountId) : null;
        return { status: 204, body: null };
      });
      // Not among the headers of the answer: those are kept for a repeated request, and this one is a secret.
      if (opened) setSessionCookie(request, reply, opened);
      return null;
    },
  });
}

/** Who calls with all that the account may: a token with scopes changes nothing about how people sign in. */
export function requireWhole(request: FastifyRequest): Actor {
  const actor = actorOf(request);
  if (actor.scopes !== null) throw notPermitted();
  return actor;
}

/**
 * Refuses a password that is not the account's, under the field it was sent as. Failures count as those of a sign-in.
 * @param sent.code of the second factor, where that is asked for as well
 */
export async function provePassword(
  { identity, passwords, throttles }: Pick<Services, 'identity' | 'passwords' | 'throttles'>,
  { context, ip }: FastifyRequest,
  account: Account,
  { password, field, code }: { readonly password: string; readonly field: string; readonly code?: string },
): Promise<ProvenLogin> {
  const accompanied = code === undefined ? 'not_needed' : { secret: identity.secret, code };
  const attempt = { login: account.email, by: 'email', password, accompanied, address: ip } as const;
  try {
    return await attemptLogin(context, passwords, attempt, throttles?.login ?? null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'login.wrong_code') throw wrongCode();
    if (error.code !== 'login.wrong') throw error;
    const sentence = 'This is not your present password.';
    throw refuse('invalid', 'account.wrong_password', sentence, { fields: { [field]: [sentence] } });
  }
}

async function underNew<T>(judge: () => Promise<T>): Promise<T> {
  try {
    return await judge();
  } catch (error) {
    if (!(error instanceof Refusal && error.fields.password)) throw error;
    throw refuse('invalid', error.code, error.message, { fields: { new: error.fields.password } });
  }
}
