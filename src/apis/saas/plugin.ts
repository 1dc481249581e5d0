import type { HttpServer, RouteEntry } from '../../platform/http/contract.ts';
import { isForm } from '../../platform/http/form-fields.ts';
import { speakJson } from '../../platform/http/media-types.ts';
import { refuseOtherMethods } from '../../platform/http/other-methods.ts';
import { type Api, guard, type Services } from '../callers.ts';
import { serveActivities } from './activities.ts';
import { chooseTenants, doorkeeper, followPaths } from './auth.ts';
import { serveComments } from './comments.ts';
import { serveConfirmEmail } from './confirm-email.ts';
import { serveCurrentUser } from './current-user.ts';
import { badField, errorShape, notFound } from './errors.ts';
import { typeName } from './fields.ts';
import { serveInvitations } from './invitations.ts';
import { serveJwks } from './jwks.ts';
import { serveLogin } from './login.ts';
import { serveLogout } from './logout.ts';
import { serveMembers } from './members.ts';
import { serveNotificationStream } from './notification-streams.ts';
import { serveNotifications } from './notifications.ts';
import { serveNyt } from './nyt.ts';
import { servePassword } from './password.ts';
import { servePresence } from './presence.ts';
import { serveSignUp } from './sign-up.ts';
import { serveTenantInvitations } from './tenant-invitations.ts';
import { serveTenants } from './tenants.ts';
import { localeOf } from './texts.ts';
import { serveTokens } from './tokens.ts';
import { serveUsers } from './users.ts';

type Chapter = (server: HttpServer, services: Services) => void;

/** Below `/api`, in the order of the documentation. */
const chapters: readonly Chapter[] = [
  serveLogin,
  serveLogout,
  serveCurrentUser,
  servePassword,
  serveSignUp,
  serveConfirmEmail,
  serveTokens,
  serveInvitations,
  serveUsers,
  serveTenants,
  serveMembers,
  serveTenantInvitations,
  serveComments,
  serveActivities,
  serveNotifications,
  serveNotificationStream,
  servePresence,
];

/** The API of tenants that sign themselves up (seed 002; contract SaaS). */
export const saas: Api = {
  name: 'saas',
  about: 'Tenants that sign themselves up: sign-in, people, comments, activity and notifications',
  security: ['jwt', 'apiToken', 'session'],
  errors: errorShape,
  async register(server, services) {
    await server.register(scopeOf(services, chapters), { prefix: '/api' });
    await server.register(scopeOf(services, [serveNyt]), { prefix: '/nyt' });
    await server.register(
      async (keys) => {
        speakJson(keys);
        serveJwks(keys, services);
        refuseOtherMethods(keys);
      },
      { prefix: '/.well-known' },
    );
  },
};

/** A scope whose chapters share how they are spoken, who is let in and what a wrong method is told. */
function scopeOf(services: Services, served: readonly Chapter[]) {
  return async (server: HttpServer) => {
    speakJson(server);
    speakFormats(server);
    speakLanguages(server);
    chooseTenants(server, services);
    guard(server, services, doorkeeper);
    followPaths(server, services);
    takeObjects(server);
    for (const serve of served) serve(server, services);
    refuseOtherMethods(server, describe);
  };
}

/** `?format=json` is what is answered anyway; another one is not there (contract §2.1). */
function speakFormats(server: HttpServer): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const format = new Map(Object.entries(request.query ?? {})).get('format');
    done(format === undefined || format === 'json' ? undefined : notFound());
  });
}

/** Tells in which language it was answered (contract §2.5), and what an answer depends on. */
function speakLanguages(server: HttpServer): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('content-language')) reply.header('content-language', localeOf(request));
    reply.header('vary', withOurs(reply.getHeader('vary')));
    done(null, payload);
  });
}

/** A body is an object; whatever else it is, is told by name (contract §2.1). */
function takeObjects(server: HttpServer): void {
  server.addHook('preValidation', (request, _reply, done) => {
    const { body } = request;
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    const fits = body === undefined || isForm(body) || isObject;
    done(fits ? undefined : badField('error', 'noDictionary', { type: typeName(body) }));
  });
}

const parses = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/** What `OPTIONS` tells of a path (contract §17.16). */
function describe(entries: readonly RouteEntry[]): object {
  const path = entries[0]?.path ?? '';
  const words = path.split('/').filter((part) => part !== '' && part !== 'api' && !part.startsWith(':'));
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).replaceAll(/[-_]/g, ' '));
  const summaries = entries.map(({ schema }) => new Map(Object.entries(schema ?? {})).get('summary'));
  return { name: name.join(' '), description: summaries.join('. '), renders: ['application/json'], parses };
}

/** What answers of this API differ by, before what others say of theirs: CORS has named the origin by now. */
function withOurs(vary: unknown): string {
  const ours = ['Accept', 'Accept-Language', 'Cookie'];
  const theirs = typeof vary === 'string' ? vary.split(',').map((name) => name.trim()) : [];
  return [...ours, ...theirs.filter((name) => !ours.includes(name))].join(', ');
}
