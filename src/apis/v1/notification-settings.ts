import { type Static, Type } from 'typebox';
import { chooseSettings, listSettings } from '../../modules/notifications/settings.ts';
import { mailPaces, type NotificationSetting, notificationKinds } from '../../modules/notifications/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf } from '../callers.ts';
import { closed } from './formats.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

const setting = closed({ in_page: Type.Boolean(), by_mail: Type.Enum([...mailPaces]) });
const settings = closed({ comment: setting, invitation: setting, enrolment: setting, booking: setting });

/** `/notification-settings`: how the person who asks is told of each kind. */
export function serveNotificationSettings(server: HttpServer): void {
  const path = '/notification-settings';
  route(server, {
    method: 'GET',
    path,
    caller: ['member'],
    summary: 'How I am told of each kind',
    schema: { response: { 200: settings } },
    handler: async (request, reply) => {
      const { accountId } = actorOf(request);
      return tagged(reply, shown(await request.context.read((read) => listSettings(read, accountId))));
    },
  });
  route(server, {
    method: 'PUT',
    path,
    caller: ['member'],
    summary: 'Choose how I am told of each kind',
    schema: { body: settings, response: { 200: settings } },
    handler: (request, reply) => {
      const { accountId } = actorOf(request);
      const { body: sent } = request;
      return write(request, reply, async (tx) => {
        requireMatch(request, shown(await listSettings(tx, accountId)));
        const chosen = notificationKinds.map((kind) => ({
          kind,
          inPage: sent[kind].in_page,
          byMail: sent[kind].by_mail,
        }));
        await chooseSettings(tx, accountId, chosen);
        const body = shown(await listSettings(tx, accountId));
        return { status: 200, body, headers: { etag: tagOf(body) } };
      });
    },
  });
}

function shown(list: readonly NotificationSetting[]): Static<typeof settings> {
  const of = (kind: NotificationSetting['kind']) => {
    const found = list.find((one) => one.kind === kind);
    return { in_page: found?.inPage ?? true, by_mail: found?.byMail ?? 'off' };
  };
  return {
    comment: of('comment'),
    invitation: of('invitation'),
    enrolment: of('enrolment'),
    booking: of('booking'),
  };
}
