import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { findAccountByUuid } from '../../modules/identity/accounts.ts';
import {
  enrolmentsAfter,
  listChangedEnrolments,
  requireNamedEnrolment,
} from '../../modules/learning/enrolment-lists.ts';
import { changeEnrolment, enrolOne } from '../../modules/learning/single-enrolments.ts';
import type { NamedEnrolment, NamedEnrolmentFilter } from '../../modules/learning/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { closed, noContent } from './formats.ts';
import {
  afterId,
  courseKey,
  courseOfField,
  courseOfPath,
  courseParams,
  coursesFor,
  enrolment,
  numberParams,
  toEnrolment,
  uuid,
} from './learning-shapes.ts';
import { pageAfter, pageQuery, readCursor } from './lists.ts';
import { pageOfSync, readSince, syncPageOf, syncQuery } from './sync.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

const filters = {
  ...pageQuery,
  ...syncQuery,
  person: Type.Optional(uuid),
  is_active: Type.Optional(Type.Boolean()),
};
const list = syncPageOf(enrolment);

const mode = Type.Optional(Type.String({ minLength: 1, maxLength: 50, description: 'Else the usual one' }));
const wanted = closed({
  course: courseKey,
  email: Type.Optional(
    Type.String({ minLength: 1, maxLength: 320, description: 'An e-mail or a username; or `person`' }),
  ),
  person: Type.Optional({ ...uuid, description: 'The uuid of an account' }),
  mode,
  notify: Type.Optional(Type.Boolean({ description: 'Write to the person' })),
  force: Type.Optional(Type.Boolean({ description: 'Past a full course and a closed enrolment' })),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
});
const waiting = closed({
  course: Type.String(),
  email: Type.String(),
  is_pending: Type.Boolean({ description: 'It turns real when somebody of that address has an account' }),
});

/** `/enrolments`: who is in which course. */
export function serveEnrolments(server: HttpServer): void {
  serveEnrolmentLists(server);

  route(server, {
    method: 'POST',
    path: '/enrolments',
    caller: ['staff'],
    summary: 'Enrol one person',
    description: '202 where nobody active has the address: the enrolment waits for an account.',
    schema: { body: wanted, response: { 201: enrolment, 202: waiting } },
    handler: async (request, reply) =>
      write<Static<typeof enrolment> | Static<typeof waiting>>(request, reply, async (tx) => {
        const { course: key, notify = false, force = false, reason = '', ...sent } = request.body;
        const course = await courseOfField(tx, coursesFor(request), key);
        const identifier = await identifierOf(tx, request.body);
        const order = {
          identifier,
          notify,
          force,
          reason,
          ...(sent.mode !== undefined && { mode: sent.mode }),
        };
        const made = await enrolOne(tx, request.site, course, order);
        if (!made) return { status: 202, body: { course: course.key, email: identifier, is_pending: true } };
        const location = `/api/v1/enrolments/${made.id}`;
        return {
          status: 201,
          body: toEnrolment(made),
          headers: { location, etag: tagOf(toEnrolment(made)) },
        };
      }),
  });

  route(server, {
    method: 'PATCH',
    path: '/enrolments/:id',
    caller: ['staff'],
    summary: 'Change the mode of an enrolment, end it, or take it up again',
    schema: {
      params: numberParams,
      body: closed({ mode, is_active: Type.Optional(Type.Boolean()) }),
      response: { 200: enrolment },
    },
    handler: async (request, reply) =>
      write(request, reply, async (tx) => {
        const body = toEnrolment(await change(request, tx, request.params.id, request.body));
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/enrolments/:id',
    caller: ['staff'],
    summary: 'End an enrolment; the place is free again',
    schema: { params: numberParams, response: noContent },
    handler: async (request, reply) =>
      write(request, reply, async (tx) => {
        await change(request, tx, request.params.id, { is_active: false });
        return { status: 204, body: null };
      }),
  });
}

function serveEnrolmentLists(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/enrolments',
    caller: ['staff'],
    summary: 'Enrolments, ended ones too',
    description:
      'With `updated_since` in the order of their changes, up to the oldest transaction that still runs: whoever goes on ' +
      'with `since` of each answer misses none.',
    schema: {
      querystring: closed({ ...filters, course: Type.Optional(courseKey) }),
      response: { 200: list },
    },
    handler: async (request) => {
      const { course: key } = request.query;
      const scope = coursesFor(request);
      return listOf(request, request.query, async (read) =>
        key === undefined ? {} : { courseId: (await courseOfField(read, scope, key)).id },
      );
    },
  });

  route(server, {
    method: 'GET',
    path: '/courses/:key/enrolments',
    caller: ['staff'],
    summary: 'Who is in a course, and who was',
    schema: {
      params: courseParams,
      querystring: closed(filters),
      response: { 200: list },
    },
    handler: async (request) => {
      const scope = coursesFor(request);
      return listOf(request, request.query, async (read) => ({
        courseId: (await courseOfPath(read, scope, request.params.key)).id,
      }));
    },
  });

  route(server, {
    method: 'GET',
    path: '/enrolments/:id',
    caller: ['staff'],
    summary: 'An enrolment',
    schema: { params: numberParams, response: { 200: enrolment } },
    handler: async (request, reply) => {
      const scope = coursesFor(request);
      const found = await request.context.read((read) =>
        requireNamedEnrolment(read, scope, request.params.id),
      );
      return tagged(reply, toEnrolment(found));
    },
  });
}

interface Sent {
  readonly limit?: number;
  readonly cursor?: string;
  readonly person?: string;
  readonly is_active?: boolean;
  readonly updated_since?: string;
}

function listOf(
  request: FastifyRequest,
  { limit = 50, cursor, person, is_active, updated_since: text }: Sent,
  more: (read: Read) => Promise<NamedEnrolmentFilter>,
): Promise<Static<typeof list>> {
  const scope = coursesFor(request);
  return request.context.read(async (read) => {
    const filter = {
      ...(await more(read)),
      ...(person !== undefined && { accountUuid: person }),
      ...(is_active !== undefined && { isActive: is_active }),
    };
    if (text === undefined) {
      const page = { after: readCursor(cursor, afterId), limit: limit + 1 };
      const found = await enrolmentsAfter(read, scope, filter, page);
      return { ...pageAfter(found, limit, toEnrolment, ({ id }) => ({ id })), since: null };
    }
    const since = readSince(cursor ?? text);
    const wished = { ...filter, ...(since.from && { changedFrom: since.from }) };
    const page = { after: since.after, limit: limit + 1 };
    const { changed, horizon } = await listChangedEnrolments(read, scope, wished, page);
    return pageOfSync(changed, limit, toEnrolment, since, horizon);
  });
}

function change(
  request: FastifyRequest,
  tx: Parameters<typeof changeEnrolment>[0],
  id: number,
  { mode: slug, is_active }: { readonly mode?: string; readonly is_active?: boolean },
): Promise<NamedEnrolment> {
  const wishes = {
    ...(slug !== undefined && { mode: slug }),
    ...(is_active !== undefined && { isActive: is_active }),
  };
  return changeEnrolment(tx, request.site, coursesFor(request), id, wishes, (present) =>
    requireMatch(request, toEnrolment(present)),
  );
}

/** Whom a body names, as a username or an e-mail. Refuses none, both, and an unknown uuid. */
export async function identifierOf(
  read: Read,
  { email, person }: { readonly email?: string; readonly person?: string },
): Promise<string> {
  if ((email === undefined) === (person === undefined)) {
    const sentence = 'Name one of `email` and `person`.';
    throw refuse('invalid', 'enrolment.no_person', sentence, { fields: { email: [sentence] } });
  }
  if (person === undefined) return email ?? '';
  const account = await findAccountByUuid(read, person);
  if (account) return account.username;
  const sentence = 'There is no account of that uuid.';
  throw refuse('invalid', 'enrolment.unknown_person', sentence, { fields: { person: [sentence] } });
}
