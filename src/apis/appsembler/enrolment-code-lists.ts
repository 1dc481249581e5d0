import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { courseScope } from '../../modules/learning/courses.ts';
import { listCodes, streamCodes } from '../../modules/learning/enrolment-codes.ts';
import { unknownBatch } from '../../modules/learning/refusals.ts';
import type { EnrolmentCode } from '../../modules/learning/types.ts';
import { streamCsv } from '../../platform/csv.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';

const orNull = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const code = Type.Object({
  code: Type.String(),
  course_id: Type.String(),
  mode: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('redeemed'), Type.Literal('cancelled')]),
  batch_id: Type.String({ format: 'uuid' }),
  created_at: Type.String({ format: 'date-time' }),
  redeemed_at: orNull(Type.String({ format: 'date-time' })),
  redeemed_by: orNull(Type.String({ description: 'Username; null also when the person was erased' })),
});
const link = orNull(Type.String({ format: 'uri' }));

/** Additions to the document: the codes as a list, and a batch of them as a file. */
export function serveEnrolmentCodeLists(server: HttpServer): void {
  serveList(server);
  serveBatch(server);
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/enrollment-codes/',
    caller: ['staff'],
    summary: 'Enrolment codes, by age',
    schema: {
      querystring: Type.Object({
        course_id: Type.Optional(Type.String()),
        state: Type.Optional(Type.String({ pattern: '^(open|redeemed|cancelled)?$' })),
        limit: Type.Integer({ minimum: 1, maximum: 1000, default: 20 }),
        offset: Type.Integer({ minimum: 0, default: 0 }),
      }),
      response: {
        200: Type.Object({
          count: Type.Integer(),
          next: link,
          previous: link,
          results: Type.Array(code),
        }),
      },
    },
    handler: async (request) => {
      const { course_id: courseKey = '', state, limit, offset } = request.query;
      const filter = { ...(courseKey.trim() && { courseKey }), ...(isState(state) && { state }) };
      const { count, codes } = await request.context.read((read) =>
        listCodes(read, courseScope(request.site), filter, { limit, offset }),
      );
      return {
        count,
        next: offset + limit < count ? linkTo(request, limit, offset + limit) : null,
        previous: offset > 0 ? linkTo(request, limit, Math.max(0, offset - limit)) : null,
        results: codes.map(toCode),
      };
    },
  });
}

const csvType = 'text/csv';
/** Not typed as its schema: the handler answers a stream of such a text. */
const csvAnswer: Readonly<Record<number, unknown>> = {
  200: { description: 'CSV', content: { [csvType]: { schema: Type.String() } } },
};

function serveBatch(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/enrollment-codes/batches/:file',
    caller: ['staff'],
    summary: 'The codes of one `generate` as CSV; the file is named `<batch_id>.csv`',
    schema: {
      params: Type.Object({
        file: Type.String({ pattern: String.raw`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\.csv$` }),
      }),
      response: csvAnswer,
    },
    config: { answers: csvType },
    handler: async (request, reply) => {
      const batchId = request.params.file.replace(/\.csv$/, '');
      const lists = streamCodes(request.context, courseScope(request.site), { batchId });
      const headings = ['code', 'course_id', 'mode', 'state', 'created_at', 'redeemed_at', 'redeemed_by'];
      const stream = await streamCsv(headings, rowsOf(batchId, lists));
      return reply
        .type(`${csvType}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${batchId}.csv"`)
        .send(stream);
    },
  });
}

/** A batch has a code at least: one without any is none of this site. */
async function* rowsOf(batchId: string, lists: AsyncGenerator<readonly EnrolmentCode[]>) {
  let isKnown = false;
  for await (const list of lists) {
    isKnown ||= list.length > 0;
    yield list.map((one) => {
      const { code: text, course_id, mode, state, created_at, redeemed_at, redeemed_by } = toCode(one);
      return [text, course_id, mode, state, created_at, redeemed_at, redeemed_by];
    });
  }
  if (!isKnown) throw unknownBatch(batchId);
}

function toCode(one: EnrolmentCode) {
  return {
    code: one.code,
    course_id: one.courseKey,
    mode: one.mode,
    state: one.state,
    batch_id: one.batchId,
    created_at: one.createdAt.toISOString(),
    redeemed_at: one.redeemedAt?.toISOString() ?? null,
    redeemed_by: one.redeemedBy,
  };
}

function isState(text: string | undefined): text is EnrolmentCode['state'] {
  return text === 'open' || text === 'redeemed' || text === 'cancelled';
}

function linkTo(request: FastifyRequest, limit: number, offset: number): string {
  const [path = '', query = ''] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('limit', String(limit));
  parameters.set('offset', String(offset));
  return `${request.protocol}://${request.host}${path}?${parameters}`;
}
