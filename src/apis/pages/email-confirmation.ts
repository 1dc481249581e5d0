import { confirmBySecret } from '../../modules/admissions/email-confirmations.ts';
import { lookAtLink } from '../../modules/identity/links.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { deadLinks } from './errors.ts';
import { form } from './forms.ts';
import { sendPage } from './layout.ts';
import { languageOf, linkSchema } from './links.ts';
import { say } from './texts.ts';

/** The page of a letter that asks whether an address is the reader's. */
export function serveEmailConfirmation(server: HttpServer, _services: Services): void {
  const common = {
    path: '/confirm_email/:secret',
    caller: 'anyone',
    secretPath: true,
    errors: deadLinks('confirm'),
  } as const;
  route(server, {
    ...common,
    method: 'GET',
    summary: 'Page of a letter that confirms an e-mail address',
    description: 'Shows the address and the account; changes nothing.',
    schema: linkSchema,
    handler: async (request, reply) => {
      const { account, email } = await request.context.read((read) =>
        lookAtLink(read, 'confirm_email', request.params.secret),
      );
      const locale = languageOf(request, account);
      const { name = '', username = '' } = account ?? {};
      const about = { email: email ?? '', site: request.site.name };
      return sendPage(reply, {
        locale,
        title: say(locale, 'confirmTitle'),
        body: html`<p>${say(locale, 'confirmBody', about)}</p>
<p>${say(locale, 'account', { name, username })}</p>
${form(locale, [], say(locale, 'confirmButton'))}`,
      });
    },
  });
  route(server, {
    ...common,
    method: 'POST',
    summary: 'Confirm the e-mail address of a letter',
    description: 'Once; a link used before answers 410.',
    schema: linkSchema,
    handler: async (request, reply) => {
      const { secret } = request.params;
      const account = await request.context.transaction(async (tx) => {
        // On a page a used link is a dead one, as everywhere; for programs it may be used again.
        await lookAtLink(tx, 'confirm_email', secret);
        return confirmBySecret(tx, secret);
      });
      const locale = languageOf(request, account);
      const { email, username } = account;
      return sendPage(reply, {
        locale,
        title: say(locale, 'confirmDone'),
        body: html`<p>${say(locale, 'confirmDoneBody', { email, username, site: request.site.name })}</p>`,
      });
    },
  });
}
