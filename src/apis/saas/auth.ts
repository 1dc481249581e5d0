import type { FastifyRequest } from 'fastify';
import { tenantNamedIn } from '../../modules/identity/jwts.ts';
import type { NobodyFound, Role } from '../../modules/identity/types.ts';
import { readAuthorization } from '../../platform/http/authorization.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import {
  actorOf,
  crossOrigin,
  type Doorkeeper,
  enterSite,
  type Presented,
  presentSession,
  type Services,
} from '../callers.ts';
import { notFound, notPermitted } from './errors.ts';
import { english, type TextKey } from './texts.ts';

/**
 * Reads `Authorization: Bearer <jwt>`, or any other credential of the tenant (contract §2.4, ruling "Any credential,
 * any API"). Kinds of callers: `member`, anybody signed in; `admin`, admin or owner; `owner`.
 */
export const doorkeeper: Doorkeeper = {
  // A bad header is 401 on login as well (§2.4); logout ends what it is given.
  knowsGuests: true,

  present(request) {
    return presentHeader(request) ?? presentSession(request);
  },

  turnAway(reason) {
    if ('nothing' in reason) return unauthenticated('notGiven');
    if ('bad' in reason) return unauthenticated(wordsFor(reason));
    if (reason.malformed === crossOrigin) return strangeOrigin();
    return unauthenticated(reason.malformed === 'several words' ? 'blanksInCredentials' : 'noCredentials');
  },

  judge(actor, callers) {
    // Scopes are of documents whose clients do not speak this API.
    if (actor.scopes !== null) throw notPermitted();
    const fits = (kind: string) =>
      kind === 'member' ||
      (kind === 'admin' && isAdmin(actor.role)) ||
      (kind === 'owner' && actor.role === 'owner');
    if (callers === 'anyone' || !callers.some(fits)) throw notPermitted();
  },
};

/** Whether somebody of that role manages the people of the tenant (ruling "Who may do what"). */
export function isAdmin(role: Role): boolean {
  return role === 'admin' || role === 'owner';
}

/** Refuses who is not the operator on the operator's own site: there is nothing of that name elsewhere. */
export function isOperator(request: FastifyRequest): boolean {
  return request.site.isDefault && actorOf(request).role === 'owner';
}

/**
 * On the default site the header `X-Tenant` chooses the tenant (contract §17.5), else a JWT leads to the tenant that
 * gave it out (ruling "Sign-in on the root domain"), where its signature is judged. Call it before the guard.
 */
export function chooseTenants(server: HttpServer, services: Services): void {
  server.addHook('onRequest', async (request) => {
    if (!request.site.isDefault) return;
    const named = [request.headers['x-tenant']].flat().join('').trim();
    if (named !== '') {
      const chosen = await services.directory.siteNamed(named);
      if (!chosen || chosen.tenantStatus === 'suspended') throw notFound();
      enterSite(services, request, chosen);
      return;
    }
    const presented = presentHeader(request);
    const uuid = presented && 'token' in presented ? tenantNamedIn(presented.token) : null;
    const site = uuid === null ? null : await services.directory.siteOfTenant(uuid);
    if (site && site.tenantId !== request.site.tenantId && site.tenantStatus !== 'suspended')
      enterSite(services, request, site);
  });
}

/**
 * A tenant's segment in a path decides on the default site, and names the tenant itself anywhere else (rulings "Sign-up
 * routes", "Sign-in on the root domain"). Who is signed in finds no other tenant than the own. Call it after the guard.
 */
export function followPaths(server: HttpServer, services: Services): void {
  server.addHook('onRequest', async (request) => {
    const segment = new Map<string, unknown>(Object.entries(request.params ?? {})).get('tenant');
    if (typeof segment !== 'string') return;
    const named = await services.directory.siteNamed(segment);
    if (named?.tenantId === request.site.tenantId) return;
    const isOpen = request.routeOptions.config.caller === 'anyone';
    if (!named || !request.site.isDefault || !isOpen) throw notFound();
    enterSite(services, request, named);
  });
}

function presentHeader(request: FastifyRequest): Presented | null {
  const authorization = readAuthorization(request.headers.authorization);
  if (authorization === null) return null;
  const { scheme, words } = authorization;
  if (scheme !== 'bearer' && scheme !== 'token') return { nothing: true };
  const [token] = words;
  if (token === undefined) return { malformed: 'no words' };
  return words.length > 1 ? { malformed: 'several words' } : { token, by: 'header' };
}

const wordsOfJwt: Readonly<Record<NonNullable<NobodyFound['jwt']>, TextKey>> = {
  malformed: 'badSignature',
  algorithm: 'badCredentials',
  expired: 'expiredSignature',
  issuer: 'badCredentials',
  claims: 'badPayload',
  ended: 'unknownSignature',
};

/** Why a credential names nobody, in the words of contract §2.4. */
export function wordsFor({ bad, jwt }: NobodyFound): TextKey {
  if (bad === 'inactive') return 'disabled';
  if (bad === 'expired') return 'expiredSignature';
  return jwt === undefined ? 'badSignature' : wordsOfJwt[jwt];
}

function unauthenticated(key: TextKey): Refusal {
  return refuse('unauthenticated', 'credential.refused', english(key));
}

function strangeOrigin(): Refusal {
  return refuse('forbidden', 'session.cross_origin', english('crossOrigin'));
}
