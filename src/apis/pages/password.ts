import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { tellPasswordChanged } from '../../modules/admissions/password-resets.ts';
import { setPasswordByLink } from '../../modules/identity/accounts.ts';
import { lookAtLink } from '../../modules/identity/links.ts';
import { hasPassword, prepareChosenPassword } from '../../modules/identity/logins.ts';
import { badFields, badLink } from '../../modules/identity/refusals.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { deadLinks } from './errors.ts';
import { form, type Problems } from './forms.ts';
import { type Page, pageSchema, sendPage } from './layout.ts';
import { languageOf, linkSchema } from './links.ts';
import { notTheSame, say } from './texts.ts';

/** The query's `track=pwreset` of older letters means nothing here and may be there. */
const path = '/password_reset_confirm/:secret';
/** The form in which a password is written twice. */
export const ChosenPassword = Type.Object({
  password: Type.Optional(Type.String()),
  password_again: Type.Optional(Type.String()),
});

/** The page of a letter with which a person chooses a password, the first or a new one. */
export function servePassword(server: HttpServer, { identity, passwords }: Services): void {
  const common = { path, caller: 'anyone', secretPath: true, errors: deadLinks('password') } as const;
  route(server, {
    ...common,
    method: 'GET',
    summary: 'Page of a letter to choose a password',
    description: 'Shows whose password the link sets; changes nothing.',
    schema: linkSchema,
    handler: async (request, reply) => {
      const account = await ownerOf(request, request.params.secret);
      return sendPage(reply, askPage(request, account));
    },
  });
  route(server, {
    ...common,
    method: 'POST',
    summary: 'Set the password of a letter',
    description: 'Once; a link used before answers 410. Ends every session and access token of the account.',
    schema: { ...linkSchema, body: ChosenPassword, response: { ...linkSchema.response, 400: pageSchema } },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const account = await ownerOf(request, secret);
      try {
        const passwordHash = await prepareChosenPassword(passwords, account, chosen(request.body));
        await request.context.transaction(async (tx) => {
          const isFirst = !(await hasPassword(tx, account.id));
          await setPasswordByLink(tx, identity, secret, passwordHash);
          if (!isFirst) await tellPasswordChanged(tx, request.site, account);
        });
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'account.bad_fields')) throw error;
        return sendPage(reply, askPage(request, account, error.fields), 400);
      }
      return sendPage(reply, donePage(request, account));
    },
  });
}

async function ownerOf(request: FastifyRequest, secret: string): Promise<Account> {
  const { account } = await request.context.read((read) => lookAtLink(read, 'set_password', secret));
  if (!account) throw badLink();
  return account;
}

/** The password of the form. Refuses two that differ. */
export function chosen(sent: { password?: string; password_again?: string }): string {
  const { password = '', password_again: again = password } = sent;
  if (password !== again) throw badFields({ password_again: [notTheSame] });
  return password;
}

/** The page that asks for a new password of an account. */
export function askPage(request: FastifyRequest, account: Account, problems: Problems = {}): Page {
  const locale = languageOf(request, account);
  const { name, username } = account;
  const secret = { type: 'password', autocomplete: 'new-password' } as const;
  const fields = [
    {
      ...secret,
      name: 'password',
      label: say(locale, 'passwordLabel'),
      hint: say(locale, 'passwordHint'),
    },
    { ...secret, name: 'password_again', label: say(locale, 'passwordAgain') },
  ];
  return {
    locale,
    title: say(locale, 'passwordTitle', { site: request.site.name }),
    body: html`<p>${say(locale, 'account', { name, username })}</p>
${form(locale, fields, say(locale, 'passwordButton'), problems)}`,
    ...(Object.keys(problems).length > 0 && { prefix: say(locale, 'error') }),
  };
}

/** The page that tells that the password is saved. */
export function donePage(request: FastifyRequest, account: Account): Page {
  const locale = languageOf(request, account);
  return {
    locale,
    title: say(locale, 'passwordDone', { site: request.site.name }),
    body: html`<p>${say(locale, 'passwordDoneBody', { username: account.username })}</p>`,
  };
}
