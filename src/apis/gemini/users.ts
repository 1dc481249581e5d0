import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { eraseAndTell } from '../../modules/admissions/erasures.ts';
import { prepareOwnPassword } from '../../modules/admissions/own-registrations.ts';
import { tellPasswordChanged } from '../../modules/admissions/password-resets.ts';
import { listProfilesOf } from '../../modules/festival/profiles.ts';
import { unknownPerson } from '../../modules/festival/refusals.ts';
import {
  askToConfirmEmail,
  changeAccount,
  findAccount,
  findAccountByUuid,
} from '../../modules/identity/accounts.ts';
import { attemptLogin } from '../../modules/identity/logins.ts';
import { requireEmail } from '../../modules/identity/registrations.ts';
import type { Account, AccountChange } from '../../modules/identity/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { actorOf, type Services } from '../callers.ts';
import { viewerIn } from './auth.ts';
import { idIn, noContent, present, sendNothing } from './formats.ts';
import { badPerson, personFields, readPerson, showUser, userForm } from './user-forms.ts';

/** The path of one person. */
export const personParams = Type.Object({ id: Type.String() });

const changeForm = Type.Object({
  email: Type.Optional(Type.String()),
  ...personFields,
  allow_email_notifications: Type.Optional(Type.Boolean()),
  password: Type.Optional(Type.String({ description: 'A new one; needs current_password' })),
  current_password: Type.Optional(Type.String()),
});

/** A person: read, change, remove (contract §5). */
export function serveUsers(server: HttpServer, services: Services): void {
  // With a slash it is another API's (ruling "Slash").
  const one = { path: '/api/users/:id', slash: 'exact', caller: ['user'] } as const;
  route(server, {
    ...one,
    method: 'GET',
    summary: 'An account with its profiles: the own one; an administrator sees others',
    schema: { params: personParams, response: { 200: userForm } },
    handler: (request) =>
      request.context.read(async (read) => {
        const account = await requireSeen(read, request);
        return showUser(services, request, read, { viewer: viewerIn(request), account });
      }),
  });
  route(server, {
    ...one,
    method: 'PATCH',
    summary: 'Changes an account',
    description:
      'An absent field stays. A new e-mail must be confirmed again, by a letter. A new password ends every token of ' +
      'the account, the one used included.',
    schema: { params: personParams, body: changeForm, response: { 200: userForm } },
    handler: async (request) => {
      const { account: present, isSelf } = await request.context.read((read) => requireHeld(read, request));
      const change = await readChange(services, request, present, isSelf);
      return write(services, request, present, change);
    },
  });
  const remove = {
    caller: ['user'],
    summary: 'Removes an account and everything personal of it',
    description: 'What is asked or agreed for later is cancelled; a letter tells the person.',
    schema: { params: personParams, response: noContent },
  } as const;
  const erase = async (request: FastifyRequest, id: string) => {
    const uuid = idIn(id);
    const { context, site } = request;
    try {
      await context.transaction(async (tx) => {
        const account = await findAccountByUuid(tx, uuid);
        if (!account) throw unknownPerson(uuid);
        requireHolder(request, account);
        await eraseAndTell(tx, services.identity, site, account, actorOf(request).role);
      });
    } catch (error) {
      // Two of the person's requests at once: the second finds nobody, which is what it wants.
      const isNobody = error instanceof Refusal && error.code === 'account.unknown';
      const caller =
        isNobody && (await context.read((read) => findAccount(read, viewerIn(request).accountId)));
      if (!isNobody || caller) throw error;
    }
  };
  route(server, {
    ...remove,
    method: 'POST',
    path: '/api/users/:id/delete',
    handler: async (request, reply) => {
      await erase(request, request.params.id);
      return sendNothing(reply);
    },
  });
  route(server, {
    ...remove,
    method: 'DELETE',
    path: '/api/users/:id',
    slash: 'exact',
    handler: async (request, reply) => {
      await erase(request, request.params.id);
      return sendNothing(reply);
    },
  });
}

/** The person of the path, for themselves or a system administrator. Refuses others with 403, an unknown one with 404. */
export async function requireHeld(
  read: Read,
  request: FastifyRequest<{ Params: { id: string } }>,
): Promise<{ account: Account; isSelf: boolean }> {
  const uuid = idIn(request.params.id);
  const account = await findAccountByUuid(read, uuid);
  if (!account) throw unknownPerson(uuid);
  return { account, isSelf: requireHolder(request, account) };
}

/** As `requireHeld`; who runs a city also sees those with profiles in it. */
async function requireSeen(
  read: Read,
  request: FastifyRequest<{ Params: { id: string } }>,
): Promise<Account> {
  const uuid = idIn(request.params.id);
  const account = await findAccountByUuid(read, uuid);
  if (!account) throw unknownPerson(uuid);
  const { cityIds } = viewerIn(request);
  const profiles = cityIds.length > 0 ? await listProfilesOf(read, account.id) : { artists: [], venues: [] };
  const isTheirs = [...profiles.artists, ...profiles.venues].some(({ cityId }) => cityIds.includes(cityId));
  if (!isTheirs) requireHolder(request, account);
  return account;
}

/** @returns whether it is the caller */
function requireHolder(request: FastifyRequest, account: Account): boolean {
  const viewer = viewerIn(request);
  if (account.id === viewer.accountId) return true;
  if (!viewer.isAdmin) throw refuse('forbidden', 'caller.not_permitted', "This is somebody else's account.");
  return false;
}

async function readChange(
  services: Services,
  request: FastifyRequest<{ Body: Static<typeof changeForm> }>,
  account: Account,
  isSelf: boolean,
): Promise<AccountChange> {
  const { body } = request;
  const change = {
    ...readPerson(body),
    ...present({
      email: body.email === undefined ? undefined : requireEmail(body.email),
      wantsLetters: body.allow_email_notifications,
    }),
  };
  if (body.password === undefined) return change;
  await proveCurrent(services, request, account, isSelf);
  return {
    ...change,
    passwordHash: await prepareOwnPassword(services.passwords, account.email, body.password),
  };
}

/** Refuses a new password without the present one; failures count as those of a login. */
async function proveCurrent(
  services: Services,
  request: FastifyRequest<{ Body: Static<typeof changeForm> }>,
  account: Account,
  isSelf: boolean,
): Promise<void> {
  const { current_password: password } = request.body;
  if (!isSelf)
    throw refuse('forbidden', 'caller.not_permitted', 'Only people themselves change their password.');
  if (password === undefined)
    throw badPerson({ current_password: ['A new password needs the present one.'] });
  try {
    const login = { login: account.email, password, address: request.ip };
    const attempt = { ...login, accompanied: 'not_needed' } as const;
    const proven = await attemptLogin(
      request.context,
      services.passwords,
      attempt,
      services.throttles?.login ?? null,
    );
    if (proven.accountId === account.id) return;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'login.wrong')) throw error;
  }
  throw badPerson({ current_password: ['This is not the present password.'] });
}

async function write(
  services: Services,
  request: FastifyRequest,
  present: Account,
  change: AccountChange,
): Promise<Static<typeof userForm>> {
  const { tokenId, role } = actorOf(request);
  return request.context.transaction(async (tx) => {
    const { account, changed } = await changeAccount(tx, present.id, change, role, tokenId).catch(wordTaken);
    if (changed.includes('password')) await tellPasswordChanged(tx, request.site, account);
    if (account.email !== present.email && account.emailConfirmedAt === null)
      await askToConfirmEmail(tx, services.identity, request.site, account);
    return showUser(services, request, tx, { viewer: viewerIn(request), account });
  });
}

/** Names the field of an address that somebody else has. */
export function wordTaken(error: unknown): never {
  const isTaken = error instanceof Refusal && ['account.email_taken', 'account.taken'].includes(error.code);
  if (!isTaken) throw error;
  const message = 'Somebody is registered with this e-mail.';
  throw refuse('conflict', error.code, message, { fields: { email: [message] } });
}
