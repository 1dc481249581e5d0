import type { HttpServer } from '../../platform/http/contract.ts';
import { speakJson } from '../../platform/http/media-types.ts';
import type { Api, Services } from '../callers.ts';
import { serveActivity } from './activity.ts';
import { admitCallers } from './auth.ts';
import { serveComments } from './comments.ts';
import { serveCounts } from './counts.ts';
import { errorShape } from './errors.ts';
import { serveInvitations } from './invitations.ts';
import { servePeople } from './people.ts';
import { serveSession } from './session.ts';

type Chapter = (server: HttpServer, services: Services) => void;

/** Below `/api/v1`, in the order of the documentation. */
const chapters: readonly Chapter[] = [
  serveSession,
  servePeople,
  serveInvitations,
  serveActivity,
  serveComments,
  serveCounts,
];

/** Our own plain API, which the pages use. */
export const v1: Api = {
  name: 'v1',
  about: 'The plain API of Muster, which its pages use',
  security: ['session', 'jwt', 'apiToken', 'accessToken'],
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
