import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { listActivity } from '../../modules/activity/activity.ts';
import type { ActivityQuery, StreamedHappening } from '../../modules/activity/types.ts';
import { findComments } from '../../modules/community/comments.ts';
import type { Comment, CommentTargets, ThingName } from '../../modules/community/types.ts';
import { findAccounts } from '../../modules/identity/accounts.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { isAdmin } from './auth.ts';
import { commentSchema, toComment } from './comments.ts';
import { readMoment, toMoment } from './moments.ts';
import { pageOf, pageParameters, paginate } from './pagination.ts';
import { personSchema, toPerson } from './people.ts';
import { requireThing, thingParameters, wireTypeOf } from './things.ts';

const thingSchema = Type.Object({
  type: Type.String(),
  id: Type.String(),
  name: Type.Optional(Type.String()),
});

/** An activity (contract §7.2). Null: nobody in particular did it, or what it was about is gone. */
const activitySchema = Type.Object({
  id: Type.Integer(),
  actor: Type.Union([personSchema, Type.Null()]),
  verb: Type.String(),
  action_object: Type.Union([commentSchema, Type.Null()]),
  target: Type.Union([personSchema, commentSchema, thingSchema, Type.Null()]),
  timestamp: Type.String({ format: 'date-time' }),
  fields: Type.Array(Type.String(), { description: 'Names of what was changed' }),
});

/** ActivityStreams words for our verbs; a verb that is not here is its own word. */
const words: Readonly<Record<string, string>> = {
  commented: 'made comment',
  registered: 'joined',
  changed: 'updated',
  accepted: 'accepted invitation',
};

const filters = {
  verb: Type.Optional(
    Type.String({ description: 'One verb, or several with commas: `made comment,joined`' }),
  ),
  since: Type.Optional(Type.String({ description: 'Not before this date or moment' })),
  until: Type.Optional(Type.String({ description: 'Before this date or moment' })),
  ...pageParameters,
};

/** `users/{pk}/activities/` (contract §7.2), my own feed, and the activities of any other thing (§17.9). */
export function serveActivities(server: HttpServer, services: Services): void {
  const schema = { querystring: Type.Object(filters), response: { 200: pageOf(activitySchema) } };
  const targets = services.commentTargets;

  route(server, {
    method: 'GET',
    path: '/users/:pk/activities/',
    caller: ['member'],
    summary: 'What happened to a person, newest first',
    description: 'The person and admins see all of it, everybody else what is public, such as comments.',
    schema: { ...schema, params: Type.Object({ pk: Type.String() }) },
    handler: async (request) => {
      const named = { type: 'user', object_id: request.params.pk };
      return listOn(request, targets, named, request.query);
    },
  });

  route(server, {
    method: 'GET',
    path: '/activities/',
    caller: ['member'],
    summary: 'My feed: what I did and what happened to me, newest first',
    schema,
    handler: async (request) => {
      const { accountId } = actorOf(request);
      return list(request, targets, { of: accountId }, 'all', request.query);
    },
  });

  route(server, {
    method: 'GET',
    path: '/activities/:type/:object_id/',
    caller: ['member'],
    summary: 'What happened to a thing, newest first',
    schema: { ...schema, params: Type.Object(thingParameters) },
    handler: async (request) => listOn(request, targets, request.params, request.query),
  });
}

interface Filters {
  readonly verb?: string;
  readonly since?: string;
  readonly until?: string;
  readonly page?: string;
  readonly page_size?: string;
}

async function listOn(
  request: FastifyRequest,
  targets: CommentTargets,
  named: { readonly type: string; readonly object_id: string },
  query: Filters,
) {
  const on = await request.context.read((read) => requireThing(read, request, targets, named));
  const { accountId, role } = actorOf(request);
  const isOwn = on.type === 'account' && on.id === accountId;
  return list(request, targets, { on }, isOwn || isAdmin(role) ? 'all' : 'public', query);
}

async function list(
  request: FastifyRequest,
  targets: CommentTargets,
  about: ActivityQuery,
  sees: 'all' | 'public',
  query: Filters,
) {
  const wanted = { ...about, ...readFilters(query) };
  return paginate(
    request,
    query,
    (window) =>
      request.context.read(async (read) => {
        const { count, happenings } = await listActivity(read, wanted, sees, window);
        return { count, items: await word(read, targets, happenings) };
      }),
    (item) => item,
  );
}

function readFilters({ verb, since, until }: Filters): Pick<ActivityQuery, 'verbs' | 'from' | 'before'> {
  const verbs = verb
    ?.split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return {
    ...(verbs && verbs.length > 0 && { verbs: verbs.map(verbOf) }),
    ...(since?.trim() && { from: readMoment('since', since) }),
    ...(until?.trim() && { before: readMoment('until', until) }),
  };
}

/** The verb of a word of the wire; ours are understood as well. */
function verbOf(word: string): string {
  return Object.keys(words).find((verb) => words[verb] === word) ?? word;
}

/** Fetches all that the happenings name; the number of statements does not depend on how many they are. */
async function word(read: Read, targets: CommentTargets, happenings: readonly StreamedHappening[]) {
  const comments = await findComments(read, [
    ...happenings.flatMap(({ result }) => (result?.type === 'comment' ? Number(result.id) : [])),
    ...happenings.flatMap((one) => (one.objectType === 'comment' ? Number(one.objectId) : [])),
  ]);
  const things = [
    ...happenings.map((one) => ({ type: one.objectType, id: Number(one.objectId) })),
    ...[...comments.values()].map((one) => ({ type: one.objectType, id: one.objectId })),
  ];
  const accounts = await findAccounts(read, [
    ...happenings.flatMap(({ authorId }) => authorId ?? []),
    ...things.flatMap(({ type, id }) => (type === 'account' ? id : [])),
  ]);
  const known: Known = { comments, accounts, described: await describe(read, targets, things) };
  return happenings.map((one) => toActivity(one, known));
}

interface Known {
  readonly comments: ReadonlyMap<number, Comment>;
  readonly accounts: ReadonlyMap<number, Account>;
  /** By `type:id`, but for people. */
  readonly described: ReadonlyMap<string, ThingName>;
}

async function describe(
  read: Read,
  targets: CommentTargets,
  things: readonly { type: string; id: number }[],
): Promise<Known['described']> {
  const byType = Map.groupBy(things, ({ type }) => type);
  const found = await Promise.all(
    [...byType].map(async ([type, those]): Promise<[string, ThingName][]> => {
      const finder = type !== 'account' && Object.hasOwn(targets, type) ? targets[type] : undefined;
      const ids = [...new Set(those.map(({ id }) => id))];
      const described = finder ? await finder.describe(read, ids) : [];
      return described.map((one) => [`${type}:${one.id}`, one]);
    }),
  );
  return new Map(found.flat());
}

function toActivity(one: StreamedHappening, known: Known) {
  const actor = one.authorId === null ? undefined : known.accounts.get(one.authorId);
  const result = one.result?.type === 'comment' ? shownComment(Number(one.result.id), known) : null;
  return {
    id: one.id,
    actor: actor ? toPerson(actor) : null,
    verb: words[one.verb] ?? one.verb,
    action_object: result,
    target: toTarget(one, known),
    timestamp: toMoment(one.at),
    fields: [...one.fields],
  };
}

function toTarget({ objectType, objectId }: StreamedHappening, known: Known) {
  const id = Number(objectId);
  if (objectType === 'account') {
    const account = known.accounts.get(id);
    return account ? toPerson(account) : null;
  }
  if (objectType === 'comment') {
    return shownComment(id, known);
  }
  const thing = known.described.get(`${objectType}:${id}`);
  const type = wireTypeOf(objectType);
  return thing ? { type, id: thing.publicId, name: thing.name } : { type, id: objectId };
}

/** Null: it is gone, or what it was about is. */
function shownComment(id: number, { comments, accounts, described }: Known) {
  const found = comments.get(id);
  if (!found) return null;
  const { objectType, objectId } = found;
  const on =
    objectType === 'account'
      ? accounts.get(objectId)?.uuid
      : described.get(`${objectType}:${objectId}`)?.publicId;
  return on === undefined ? null : toComment(found, on);
}
