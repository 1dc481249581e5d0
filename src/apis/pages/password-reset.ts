import { Type } from 'typebox';
import { lookAtReset, resetPassword, tellPasswordChanged } from '../../modules/admissions/password-resets.ts';
import { prepareChosenPassword } from '../../modules/identity/logins.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { deadLinks } from './errors.ts';
import { pageSchema, sendPage } from './layout.ts';
import { askPage, ChosenPassword, chosen, donePage } from './password.ts';

const params = Type.Object({
  uid: Type.String({ maxLength: 100 }),
  secret: Type.String({ minLength: 1, maxLength: 200 }),
});
const response = { 200: pageSchema, 410: pageSchema };

/**
 * The page of a letter for a forgotten password. Its path has the form that programs take apart (SaaS contract §8,
 * §10); the secret alone opens it.
 */
export function servePasswordReset(server: HttpServer, { passwords }: Services): void {
  const common = {
    path: '/password-reset/confirm/:uid/:secret/',
    caller: 'anyone',
    secretPath: true,
    errors: deadLinks('password'),
  } as const;
  route(server, {
    ...common,
    method: 'GET',
    summary: 'Page of a letter for a forgotten password',
    description: 'Shows whose password the link sets; changes nothing.',
    schema: { params, response },
    handler: async (request, reply) => {
      const account = await request.context.read((read) => lookAtReset(read, request.params.secret));
      return sendPage(reply, askPage(request, account));
    },
  });
  route(server, {
    ...common,
    method: 'POST',
    summary: 'Set a forgotten password',
    description:
      'Once; a link used before answers 410. Ends every session, JWT and access token of the account.',
    schema: { params, body: ChosenPassword, response: { ...response, 400: pageSchema } },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const { context } = request;
      const account = await context.read((read) => lookAtReset(read, secret));
      try {
        const passwordHash = await prepareChosenPassword(passwords, account, chosen(request.body));
        await context.transaction(async (tx) => {
          const reset = await resetPassword(tx, secret, passwordHash);
          await tellPasswordChanged(tx, request.site, reset);
        });
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'account.bad_fields')) throw error;
        return sendPage(reply, askPage(request, account, error.fields), 400);
      }
      return sendPage(reply, donePage(request, account));
    },
  });
}
