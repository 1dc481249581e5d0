import type { FastifyRequest } from 'fastify';
import { resolveCredential } from '../../modules/identity/credentials.ts';
import { requireSecondFactor } from '../../modules/identity/second-factors.ts';
import type { Actor, Role } from '../../modules/identity/types.ts';
import { findVisitor } from '../../modules/workshops/logins.ts';
import type { Visitor } from '../../modules/workshops/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import { readAuthorization } from '../../platform/http/authorization.ts';
import type { Caller, HttpServer } from '../../platform/http/contract.ts';
import { provesSameOrigin } from '../../platform/http/same-origin.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import {
  authorOf,
  crossOrigin,
  opensByScope,
  type Presented,
  type Services,
  scopeOf,
  sessionCookie,
} from '../callers.ts';

/** The cookie of a participant who signed in by a login key. */
export const visitCookie = 'muster_visit';

type Participant = Extract<Visitor, { kind: 'participant' }>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The participant who calls, signed in by a login key. */
    visit: Participant | null;
    /** What a request is known by where it is kept. */
    fingerprint: (hash: string) => Buffer;
  }
}

/**
 * Lets in whom the routes declare: `participant` is somebody with a login key; `member`, `staff`, `admin`, `owner` are
 * roles, each with those above it; `operator` is an owner of the default tenant, on its own site. A route that anyone may
 * call knows who calls as well; there a credential that has ended is as good as none.
 */
export function admitCallers(server: HttpServer, services: Services): void {
  server.decorateRequest('visit', null);
  const { secret } = services.identity;
  server.decorateRequest('fingerprint', (hash: string) => secret.sign('idempotency', hash));
  server.addHook('onRequest', async (request) => {
    const { caller: callers = ['nobody'] } = request.routeOptions.config;
    if (callers !== 'anyone') return admit(services, request, callers);
    await admit(services, request, ['participant', 'member']).catch((error: unknown) => {
      if (!(error instanceof Refusal && ['unauthenticated', 'forbidden'].includes(error.kind))) throw error;
    });
  });
}

/** What opens the own sign-in: not a program that somebody let in by OAuth. */
export const ownSignIn = ['session', 'jwt', 'apiToken'] as const;

/** Whom keys of requests belong to. */
export function callerName({ actor, visit }: Pick<FastifyRequest, 'actor' | 'visit'>): string {
  if (actor) return `account:${actor.accountId}`;
  return visit ? `participant:${visit.participant.id}` : 'anyone';
}

const ranks: readonly Role[] = ['member', 'staff', 'admin', 'owner'];

/** Whether somebody of that role may what `needed` may. */
export function holds(role: Role, needed: Role): boolean {
  return ranks.indexOf(role) >= ranks.indexOf(needed);
}

/** Whether the operator calls, on the installation's own site. */
export function isOperator({ actor, site }: Pick<FastifyRequest, 'actor' | 'site'>): boolean {
  return site.isDefault && actor?.role === 'owner' && actor.scopes === null;
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
  const { visit, actor } = await request.context.read((read) =>
    resolve(services, request, read, presented.token),
  );
  const who = { actor, visit, site: request.site };
  if (!callers.some((kind) => isOneOf(kind, who)) || (actor && !opensByScope(actor, request)))
    throw notPermitted();
  request.actor = actor;
  request.visit = visit;
  request.context = scopeOf(services, request, visit ? authorOfVisit(visit) : actor && authorOf(actor));
}

/** Whether the request's credential still lets its bearer in: asked by what goes on after the answer began. */
export async function isStillLetIn(services: Services, request: FastifyRequest): Promise<boolean> {
  const presented = present(request);
  if (!('token' in presented)) return false;
  return request.context
    .read((read) => resolve(services, request, read, presented.token))
    .then(() => true)
    .catch((error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    });
}

async function resolve(
  { identity }: Services,
  request: FastifyRequest,
  read: Read,
  token: string,
): Promise<{ actor: Actor | null; visit: Participant | null }> {
  const visitor = await findVisitor(read, identity, token);
  if (visitor?.kind === 'participant') return { actor: null, visit: visitor };
  const resolved = await resolveCredential(read, identity, token);
  if ('bad' in resolved) throw badCredential(resolved.bad);
  if (!isOwnMatter(request)) await requireSecondFactor(read, request.site, resolved.actor);
  return { actor: resolved.actor, visit: null };
}

/** Where people who lack a demanded second factor set it up, and sign out. */
function isOwnMatter({ routeOptions }: FastifyRequest): boolean {
  return /^\/api\/v1\/(me|session)(\/|$)/.test(routeOptions.url ?? '');
}

/** `Bearer`, `Token` or `JWT` and a token; else the cookies, which count on unsafe methods from this very site only. */
function present(request: FastifyRequest): Presented {
  const authorization = readAuthorization(request.headers.authorization);
  if (authorization !== null) {
    const { scheme, words } = authorization;
    const [token] = words;
    if (!['bearer', 'token', 'jwt'].includes(scheme) || token === undefined || words.length > 1)
      return { malformed: 'header' };
    return { token, by: 'header' };
  }
  const cookie = request.cookies[sessionCookie] ?? request.cookies[visitCookie] ?? '';
  if (cookie === '') return { nothing: true };
  return provesSameOrigin(request) ? { token: cookie, by: 'cookie' } : { malformed: crossOrigin };
}

type Who = Pick<FastifyRequest, 'actor' | 'visit' | 'site'>;

function isOneOf(kind: string, who: Who): boolean {
  if (kind === 'participant') return who.visit !== null;
  if (kind === 'operator') return isOperator(who);
  const needed = ranks.find((role) => role === kind);
  return needed !== undefined && who.actor !== null && holds(who.actor.role, needed);
}

function authorOfVisit({ participant }: Participant) {
  return { kind: 'participant', id: participant.id, name: participant.fullName } as const;
}

function noCredential(): Refusal {
  return refuse('unauthenticated', 'credential.absent', 'Sign in first.');
}

const sentences = {
  unknown: 'The credential is unknown or has ended.',
  expired: 'The credential has expired.',
  inactive: 'The account is not active.',
} as const;

function badCredential(reason: keyof typeof sentences): Refusal {
  return refuse('unauthenticated', `credential.${reason}`, sentences[reason]);
}

/** Who is known, and may not. */
export function notPermitted(): Refusal {
  return refuse('forbidden', 'caller.not_permitted', 'You are not allowed to do this.');
}

function strangeOrigin(): Refusal {
  const sentence = 'A session cookie counts only on requests from this site.';
  return refuse('forbidden', `session.${crossOrigin}`, sentence);
}
