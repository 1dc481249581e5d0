import { Type } from 'typebox';
import { requireEvent } from '../../modules/workshops/events.ts';
import { writeKeyCards } from '../../modules/workshops/exports.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { eventIdIn, headingsLocale, langParameter } from './formats.ts';

const pdfType = 'application/pdf';

/** Not typed as its schema: the handler answers a stream of such bytes. */
const answer: Readonly<Record<number, unknown>> = {
  200: {
    description: 'The cards, streamed',
    content: { [pdfType]: { schema: { type: 'string', format: 'binary' } } },
  },
};

/** `/events/{id}/keys.pdf`: a card of each participant's login key, to be cut up (an addition). */
export function serveKeyCards(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/events/:id/keys.pdf',
    caller: ['manage'],
    summary: 'The login keys as cards to print: name, class, key and the QR code of a link that signs in',
    description:
      'Ten cards on a page of A4, by class and name; who has no key has no card. Dutch unless `lang`, `Accept-Language` or ' +
      'the site says otherwise. The link carries the key in its fragment, which no server sees.',
    config: { answers: pdfType },
    schema: {
      params: Type.Object({ id: Type.String() }),
      querystring: Type.Object({
        class: Type.Optional(Type.String({ description: 'Only this class; empty: those of none' })),
        lang: langParameter,
      }),
      response: answer,
    },
    handler: async (request, reply) => {
      const { context, site } = request;
      const event = await context.read((read) => requireEvent(read, eventIdIn(request.params.id)));
      const cards = await writeKeyCards(context, identity, {
        event,
        className: request.query.class ?? null,
        page: identity.address(site, '/app/choose'),
        locale: headingsLocale(request, request.query.lang),
      });
      return reply
        .header('content-type', pdfType)
        .header('content-disposition', 'inline; filename="keys.pdf"')
        .header('cache-control', 'no-store')
        .send(cards);
    },
  });
}
