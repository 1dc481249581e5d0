// Long because every API shares this one file, and nothing else.
import type { FastifyRequest } from 'fastify';
import type { CommentTargets } from '../modules/community/types.ts';
import { resolveCredential } from '../modules/identity/credentials.ts';
import { requireSecondFactor } from '../modules/identity/second-factors.ts';
import type { Actor, Identity, NobodyFound } from '../modules/identity/types.ts';
import type { Streams } from '../modules/notifications/streams.ts';
import type { Directory } from '../modules/tenants/directory.ts';
import type { Site } from '../modules/tenants/types.ts';
import type { SeatsWatch } from '../modules/workshops/seats-watch.ts';
import type { Author, Context, Read } from '../platform/database/contract.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/file-store.ts';
import type { Caller, HttpServer } from '../platform/http/contract.ts';
import type { OriginsOf } from '../platform/http/cors.ts';
import type { ErrorShape } from '../platform/http/error-shapes.ts';
import { provesSameOrigin } from '../platform/http/same-origin.ts';
import type { Passwords } from '../platform/passwords.ts';
import { refuse } from '../platform/refusal.ts';
import type { Limit } from '../platform/throttle.ts';

/** What `app.ts` hands every API. */
export interface Services {
  readonly database: Database;
  readonly directory: Directory;
  readonly identity: Identity;
  readonly passwords: Passwords;
  readonly streams: Streams;
  readonly commentTargets: CommentTargets;
  /** Null: throttling is off (`MUSTER_THROTTLE=off`, for load tests). */
  readonly throttles: Throttles | null;
  /** Whose pages may call from a browser where the site names none itself: `https://workshops.example.org`. */
  readonly allowedOrigins: readonly string[];
  /** Places of workshop events, for pages that stay open. */
  readonly seats: SeatsWatch;
  /** Files that people sent. */
  readonly files: FileStore;
  readonly signUps: SignUps;
  /** Where the built pages lie (`web/dist`); it may be missing. */
  readonly webFolder: string;
}

/** How people and tenants come in by themselves. */
export interface SignUps {
  readonly rootDomain: string;
  /** What makes a tenant active that signed itself up; `closed`: none may. */
  readonly tenants: 'confirmation' | 'approval' | 'closed';
  /** Days an invitation may be accepted. */
  readonly invitationDays: number;
}

export interface Throttles {
  readonly tahoe: Limit;
  readonly v0_bulk: Limit;
  readonly v0_bulk_staff: Limit;
  readonly codes: Limit;
  readonly login: Limit;
  readonly reset: Limit;
  readonly sign_up: Limit;
  readonly feeds: Limit;
  readonly v1?: Limit; // Absent: not counted.
}

/** What a request presents: a token, nothing, or a header that is none of this API's forms (in the API's own word). */
export type Presented =
  | { readonly token: string; readonly by: 'header' | 'cookie' }
  | { readonly nothing: true }
  | { readonly malformed: string };

/** How one API reads credentials and judges callers. */
export interface Doorkeeper {
  /** Reads the headers. Pure: it looks nothing up. */
  present(request: FastifyRequest): Presented;
  /** Refuses a request whose credential names nobody, in a way the API's error shape can word. */
  turnAway(reason: { readonly nothing: true } | { readonly malformed: string } | NobodyFound): Error;
  /** Refuses an actor who is none of the route's callers. */
  judge(actor: Actor, callers: Caller, request: FastifyRequest): void;
  /** Whether routes that anyone may call know who calls as well; a header that names nobody is then refused there too. */
  readonly knowsGuests?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The site of the request's host. */
    site: Site;
    /** The tenant's handle on the database, with the actor as author once known. */
    context: Context;
    /** Who calls; rejected when nobody may be let in. Null on routes that anyone may call. */
    caller: Promise<Actor | null>;
    actor: Actor | null;
    /** Reads that travel together with the look-up of the credential. */
    besideRead: Read | null;
  }
  interface FastifyContextConfig {
    /** The handler reads with `beside`, while the credential is still being looked up. */
    readsBeside?: boolean;
  }
}

/** Finds the site of each request's host; an unknown host is 404, a suspended tenant 403 (ruling "Tenancy"). */
export function admitSites(server: HttpServer, services: Services): void {
  server.decorateRequest('site');
  server.decorateRequest('context');
  server.decorateRequest('caller');
  server.decorateRequest('actor', null);
  server.decorateRequest('besideRead', null);
  server.addHook('onRequest', async (request) => {
    const site = await services.directory.resolve(request.host);
    if (!site) throw refuse('missing', 'site.unknown_host', 'No site answers for this host.');
    if (site.tenantStatus === 'suspended')
      throw refuse('forbidden', 'tenant.suspended', 'This site is suspended.');
    request.site = site;
    request.usualLanguage = site.config.language ?? null;
    request.context = scopeOf(services, request, null);
  });
}

/** Whose pages may call a request's site from a browser: its own `allowed_origin`, else the installation's (ruling "CORS"). */
export function originsOfSites({ directory, allowedOrigins }: Services): OriginsOf {
  return async (request) => {
    // None where no API is asked, or the request was refused before its site was known.
    const known: Site | undefined = request.site;
    const site = known ?? (await directory.resolve(request.host));
    return [site?.config.allowed_origin ?? allowedOrigins].flat();
  };
}

/**
 * Lets in whom the routes of this scope declare as callers: closed by default, judged before the body is read.
 * Call it after `admitSites`.
 */
export function guard(server: HttpServer, services: Services, doorkeeper: Doorkeeper): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { caller = ['nobody'], readsBeside = false } = request.routeOptions.config;
    request.caller = admit(services, doorkeeper, request, caller);
    if (readsBeside) {
      request.caller.catch(() => undefined);
      done();
      return;
    }
    request.caller.then(
      () => done(),
      (error: Error) => done(error),
    );
  });
  server.addHook('onSend', async (request, reply) => {
    // A handler that forgot `beside` must not answer a stranger.
    if (request.routeOptions.config.readsBeside && reply.statusCode < 400) await request.caller;
  });
}

/**
 * Runs a handler's reads in the same round trip as the look-up of the credential, for routes declared `readsBeside`.
 * The refusal of the caller wins over whatever the reads found.
 */
export async function beside<T>(request: FastifyRequest, work: (read: Read) => Promise<T>): Promise<T> {
  const read = request.besideRead;
  if (!read) {
    await request.caller;
    return request.context.read(work);
  }
  const [caller, found] = await Promise.allSettled([request.caller, work(read)]);
  if (caller.status === 'rejected') throw caller.reason;
  // The other unit had its retries for a lost connection; these reads get theirs now.
  return found.status === 'fulfilled' ? found.value : request.context.read(work);
}

/** Goes on with another site than that of the host, where a ruling lets a request name its tenant otherwise. */
export function enterSite(services: Services, request: FastifyRequest, site: Site): void {
  request.site = site;
  request.usualLanguage = site.config.language ?? null;
  request.actor = null;
  request.context = scopeOf(services, request, null);
}

/** The actor of a route that only the signed-in may call. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error(`${request.routeOptions.url} declares no caller but asks who calls.`);
  return request.actor;
}

/** The cookie of a web session. */
export const sessionCookie = 'muster_session';

/** What a request may prove with who calls, in the words of OpenAPI; each API names those that open it. */
export const securitySchemes = {
  apiToken: {
    ...({ type: 'apiKey', in: 'header', name: 'Authorization' } as const),
    description: '`Token` and an API token, 40 hexadecimal digits (`muster token create`).',
  },
  accessToken: {
    ...({ type: 'http', scheme: 'bearer' } as const),
    description: 'An access token of an OAuth client, from `POST /oauth2/access_token`.',
  },
  jwt: {
    ...({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } as const),
    description: 'The `token` of `POST /api/login/`.',
  },
  session: {
    ...({ type: 'apiKey', in: 'cookie', name: sessionCookie } as const),
    description:
      'The cookie of a sign-in; to change anything, only on requests from pages of this very site.',
  },
  loginKey: {
    ...({ type: 'apiKey', in: 'header', name: 'Authorization' } as const),
    description: 'The `token` of `POST /auth/login`, after any word or alone.',
  },
  oauthClient: {
    ...({ type: 'http', scheme: 'basic' } as const),
    description: 'The id and the secret of an OAuth client, which may stand in the body instead.',
  },
};

/** A session whose request carries no proof of coming from this very site: `turnAway` words it, as 403. */
export const crossOrigin = 'cross_origin';

/** The web session that a request presents; on an unsafe method it counts only with a same-origin proof. */
export function presentSession(request: FastifyRequest): Presented {
  const token = request.cookies[sessionCookie];
  if (token === undefined || token === '') return { nothing: true };
  return provesSameOrigin(request) ? { token, by: 'cookie' } : { malformed: crossOrigin };
}

/**
 * Whether the scopes of an actor's token open the v0 and Tahoe APIs for this request: one of `read`, `write`, `email`,
 * and `write` to change anything. A token without scopes carries all that the account may.
 */
export function opensByScope({ scopes }: Actor, request: FastifyRequest): boolean {
  if (scopes === null || scopes.includes('write')) return true;
  const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  return isSafe && ['read', 'email'].some((scope) => scopes.includes(scope));
}

async function admit(
  services: Services,
  doorkeeper: Doorkeeper,
  request: FastifyRequest,
  callers: Caller,
): Promise<Actor | null> {
  const presented = doorkeeper.present(request);
  if (callers === 'anyone' && !doorkeeper.knowsGuests) return null;
  if (!('token' in presented)) {
    if (callers === 'anyone' && ('nothing' in presented || presented.malformed === crossOrigin)) return null;
    throw doorkeeper.turnAway(presented);
  }
  const resolved = await request.context.read((read) => {
    request.besideRead = read;
    return resolveCredential(read, services.identity, presented.token);
  });
  if ('bad' in resolved) {
    // A cookie comes along unasked: one that has ended must not shut the page where a new one is got.
    if (callers === 'anyone' && presented.by === 'cookie') return null;
    throw doorkeeper.turnAway(resolved);
  }
  if (callers !== 'anyone') doorkeeper.judge(resolved.actor, callers, request);
  if (callers !== 'anyone' && request.site.demandsSecondFactor)
    await request.context.read((read) => requireSecondFactor(read, request.site, resolved.actor));
  request.actor = resolved.actor;
  request.context = scopeOf(services, request, authorOf(resolved.actor));
  return resolved.actor;
}

/** The handle on the tenant of the request's site, with who acts as author. */
export function scopeOf(services: Services, request: FastifyRequest, author: Author | null): Context {
  return contextAt(services, request, request.site, author);
}

/** A request's handle on the rows of a site's tenant, with who acts as author. */
export function contextAt(
  { database }: Services,
  { requestId }: FastifyRequest,
  site: Site,
  author: Author | null = null,
): Context {
  return database.scope({
    tenantId: site.tenantId,
    siteId: site.id,
    requestId,
    author,
  });
}

/** An actor as the author of what the request does. */
export function authorOf(actor: Actor): Author {
  return { kind: 'account', id: actor.accountId, name: actor.username };
}

type Scheme = keyof typeof securitySchemes;

/** One API as `app.ts` registers it. */
export interface Api {
  readonly name: string;
  /** One line for the documentation. */
  readonly about: string;
  /** What opens its routes that not anyone may call; it may depend on who may. */
  readonly security: readonly Scheme[] | ((caller: Exclude<Caller, 'anyone'>) => readonly Scheme[]);
  /** How it words errors, and of which paths. */
  readonly errors: ErrorShape;
  /** Declares its routes, in a scope of its own. */
  register(server: HttpServer, services: Services): Promise<void>;
}
