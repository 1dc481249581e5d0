import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  comment,
  deleteComment,
  editComment,
  holdComment,
  listComments,
  requireTarget,
} from '../../modules/community/comments.ts';
import type { Comment } from '../../modules/community/types.ts';
import { requireAccountById } from '../../modules/identity/accounts.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { actorOf, type Services } from '../callers.ts';
import { holds } from './auth.ts';
import { closed, iso, moment, noContent, nullable } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';
import { targetType, typeOf } from './things.ts';
import { requireMatch, tagOf, write } from './writes.ts';

const shownComment = closed({
  uuid: Type.String({ format: 'uuid' }),
  author: closed({ uuid: Type.String({ format: 'uuid' }), name: Type.String() }),
  content: Type.String(),
  created_at: moment,
  changed_at: nullable(moment),
  etag: Type.String({ description: 'For `If-Match` of a change' }),
  may_change: Type.Boolean({ description: 'Whether the caller may change or delete it' }),
});

const content = Type.String({ minLength: 1, maxLength: 10_000 });
const target = {
  target_type: targetType,
  target_id: Type.String({
    minLength: 1,
    maxLength: 255,
    description: 'The uuid of a person or booking, the key of a course, the number of an event or workshop',
  }),
};
const params = Type.Object({ uuid: Type.String({ maxLength: 40, description: 'Of the comment' }) });

/** `/comments`: what people say about a thing. */
export function serveComments(server: HttpServer, services: Services): void {
  const targetOf = (
    read: Read,
    { site }: FastifyRequest,
    named: { target_type: string; target_id: string },
  ) => requireTarget(read, services.commentTargets, site, typeOf(named.target_type), named.target_id);

  route(server, {
    method: 'GET',
    path: '/comments',
    caller: ['member'],
    summary: 'Comments on a thing',
    schema: {
      querystring: Type.Object({
        ...target,
        sort: Type.Optional(
          Type.String({ enum: ['created_at', '-created_at'], description: 'Oldest first otherwise' }),
        ),
        ...pageQuery,
      }),
      response: { 200: pageOf(shownComment) },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const { query } = request;
        const page = offsetPage(query);
        const on = await targetOf(read, request, query);
        const order = query.sort === '-created_at' ? 'newest first' : 'oldest first';
        const { count, comments } = await listComments(read, on, order, page);
        return pageOfOffset(comments.map(shower(request)), count, page);
      }),
  });

  route(server, {
    method: 'POST',
    path: '/comments',
    caller: ['member'],
    summary: 'Comment on a thing',
    description: 'Whom the thing concerns is told.',
    schema: { body: closed({ ...target, content }), response: { 201: shownComment } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const text = contentOf(request.body);
        const on = await targetOf(tx, request, request.body);
        const author = await requireAccountById(tx, actorOf(request).accountId);
        const body = shower(request)(await comment(tx, on, author, text));
        return { status: 201, body, headers: { location: `/api/v1/comments/${body.uuid}` } };
      }),
  });

  serveOne(server);
}

function serveOne(server: HttpServer): void {
  route(server, {
    method: 'PATCH',
    path: '/comments/:uuid',
    caller: ['member'],
    summary: 'Change a comment: its author, or an admin',
    schema: { params, body: closed({ content }), response: { 200: shownComment } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const text = contentOf(request.body);
        const held = await holdComment(tx, request.params.uuid);
        requireMatch(request, stateOf(held));
        const changed = await editComment(tx, held, actorOf(request), text);
        return { status: 200, body: shower(request)(changed) };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/comments/:uuid',
    caller: ['member'],
    summary: 'Delete a comment: its author, or an admin',
    schema: { params, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const held = await holdComment(tx, request.params.uuid);
        requireMatch(request, stateOf(held));
        await deleteComment(tx, held, actorOf(request));
        return { status: 204, body: null };
      }),
  });
}

function contentOf({ content: sent }: { readonly content: string }): string {
  const text = sent.trim();
  if (text !== '') return text;
  const sentence = 'Write something.';
  throw refuse('invalid', 'comment.blank', sentence, { fields: { content: [sentence] } });
}

/** What another change of a comment would alter. */
const stateOf = ({ uuid, content: text, changedAt }: Comment) => ({ uuid, text, changedAt: iso(changedAt) });

function shower(request: FastifyRequest) {
  const { accountId, role } = actorOf(request);
  return (one: Comment): Static<typeof shownComment> => ({
    uuid: one.uuid,
    author: { uuid: one.author.uuid, name: one.author.name === '' ? one.author.username : one.author.name },
    content: one.content,
    created_at: iso(one.createdAt),
    changed_at: iso(one.changedAt),
    etag: tagOf(stateOf(one)),
    may_change: one.author.id === accountId || holds(role, 'admin'),
  });
}
