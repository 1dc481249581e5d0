import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { listActivityBefore } from '../../modules/activity/activity.ts';
import type { ActivityQuery, StreamedHappening } from '../../modules/activity/types.ts';
import type { CommentTargets } from '../../modules/community/types.ts';
import { findAccountByUuid } from '../../modules/identity/accounts.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { holds } from './auth.ts';
import { closed, iso, moment, nullable } from './formats.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { momentParameter, readMoment } from './moments.ts';
import { requirePerson } from './people.ts';
import { nameThings, typeOf, wireTypeOf } from './things.ts';

const thing = closed({
  type: Type.String(),
  number: Type.String({ description: 'Its number in the log, which stays when the thing is gone' }),
  id: nullable(Type.String({ description: 'By which this API names it; null: it is gone, or has none' })),
  name: nullable(Type.String()),
});

const happening = closed({
  id: Type.Integer(),
  at: moment,
  author: closed({
    kind: Type.String({ enum: ['account', 'participant', 'command', 'system', 'anyone'] }),
    uuid: nullable(Type.String({ format: 'uuid', description: 'Of the person; null: none, or erased' })),
    name: nullable(Type.String()),
  }),
  verb: Type.String(),
  object: thing,
  result: nullable(thing),
  fields: Type.Array(Type.String(), { description: 'Names of what was changed' }),
});

const word = (description: string) => Type.Optional(Type.String({ pattern: '^[a-z_]{1,40}$', description }));

const filters = {
  verb: word('`registered`, `changed`, `erased` and others'),
  object_type: word('`person`, `course`, `event`, `workshop`, `booking` and others'),
  since: momentParameter('Not before'),
  until: momentParameter('Before'),
  ...pageQuery,
};
const allFilters = Type.Object({
  author: Type.Optional(Type.String({ maxLength: 40, description: 'The uuid of who did it' })),
  ...filters,
});
const page = pageOf(happening);

/** `/activity`: the audit trail; `/people/{uuid}/activity`: what somebody did and what happened to them. */
export function serveActivity(server: HttpServer, { commentTargets }: Services): void {
  route(server, {
    method: 'GET',
    path: '/activity',
    caller: ['admin'],
    summary: 'What happened in the tenant, newest first',
    schema: { querystring: allFilters, response: { 200: page } },
    handler: ({ context, query }) =>
      context.read(async (read) => {
        const author = query.author === undefined ? null : await findAccountByUuid(read, query.author);
        // Nobody of that uuid did anything.
        if (query.author !== undefined && !author) return { items: [], next: null };
        return list(read, commentTargets, query, author ? { by: author.id } : {}, 'all');
      }),
  });

  route(server, {
    method: 'GET',
    path: '/people/:uuid/activity',
    caller: ['staff'],
    summary: 'What a person did and what happened to them, newest first',
    description: 'Admins and the person see all of it, other staff what is public, such as comments.',
    schema: {
      params: Type.Object({ uuid: Type.String({ maxLength: 40 }) }),
      querystring: Type.Object(filters),
      response: { 200: page },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const { id } = await requirePerson(read, request.params.uuid);
        return list(read, commentTargets, request.query, { of: id }, seesOf(request, id));
      }),
  });
}

function seesOf(request: FastifyRequest, accountId: number): 'all' | 'public' {
  const { accountId: own, role } = actorOf(request);
  return own === accountId || holds(role, 'admin') ? 'all' : 'public';
}

type Filters = Omit<Static<typeof allFilters>, 'author'>;

const place = Type.Object({ before: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });

async function list(
  read: Read,
  targets: CommentTargets,
  filter: Filters,
  whose: ActivityQuery,
  sees: 'all' | 'public',
): Promise<Static<typeof page>> {
  const { limit = 50, verb, object_type: objectType, since, until } = filter;
  const query: ActivityQuery = {
    ...whose,
    ...(verb !== undefined && { verbs: [verb] }),
    ...(objectType !== undefined && { onType: typeOf(objectType) }),
    ...(since?.trim() && { from: readMoment('since', since) }),
    ...(until?.trim() && { before: readMoment('until', until) }),
  };
  const before = readCursor(filter.cursor, place)?.before ?? null;
  const found = await listActivityBefore(read, query, sees, before, limit + 1);
  const show = await shower(read, targets, found);
  return pageAfter(found, limit, show, ({ id }) => ({ before: id }));
}

/** Names all that the happenings name; how many statements that takes does not depend on how many they are. */
async function shower(read: Read, targets: CommentTargets, found: readonly StreamedHappening[]) {
  const names = await nameThings(read, targets, [
    ...found.map(({ objectType: type, objectId: id }) => ({ type, id })),
    ...found.flatMap(({ result }) => result ?? []),
    ...found.flatMap(({ authorId }) => (authorId === null ? [] : { type: 'account', id: authorId })),
  ]);
  const toThing = (type: string, id: number | string) => {
    const named = names.get(`${type}:${id}`);
    return {
      type: wireTypeOf(type),
      number: String(id),
      id: named?.publicId ?? null,
      name: named?.name ?? null,
    };
  };
  return (one: StreamedHappening): Static<typeof happening> => {
    const author = one.authorId === null ? undefined : names.get(`account:${one.authorId}`);
    return {
      id: one.id,
      at: iso(one.at),
      author: { kind: one.authorKind, uuid: author?.publicId ?? null, name: author?.name ?? null },
      verb: one.verb,
      object: toThing(one.objectType, one.objectId),
      result: one.result && toThing(one.result.type, one.result.id),
      fields: [...one.fields],
    };
  };
}
