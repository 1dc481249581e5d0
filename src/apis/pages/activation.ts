import { activateByLink } from '../../modules/identity/accounts.ts';
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

/** The page of an activation letter: asks first, so that a mail scanner that opens it activates nobody. */
export function serveActivation(server: HttpServer, { identity }: Services): void {
  const common = {
    path: '/activate/:secret',
    caller: 'anyone',
    secretPath: true,
    errors: deadLinks('activate'),
  } as const;
  route(server, {
    ...common,
    method: 'GET',
    summary: 'Page of an activation letter',
    description: 'Shows whose account the link activates; changes nothing.',
    schema: linkSchema,
    handler: async (request, reply) => {
      const { account } = await request.context.read((read) =>
        lookAtLink(read, 'activate', request.params.secret),
      );
      const locale = languageOf(request, account);
      const { name = '', username = '' } = account ?? {};
      return sendPage(reply, {
        locale,
        title: say(locale, 'activateTitle', { site: request.site.name }),
        body: html`<p>${say(locale, 'activateBody')}</p>
<p>${say(locale, 'account', { name, username })}</p>
${form(locale, [], say(locale, 'activateButton'))}`,
      });
    },
  });
  route(server, {
    ...common,
    method: 'POST',
    summary: 'Activate the account of an activation letter',
    description: 'Once; a link used before answers 410.',
    schema: linkSchema,
    handler: async (request, reply) => {
      const account = await request.context.transaction((tx) =>
        activateByLink(tx, identity, request.params.secret),
      );
      const locale = languageOf(request, account);
      return sendPage(reply, {
        locale,
        title: say(locale, 'activateDone', { site: request.site.name }),
        body: html`<p>${say(locale, 'activateDoneBody', { username: account.username })}</p>`,
      });
    },
  });
}
