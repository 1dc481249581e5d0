import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import type { Api } from '../callers.ts';
import { admitCallers } from './auth.ts';
import { serveCities } from './cities.ts';
import { errorShape } from './errors.ts';
import { servePublicFeeds } from './public-feeds.ts';
import { serveOauth } from './oauth.ts';
import { serveOauthDiscovery } from './oauth-discovery.ts';
import { serveUsers } from './users.ts';
import { serveUserCreation } from './users-creation.ts';
import { serveUserLetters } from './users-letters.ts';

/** The Gemini API (seed 003; contract gemini): music day, its cities, artists, venues and the events between them. */
export const gemini: Api = {
  name: 'gemini',
  errors: errorShape,
  async register(server, services) {
    speakJson(server);
    admitCallers(server, services);
    serveOauth(server, services);
    serveOauthDiscovery(server, services);
    serveUserCreation(server, services);
    serveUserLetters(server, services);
    serveUsers(server, services);
    serveCities(server, services);
    servePublicFeeds(server, services);
    refuseOtherMethods(server);
  },
};
