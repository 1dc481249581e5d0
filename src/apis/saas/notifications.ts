import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { wordMessage } from '../../modules/notifications/messages.ts';
import {
  countUnseen,
  listNotifications,
  markSeen,
  requireNotification,
} from '../../modules/notifications/notifications.ts';
import { chooseSettings, listSettings } from '../../modules/notifications/settings.ts';
import {
  mailPaces,
  type Notification,
  type NotificationSetting,
  notificationKinds,
} from '../../modules/notifications/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { booleanOf } from '../../platform/http/text-values.ts';
import type { Locale } from '../../platform/texts.ts';
import { actorOf } from '../callers.ts';
import { badField, badRequest, notFound } from './errors.ts';
import { toMoment } from './moments.ts';
import { pageOf, pageParameters, paginate } from './pagination.ts';
import { english, localeOf } from './texts.ts';

const kind = Type.Enum([...notificationKinds]);
const moment = Type.String({ format: 'date-time' });

const notificationSchema = Type.Object({
  id: Type.Integer(),
  type: kind,
  message: Type.String(),
  url: Type.Union([Type.String(), Type.Null()]),
  occurrences: Type.Integer(),
  is_viewed: Type.Boolean(),
  created: moment,
  modified: moment,
});

/** `notifications/` (ruling "Notifications", contract §17.10): what the person who asks was told. */
export function serveNotifications(server: HttpServer): void {
  serveLists(server);
  serveMarks(server);
  serveSettings(server);
}

function serveLists(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/notifications/',
    caller: ['member'],
    summary: 'What I was told, what occurred last first',
    schema: {
      querystring: Type.Object({
        unread: Type.Optional(
          Type.String({ description: 'true: only what I have not seen; false: the rest' }),
        ),
        type: Type.Optional(Type.String({ description: 'Only of this type' })),
        ...pageParameters,
      }),
      response: { 200: pageOf(notificationSchema) },
    },
    handler: async (request) => {
      const { accountId } = actorOf(request);
      const [wanted, locale] = [readFilters(request.query), localeOf(request)];
      return paginate(
        request,
        request.query,
        async (window) => {
          const found = await request.context.read((read) =>
            listNotifications(read, accountId, wanted, window),
          );
          return { count: found.count, items: found.notifications };
        },
        (one) => toNotification(one, locale),
      );
    },
  });

  route(server, {
    method: 'GET',
    path: '/notifications/unread-count/',
    caller: ['member'],
    summary: 'How much I have not seen',
    schema: { response: { 200: Type.Object({ count: Type.Integer() }) } },
    handler: async (request) => {
      const { accountId } = actorOf(request);
      return { count: await request.context.read((read) => countUnseen(read, accountId)) };
    },
  });

  route(server, {
    method: 'GET',
    path: '/notifications/:id/',
    caller: ['member'],
    summary: 'One of my notifications',
    schema: { params: Type.Object({ id: Type.String() }), response: { 200: notificationSchema } },
    handler: async (request) => {
      const [{ accountId }, number] = [actorOf(request), numberIn(request.params.id)];
      const found = await request.context.read((read) => requireNotification(read, accountId, number));
      return toNotification(found, localeOf(request));
    },
  });
}

function serveMarks(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/notifications/:id/read/',
    caller: ['member'],
    summary: 'I have seen this one',
    schema: { params: Type.Object({ id: Type.String() }), response: { 200: notificationSchema } },
    handler: async (request) => {
      const [{ accountId }, number] = [actorOf(request), numberIn(request.params.id)];
      const seen = await request.context.transaction(async (tx) => {
        await markSeen(tx, accountId, { from: number, to: number });
        return requireNotification(tx, accountId, number);
      });
      return toNotification(seen, localeOf(request));
    },
  });

  route(server, {
    method: 'POST',
    path: '/notifications/mark-all-read/',
    caller: ['member'],
    summary: 'I have seen all of them',
    schema: { response: { 200: Type.Object({ marked: Type.Integer() }) } },
    handler: async (request) => {
      const { accountId } = actorOf(request);
      const marked = await request.context.transaction((tx) =>
        markSeen(tx, accountId, { from: null, to: null }),
      );
      return { marked };
    },
  });
}

const settingSchema = Type.Object({
  in_page: Type.Boolean(),
  by_mail: Type.Enum([...mailPaces]),
});
const settingsSchema = Type.Object(
  Object.fromEntries(notificationKinds.map((name) => [name, settingSchema])),
);

function serveSettings(server: HttpServer): void {
  const path = '/notifications/settings/';
  const read = async (request: FastifyRequest) => {
    const { accountId } = actorOf(request);
    const settings = await request.context.read((unit) => listSettings(unit, accountId));
    return Object.fromEntries(
      settings.map((one) => [one.kind, { in_page: one.inPage, by_mail: one.byMail }]),
    );
  };
  route(server, {
    method: 'GET',
    path,
    caller: ['member'],
    summary: 'How I am told of each type',
    schema: { response: { 200: settingsSchema } },
    handler: read,
  });
  for (const method of ['PUT', 'PATCH'] as const) {
    route(server, {
      method,
      path,
      caller: ['member'],
      summary: 'Choose how I am told; a type that is left out stays as it is',
      schema: {
        body: Type.Object(
          Object.fromEntries(
            notificationKinds.map((name) => [
              name,
              Type.Optional(Type.Unsafe<unknown>({ description: '`{"in_page": true, "by_mail": "daily"}`' })),
            ]),
          ),
        ),
        response: { 200: settingsSchema },
      },
      handler: async (request) => {
        const { accountId } = actorOf(request);
        await request.context.transaction(async (tx) => {
          const present = await listSettings(tx, accountId);
          await chooseSettings(tx, accountId, readSettings(request.body, present));
        });
        return read(request);
      },
    });
  }
}

function readSettings(body: object, present: readonly NotificationSetting[]): NotificationSetting[] {
  const sent = new Map<string, unknown>(Object.entries(body));
  const wrong: Record<string, string[]> = {};
  const chosen = present.flatMap((setting) => {
    const value = sent.get(setting.kind);
    if (value === undefined) return [];
    const fields = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
    const [inPage, byMail] = [
      fields.get('in_page') ?? setting.inPage,
      fields.get('by_mail') ?? setting.byMail,
    ];
    const pace = mailPaces.find((one) => one === byMail);
    if (typeof inPage !== 'boolean') wrong[`${setting.kind}.in_page`] = [english('badBoolean')];
    if (pace === undefined)
      wrong[`${setting.kind}.by_mail`] = [english('badChoice', { value: String(byMail) })];
    return pace !== undefined && typeof inPage === 'boolean' ? [{ ...setting, inPage, byMail: pace }] : [];
  });
  if (Object.keys(wrong).length > 0) throw badRequest(wrong);
  return chosen;
}

/** The number that a path names; what is no number names nothing. */
export function numberIn(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw notFound();
  return Number(text);
}

function readFilters({ unread, type }: { readonly unread?: string; readonly type?: string }) {
  const isUnread = unread?.trim() ? booleanOf(unread) : null;
  const wanted = notificationKinds.find((name) => name === type?.trim());
  if (isUnread === undefined) throw badField('unread', 'badBoolean');
  if (type?.trim() && wanted === undefined) throw badField('type', 'badChoice', { value: type });
  return { ...(isUnread !== null && { isSeen: !isUnread }), ...(wanted && { kind: wanted }) };
}

/** A notification in the words of this API, worded in the reader's language. */
export function toNotification(one: Notification, locale: Locale) {
  return {
    id: one.number,
    type: one.kind,
    message: wordMessage(locale, one),
    url: one.url,
    occurrences: one.occurrences,
    is_viewed: one.seenAt !== null,
    created: toMoment(one.createdAt),
    modified: toMoment(one.changedAt),
  };
}
