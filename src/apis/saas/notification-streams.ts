import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { stayPresent } from '../../modules/community/presences.ts';
import { resolveCredential } from '../../modules/identity/credentials.ts';
import { followNotifications, type StreamItem } from '../../modules/notifications/streams.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import {
  eventStream,
  eventStreamSchema,
  type Reader,
  type StreamEvent,
  sendEvents,
} from '../../platform/http/event-stream.ts';
import { route } from '../../platform/http/route.ts';
import type { Locale } from '../../platform/texts.ts';
import { actorOf, type Services } from '../callers.ts';
import { doorkeeper } from './auth.ts';
import { toNotification } from './notifications.ts';
import { localeOf } from './texts.ts';

/** `notifications/stream` (ruling "Notifications"): what a person is told, pushed to whoever is signed in. */
export function serveNotificationStream(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/notifications/stream',
    caller: ['member'],
    summary: 'What I am told, as it happens (server-sent events)',
    description:
      'Begins with `ready`, then `new-notification` for each, and `unread` when something was seen elsewhere. Resumes ' +
      'after `Last-Event-ID` (or `?after=`): nothing is missed, nothing comes twice.',
    longLived: true,
    config: { answers: eventStream },
    schema: {
      querystring: Type.Object({
        after: Type.Optional(Type.String({ description: 'As `Last-Event-ID`, for the first connection' })),
      }),
      response: { 200: eventStreamSchema },
    },
    handler: (request, reply) => {
      const { after } = request.query;
      return sendEvents(request, reply, { events: (reader) => toldTo(request, services, reader, after) });
    },
  });
}

/** Ends when the credential does: a stream outlives no logout. */
async function* toldTo(
  request: FastifyRequest,
  services: Services,
  { lastEventId, signal }: Reader,
  after: string | undefined,
): AsyncGenerator<StreamEvent> {
  const { context } = request;
  const { accountId } = actorOf(request);
  const locale = localeOf(request);
  const place = placeOf(lastEventId ?? after);
  const leave = await stayPresent(context, accountId, (err) =>
    request.log.warn({ err }, 'a presence could not be noted'),
  );
  try {
    for await (const item of followNotifications(context, services.streams, accountId, place, signal)) {
      if (item.is !== 'ready' && !(await isStillKnown(request, services))) return;
      yield wordItem(item, locale);
    }
  } finally {
    leave();
  }
}

function wordItem(item: StreamItem, locale: Locale): StreamEvent {
  if (item.is === 'ready') return { id: item.place, event: 'ready', data: { unread: item.unseen } };
  if (item.is === 'seen') return { event: 'unread', data: { unread: item.unseen } };
  const data = { ...toNotification(item.notification, locale), unread: item.unseen };
  return { id: item.notification.change, event: 'new-notification', data };
}

async function isStillKnown(request: FastifyRequest, { identity }: Services): Promise<boolean> {
  const presented = doorkeeper.present(request);
  if (!('token' in presented)) return false;
  const resolved = await request.context.read((read) => resolveCredential(read, identity, presented.token));
  return 'actor' in resolved;
}

/** What is no place of a stream means from now on. */
function placeOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
