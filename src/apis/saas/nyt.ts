import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { wordAge, wordMessage, wordOccurrences } from '../../modules/notifications/messages.ts';
import {
  countUnseen,
  listNotifications,
  markSeen,
  requireNotification,
} from '../../modules/notifications/notifications.ts';
import type { Notification } from '../../modules/notifications/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Locale } from '../../platform/texts.ts';
import { actorOf } from '../callers.ts';
import { numberIn } from './notifications.ts';
import { localeOf } from './texts.ts';

const listSchema = Type.Object({
  success: Type.Boolean(),
  total_count: Type.Integer(),
  objects: Type.Array(
    Type.Object({
      pk: Type.Integer(),
      message: Type.String(),
      url: Type.Union([Type.String(), Type.Null()]),
      occurrences: Type.Integer(),
      occurrences_msg: Type.String(),
      type: Type.String(),
      since: Type.String(),
    }),
  ),
});

/** Objects that one answer holds. */
const most = 10;

/** Below `/nyt`: the notifications as older clients ask for them (contract §9), each by GET and POST. */
export function serveNyt(server: HttpServer): void {
  for (const method of ['GET', 'POST'] as const) {
    serveGet(server, method);
    serveMarkRead(server, method);
    serveGoto(server, method);
  }
}

function serveGet(server: HttpServer, method: 'GET' | 'POST'): void {
  const shared = { method, caller: ['member'] } as const;
  route(server, {
    ...shared,
    path: '/json/get/',
    summary: 'What I have not seen, newest first, ten at most',
    schema: { response: { 200: listSchema } },
    handler: (request) => list(request, null),
  });
  route(server, {
    ...shared,
    path: '/json/get/:latest_id/',
    summary: 'What I have not seen of later than this one',
    schema: { params: Type.Object({ latest_id: Type.String() }), response: { 200: listSchema } },
    handler: (request) => list(request, numberIn(request.params.latest_id)),
  });
}

function serveMarkRead(server: HttpServer, method: 'GET' | 'POST'): void {
  const shared = { method, caller: ['member'], summary: 'I have seen these' } as const;
  const response = { 200: Type.Object({ success: Type.Boolean() }) };
  const mark = async (request: FastifyRequest, to: string, from: string | null) => {
    const { accountId } = actorOf(request);
    const span = { to: numberIn(to), from: from === null ? null : numberIn(from) };
    await request.context.transaction((tx) => markSeen(tx, accountId, span));
    return { success: true };
  };
  route(server, {
    ...shared,
    path: '/json/mark-read/:lte/',
    schema: { params: Type.Object({ lte: Type.String() }), response },
    handler: (request) => mark(request, request.params.lte, null),
  });
  route(server, {
    ...shared,
    path: '/json/mark-read/:lte/:gte/',
    schema: { params: Type.Object({ lte: Type.String(), gte: Type.String() }), response },
    handler: (request) => mark(request, request.params.lte, request.params.gte),
  });
}

function serveGoto(server: HttpServer, method: 'GET' | 'POST'): void {
  const shared = { method, caller: ['member'] } as const;
  const response = { 302: Type.Null({ description: 'To where it is' }) };
  route(server, {
    ...shared,
    path: '/goto/:id/',
    summary: 'See one of my notifications and go where it is',
    schema: { params: Type.Object({ id: Type.String() }), response },
    handler: async (request, reply) => {
      const [{ accountId }, number] = [actorOf(request), numberIn(request.params.id)];
      const { url } = await request.context.transaction(async (tx) => {
        const found = await requireNotification(tx, accountId, number);
        await markSeen(tx, accountId, { from: number, to: number });
        return found;
      });
      return goTo(reply, url ?? whereFrom(request));
    },
  });
  route(server, {
    ...shared,
    path: '/goto/',
    summary: 'Back to where I came from',
    schema: { response },
    handler: async (request, reply) => goTo(reply, whereFrom(request)),
  });
}

function goTo(reply: FastifyReply, path: string): FastifyReply {
  return reply.code(302).header('location', path).send();
}

/** The page of this very host that linked here, else the first page: no other host may be gone to by a header. */
function whereFrom(request: FastifyRequest): string {
  const referer = URL.parse(request.headers.referer ?? '');
  return referer?.host === request.host ? referer.pathname + referer.search : '/';
}

async function list(request: FastifyRequest, above: number | null) {
  const { accountId } = actorOf(request);
  const query = { isSeen: false, ...(above !== null && { above }) };
  const [unseen, { notifications }] = await request.context.read((read) =>
    Promise.all([
      countUnseen(read, accountId),
      listNotifications(read, accountId, query, { limit: most, offset: 0 }),
    ]),
  );
  const [locale, now] = [localeOf(request), request.context.clock.now()];
  return {
    success: true,
    total_count: unseen,
    objects: notifications.map((one) => toObject(one, locale, now)),
  };
}

function toObject(one: Notification, locale: Locale, now: Date) {
  return {
    pk: one.number,
    message: wordMessage(locale, one),
    url: one.url,
    occurrences: one.occurrences,
    occurrences_msg: wordOccurrences(locale, one.occurrences),
    type: one.kind,
    since: wordAge(locale, one.changedAt, now),
  };
}
