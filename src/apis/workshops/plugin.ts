import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import type { Api } from '../callers.ts';
import { admitCallers } from './auth.ts';
import { errorShape } from './errors.ts';
import { serveEvents } from './events.ts';
import { serveExports } from './exports.ts';
import { serveKeyCards } from './key-cards.ts';
import { serveLinks } from './links.ts';
import { serveLogin } from './login.ts';
import { serveRegistrations } from './registrations.ts';
import { serveSeats } from './seats.ts';
import { serveUserExports } from './user-exports.ts';
import { serveUserImports } from './user-imports.ts';
import { serveUsers } from './users.ts';

/** The Workshops API (seed 004; contract workshops §2–8): its paths stand at the root. */
export const workshops: Api = {
  name: 'workshops',
  about: 'Events with workshops and the choices of their participants',
  security: ['loginKey', 'jwt', 'apiToken', 'session'],
  errors: errorShape,
  async register(server, services) {
    speakJson(server);
    admitCallers(server, services);
    serveLogin(server, services);
    serveEvents(server, services);
    serveLinks(server);
    serveRegistrations(server);
    serveExports(server);
    serveKeyCards(server, services);
    serveSeats(server, services);
    serveUsers(server, services);
    serveUserExports(server, services);
    await serveUserImports(server, services);
    refuseOtherMethods(server);
  },
};
