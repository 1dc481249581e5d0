import type { BadCredential } from '../../modules/identity/types.ts';
import { readAuthorization } from '../../platform/http/authorization.ts';
import { limitCalls } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { crossOrigin, type Doorkeeper, opensByScope, presentSession, type Services } from '../callers.ts';

/**
 * Reads `Authorization: Token <40 hex>`, or any other credential of the tenant, and lets in its admins (contract §1.5,
 * rulings "Any credential, any API" and "Unauthenticated"). The one kind of caller is `admin`: admin or owner.
 */
export const doorkeeper: Doorkeeper = {
  present(request) {
    const authorization = readAuthorization(request.headers.authorization);
    if (authorization === null) return presentSession(request);
    const { scheme, words } = authorization;
    if (scheme !== 'token' && scheme !== 'bearer') return { nothing: true };
    const [token] = words;
    if (token === undefined) return { malformed: 'No credentials provided.' };
    if (words.length > 1) return { malformed: 'Token string should not contain spaces.' };
    return { token, by: 'header' };
  },

  turnAway(reason) {
    if ('nothing' in reason) return unauthenticated('Authentication credentials were not provided.');
    if ('bad' in reason) return unauthenticated(sentences[reason.bad]);
    if (reason.malformed === crossOrigin) return strangeOrigin();
    return unauthenticated(`Invalid token header. ${reason.malformed}`);
  },

  judge(actor, callers, request) {
    const isAdmin = actor.role === 'admin' || actor.role === 'owner';
    if (!callers.includes('admin') || !isAdmin || !opensByScope(actor, request)) throw notPermitted();
  },
};

/**
 * Counts the calls of each account over all endpoints of both versions together (contract §1.5: 60 a minute).
 * Call it after the guard: who may not call is not counted.
 */
export function countCalls(server: HttpServer, { throttles }: Services): void {
  if (throttles === null) return;
  limitCalls(
    server,
    throttles.tahoe,
    ({ actor, context }) => actor && { context, key: `tahoe:${actor.tenantId}:${actor.accountId}` },
  );
}

/** A client cannot mend an expired token otherwise than an unknown one; both get the sentence of the contract. */
const sentences: Readonly<Record<BadCredential, string>> = {
  unknown: 'Invalid token.',
  expired: 'Invalid token.',
  inactive: 'User inactive or deleted.',
};

function unauthenticated(sentence: string): Refusal {
  return refuse('unauthenticated', 'credential.refused', sentence);
}

function strangeOrigin(): Refusal {
  return refuse(
    'forbidden',
    'session.cross_origin',
    'CSRF Failed: A session cookie counts only on requests from this site.',
  );
}

function notPermitted(): Refusal {
  return refuse('forbidden', 'caller.not_permitted', 'You do not have permission to perform this action.');
}
