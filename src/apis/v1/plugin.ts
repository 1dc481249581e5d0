import type { HttpServer } from '../../platform/http/contract.ts';
import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import type { Api, Services } from '../callers.ts';
import { admitCallers } from './auth.ts';
import { countCalls } from './call-limits.ts';
import { errorShape } from './errors.ts';
import { serveJobs } from './jobs.ts';
import { serveLetters } from './letters.ts';
import { serveOauthClients } from './oauth-clients.ts';
import { serveSession } from './session.ts';

import { serveSites } from './sites.ts';
import { serveTenant } from './tenant.ts';
import { serveTenants } from './tenants.ts';
import { serveTokens } from './tokens.ts';
import { serveUpkeep } from './upkeep.ts';

type Chapter = (server: HttpServer, services: Services) => void;

/** Below `/api/v1`, in the order of the documentation. */
const chapters: readonly Chapter[] = [
  serveSession,
  serveJobs,
  serveTenant,
  serveSites,
  serveTokens,
  serveOauthClients,
  serveLetters,
  serveTenants,
  serveUpkeep,
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
        countCalls(scope, services);
        for (const serve of chapters) serve(scope, services);
        refuseOtherMethods(scope);
      },
      { prefix: '/api/v1' },
    );
  },
};
