import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { notePresence } from '../../modules/community/presences.ts';
import { requireAccountById } from '../../modules/identity/accounts.ts';
import { attemptLogin, noteLogin, type ProvenLogin } from '../../modules/identity/logins.ts';
import { openSession } from '../../modules/identity/tokens.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { enterSite, type Services, sessionCookie } from '../callers.ts';
import { badField, wording } from './errors.ts';
import { readFields, sentText } from './fields.ts';
import { ownSchema, tenantsOf, tenantsSchema, toOwn } from './people.ts';
import { chooseTenant } from './root-login.ts';
import { english } from './texts.ts';
import { issueToken } from './tokens.ts';

/** `login/` (contract §4.1): an e-mail and its password open a JWT, and a session for browsers. */
export function serveLogin(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/login/',
    caller: 'anyone',
    summary: 'Sign in with e-mail and password',
    description:
      'On the root domain the account may be of any tenant; `subdomain` or the header `X-Tenant` picks among several.',
    schema: {
      body: Type.Object({
        email: sentText('Required'),
        password: sentText('Required'),
        username: sentText('Not used'),
        subdomain: sentText('Of the tenant, on the root domain'),
      }),
      response: {
        200: Type.Object({ token: Type.String(), user: Type.Object(ownSchema), tenants: tenantsSchema }),
      },
    },
    handler: async (request, reply) => {
      const { email, password } = readLogin(request.body);
      const { subdomain } = readFields(request.body, { subdomain: { mayBeBlank: true } });
      const proven = await wording(
        () => prove(services, request, { email, password, subdomain: subdomain ?? '' }),
        ({ code }) => (code === 'login.wrong' ? { error: [english('wrongLogin')] } : undefined),
      );
      if (!proven.isActive) throw badField('error', 'disabled');
      if (proven.isUnconfirmed) throw badField('error', 'notVerified');
      return signIn(services, request, reply, proven);
    },
  });
}

/** The messages in the order of contract §4.1: fields first, then that both must be there. */
function readLogin(body: object): { email: string; password: string } {
  const { email, password } = readFields(body, {
    email: { kind: 'email', mayBeBlank: true },
    password: { kind: 'password', required: true },
  });
  if (email === undefined || email === '') throw badField('error', 'mustInclude');
  return { email, password };
}

async function prove(
  services: Services,
  request: FastifyRequest,
  sent: { email: string; password: string; subdomain: string },
): Promise<ProvenLogin> {
  const { passwords, throttles } = services;
  if (request.site.isDefault) {
    const { site, proven } = await chooseTenant(services, request, sent);
    if (site.tenantId !== request.site.tenantId) enterSite(services, request, site);
    return proven;
  }
  const attempt = { login: sent.email, by: 'email', password: sent.password, address: request.ip } as const;
  return attemptLogin(request.context, passwords, attempt, throttles?.login ?? null);
}

async function signIn(
  { identity, directory }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  proven: ProvenLogin,
) {
  const { site, context } = request;
  const { account, token, session } = await context.transaction(async (tx) => {
    await noteLogin(tx, proven);
    const person: Account = await requireAccountById(tx, proven.accountId);
    await notePresence(tx, person.id);
    return {
      account: person,
      token: await issueToken(tx, identity, site, person),
      session: await openSession(tx, person.id),
    };
  });
  const answer = { token, user: toOwn(account), tenants: tenantsOf(site, account.role) };
  const host = await directory.resolve(request.host);
  // A session opens the host's own tenant; on the root domain only the JWT leads to another.
  if (host?.tenantId !== site.tenantId) return answer;
  reply.setCookie(sessionCookie, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    expires: session.expiresAt,
  });
  return answer;
}
