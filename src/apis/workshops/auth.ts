import type { FastifyRequest } from 'fastify';
import { resolveCredential } from '../../modules/identity/credentials.ts';
import { requireSecondFactor } from '../../modules/identity/second-factors.ts';
import type { Actor } from '../../modules/identity/types.ts';
import { findVisitor } from '../../modules/workshops/logins.ts';
import type { Participant, Visitor } from '../../modules/workshops/types.ts';
import type { Author } from '../../platform/database/contract.ts';
import type { Caller, HttpServer } from '../../platform/http/contract.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { authorOf, crossOrigin, type Presented, presentSession, type Services, scopeOf } from '../callers.ts';

/** Who calls this API: a participant, or a manager: an account with a role, or whoever has the shared password. */
export type WorkshopCaller =
  | { readonly kind: 'participant'; readonly participant: Participant; readonly visitId: number }
  | { readonly kind: 'manager'; readonly permission: 10 | 100; readonly actor: Actor }
  | { readonly kind: 'shared_password'; readonly permission: 100; readonly visitId: number };

declare module 'fastify' {
  interface FastifyRequest {
    workshopCaller: WorkshopCaller | null;
  }
}

/**
 * Lets in whom the routes declare (contract §2, rulings "Admins", "Any credential, any API"): `user` is any participant
 * or manager, `manage` is staff, admins, owners and the shared password, `owner` is an owner's account. An OAuth token
 * opens other APIs only.
 */
export function admitCallers(server: HttpServer, services: Services): void {
  server.decorateRequest('workshopCaller', null);
  server.addHook('onRequest', async (request) => {
    const { caller: callers = ['nobody'] } = request.routeOptions.config;
    if (callers !== 'anyone') await admit(services, request, callers);
  });
}

/** Refuses everybody but managers on a route that anyone may call, for a part that only they may see. */
export async function refuseOthersThanManagers(services: Services, request: FastifyRequest): Promise<void> {
  await admit(services, request, ['manage']);
}

/** Whether a manager calls a route that anyone may call; there a bad credential is as good as none. */
export async function isManager(services: Services, request: FastifyRequest): Promise<boolean> {
  try {
    await admit(services, request, ['manage']);
    return true;
  } catch (error) {
    if (error instanceof Refusal && ['unauthenticated', 'forbidden'].includes(error.kind)) return false;
    throw error;
  }
}

/** Who calls a route that only the signed-in may call. */
export function callerOf(request: FastifyRequest): WorkshopCaller {
  if (!request.workshopCaller)
    throw new Error(`${request.routeOptions.url} declares no caller but asks who calls.`);
  return request.workshopCaller;
}

/** Whether a manager calls; else it is the participant of that id. Refuses every other participant with 403. */
export function actsForOthers(request: FastifyRequest, participantId: number): boolean {
  const caller = callerOf(request);
  if (caller.kind !== 'participant') return true;
  if (caller.participant.id !== participantId) throw notPermitted();
  return false;
}

/** Refuses a participant of another event; managers see every event. */
export function refuseStrangers(request: FastifyRequest, eventId: number): void {
  const caller = callerOf(request);
  if (caller.kind === 'participant' && caller.participant.eventId !== eventId) throw notPermitted();
}

/**
 * The token is the second word, whatever the first one is, or the only one: the ancestor's own front end sends
 * `Bearer: <token>` (contract §2, ruling "Header words").
 */
function present(request: FastifyRequest): Presented {
  const [first = '', second] = (request.headers.authorization ?? '').trim().split(/\s+/);
  if (first === '') return presentSession(request);
  const token = second ?? first.replace(/^[A-Za-z]+:/, '');
  return /^(|bearer|token|jwt|basic)$/i.test(token) ? { nothing: true } : { token, by: 'header' };
}

async function admit(
  services: Services,
  request: FastifyRequest,
  callers: Exclude<Caller, 'anyone'>,
): Promise<void> {
  const presented = present(request);
  if ('nothing' in presented) throw notSignedIn();
  if ('malformed' in presented) throw strangeOrigin();
  const caller = await findCaller(services, request, presented.token);
  if (!callers.some((kind) => isOneOf(kind, caller))) throw notPermitted();
  request.workshopCaller = caller;
  request.actor = caller.kind === 'manager' ? caller.actor : null;
  request.context = scopeOf(services, request, authorIn(caller));
}

function findCaller(
  { identity }: Services,
  { context, site }: FastifyRequest,
  token: string,
): Promise<WorkshopCaller> {
  return context.read(async (read) => {
    const visitor = await findVisitor(read, identity, token);
    if (visitor) return ofVisitor(visitor);
    const resolved = await resolveCredential(read, identity, token);
    if ('bad' in resolved) throw badToken();
    const { actor } = resolved;
    if (actor.scopes !== null || actor.role === 'member') throw notPermitted();
    await requireSecondFactor(read, site, actor);
    return { kind: 'manager', permission: actor.role === 'staff' ? 10 : 100, actor };
  });
}

function ofVisitor(visitor: Visitor): WorkshopCaller {
  return visitor.kind === 'participant' ? visitor : { ...visitor, permission: 100 };
}

function isOneOf(kind: Exclude<Caller, 'anyone'>[number], caller: WorkshopCaller): boolean {
  if (kind === 'user') return true;
  if (kind === 'manage') return caller.kind !== 'participant';
  return kind === 'owner' && caller.kind === 'manager' && caller.actor.role === 'owner';
}

function authorIn(caller: WorkshopCaller): Author {
  if (caller.kind === 'manager') return authorOf(caller.actor);
  if (caller.kind === 'shared_password') return { kind: 'system', id: null, name: 'shared password' };
  return { kind: 'participant', id: caller.participant.id, name: caller.participant.fullName };
}

function notSignedIn(): Refusal {
  return refuse('unauthenticated', 'credential.absent', 'Sign in first.');
}

function badToken(): Refusal {
  return refuse('unauthenticated', 'credential.refused', 'The token is not valid, or not any more.');
}

/** Who is known, and may not. */
export function notPermitted(): Refusal {
  return refuse('forbidden', 'caller.not_permitted', 'You are not allowed to do this.');
}

function strangeOrigin(): Refusal {
  return refuse(
    'forbidden',
    `session.${crossOrigin}`,
    'A session cookie counts only on requests from this site.',
  );
}
