import type { FastifyRequest } from 'fastify';
import { requireCity, requireCityOfSite } from '../../modules/festival/cities.ts';
import type { City, Viewer } from '../../modules/festival/types.ts';
import { requireCityAdmin, viewerOf } from '../../modules/festival/viewers.ts';
import { resolveCredential } from '../../modules/identity/credentials.ts';
import { requireSecondFactor } from '../../modules/identity/second-factors.ts';
import type { Actor } from '../../modules/identity/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { Caller, HttpServer } from '../../platform/http/contract.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { authorOf, crossOrigin, type Presented, presentSession, type Services, scopeOf } from '../callers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls this API, with what the credential and the account may. */
    viewer: Viewer | null;
  }
}

/**
 * Lets in whom the routes declare (contract §3, rulings "Scopes", "Any credential, any API"): `user` is anybody whose
 * credential opens this API; `profile`, `performer` and `venue` are its scopes, which a credential without scopes has
 * all; `city` is who runs any city; `admin` is an admin or owner of the tenant. Which city or profile it is about is
 * judged by the verbs.
 */
export function admitCallers(server: HttpServer, services: Services): void {
  server.decorateRequest('viewer', null);
  server.addHook('onRequest', async (request) => {
    const { caller: callers = ['nobody'] } = request.routeOptions.config;
    if (callers !== 'anyone') await admit(services, request, callers);
  });
}

/** Whoever calls a route that only people may call. */
export function viewerIn(request: Pick<FastifyRequest, 'viewer' | 'routeOptions'>): Viewer {
  if (!request.viewer) throw new Error(`${request.routeOptions.url} declares no caller but asks who calls.`);
  return request.viewer;
}

/** Whoever calls a route that anyone may call; null: nobody known. A bad credential is as good as none there. */
export async function findViewer(services: Services, request: FastifyRequest): Promise<Viewer | null> {
  if (!('token' in present(request))) return null;
  try {
    await admit(services, request, ['user']);
    return request.viewer;
  } catch (error) {
    if (error instanceof Refusal && ['unauthenticated', 'forbidden'].includes(error.kind)) return null;
    throw error;
  }
}

/** The city of the request's host. Refuses a host without one with 404. */
export function cityOf(read: Read, request: FastifyRequest): Promise<City> {
  return requireCityOfSite(read, request.site.id);
}

/** The city that a path names, for somebody who runs it. */
export async function ownCity(
  read: Read,
  request: { readonly params: { readonly slug: string } } & Pick<FastifyRequest, 'viewer' | 'routeOptions'>,
): Promise<City> {
  const city = await requireCity(read, request.params.slug);
  requireCityAdmin(viewerIn(request), city.id);
  return city;
}

/**
 * The token of an `Authorization` header: `Bearer`, `Token` or `JWT`, in any case, a stray colon forgiven (ruling
 * "Header words"); else the session's cookie.
 */
export function present(request: FastifyRequest): Presented {
  const header = request.headers.authorization?.trim() ?? '';
  if (header === '') return presentSession(request);
  const token = /^(?:bearer|token|jwt)\s*:?\s+(\S+)$/i.exec(header)?.[1];
  return token === undefined ? { malformed: 'header' } : { token, by: 'header' };
}

async function admit(
  services: Services,
  request: FastifyRequest,
  callers: Exclude<Caller, 'anyone'>,
): Promise<void> {
  const presented = present(request);
  if ('nothing' in presented) throw noCredential();
  if ('malformed' in presented)
    throw presented.malformed === crossOrigin ? strangeOrigin() : badCredential('unknown');
  const { actor, viewer } = await request.context.read(async (read) => {
    const resolved = await resolveCredential(read, services.identity, presented.token);
    if ('bad' in resolved) throw badCredential(resolved.bad);
    await requireSecondFactor(read, request.site, resolved.actor);
    return { actor: resolved.actor, viewer: await viewerOf(read, resolved.actor) };
  });
  if (!opensHere(actor) || !callers.some((kind) => isOneOf(kind, viewer)))
    throw notPermitted(callers, viewer);
  request.actor = actor;
  request.viewer = viewer;
  request.context = scopeOf(services, request, authorOf(actor));
}

/** Tokens with scopes of other APIs open those alone; `profile` beside one of them is theirs (ruling "Any credential"). */
function opensHere({ scopes }: Actor): boolean {
  if (scopes === null || scopes.includes('performer') || scopes.includes('venue')) return true;
  const isOthers = ['read', 'write', 'email'].some((scope) => scopes.includes(scope));
  return !isOthers && ['profile', 'city', 'admin'].some((scope) => scopes.includes(scope));
}

function isOneOf(kind: string, viewer: Viewer): boolean {
  if (kind === 'user') return true;
  if (kind === 'profile') return viewer.mayView;
  if (kind === 'performer') return viewer.mayPerform;
  if (kind === 'venue') return viewer.mayHost;
  if (kind === 'city') return viewer.isAdmin || viewer.cityIds.length > 0;
  return kind === 'admin' && viewer.isAdmin;
}

const sentences = {
  unknown: 'The access token is unknown or was revoked.',
  expired: 'The access token has expired.',
  inactive: 'The account is not active.',
} as const;

function noCredential(): Refusal {
  return refuse('unauthenticated', 'credential.absent', 'Send an access token.');
}

function badCredential(reason: keyof typeof sentences): Refusal {
  return refuse('unauthenticated', `credential.${reason}`, sentences[reason]);
}

/** A scope is lacking where more scopes would open it; who runs no city can ask for none. */
function notPermitted(callers: readonly string[], viewer: Viewer): Refusal {
  const isRole = callers.every((kind) => kind === 'city' || kind === 'admin');
  const needs = callers.join(' or ');
  if (isRole && !isOneOf('city', viewer))
    return refuse('forbidden', 'caller.not_permitted', `Only people with the role ${needs} may do this.`);
  return refuse('forbidden', 'viewer.no_power', `The access token lacks a scope: ${needs}.`);
}

function strangeOrigin(): Refusal {
  return refuse(
    'forbidden',
    `session.${crossOrigin}`,
    'A session cookie counts only on requests from this site.',
  );
}
