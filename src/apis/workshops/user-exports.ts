import { Type } from 'typebox';
import { requireEvent } from '../../modules/workshops/events.ts';
import { writeParticipantTable } from '../../modules/workshops/participant-tables.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { chooseLocale } from '../../platform/texts.ts';
import type { Services } from '../callers.ts';
import { eventIdIn, headingsLocale } from './formats.ts';

const csvType = 'text/csv';
/** Not typed as its schema: the handler answers a stream of such a text. */
const csvAnswer: Readonly<Record<number, unknown>> = {
  200: { description: 'CSV', content: { [csvType]: { schema: Type.String() } } },
};

/** `/events/{id}/users.csv` (contract §6 "CSV"). */
export function serveUserExports(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/events/:id/users.csv',
    caller: ['manage'],
    summary: 'The participants of an event with their keys, as CSV',
    description:
      'Separated by semicolons, CRLF between lines. Headings are Dutch unless `lang`, `Accept-Language` or the site says ' +
      'otherwise. A cell that a spreadsheet would take for a formula begins with an apostrophe, which the import takes off.',
    config: { answers: csvType },
    schema: {
      params: Type.Object({ id: Type.String() }),
      querystring: Type.Object({
        lang: Type.Optional(Type.String({ description: 'en, de or nl' })),
        bom: Type.Boolean({ default: false, description: 'Begins with the mark by which Excel sees UTF-8' }),
      }),
      response: csvAnswer,
    },
    handler: async (request, reply) => {
      const eventId = eventIdIn(request.params.id);
      await request.context.read((read) => requireEvent(read, eventId));
      const { lang, bom } = request.query;
      const layout = { locale: chooseLocale(lang, headingsLocale(request)), byteOrderMark: bom };
      const stream = await writeParticipantTable(request.context, identity, eventId, layout);
      return reply
        .type(`${csvType}; charset=utf-8`)
        .header('content-disposition', 'attachment; filename="studenten.csv"')
        .send(stream);
    },
  });
}
