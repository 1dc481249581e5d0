import { Type } from 'typebox';
import { writeRegistrationsCsv, writeRegistrationsWorkbook } from '../../modules/workshops/exports.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { eventIdIn, headingsLocale, langParameter } from './formats.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv';

/** `/export/event_registrations/{id}` (contract §8, ruling "Excel"). */
export function serveExports(server: HttpServer): void {
  const file = { schema: { type: 'string', format: 'binary' } };
  route(server, {
    method: 'GET',
    path: '/export/event_registrations/:id',
    caller: ['manage'],
    summary: 'Who chose what, as an Excel workbook or as CSV',
    description:
      'Sheets: one of each workshop, then an overview, the participants of each group with their workshop of each ' +
      'moment, and those without a choice. As CSV: a line for each participant and workshop. Headings are Dutch unless ' +
      '`lang`, `Accept-Language` or the site says otherwise.',
    config: { answers: [workbookType, csvType] },
    schema: {
      params: Type.Object({ id: Type.String() }),
      querystring: Type.Object({ format: Type.Optional(Type.Enum(['xlsx', 'csv'])), lang: langParameter }),
      response: {
        200: { description: 'The file, streamed', content: { [workbookType]: file, [csvType]: file } },
      },
    },
    handler: async (request, reply) => {
      const { format = 'xlsx', lang } = request.query;
      const eventId = eventIdIn(request.params.id);
      const write = format === 'csv' ? writeRegistrationsCsv : writeRegistrationsWorkbook;
      const rows = await write(request.context, eventId, headingsLocale(request, lang));
      return reply
        .header('content-type', format === 'csv' ? `${csvType}; charset=utf-8` : workbookType)
        .header('content-disposition', `attachment; filename="inschrijvingen.${format}"`)
        .send(rows);
    },
  });
}
