import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import type { Api } from '../callers.ts';
import { admitCallers } from './auth.ts';
import { serveCities } from './cities.ts';
import { errorShape } from './errors.ts';

/** The Gemini API (seed 003; contract gemini): music day, its cities, artists, venues and the events between them. */
export const gemini: Api = {
  name: 'gemini',
  errors: errorShape,
  async register(server, services) {
    speakJson(server);
    admitCallers(server, services);
    serveCities(server, services);
    refuseOtherMethods(server);
  },
};
