import { Type } from 'typebox';
import { wordMessage } from '../../modules/notifications/messages.ts';
import {
  countUnseen,
  listNotificationsBefore,
  markSeen,
  requireNotification,
} from '../../modules/notifications/notifications.ts';
import { type Notification, notificationKinds } from '../../modules/notifications/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Locale } from '../../platform/texts.ts';
import { actorOf } from '../callers.ts';
import { closed, iso, moment, nullable } from './formats.ts';
import { localeOf } from './languages.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { write } from './writes.ts';

const notification = closed({
  id: Type.Integer(),
  kind: Type.String({ enum: [...notificationKinds] }),
  message: Type.String({ description: 'A sentence in the language asked for' }),
  url: nullable(Type.String({ description: 'A path of the site' })),
  occurrences: Type.Integer(),
  is_seen: Type.Boolean(),
  created_at: moment,
  changed_at: moment,
});
const unread = closed({ unread: Type.Integer({ minimum: 0 }) });
const place = closed({ before: Type.Integer({ minimum: 0 }) });

/** `/notifications`: what the person who asks was told. */
export function serveNotifications(server: HttpServer): void {
  serveList(server);
  serveSeen(server);
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/notifications',
    caller: ['member'],
    summary: 'What I was told, what occurred last first',
    schema: {
      querystring: Type.Object({
        ...pageQuery,
        is_seen: Type.Optional(Type.Boolean()),
        kind: Type.Optional(Type.String({ enum: [...notificationKinds] })),
      }),
      response: { 200: pageOf(notification) },
    },
    handler: async (request) => {
      const { accountId } = actorOf(request);
      const { limit = 50, cursor, is_seen: isSeen, kind } = request.query;
      const before = readCursor(cursor, place)?.before ?? null;
      const wanted = notificationKinds.find((one) => one === kind);
      const query = { ...(isSeen !== undefined && { isSeen }), ...(wanted && { kind: wanted }) };
      const found = await request.context.read((read) =>
        listNotificationsBefore(read, accountId, query, { before, limit: limit + 1 }),
      );
      const locale = localeOf(request);
      return pageAfter(
        found,
        limit,
        (one) => showNotification(one, locale),
        ({ change }) => ({ before: change }),
      );
    },
  });
  route(server, {
    method: 'GET',
    path: '/notifications/unread',
    caller: ['member'],
    summary: 'How much I have not seen',
    schema: { response: { 200: unread } },
    handler: async (request) => {
      const { accountId } = actorOf(request);
      return { unread: await request.context.read((read) => countUnseen(read, accountId)) };
    },
  });
}

function serveSeen(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/notifications/seen',
    caller: ['member'],
    summary: 'I have seen one of them, or all',
    schema: {
      body: closed({
        id: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: Number.MAX_SAFE_INTEGER,
            description: 'Left out: all of them',
          }),
        ),
      }),
      response: { 200: unread },
    },
    handler: (request, reply) => {
      const { accountId } = actorOf(request);
      const { id = null } = request.body;
      return write(request, reply, async (tx) => {
        if (id !== null) await requireNotification(tx, accountId, id);
        await markSeen(tx, accountId, { from: id, to: id });
        return { status: 200, body: { unread: await countUnseen(tx, accountId) } };
      });
    },
  });
}

/** A notification as this API shows it, worded in the reader's language. */
export function showNotification(one: Notification, locale: Locale) {
  return {
    id: one.number,
    kind: one.kind,
    message: wordMessage(locale, one),
    url: one.url,
    occurrences: one.occurrences,
    is_seen: one.seenAt !== null,
    created_at: iso(one.createdAt),
    changed_at: iso(one.changedAt),
  };
}
