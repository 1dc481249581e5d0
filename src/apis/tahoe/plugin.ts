import type { HttpServer } from '../../platform/http/contract.ts';
import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import { type Api, guard, type Services } from '../callers.ts';
import { serveApiKeys } from './api-keys.ts';
import { countCalls, doorkeeper } from './auth.ts';
import { serveCourses } from './courses.ts';
import { serveEnrollments } from './enrollments.ts';
import { errorShape } from './errors.ts';
import { type Words, wordsOfV1, wordsOfV2 } from './registration-words.ts';
import { serveRegistrations } from './registrations.ts';
import { serveRouterRoot } from './router-root.ts';
import { serveUsers } from './users.ts';

/** Tahoe API v1 and v2 (seed 000; contract Appsembler/Tahoe §3, §5): they differ in the words of registrations only. */
export const tahoe: Api = {
  name: 'tahoe',
  about: 'Tahoe API v1 and v2: registrations, courses, enrolments and people, for admins',
  security: ['apiToken', 'accessToken', 'jwt', 'session'],
  errors: errorShape,
  async register(server, services) {
    await server.register(version(services, wordsOfV1), { prefix: '/tahoe/api/v1' });
    await server.register(version(services, wordsOfV2), { prefix: '/tahoe/api/v2' });
  },
};

function version(services: Services, words: Words) {
  return async (server: HttpServer) => {
    speakJson(server);
    guard(server, services, doorkeeper);
    countCalls(server, services);
    serveRouterRoot(server);
    serveRegistrations(server, services, words);
    serveCourses(server);
    serveEnrollments(server);
    serveUsers(server);
    serveApiKeys(server, services);
    refuseOtherMethods(server);
  };
}
