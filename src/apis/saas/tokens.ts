import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireAccountById } from '../../modules/identity/accounts.ts';
import { resolveCredential } from '../../modules/identity/credentials.ts';
import { issueJwt, readTenantJwt, tenantNamedIn } from '../../modules/identity/jwts.ts';
import type { Account, Identity } from '../../modules/identity/types.ts';
import type { Site } from '../../modules/tenants/types.ts';
import type { Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { enterSite, type Services } from '../callers.ts';
import { wordsFor } from './auth.ts';
import { badField } from './errors.ts';
import { readFields, sentText } from './fields.ts';

/** Seconds a JWT lives (contract §2.4: 72 h). */
const lifetime = 259_200;
/** Seconds after the sign-in in which it may be refreshed: 30 days. Upstream's 43 200 days were a slip (§2.4). */
const refreshable = 2_592_000;

const body = Type.Object({ token: sentText('Required') });
const answer = Type.Object({ token: Type.String() });

/**
 * Makes the JWT of a sign-in with the claims of contract §2.4, and `tenant`, by which the root domain finds its tenant.
 * @param signedInAt of the sign-in that it goes on from; left out: now
 */
export async function issueToken(
  tx: Tx,
  identity: Identity,
  site: Site,
  account: Account,
  signedInAt: Date = tx.clock.now(),
): Promise<string> {
  const claims = {
    sub: account.email,
    email: account.email,
    user_id: account.uuid,
    is_superuser: site.isDefault && account.role === 'owner',
    groups: [account.role],
    orig_iat: Math.floor(signedInAt.getTime() / 1000),
    tenant: site.tenantUuid,
  };
  const { token } = await issueJwt(tx, identity, account.id, { claims, seconds: lifetime });
  return token;
}

/** `token/refresh/` and `token/verify/` in the form of drf-jwt (contract §17.1). */
export function serveTokens(server: HttpServer, services: Services): void {
  const { identity } = services;
  route(server, {
    method: 'POST',
    path: '/token/verify/',
    caller: 'anyone',
    summary: 'Ask whether a token is good',
    schema: { body, response: { 200: answer } },
    handler: async (request) => {
      const { token } = readFields(request.body, { token: { required: true } });
      await judge(services, request, token);
      return { token };
    },
  });
  route(server, {
    method: 'POST',
    path: '/token/refresh/',
    caller: 'anyone',
    summary: 'Exchange a good token for a fresh one',
    description: 'Up to 30 days after the sign-in. The old one stays good until it expires.',
    schema: { body, response: { 200: answer } },
    handler: async (request) => {
      const { token } = readFields(request.body, { token: { required: true } });
      const { account, signedInAt } = await judge(services, request, token);
      const { context, site } = request;
      if (context.clock.now().getTime() > signedInAt.getTime() + refreshable * 1000)
        throw badField('error', 'expiredRefresh');
      return {
        token: await context.transaction((tx) => issueToken(tx, identity, site, account, signedInAt)),
      };
    },
  });
}

/** Whose a token is and when they signed in. Refuses a bad one with 400 in the words of drf-jwt. */
async function judge(
  services: Services,
  request: FastifyRequest,
  token: string,
): Promise<{ account: Account; signedInAt: Date }> {
  const { directory, identity } = services;
  // On the default site a token of any tenant is judged there (ruling "Sign-in on the root domain").
  const uuid = request.site.isDefault ? tenantNamedIn(token) : null;
  const site = uuid === null ? null : await directory.siteOfTenant(uuid);
  if (site && site.tenantStatus !== 'suspended') enterSite(services, request, site);
  return request.context.read(async (read) => {
    const resolved = await resolveCredential(read, identity, token);
    if ('bad' in resolved) throw badField('error', wordsFor(resolved));
    const jwt = await readTenantJwt(read, identity, token);
    if ('bad' in jwt) throw badField('error', 'badSignature');
    const { orig_iat: signedIn } = jwt.claims;
    if (typeof signedIn !== 'number') throw badField('error', 'noSignIn');
    const account = await requireAccountById(read, resolved.actor.accountId);
    return { account, signedInAt: new Date(signedIn * 1000) };
  });
}
