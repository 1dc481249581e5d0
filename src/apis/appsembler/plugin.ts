import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import { type Api, guard } from '../callers.ts';
import { serveAccountUpdates } from './account-updates.ts';
import { serveAccounts } from './accounts.ts';
import { serveAnalytics } from './analytics.ts';
import { doorkeeper } from './auth.ts';
import { serveBulkEnrolment } from './bulk-enrolment.ts';
import { serveEnrolmentAnalytics } from './enrolment-analytics.ts';
import { serveEnrolmentCodeLists } from './enrolment-code-lists.ts';
import { serveEnrolmentCodes } from './enrolment-codes.ts';
import { errorShape } from './errors.ts';
import { serveAccessTokens } from './oauth.ts';
import { serveRegistrations } from './registrations.ts';

/** Appsembler API v0 with its token endpoint (seed 001; contract Appsembler/Tahoe §1, §2). */
export const appsembler: Api = {
  name: 'appsembler',
  about: 'Appsembler API v0: accounts, enrolments, codes and analytics, for staff and OAuth clients',
  security: ['accessToken', 'apiToken', 'jwt', 'session'],
  errors: errorShape,
  async register(server, services) {
    serveAccessTokens(server, services);
    await server.register(
      async (v0) => {
        speakJson(v0);
        guard(v0, services, doorkeeper);
        serveRegistrations(v0, services);
        serveAccounts(v0, services);
        serveAccountUpdates(v0);
        serveEnrolmentCodes(v0, services.throttles);
        serveEnrolmentCodeLists(v0);
        await serveBulkEnrolment(v0, services.throttles);
        serveAnalytics(v0);
        serveEnrolmentAnalytics(v0, services);
        refuseOtherMethods(v0);
      },
      { prefix: '/appsembler_api/v0' },
    );
  },
};
