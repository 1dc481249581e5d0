import type { HttpServer } from '../../platform/http/contract.ts';
import { speakJson } from '../../platform/http/media-types.ts';
import type { Api, Services } from '../callers.ts';
import { admitCallers } from './auth.ts';
import { errorShape } from './errors.ts';
import { serveMe } from './me.ts';
import { serveNotificationSettings } from './notification-settings.ts';
import { serveNotificationStreams } from './notification-streams.ts';
import { serveNotifications } from './notifications.ts';
import { serveOwnCredentials } from './own-credentials.ts';
import { serveOwnPassword } from './own-password.ts';
import { servePasswordResets } from './password-resets.ts';
import { serveReceivedInvitations } from './received-invitations.ts';
import { serveSession } from './session.ts';
import { serveSignUps } from './sign-ups.ts';
import { serveTotp } from './totp.ts';

type Chapter = (server: HttpServer, services: Services) => void;

/** Below `/api/v1`, in the order of the documentation. */
const chapters: readonly Chapter[] = [
  serveSession,
  serveSignUps,
  servePasswordResets,
  serveReceivedInvitations,
  serveMe,
  serveOwnPassword,
  serveOwnCredentials,
  serveTotp,
  serveNotifications,
  serveNotificationStreams,
  serveNotificationSettings,
];

/** Our own plain API, which the pages use. */
export const v1: Api = {
  name: 'v1',
  about: 'The plain API of Muster, which its pages use',
  security: ['session', 'jwt', 'apiToken', 'accessToken', 'loginKey'],
  errors: errorShape,
  async register(server, services) {
    await server.register(
      async (scope) => {
        speakJson(scope);
        admitCallers(scope, services);
        for (const serve of chapters) serve(scope, services);
      },
      { prefix: '/api/v1' },
    );
  },
};
