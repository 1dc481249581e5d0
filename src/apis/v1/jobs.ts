import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { cancelErrand, listErrandRows, listErrands, requireErrand } from '../../modules/errands/errands.ts';
import type { Errand, ErrandRow } from '../../modules/errands/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf } from '../callers.ts';
import { holds } from './auth.ts';
import { closed, iso, moment, nullable } from './formats.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { write } from './writes.ts';

const state = Type.String({ enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] });

/** Long work that a person began and watches; what begins one answers it (202) with its `location`. */
export const job = closed({
  uuid: Type.String({ format: 'uuid' }),
  kind: Type.String({ description: 'Such as `enrolment.bulk`' }),
  state,
  author: Type.String({ description: 'Username of whoever began it; empty when erased' }),
  total: nullable(Type.Integer({ description: 'Rows in all; null: not known yet' })),
  done: Type.Integer({ description: 'Rows done' }),
  outcomes: Type.Record(Type.String(), Type.Integer(), { description: 'How many rows came to each outcome' }),
  problem: nullable(closed({ code: Type.String(), title: Type.String() })),
  is_cancelling: Type.Boolean({ description: 'Ends after the batch at hand' }),
  created_at: moment,
  started_at: nullable(moment),
  changed_at: moment,
  ended_at: nullable(moment),
});

const jobRow = closed({
  number: Type.Integer({ minimum: 1 }),
  subject: Type.String({ description: 'Whom or what it is about, as it was sent' }),
  target: nullable(Type.String({ description: 'Such as the course' })),
  outcome: nullable(Type.String({ description: 'A word for programs; null: not done yet' })),
  message: nullable(Type.String({ description: 'A sentence where the word says too little' })),
});

const named = closed({ uuid: Type.String({ format: 'uuid' }) });

/** `/jobs`: whoever began one sees it, admins see all. */
export function serveJobs(server: HttpServer): void {
  serveReads(server);
  route(server, {
    method: 'POST',
    path: '/jobs/:uuid/cancel',
    caller: ['member'],
    summary: 'Cancel a job: one that runs ends after the batch at hand, and what is done stays done',
    schema: { params: named, response: { 200: job } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const errand = await cancelErrand(tx, request.params.uuid, ownOf(request));
        return { status: 200, body: showJob(errand) };
      }),
  });
}

function serveReads(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/jobs',
    caller: ['member'],
    summary: 'Jobs, newest first: the own, for admins those of everybody',
    schema: {
      querystring: closed({ ...pageQuery, state: Type.Optional(state), kind: Type.Optional(Type.String()) }),
      response: { 200: pageOf(job) },
    },
    handler: async (request) => {
      const { limit = 50, cursor, state: asked, kind } = request.query;
      const after = readCursor(cursor, Type.String({ format: 'uuid' }));
      const authorId = ownOf(request);
      const filter = {
        ...(authorId !== undefined && { authorId }),
        ...(asked !== undefined && { state: stateNamed(asked) }),
        ...(kind !== undefined && { kind }),
      };
      const found = await request.context.read((read) =>
        listErrands(read, filter, { limit: limit + 1, after }),
      );
      return pageAfter(found, limit, showJob, ({ uuid }) => uuid);
    },
  });

  route(server, {
    method: 'GET',
    path: '/jobs/:uuid',
    caller: ['member'],
    summary: 'A job, how far it is and what came of it',
    schema: { params: named, response: { 200: job } },
    handler: async (request) =>
      showJob(await request.context.read((read) => requireErrand(read, request.params.uuid, ownOf(request)))),
  });

  route(server, {
    method: 'GET',
    path: '/jobs/:uuid/rows',
    caller: ['member'],
    summary: 'The rows of a job, each with what came of it',
    schema: {
      params: named,
      querystring: closed({ ...pageQuery, outcome: Type.Optional(Type.String()) }),
      response: { 200: pageOf(jobRow) },
    },
    handler: async (request) => {
      const { limit = 50, cursor, outcome } = request.query;
      const after = readCursor(cursor, Type.Integer({ minimum: 0, maximum: 2_000_000_000 })) ?? 0;
      const { uuid } = request.params;
      const found = await request.context.read(async (read) => {
        await requireErrand(read, uuid, ownOf(request));
        const filter = outcome === undefined ? {} : { outcome };
        return listErrandRows(read, uuid, filter, { limit: limit + 1, after });
      });
      return pageAfter(found, limit, showRow, ({ number }) => number);
    },
  });
}

/** As this API shows it; for the chapters that begin jobs, too. */
export function showJob(errand: Errand) {
  return {
    uuid: errand.uuid,
    kind: errand.kind,
    state: errand.state,
    author: errand.author.name,
    total: errand.total,
    done: errand.done,
    outcomes: { ...errand.outcomes },
    problem: errand.problem && { code: errand.problem.code, title: errand.problem.message },
    is_cancelling: errand.cancelAskedAt !== null && errand.endedAt === null,
    created_at: iso(errand.createdAt),
    started_at: iso(errand.startedAt),
    changed_at: iso(errand.changedAt),
    ended_at: iso(errand.endedAt),
  };
}

function showRow({ number, subject, target, outcome, message }: ErrandRow) {
  return { number, subject, target, outcome, message };
}

/** Whose jobs alone the caller sees; undefined: all. */
function ownOf(request: FastifyRequest): number | undefined {
  const actor = actorOf(request);
  return holds(actor.role, 'admin') ? undefined : actor.accountId;
}

const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
function stateNamed(text: string) {
  return states.find((one) => one === text) ?? 'waiting';
}
