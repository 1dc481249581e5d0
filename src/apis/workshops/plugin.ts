import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import type { Api } from '../callers.ts';
import { admitCallers } from './auth.ts';
import { errorShape } from './errors.ts';
import { serveEvents } from './events.ts';
import { serveRegistrations } from './registrations.ts';

/** The Workshops API (seed 004; contract workshops §2–8): its paths stand at the root. */
export const workshops: Api = {
  name: 'workshops',
  errors: errorShape,
  async register(server, services) {
    speakJson(server);
    admitCallers(server, services);
    serveEvents(server);
    serveRegistrations(server);
    refuseOtherMethods(server);
  },
};
