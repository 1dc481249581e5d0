import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  comment,
  deleteComment,
  editComment,
  listComments,
  requireComment,
} from '../../modules/community/comments.ts';
import type { Comment, FoundTarget } from '../../modules/community/types.ts';
import { requireAccountById } from '../../modules/identity/accounts.ts';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { readFields, sentText } from './fields.ts';
import { toMoment } from './moments.ts';
import { pageOf, pageParameters, paginate } from './pagination.ts';
import { personSchema, toPerson } from './people.ts';
import { contentTypeOf, requireThing, thingParameters } from './things.ts';

/** A comment (contract §7.1), with what §17.8 misses in it: an id, its author's name, when it was changed. */
export const commentSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  content_type: Type.Integer(),
  object_id: Type.String(),
  author: Type.String({ format: 'uuid' }),
  author_detail: personSchema,
  content: Type.String(),
  time_created: Type.String({ format: 'date-time' }),
  time_changed: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});

/** @param objectId the public id of what it is on */
export function toComment(one: Comment, objectId: string) {
  return {
    id: one.uuid,
    content_type: contentTypeOf(one.objectType),
    object_id: objectId,
    author: one.author.uuid,
    author_detail: toPerson(one.author),
    content: one.content,
    time_created: toMoment(one.createdAt),
    time_changed: one.changedAt && toMoment(one.changedAt),
  };
}

type Params = { readonly type: string; readonly object_id: string };

/** `users/{pk}/comments/` (contract §7.1), and the same on every other type of thing (ruling "Comments"). */
export function serveComments(server: HttpServer, services: Services): void {
  serveCommentsOn(server, services, {
    path: '/users/:pk/comments/',
    of: 'a person',
    params: { pk: Type.String() },
    thing: ({ pk = '' }) => ({ type: 'user', object_id: pk }),
  });
  serveCommentsOn(server, services, {
    path: '/comments/:type/:object_id/',
    of: 'a thing',
    params: thingParameters,
    thing: ({ type = '', object_id = '' }) => ({ type, object_id }),
  });
}

interface Place {
  readonly path: string;
  readonly of: string;
  readonly params: Readonly<Record<string, ReturnType<typeof Type.String>>>;
  readonly thing: (params: Readonly<Record<string, string>>) => Params;
}

function serveCommentsOn(server: HttpServer, services: Services, { path, of, params, thing }: Place): void {
  const whole = Type.Object(params);
  const thingOf = (read: Read, request: FastifyRequest) =>
    requireThing(read, request, services.commentTargets, thing(textsOf(request.params)));

  route(server, {
    method: 'GET',
    path,
    caller: ['member'],
    summary: `Comments on ${of}, oldest first`,
    schema: {
      params: whole,
      querystring: Type.Object({
        ordering: Type.Optional(Type.String({ description: '`time_created` (usual) or `-time_created`' })),
        ...pageParameters,
      }),
      response: { 200: pageOf(commentSchema) },
    },
    handler: async (request) => {
      const order = request.query.ordering === '-time_created' ? 'newest first' : 'oldest first';
      const on = await request.context.read((read) => thingOf(read, request));
      return paginate(
        request,
        request.query,
        async (window) => {
          const found = await request.context.read((read) => listComments(read, on, order, window));
          return { count: found.count, items: found.comments };
        },
        (one) => toComment(one, on.publicId),
      );
    },
  });

  route(server, {
    method: 'POST',
    path,
    caller: ['member'],
    summary: `Comment on ${of}`,
    schema: {
      params: whole,
      body: Type.Object({ content: sentText('Required') }),
      response: { 201: commentSchema },
    },
    handler: async (request, reply) => {
      const { content } = readFields(request.body, { content: { required: true } });
      const { on, made } = await request.context.transaction(async (tx) => {
        const target = await thingOf(tx, request);
        const author = await requireAccountById(tx, actorOf(request).accountId);
        return { on: target, made: await comment(tx, target, author, content) };
      });
      return reply.code(201).send(toComment(made, on.publicId));
    },
  });

  serveOneComment(server, { path: `${path}:comment_id/`, of, params, thingOf });
}

interface OnePlace extends Omit<Place, 'thing'> {
  readonly thingOf: (read: Read, request: FastifyRequest) => Promise<FoundTarget>;
}

function serveOneComment(server: HttpServer, { path, of, params, thingOf }: OnePlace): void {
  const whole = Type.Object({ ...params, comment_id: Type.String() });
  const find = async (read: Read, request: FastifyRequest) => {
    const on = await thingOf(read, request);
    return { on, found: await requireComment(read, on, textsOf(request.params).comment_id ?? '') };
  };

  route(server, {
    method: 'GET',
    path,
    caller: ['member'],
    summary: `One of the comments on ${of}`,
    schema: { params: whole, response: { 200: commentSchema } },
    handler: async (request) => {
      const { on, found } = await request.context.read((read) => find(read, request));
      return toComment(found, on.publicId);
    },
  });

  for (const method of ['PUT', 'PATCH'] as const) {
    route(server, {
      method,
      path,
      caller: ['member'],
      summary: `Change a comment on ${of}: its author, or an admin`,
      schema: {
        params: whole,
        body: Type.Object({ content: sentText(method === 'PUT' ? 'Required' : 'Optional') }),
        response: { 200: commentSchema },
      },
      handler: async (request) => {
        const { content } =
          method === 'PUT'
            ? readFields(request.body, { content: { required: true } })
            : readFields(request.body, { content: {} });
        return request.context.transaction(async (tx) => {
          const { on, found } = await find(tx, request);
          const edited = await editComment(tx, found, actorOf(request), content ?? found.content);
          return toComment(edited, on.publicId);
        });
      },
    });
  }

  route(server, {
    method: 'DELETE',
    path,
    caller: ['member'],
    summary: `Delete a comment on ${of}: its author, or an admin`,
    schema: { params: whole, response: { 204: Type.Null() } },
    handler: async (request, reply) => {
      await request.context.transaction(async (tx: Tx) => {
        const { found } = await find(tx, request);
        await deleteComment(tx, found, actorOf(request));
      });
      return reply.code(204).send(null);
    },
  });
}

/** The parameters of a path whose names differ from place to place; each is a text. */
function textsOf(params: unknown): Readonly<Record<string, string>> {
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
