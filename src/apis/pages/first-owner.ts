import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  claimFirstOwner,
  lookAtFirstOwnerLink,
  prepareFirstOwner,
} from '../../modules/identity/first-owner.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { deadLinks } from './errors.ts';
import { type Field, form, type Problems } from './forms.ts';
import { type Page, pageSchema, sendPage } from './layout.ts';
import { languageOf, linkSchema } from './links.ts';
import { emailTaken, say, usernameTaken } from './texts.ts';

const text = Type.Optional(Type.String());
const OwnerForm = Type.Object({ name: text, email: text, username: text, password: text });
type Written = { readonly name: string; readonly email: string; readonly username: string };

/** The page of the one-time link that the first start prints: it makes the owner of the site's tenant. */
export function serveFirstOwner(server: HttpServer, { identity, passwords }: Services): void {
  const common = {
    path: '/first_owner/:secret',
    caller: 'anyone',
    secretPath: true,
    errors: deadLinks('owner'),
  } as const;
  route(server, {
    ...common,
    method: 'GET',
    summary: 'Page that makes the first owner',
    description: 'Shows the form; changes nothing.',
    schema: linkSchema,
    handler: async (request, reply) => {
      await request.context.read((read) => lookAtFirstOwnerLink(read, request.params.secret));
      return sendPage(reply, askPage(request, { name: '', email: '', username: '' }));
    },
  });
  const response = { ...linkSchema.response, 400: pageSchema, 409: pageSchema };
  route(server, {
    ...common,
    method: 'POST',
    summary: 'Make the first owner',
    description: 'Once; a link used before, and any once there is an owner, answers 410.',
    schema: { ...linkSchema, body: OwnerForm, response },
    handler: async (request, reply) => {
      const { secret } = request.params;
      const { name = '', email = '', username = '', password = '' } = request.body;
      const { context, site } = request;
      await context.read((read) => lookAtFirstOwnerLink(read, secret));
      try {
        const sent = { name, email, username, password, language: languageOf(request, null) };
        const wanted = await prepareFirstOwner(passwords, site, sent, context.clock.now());
        const owner = await context.transaction((tx) => claimFirstOwner(tx, identity, site, secret, wanted));
        return sendPage(reply, donePage(request, owner.username));
      } catch (error) {
        const problems = problemsOf(error);
        if (!problems) throw error;
        return sendPage(reply, askPage(request, { name, email, username }, problems.fields), problems.status);
      }
    },
  });
}

function problemsOf(error: unknown): { status: number; fields: Problems } | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === 'account.bad_fields') return { status: 400, fields: error.fields };
  if (error.code !== 'account.taken') return null;
  const { fields } = error.detail;
  const isTaken = (field: string) => Array.isArray(fields) && fields.includes(field);
  return {
    status: 409,
    fields: {
      ...(isTaken('email') && { email: [emailTaken] }),
      ...(isTaken('username') && { username: [usernameTaken] }),
    },
  };
}

function askPage(request: FastifyRequest, written: Written, problems: Problems = {}): Page {
  const locale = languageOf(request, null);
  const fields: Field[] = [
    { name: 'name', label: say(locale, 'ownerName'), type: 'text', autocomplete: 'name' },
    { name: 'email', label: say(locale, 'ownerEmail'), type: 'email', autocomplete: 'email' },
    {
      name: 'username',
      label: say(locale, 'ownerUsername'),
      type: 'text',
      autocomplete: 'username',
      hint: say(locale, 'ownerUsernameHint'),
    },
  ];
  const password: Field = {
    name: 'password',
    label: say(locale, 'ownerPassword'),
    type: 'password',
    autocomplete: 'new-password',
    hint: say(locale, 'passwordHint'),
  };
  const values: Readonly<Record<string, string>> = { ...written };
  const filled = fields.map((field) => ({ ...field, value: values[field.name] ?? '' }));
  return {
    locale,
    title: say(locale, 'ownerTitle', { site: request.site.name }),
    body: html`<p>${say(locale, 'ownerBody')}</p>
${form(locale, [...filled, password], say(locale, 'ownerButton'), problems)}`,
    ...(Object.keys(problems).length > 0 && { prefix: say(locale, 'error') }),
  };
}

function donePage(request: FastifyRequest, username: string): Page {
  const locale = languageOf(request, null);
  return {
    locale,
    title: say(locale, 'ownerDone', { site: request.site.name }),
    body: html`<p>${say(locale, 'ownerDoneBody', { username })}</p>
<p><code>npx muster tahoe_create_token ${username}</code></p>
<p><a href="/app/">${say(locale, 'homeApp')}</a></p>
<p><a href="/api/docs/">${say(locale, 'homeDocs')}</a></p>`,
  };
}
