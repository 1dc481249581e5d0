import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { confirmationWanted, confirmBySecret } from '../../modules/admissions/email-confirmations.ts';
import { askToConfirmEmail } from '../../modules/identity/accounts.ts';
import { badLink, emailTaken } from '../../modules/identity/refusals.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { noSooner } from '../../platform/http/even-time.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal } from '../../platform/refusal.ts';
import { contextAt, type Services } from '../callers.ts';
import { notFound } from './errors.ts';
import { readFields, sentText } from './fields.ts';
import { detailSchema } from './logout.ts';
import { countLetters, evenTime } from './password.ts';
import { sitesOfEmail } from './root-login.ts';
import { localeOf, say } from './texts.ts';

const page = {
  description: 'A page',
  content: { 'text/html': { schema: { type: 'string' } }, 'application/json': { schema: detailSchema } },
};
const params = Type.Object({ key: Type.String({ maxLength: 200 }) });

/** `sign-up/confirm-email/` (contract §5.6, ruling "State-changing GETs"), and the letter once more (§17.3). */
export function serveConfirmEmail(server: HttpServer, services: Services): void {
  const path = '/sign-up/confirm-email/:key/';
  const common = {
    path,
    aliases: ['/sign_up/confirm-email/:key/'],
    caller: 'anyone',
    secretPath: true,
  } as const;
  route(server, {
    ...common,
    method: 'GET',
    summary: 'Confirm an e-mail address',
    description: 'Repeatable. With `Accept: text/html` it changes nothing and shows a page with a button.',
    config: { answers: 'text/html' },
    schema: { params, response: { 200: page } },
    handler: async (request, reply) => {
      if (wantsPage(request)) return sendPage(reply, request, askPage(request, request.params.key));
      await confirm(request, request.params.key);
      return { detail: say(request, 'ok') };
    },
  });
  route(server, {
    ...common,
    method: 'POST',
    summary: 'Confirm an e-mail address by the key of the body',
    description: 'The key of the path does not count.',
    schema: { params, body: Type.Object({ key: sentText('Required') }), response: { 200: detailSchema } },
    handler: async (request) => {
      const { key } = readFields(request.body, { key: { required: true } });
      await confirm(request, key);
      return { detail: say(request, 'ok') };
    },
  });
  route(server, {
    method: 'GET',
    path: '/sign-up/confirm-email/',
    aliases: ['/sign_up/confirm-email/'],
    caller: 'anyone',
    summary: 'Page that tells to look for the letter',
    config: { answers: 'text/html' },
    schema: { response: { 200: page } },
    handler: async (request, reply) =>
      sendPage(reply, request, html`<h1>${say(request, 'verificationSent')}</h1>`),
  });
  serveResend(server, services);
}

async function confirm(request: FastifyRequest, key: string): Promise<void> {
  try {
    await request.context.transaction((tx) => confirmBySecret(tx, key));
  } catch (error) {
    const isDead = error instanceof Refusal && deadCodes.includes(error.code);
    throw isDead ? notFound() : error;
  }
}

/** A new address may have been taken by somebody else meanwhile: the key then confirms nothing. */
const deadCodes = [badLink().code, emailTaken('').code];

function serveResend(server: HttpServer, services: Services): void {
  const { identity } = services;
  route(server, {
    method: 'POST',
    path: '/sign-up/resend-email/',
    aliases: ['/sign_up/resend-email/'],
    caller: 'anyone',
    summary: 'Ask for the confirmation letter once more',
    description: 'The same answer, and in the same time, whether or not somebody waits for one.',
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
      const resend = async () => {
        await countLetters(services, request, email);
        for (const site of await sitesOfEmail(services, request, { email, subdomain })) {
          const context = contextAt(services, request, site);
          const account = await context.read((read) => confirmationWanted(read, email));
          if (account) await context.transaction((tx) => askToConfirmEmail(tx, identity, site, account));
        }
      };
      await noSooner(evenTime, resend());
      return { detail: say(request, 'verificationSent') };
    },
  });
}

/** A browser that follows a link says that it wants a page; programs that want JSON do not. */
function wantsPage(request: FastifyRequest): boolean {
  return /\btext\/html\b/i.test(request.headers.accept ?? '');
}

function askPage(request: FastifyRequest, key: string): Html {
  return html`<h1>${say(request, 'confirmTitle')}</h1>
<form method="post" action="/confirm_email/${encodeURIComponent(key)}">
<button type="submit">${say(request, 'confirmButton')}</button>
</form>`;
}

function sendPage(reply: FastifyReply, request: FastifyRequest, body: Html): FastifyReply {
  const locale = localeOf(request);
  const document = html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${request.site.name}</title></head>
<body><main>${body}</main></body></html>
`;
  return reply
    .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .send(document.text);
}
