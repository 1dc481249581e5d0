import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  forgetfulOwner,
  lookAtReset,
  offerReset,
  resetPassword,
  tellPasswordChanged,
  uuidOfWord,
} from '../../modules/admissions/password-resets.ts';
import { changeAccount, findAccountByUuid } from '../../modules/identity/accounts.ts';
import { attemptLogin, prepareChosenPassword, requireGoodPassword } from '../../modules/identity/logins.ts';
import { badLink } from '../../modules/identity/refusals.ts';
import { countCall } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { noSooner } from '../../platform/http/even-time.ts';
import { route } from '../../platform/http/route.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { actorOf, contextAt, type Services } from '../callers.ts';
import { self } from './current-user.ts';
import { badField, type FieldMessages, wording } from './errors.ts';
import { readFields, sentText } from './fields.ts';
import { detailSchema } from './logout.ts';
import { personMessages } from './people.ts';
import { sitesOfEmail } from './root-login.ts';
import { english, say } from './texts.ts';

/** Milliseconds in which the letter of a known address is written, and then some; an unknown one waits as long. */
export const evenTime = 120;
/** Of one address, against one account's: a school shares an address (ruling "Throttles"). */
const timesOfAnAddress = 10;

const newPassword = { kind: 'password', required: true, limit: 128 } as const;

/** `password/` (contract §4.4–§4.6). */
export function servePassword(server: HttpServer, services: Services): void {
  serveChange(server, services);
  serveReset(server, services);
  serveConfirm(server, services);
}

function serveChange(server: HttpServer, { passwords, throttles }: Services): void {
  route(server, {
    method: 'POST',
    path: '/password/change/',
    caller: ['member'],
    summary: 'Set another password of the own account',
    description: 'Ends every session, JWT and OAuth access token of the account, the one used included.',
    schema: {
      body: Type.Object({
        new_password1: sentText('Required, at most 128 characters'),
        new_password2: sentText('Required, the same'),
        old_password: sentText('Not needed; where it is sent it must be right'),
      }),
      response: { 200: detailSchema },
    },
    handler: async (request) => {
      const sent = readFields(request.body, {
        new_password1: newPassword,
        new_password2: newPassword,
        old_password: { kind: 'password', mayBeBlank: true },
      });
      requireSame(sent.new_password1, sent.new_password2);
      const account = await self(request);
      await wording(
        async () => {
          if (sent.old_password) {
            const login = { login: account.email, by: 'email', password: sent.old_password } as const;
            const attempt = { ...login, accompanied: 'not_needed', address: request.ip } as const;
            await attemptLogin(request.context, passwords, attempt, throttles?.login ?? null);
          }
          const passwordHash = await prepareChosenPassword(passwords, account, sent.new_password1);
          const { role } = actorOf(request);
          await request.context.transaction(async (tx) => {
            await changeAccount(tx, account.id, { passwordHash }, role);
            await tellPasswordChanged(tx, request.site, account);
          });
        },
        (refusal) =>
          refusal.code === 'login.wrong'
            ? { old_password: [english('wrongOldPassword')] }
            : messages(refusal),
      );
      return { detail: say(request, 'passwordSaved') };
    },
  });
}

function serveReset(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/password/reset/',
    caller: 'anyone',
    summary: 'Ask for a letter to set a forgotten password',
    description: 'The same answer, and in the same time, whether or not somebody has that address.',
    schema: {
      body: Type.Object({
        email: sentText('Required'),
        subdomain: sentText('Of the tenant, on the root domain'),
      }),
      response: { 200: detailSchema },
    },
    handler: async (request) => {
      const { email, subdomain = '' } = readFields(request.body, {
        email: { kind: 'email', required: true },
        subdomain: { mayBeBlank: true },
      });
      await noSooner(evenTime, post(services, request, email, subdomain));
      return { detail: say(request, 'resetSent') };
    },
  });
}

async function post(
  services: Services,
  request: FastifyRequest,
  email: string,
  subdomain: string,
): Promise<void> {
  await countLetters(services, request, email);
  for (const site of await sitesOfEmail(services, request, { email, subdomain })) {
    const context = contextAt(services, request, site);
    const account = await context.read((read) => forgetfulOwner(read, email));
    if (account) await context.transaction((tx) => offerReset(tx, services.identity, site, account));
  }
}

/** Counts a wish for a letter, of known and unknown addresses alike (ruling "Throttles": 5/min by account). */
export async function countLetters(
  { throttles }: Services,
  { context, ip }: FastifyRequest,
  email: string,
): Promise<void> {
  const limit = throttles?.reset ?? null;
  const many = limit && { ...limit, hits: limit.hits * timesOfAnAddress };
  await countCall(context, `reset:${context.tenantId}:account:${email.toLowerCase()}`, limit);
  await countCall(context, `reset:${context.tenantId}:address:${ip}`, many);
}

function serveConfirm(server: HttpServer, { passwords }: Services): void {
  route(server, {
    method: 'POST',
    path: '/password/reset/confirm/',
    caller: 'anyone',
    summary: 'Set a forgotten password by the link of its letter',
    description: 'The link reads `…/password-reset/confirm/<uid>/<token>/`. Once; ends every sign-in.',
    schema: {
      body: Type.Object({
        uid: sentText('Required'),
        token: sentText('Required'),
        new_password1: sentText('Required, at most 128 characters'),
        new_password2: sentText('Required, the same'),
      }),
      response: { 200: detailSchema },
    },
    handler: async (request) => {
      const sent = readFields(request.body, {
        new_password1: newPassword,
        new_password2: newPassword,
        uid: { required: true },
        token: { required: true },
      });
      const { context } = request;
      const uuid = uuidOfWord(sent.uid);
      const account = uuid === null ? null : await context.read((read) => findAccountByUuid(read, uuid));
      if (!account) throw badField('uid', 'invalidValue');
      // The password is judged before the token (§4.6), and hashed after it: a stranger is to cost no core.
      requireSame(sent.new_password1, sent.new_password2);
      await wording(async () => {
        await requireGoodPassword(account, sent.new_password1);
        const owner = await context.read((read) => lookAtReset(read, sent.token));
        if (owner.id !== account.id) throw badLink();
        const passwordHash = await passwords.hash(sent.new_password1);
        await context.transaction(async (tx) => {
          const reset = await resetPassword(tx, sent.token, passwordHash);
          await tellPasswordChanged(tx, request.site, reset);
        });
      }, messages);
      return { detail: say(request, 'passwordReset') };
    },
  });
}

function requireSame(one: string, other: string): void {
  if (one !== other) throw badField('new_password2', 'passwordsDiffer');
}

function messages(refusal: Refusal): FieldMessages | undefined {
  if (refusal.code === badLink().code) return { token: [english('invalidValue')] };
  return personMessages(refusal, { password: 'new_password2' });
}
