import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import type { Api } from '../callers.ts';
import { admitCallers } from './auth.ts';
import { serveCities } from './cities.ts';
import { serveCityAdmin } from './city-admin.ts';
import { serveConvos } from './convos.ts';
import { errorShape } from './errors.ts';
import { serveEventLists } from './event-lists.ts';
import { serveEvents } from './events.ts';
import { serveOauth } from './oauth.ts';
import { serveOauthDiscovery } from './oauth-discovery.ts';
import { servePictures } from './pictures.ts';
import { serveProfiles } from './profiles.ts';
import { servePublicFeeds } from './public-feeds.ts';
import { serveSearch } from './search.ts';
import { serveSelfMatches } from './self-matches.ts';
import { serveUsers } from './users.ts';
import { serveUserCreation } from './users-creation.ts';
import { serveUserLetters } from './users-letters.ts';

/** The Gemini API (seed 003; contract gemini): music day, its cities, artists, venues and the events between them. */
export const gemini: Api = {
  name: 'gemini',
  about: 'A music day: OAuth2, people, cities, artists, venues, bookings and public feeds',
  security: ['accessToken', 'jwt', 'apiToken', 'session'],
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
    serveSelfMatches(server, services);
    serveProfiles(server, services);
    await servePictures(server, services);
    serveEvents(server, services);
    serveEventLists(server, services);
    serveCityAdmin(server, services);
    servePublicFeeds(server, services);
    serveConvos(server);
    serveSearch(server, services);
    refuseOtherMethods(server);
  },
};
