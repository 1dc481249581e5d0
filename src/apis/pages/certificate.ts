import { Type } from 'typebox';
import { requireCertificate } from '../../modules/learning/certificates.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import { sayDay } from '../../platform/texts.ts';
import { pageSchema, sendPage } from './layout.ts';
import { languageOf } from './links.ts';
import { say } from './texts.ts';

/** The public page of a certificate, for whoever was given its address (contract Appsembler/Tahoe §2.12). */
export function serveCertificate(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/certificates/:uuid',
    caller: 'anyone',
    secretPath: true,
    summary: 'Page of a certificate',
    schema: {
      params: Type.Object({ uuid: Type.String({ format: 'uuid' }) }),
      response: { 200: pageSchema },
    },
    handler: async (request, reply) => {
      const found = await request.context.read((read) => requireCertificate(read, request.params.uuid));
      const locale = languageOf(request, null);
      const name = found.name === '' ? found.username : found.name;
      return sendPage(reply, {
        locale,
        title: say(locale, 'certificateTitle', { course: found.courseName }),
        body: html`<p>${say(locale, 'certificateBody', { name, site: request.site.name })}</p>
<dl>
<dt>${say(locale, 'certificateDate')}</dt><dd>${sayDay(locale, found.completedAt)}</dd>
<dt>${say(locale, 'certificateGrade')}</dt><dd>${found.grade}</dd>
</dl>`,
      });
    },
  });
}
