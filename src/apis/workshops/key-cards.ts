import { Type } from 'typebox';
import { requireEvent } from '../../modules/workshops/events.ts';
import { type KeyCard, streamKeyCards } from '../../modules/workshops/exports.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Card } from '../../platform/pdf/card-drawing.ts';
import { writeCards } from '../../platform/pdf/cards.ts';
import { defineTexts } from '../../platform/texts.ts';
import type { Services } from '../callers.ts';
import { eventIdIn, headingsLocale } from './formats.ts';

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
      'Ten cards on a page of A4, by class and name; who has no key has no card. Dutch unless `Accept-Language` or the ' +
      'site says otherwise. The link carries the key in its fragment, which no server sees.',
    config: { answers: pdfType },
    schema: {
      params: Type.Object({ id: Type.String() }),
      querystring: Type.Object({
        class: Type.Optional(Type.String({ description: 'Only this class; empty: those of none' })),
      }),
      response: answer,
    },
    handler: async (request, reply) => {
      const { context, site } = request;
      const locale = headingsLocale(request);
      const event = await context.read((read) => requireEvent(read, eventIdIn(request.params.id)));
      const lists = streamKeyCards(context, identity, event.id, request.query.class ?? null);
      const page = identity.address(site, '/app/login');
      const toCard = ({ fullName, class: className, key }: KeyCard) => ({
        heading: fullName,
        lines: [
          ...(className ? [say(locale, 'class', { class: className })] : []),
          event.name,
          say(locale, 'signIn'),
          page,
        ],
        code: key,
        qr: `${page}#key=${encodeURIComponent(key)}`,
      });
      const title = say(locale, 'title', { event: event.name });
      const cards = await begun(lists, toCard);
      const pdf = writeCards(cards, { title, language: locale, createdAt: context.clock.now() });
      // A reader gone before it read anything never starts the cards: the source is told here.
      pdf.once('close', () => lists.return(undefined).catch(() => undefined));
      return reply
        .header('content-type', pdfType)
        .header('content-disposition', 'inline; filename="keys.pdf"')
        .header('cache-control', 'no-store')
        .send(pdf);
    },
  });
}

const say = defineTexts({
  en: {
    title: 'Access codes for {{event}}',
    class: 'Class: {{class}}',
    signIn: 'Scan, or sign in with this access code at',
  },
  de: {
    title: 'Zugangscodes für {{event}}',
    class: 'Klasse: {{class}}',
    signIn: 'Scannen oder mit diesem Zugangscode anmelden auf',
  },
  nl: {
    title: 'Toegangscodes voor {{event}}',
    class: 'Klas: {{class}}',
    signIn: 'Scan, of meld je met deze toegangscode aan op',
  },
});

/** Waits for the first list, so that a refusal still finds its status. */
async function begun(
  lists: AsyncGenerator<readonly KeyCard[]>,
  toCard: (row: KeyCard) => Card,
): Promise<AsyncGenerator<readonly Card[]>> {
  const first = await lists.next();
  return (async function* () {
    for (let next = first; next.done !== true; next = await lists.next()) yield next.value.map(toCard);
  })();
}
