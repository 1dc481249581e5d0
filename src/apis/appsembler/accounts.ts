import { Type } from 'typebox';
import { changeAccount, findAccountByUsername, requireAccount } from '../../modules/identity/accounts.ts';
import { prepareChange } from '../../modules/identity/changes.ts';
import { prepareTrustedPassword } from '../../modules/identity/logins.ts';
import { unknownAccount } from '../../modules/identity/refusals.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, beside, type Services } from '../callers.ts';
import { isBadInput } from './errors.ts';
import { bothUserIds, textOrNull, unlessBlank } from './fields.ts';

const optionalText = Type.Optional(textOrNull);

/** `accounts/connect` and `accounts/get-user/<username>` (contract §2.3, §2.5). */
export function serveAccounts(server: HttpServer, { passwords }: Services): void {
  route(server, {
    method: 'POST',
    path: '/accounts/connect',
    caller: ['staff'],
    summary: 'Change e-mail, password or name of the account with that username',
    schema: {
      body: Type.Object({
        username: Type.String({ pattern: '\\S' }),
        email: optionalText,
        password: optionalText,
        name: optionalText,
      }),
      response: { 200: Type.Object(bothUserIds(Type.Integer())) },
    },
    errors: wordConnection,
    handler: async (request) => {
      const { site, context, body } = request;
      const account = await context.read((read) => requireAccount(read, body.username));
      const sent = { email: unlessBlank(body.email), name: unlessBlank(body.name) };
      const judged = prepareChange(site, sent, context.clock.now());
      const password = unlessBlank(body.password);
      const change =
        password === undefined
          ? judged
          : { ...judged, passwordHash: await prepareTrustedPassword(passwords, account.username, password) };
      await context.transaction((tx) => changeAccount(tx, account.id, change, actorOf(request).role));
      return { 'user_id ': account.id, user_id: account.id };
    },
  });

  route(server, {
    method: 'GET',
    path: '/accounts/get-user/:username',
    caller: ['staff', 'self'],
    config: { readsBeside: true },
    summary: 'Tell whether there is an account with that username',
    schema: {
      params: Type.Object({ username: Type.String() }),
      response: { 200: Type.Object(bothUserIds(Type.String())) },
    },
    handler: async (request) => {
      const { username } = request.params;
      const account = await beside(request, (read) => findAccountByUsername(read, username));
      if (!account) throw unknownAccount(username);
      return { 'user_id ': account.username, user_id: account.username };
    },
  });
}

function wordConnection(problem: Problem): Rendered | undefined {
  const words = (status: number, user_message: string) => ({ status, body: { user_message } });
  if (problem.code === 'account.unknown') return words(404, 'User not found');
  if (problem.code === 'account.bad_email') return words(409, 'Invalid email format');
  if (problem.code === 'account.email_taken')
    return words(409, `The email ${problem.detail.email} is in use by another user`);
  return isBadInput(problem) ? words(400, 'Wrong parameters on user connection') : undefined;
}
