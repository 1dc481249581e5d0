import type { HttpServer } from '../../platform/http/contract.ts';
import { speakJson } from '../../platform/http/media-types.ts';
import type { Api, Services } from '../callers.ts';
import { serveArtists } from './artists.ts';
import { admitCallers } from './auth.ts';
import { serveBookings } from './bookings.ts';
import { serveCities } from './cities.ts';
import { serveConversations } from './conversations.ts';
import { errorShape } from './errors.ts';
import { serveFestivals } from './festivals.ts';
import { servePictures } from './pictures.ts';
import { serveProgramme } from './programme.ts';
import { serveSession } from './session.ts';
import { serveVenues } from './venues.ts';

type Chapter = (server: HttpServer, services: Services) => void | Promise<void>;

/** Below `/api/v1`, in the order of the documentation. */
const chapters: readonly Chapter[] = [
  serveSession,
  serveCities,
  serveFestivals,
  serveProgramme,
  servePictures,
  serveConversations,
  serveBookings,
  serveArtists,
  serveVenues,
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
        for (const serve of chapters) await serve(scope, services);
      },
      { prefix: '/api/v1' },
    );
  },
};
