import { Type } from 'typebox';
import { batchesBefore, requireBatch } from '../../modules/learning/code-batches.ts';
import {
  codesAfter,
  generateCodes,
  requireCode,
  setCodeState,
  streamCodes,
} from '../../modules/learning/enrolment-codes.ts';
import type { CodeBatch, EnrolmentCode } from '../../modules/learning/types.ts';
import { streamCsv } from '../../platform/csv.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { closed, iso, moment, nullable } from './formats.ts';
import { afterId, courseKey, courseOfField, coursesFor, numberParams, uuid } from './learning-shapes.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

const batch = closed({
  uuid: Type.String(),
  course: Type.String({ description: 'The key of the course' }),
  mode: Type.String(),
  created_at: moment,
  count: Type.Integer(),
  open: Type.Integer(),
  redeemed: Type.Integer(),
  cancelled: Type.Integer(),
});
const state = Type.Union([Type.Literal('open'), Type.Literal('redeemed'), Type.Literal('cancelled')]);
const code = closed({
  id: Type.Integer(),
  code: Type.String(),
  course: Type.String({ description: 'The key of the course' }),
  mode: Type.String(),
  state,
  batch: Type.String(),
  created_at: moment,
  redeemed_at: nullable(moment),
  redeemed_by: nullable(Type.String({ description: 'Username; null also when the person was erased' })),
});

/** `/code-batches`: enrolment codes as they are made, many at once. */
export function serveCodeBatches(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/code-batches',
    caller: ['staff'],
    summary: 'Batches of enrolment codes, newest first',
    schema: {
      querystring: closed({ ...pageQuery, course: Type.Optional(courseKey) }),
      response: { 200: pageOf(batch) },
    },
    handler: async (request) => {
      const { limit = 50, cursor, course: key } = request.query;
      const [after, scope] = [readCursor(cursor, afterId), coursesFor(request)];
      const found = await request.context.read(async (read) => {
        const filter = key === undefined ? {} : { courseId: (await courseOfField(read, scope, key)).id };
        return batchesBefore(read, scope, filter, { after, limit: limit + 1 });
      });
      return pageAfter(found, limit, toBatch, ({ firstCodeId: id }) => ({ id }));
    },
  });

  route(server, {
    method: 'POST',
    path: '/code-batches',
    caller: ['staff'],
    summary: 'Make enrolment codes of a course, each good for one person',
    schema: {
      body: closed({
        course: courseKey,
        count: Type.Integer({ minimum: 1, maximum: 10_000 }),
        mode: Type.Optional(Type.String({ minLength: 1, maxLength: 50, description: 'Else the usual one' })),
      }),
      response: { 201: batch },
    },
    handler: async (request, reply) =>
      write(request, reply, async (tx) => {
        const { course: key, count, mode } = request.body;
        const course = await courseOfField(tx, coursesFor(request), key);
        const { batchId } = await generateCodes(tx, course, count, mode);
        const made = toBatch(await requireBatch(tx, null, batchId));
        return { status: 201, body: made, headers: { location: `/api/v1/code-batches/${batchId}` } };
      }),
  });

  route(server, {
    method: 'GET',
    path: '/code-batches/:uuid',
    caller: ['staff'],
    summary: 'A batch of enrolment codes, and what became of them',
    schema: { params: closed({ uuid }), response: { 200: batch } },
    handler: async (request) => {
      const scope = coursesFor(request);
      return toBatch(await request.context.read((read) => requireBatch(read, scope, request.params.uuid)));
    },
  });

  serveBatchFile(server);
}

const csvType = 'text/csv';
/** Not typed as its schema: the handler answers a stream of such a text. */
const csvAnswer: Readonly<Record<number, unknown>> = {
  200: { description: 'CSV', content: { [csvType]: { schema: Type.String() } } },
};

function serveBatchFile(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/code-batches/:uuid/codes.csv',
    caller: ['staff'],
    summary: 'The codes of a batch as CSV',
    schema: { params: closed({ uuid }), response: csvAnswer },
    config: { answers: csvType },
    handler: async (request, reply) => {
      const scope = coursesFor(request);
      const { id: batchId } = await request.context.read((read) =>
        requireBatch(read, scope, request.params.uuid),
      );
      const lists = streamCodes(request.context, scope, { batchId });
      const headings = ['code', 'course', 'mode', 'state', 'created_at', 'redeemed_at', 'redeemed_by'];
      return reply
        .type(`${csvType}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${batchId}.csv"`)
        .send(await streamCsv(headings, linesOf(lists)));
    },
  });
}

async function* linesOf(lists: AsyncGenerator<readonly EnrolmentCode[]>) {
  for await (const list of lists)
    yield list.map((one) => {
      const { id: _, batch: __, code: text, course, mode, ...facts } = toCode(one);
      return [text, course, mode, facts.state, facts.created_at, facts.redeemed_at, facts.redeemed_by];
    });
}

/** `/enrolment-codes`: each of them, who redeemed it, cancelling and restoring. */
export function serveEnrolmentCodes(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/enrolment-codes',
    caller: ['staff'],
    summary: 'Enrolment codes, by age',
    schema: {
      querystring: closed({
        ...pageQuery,
        course: Type.Optional(courseKey),
        batch: Type.Optional(uuid),
        state: Type.Optional(state),
      }),
      response: { 200: pageOf(code) },
    },
    handler: async (request) => {
      const { limit = 50, cursor, course: key, batch: batchId, state: wanted } = request.query;
      const [after, scope] = [readCursor(cursor, afterId), coursesFor(request)];
      const found = await request.context.read(async (read) => {
        const filter = {
          ...(key !== undefined && { courseId: (await courseOfField(read, scope, key)).id }),
          ...(batchId !== undefined && { batchId }),
          ...(wanted !== undefined && { state: wanted }),
        };
        return codesAfter(read, scope, filter, { after, limit: limit + 1 });
      });
      return pageAfter(found, limit, toCode, ({ id }) => ({ id }));
    },
  });

  route(server, {
    method: 'GET',
    path: '/enrolment-codes/:id',
    caller: ['staff'],
    summary: 'An enrolment code',
    schema: { params: numberParams, response: { 200: code } },
    handler: async (request, reply) => {
      const scope = coursesFor(request);
      const found = await request.context.read((read) => requireCode(read, scope, request.params.id));
      return tagged(reply, toCode(found));
    },
  });

  route(server, {
    method: 'PATCH',
    path: '/enrolment-codes/:id',
    caller: ['staff'],
    summary: 'Cancel an enrolment code, or open it again; whoever redeemed it leaves the course',
    schema: {
      params: numberParams,
      body: closed({ state: Type.Union([Type.Literal('open'), Type.Literal('cancelled')]) }),
      response: { 200: code },
    },
    handler: async (request, reply) =>
      write(request, reply, async (tx) => {
        const [{ id }, scope] = [request.params, coursesFor(request)];
        await setCodeState(
          tx,
          { id },
          request.body.state === 'open' ? 'restore' : 'cancel',
          scope,
          async () => requireMatch(request, toCode(await requireCode(tx, scope, id))),
        );
        const body = toCode(await requireCode(tx, scope, id));
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });
}

function toBatch(one: CodeBatch) {
  return {
    uuid: one.id,
    course: one.courseKey,
    mode: one.mode,
    created_at: iso(one.createdAt),
    count: one.open + one.redeemed + one.cancelled,
    open: one.open,
    redeemed: one.redeemed,
    cancelled: one.cancelled,
  };
}

function toCode(one: EnrolmentCode) {
  return {
    id: one.id,
    code: one.code,
    course: one.courseKey,
    mode: one.mode,
    state: one.state,
    batch: one.batchId,
    created_at: iso(one.createdAt),
    redeemed_at: iso(one.redeemedAt),
    redeemed_by: one.redeemedBy,
  };
}
