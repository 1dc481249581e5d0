import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  acceptInvitation,
  findInvitation,
  lookAtInvitation,
  redeemInvitation,
} from '../../modules/admissions/invitations.ts';
import { prepareSignUp } from '../../modules/admissions/sign-ups.ts';
import type { Invitation } from '../../modules/admissions/types.ts';
import { attemptLogin } from '../../modules/identity/logins.ts';
import { badLink, wrongLogin } from '../../modules/identity/refusals.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { deadLinks } from './errors.ts';
import { type Field, form, type Problems } from './forms.ts';
import { type Page, pageSchema, sendPage } from './layout.ts';
import { languageOf, linkSchema } from './links.ts';
import { say, wrongPassword } from './texts.ts';

const text = Type.Optional(Type.String());
const AnswerForm = Type.Object({ firstName: text, lastName: text, password: text });

interface Looked {
  readonly invitation: Invitation;
  readonly account: Account | null;
}

/**
 * The page of an invitation's letter: shows it, and asks whoever accepts for a password, that of the account they have
 * here or that of a new one. Opening it joins nobody, so a mail scanner does not either.
 */
export function serveInvitation(server: HttpServer, services: Services): void {
  const common = {
    path: '/invitation/:secret',
    caller: 'anyone',
    secretPath: true,
    errors: deadLinks('invite'),
  } as const;
  route(server, {
    ...common,
    method: 'GET',
    summary: 'Page of an invitation',
    description: 'Shows who is invited; joins nobody.',
    schema: linkSchema,
    handler: async (request, reply) => sendPage(reply, askPage(request, await look(request))),
  });
  route(server, {
    ...common,
    method: 'POST',
    summary: 'Accept an invitation',
    description: 'Once; an invitation used before answers 410.',
    schema: { ...linkSchema, body: AnswerForm, response: { ...linkSchema.response, 400: pageSchema } },
    handler: async (request, reply) => {
      const looked = await look(request);
      const { firstName = '', lastName = '', password = '' } = request.body;
      const written = { firstName: firstName.trim(), lastName: lastName.trim() };
      try {
        const account = looked.account
          ? await acceptAs(services, request, looked.account, password)
          : await redeem(services, request, looked.invitation, { ...written, password });
        return sendPage(reply, donePage(request, account));
      } catch (error) {
        const problems = problemsOf(error);
        if (!problems) throw error;
        return sendPage(reply, askPage(request, looked, problems, written), 400);
      }
    },
  });
}

/** An invitation that cannot be accepted any more is a dead link here, whatever the reason. */
async function look(request: FastifyRequest): Promise<Looked> {
  const secret = new Map<string, unknown>(Object.entries(request.params ?? {})).get('secret');
  const text = typeof secret === 'string' ? secret : '';
  // Only opening the page notes that it was opened: an answer that is refused leaves nothing behind.
  const looked = await dying(() =>
    request.method === 'POST'
      ? request.context.read((read) => findInvitation(read, text))
      : request.context.transaction((tx) => lookAtInvitation(tx, text)),
  );
  if (!looked.isOpen) throw badLink();
  return looked;
}

async function acceptAs(
  { passwords, throttles }: Services,
  request: FastifyRequest,
  account: Account,
  password: string,
): Promise<Account> {
  // It signs nobody in.
  const login = { login: account.email, by: 'email', password, accompanied: 'not_needed' } as const;
  const attempt = { ...login, address: request.ip };
  const proven = await attemptLogin(request.context, passwords, attempt, throttles?.login ?? null);
  if (!proven.isActive) throw wrongLogin();
  const { secret } = secretOf(request);
  return dying(() => request.context.transaction((tx) => acceptInvitation(tx, secret, account.id)));
}

async function redeem(
  { identity, passwords }: Services,
  request: FastifyRequest,
  invitation: Invitation,
  written: { firstName: string; lastName: string; password: string },
): Promise<Account> {
  const sent = {
    ...written,
    email: invitation.email,
    username: undefined,
    locale: languageOf(request, null),
  };
  const wanted = await prepareSignUp(passwords, sent, invitation.role);
  const { secret } = secretOf(request);
  return dying(() =>
    request.context.transaction((tx) => redeemInvitation(tx, identity, request.site, secret, wanted)),
  );
}

function secretOf({ params }: FastifyRequest): { secret: string } {
  const secret = new Map<string, unknown>(Object.entries(params ?? {})).get('secret');
  return { secret: typeof secret === 'string' ? secret : '' };
}

async function dying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal && error.code.startsWith('invitation.') ? badLink() : error;
  }
}

function problemsOf(error: unknown): Problems | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === wrongLogin().code) return { password: [wrongPassword] };
  return error.code === 'account.bad_fields' ? error.fields : null;
}

function askPage(
  request: FastifyRequest,
  { invitation, account }: Looked,
  problems: Problems = {},
  written: { firstName: string; lastName: string } = invitation,
): Page {
  const locale = languageOf(request, account);
  const about = { email: invitation.email, site: request.site.name };
  const password: Field = {
    name: 'password',
    type: 'password',
    label: say(locale, account ? 'invitePassword' : 'ownerPassword'),
    autocomplete: account ? 'current-password' : 'new-password',
    ...(!account && { hint: say(locale, 'passwordHint') }),
  };
  const fields: Field[] = [
    {
      name: 'firstName',
      label: say(locale, 'inviteFirstName'),
      type: 'text',
      autocomplete: 'given-name',
      value: written.firstName,
    },
    {
      name: 'lastName',
      label: say(locale, 'inviteLastName'),
      type: 'text',
      autocomplete: 'family-name',
      value: written.lastName,
    },
  ];
  return {
    locale,
    title: say(locale, 'inviteTitle', { site: request.site.name }),
    body: html`<p>${say(locale, account ? 'inviteBodyKnown' : 'inviteBody', about)}</p>
${form(locale, account ? [password] : [...fields, password], say(locale, 'inviteButton'), problems)}`,
    ...(Object.keys(problems).length > 0 && { prefix: say(locale, 'error') }),
  };
}

function donePage(request: FastifyRequest, account: Account): Page {
  const locale = languageOf(request, account);
  return {
    locale,
    title: say(locale, 'inviteDone', { site: request.site.name }),
    body: html`<p>${say(locale, 'activateDoneBody', { username: account.username })}</p>`,
  };
}
