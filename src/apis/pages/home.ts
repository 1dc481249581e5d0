import type { HttpServer } from '../../platform/http/contract.ts';
import { html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import { pageSchema, sendPage } from './layout.ts';
import { languageOf } from './links.ts';
import { say } from './texts.ts';

/** The page of a site's bare address: says where one is. */
export function serveHome(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/',
    caller: 'anyone',
    summary: 'Page that names the site',
    schema: { response: { 200: pageSchema } },
    handler: async (request, reply) => {
      const locale = languageOf(request, null);
      const site = request.site.name;
      return sendPage(reply, {
        locale,
        title: site,
        body: html`<p>${say(locale, 'homeBody', { site })}</p>
<p><a href="/app/">${say(locale, 'homeApp')}</a></p>
<p><a href="/api/docs/">${say(locale, 'homeDocs')}</a></p>`,
      });
    },
  });
}
