import type { FastifyRequest } from 'fastify';
import { isSameUsername } from '../../modules/identity/accounts.ts';
import type { Actor, BadCredential } from '../../modules/identity/types.ts';
import { readAuthorization } from '../../platform/http/authorization.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { crossOrigin, type Doorkeeper, opensByScope, presentSession } from '../callers.ts';

/**
 * Reads `Authorization: Bearer <token>`, or any other credential of the tenant, and lets in its staff (contract §1.4,
 * rulings "Any credential, any API" and "Who may call"). Kinds of caller: `staff` is staff, admin or owner of the
 * tenant; `self` is the account that the path names.
 */
export const doorkeeper: Doorkeeper = {
  present(request) {
    const sent = readAuthorization(request.headers.authorization);
    if (sent === null) return presentSession(request);
    const [token, ...more] = sent.words;
    if (token === undefined) return { malformed: 'token_not_provided' };
    if (more.length > 0) return { malformed: 'token_malformed' };
    return ['bearer', 'token'].includes(sent.scheme) ? { token, by: 'header' } : { nothing: true };
  },

  turnAway(reason) {
    if ('nothing' in reason) return noCredentials();
    if ('bad' in reason) return badToken(codes[reason.bad], reason.username);
    return reason.malformed === crossOrigin ? strangeOrigin() : badToken(reason.malformed);
  },

  judge(actor, callers, request) {
    const isCaller = callers !== 'anyone' && callers.some((kind) => is(kind, actor, request));
    if (!isCaller || !opensByScope(actor, request)) throw notPermitted();
  },
};

const codes: Readonly<Record<BadCredential, string>> = {
  unknown: 'token_nonexistent',
  expired: 'token_expired',
  inactive: 'user_is_disabled',
};

/** The developer messages of the table in contract §1.4. */
const explanations: Readonly<Record<string, string>> = {
  token_not_provided: 'Invalid token header. No credentials provided.',
  token_malformed: 'Invalid token header. Token string should not contain spaces.',
  token_nonexistent: 'The provided access token does not match any valid tokens.',
  token_expired: 'The provided access token has expired and is no longer valid.',
};

function is(kind: string, actor: Actor, request: FastifyRequest): boolean {
  if (kind === 'staff') return actor.role !== 'member';
  return kind === 'self' && isSameUsername(actor.username, namedIn(request.params));
}

function namedIn(params: unknown): string {
  const isNaming = typeof params === 'object' && params !== null && 'username' in params;
  return isNaming && typeof params.username === 'string' ? params.username : '';
}

function noCredentials(): Refusal {
  return refuse('unauthenticated', 'credential.absent', 'Authentication credentials were not provided.');
}

function badToken(code: string, username = ''): Refusal {
  const explanation = explanations[code] ?? `User disabled by admin: ${username}`;
  return refuse('unauthenticated', `credential.${code}`, 'Invalid Token.', {
    detail: { error_code: code, developer_message: explanation },
  });
}

function strangeOrigin(): Refusal {
  return refuse(
    'forbidden',
    'session.cross_origin',
    'A session cookie counts only on requests from this site.',
  );
}

function notPermitted(): Refusal {
  return refuse('forbidden', 'caller.not_permitted', 'You do not have permission to perform this action.');
}
