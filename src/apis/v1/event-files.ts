import { type Static, Type } from 'typebox';
import { requireEvent } from '../../modules/workshops/events.ts';
import {
  writeKeyCards,
  writeRegistrationsCsv,
  writeRegistrationsWorkbook,
} from '../../modules/workshops/exports.ts';
import { pageOfRegistrations } from '../../modules/workshops/participant-pages.ts';
import { writeParticipantTable } from '../../modules/workshops/participant-tables.ts';
import { newRegistrations } from '../../modules/workshops/syncs.ts';
import type { NamedRegistration } from '../../modules/workshops/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';
import type { Services } from '../callers.ts';
import { numbered } from './event-forms.ts';
import { closed, iso, moment, nullable } from './formats.ts';
import { pageAfter, pageQuery, readCursor } from './lists.ts';
import { pageOfSync, readSince, syncPageOf, syncQuery } from './sync.ts';

const csvType = 'text/csv';
const pdfType = 'application/pdf';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const lang = Type.Optional(
  Type.String({ maxLength: 80, description: 'Language of the words: en, de or nl' }),
);

const registration = closed({
  id: Type.Integer(),
  entered_at: moment,
  workshop_id: Type.Integer(),
  participant: closed({
    id: Type.Integer(),
    full_name: Type.String(),
    class: nullable(Type.String()),
    target_group: nullable(Type.String()),
  }),
});

/** What is taken out of an event: its registrations as a list, and files of its people, their choices and their keys. */
export function serveEventFiles(server: HttpServer, services: Services): void {
  serveRegistrations(server);
  servePeople(server, services);
}

function serveRegistrations(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/events/:id/registrations',
    caller: ['staff'],
    summary: 'Who chose what, as they came',
    description:
      'With `updated_since` those that were made since, of all workshops; what was given up meanwhile is told by no list.',
    schema: {
      params: numbered,
      querystring: Type.Object({
        ...pageQuery,
        ...syncQuery,
        workshop_id: Type.Optional(Type.Integer({ minimum: 1 })),
      }),
      response: { 200: syncPageOf(registration) },
    },
    handler: async ({ params, query, context }) => {
      const { limit = 50, workshop_id: workshopId = null } = query;
      if (query.updated_since !== undefined) {
        const since = readSince(query.cursor ?? query.updated_since);
        const wanted = { ...since, limit: limit + 1 };
        const { changed, horizon } = await context.read((read) => newRegistrations(read, params.id, wanted));
        return pageOfSync(changed, limit, toRegistration, since, horizon);
      }
      const after = readCursor(query.cursor, Type.Object({ id: Type.Integer({ minimum: 1 }) }))?.id ?? 0;
      const page = { workshopId, after, limit: limit + 1 };
      const found = await context.read((read) => pageOfRegistrations(read, params.id, page));
      return { ...pageAfter(found, limit, toRegistration, ({ id }) => ({ id })), since: null };
    },
  });

  for (const [format, type, writeFile] of [
    ['csv', csvType, writeRegistrationsCsv],
    ['xlsx', workbookType, writeRegistrationsWorkbook],
  ] as const)
    route(server, {
      method: 'GET',
      path: `/events/:id/registrations.${format}`,
      caller: ['staff'],
      summary: `Who chose what, as ${format === 'csv' ? 'CSV' : 'an Excel workbook with a sheet for each workshop'}`,
      config: { answers: type },
      schema: { params: numbered, querystring: Type.Object({ lang }), response: fileOf(type) },
      handler: async (request, reply) => {
        const rows = await writeFile(request.context, request.params.id, localeOf(request));
        return reply
          .type(type)
          .headers(attached(`registrations.${format}`))
          .send(rows);
      },
    });
}

function servePeople(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/events/:id/participants.csv',
    caller: ['staff'],
    summary: 'The participants of an event with their keys, as CSV; the import reads it back',
    config: { answers: csvType },
    schema: { params: numbered, querystring: Type.Object({ lang }), response: fileOf(csvType) },
    handler: async (request, reply) => {
      const { id } = request.params;
      await request.context.read((read) => requireEvent(read, id));
      const layout = { locale: localeOf(request), byteOrderMark: true };
      const rows = await writeParticipantTable(request.context, identity, id, layout);
      return reply.type(csvType).headers(attached('participants.csv')).send(rows);
    },
  });

  route(server, {
    method: 'GET',
    path: '/events/:id/key-cards.pdf',
    caller: ['staff'],
    summary: 'The login keys as cards to print: name, class, key and the QR code of a link that signs in',
    description: 'The link carries the key in its fragment, which no server sees.',
    config: { answers: pdfType },
    schema: {
      params: numbered,
      querystring: Type.Object({
        lang,
        class: Type.Optional(
          Type.String({ maxLength: 80, description: 'Only this class; empty: those of none' }),
        ),
      }),
      response: fileOf(pdfType),
    },
    handler: async (request, reply) => {
      const { context, site, params, query } = request;
      const event = await context.read((read) => requireEvent(read, params.id));
      const cards = await writeKeyCards(context, identity, {
        event,
        className: query.class ?? null,
        page: identity.address(site, '/app/choose'),
        locale: localeOf(request),
      });
      return reply.type(pdfType).headers(attached('key-cards.pdf')).send(cards);
    },
  });
}

function toRegistration(one: NamedRegistration): Static<typeof registration> {
  return {
    id: one.id,
    entered_at: iso(one.enteredAt),
    workshop_id: one.workshopId,
    participant: {
      id: one.participantId,
      full_name: one.fullName,
      class: one.class,
      target_group: one.targetGroup,
    },
  };
}

/** Not typed as its schema: the handlers answer a stream of such bytes. */
function fileOf(type: string): Readonly<Record<number, unknown>> {
  const schema = { type: 'string', format: 'binary' };
  return { 200: { description: 'The file, streamed', content: { [type]: { schema } } } };
}

function attached(filename: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename="${filename}"`, 'cache-control': 'no-store' };
}

function localeOf({
  query,
  headers,
  usualLanguage,
}: {
  readonly query: { readonly lang?: string };
  readonly headers: { readonly 'accept-language'?: string | undefined };
  readonly usualLanguage: string | null;
}): Locale {
  return chooseLocale(query.lang, headers['accept-language'], usualLanguage);
}
