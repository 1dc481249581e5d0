import type { FastifyRequest } from 'fastify';
import {
  countFailures,
  type ProvenLogin,
  proveLogin,
  tenantsOfEmail,
} from '../../modules/identity/logins.ts';
import { wrongLogin } from '../../modules/identity/refusals.ts';
import type { Site } from '../../modules/tenants/types.ts';
import { Refusal } from '../../platform/refusal.ts';
import { contextAt, type Services } from '../callers.ts';
import { badField } from './errors.ts';

/** Passwords compared for one address at most: each costs 25 ms of a core, and anybody may open tenants. */
const tenantsAtMost = 20;

interface Match {
  readonly site: Site;
  readonly proven: ProvenLogin;
}

/**
 * Finds whose e-mail and password they are, over all tenants (ruling "Sign-in on the root domain"). Refuses a wrong
 * pair as a login does, and several fitting accounts with their subdomains, which only the right password shows.
 * @param sent `subdomain` is a tenant's subdomain or name; empty: any tenant
 */
export async function chooseTenant(
  services: Services,
  request: FastifyRequest,
  sent: { email: string; password: string; subdomain: string },
): Promise<Match> {
  const { throttles } = services;
  const attempt = { login: sent.email, address: request.ip };
  const matches = await countFailures(request.context, attempt, throttles?.login ?? null, async () => {
    const sites = await sitesOfEmail(services, request, sent);
    const found = await compare(services, request, sent, sites);
    if (found.length === 0) throw wrongLogin();
    return found;
  });
  const usable = matches.filter(({ proven }) => proven.isActive && !proven.isUnconfirmed);
  const [only, ...others] = usable.length > 0 ? usable : matches;
  if (!only) throw wrongLogin();
  if (others.length === 0) return only;
  const subdomains = [only, ...others].map(({ site }) => site.tenantSlug).join(', ');
  throw badField('error', 'severalTenants', { subdomains });
}

/**
 * The sites on which an e-mail may have an account: of the host's tenant, on the default site of all tenants.
 * @param subdomain a tenant's subdomain or name, which picks one on the default site; empty: any
 */
export async function sitesOfEmail(
  { database, directory }: Services,
  request: FastifyRequest,
  { email, subdomain }: { email: string; subdomain: string },
): Promise<Site[]> {
  if (!request.site.isDefault) return [request.site];
  if (subdomain !== '') {
    const site = await directory.siteNamed(subdomain);
    return site && site.tenantStatus !== 'suspended' ? [site] : [];
  }
  const ids = await database.acrossTenants().read((read) => tenantsOfEmail(read, email, tenantsAtMost));
  const sites = await Promise.all(ids.map((id) => directory.siteOfTenant(id)));
  return sites.filter((site) => site !== null);
}

/** One after the other; with no candidate the default tenant is asked, which takes as long as a wrong password. */
async function compare(
  services: Services,
  request: FastifyRequest,
  { email, password }: { email: string; password: string },
  sites: readonly Site[],
): Promise<Match[]> {
  const matches: Match[] = [];
  for (const site of sites.length > 0 ? sites : [request.site]) {
    const { read } = contextAt(services, request, site);
    try {
      const proven = await proveLogin(read, services.passwords, { login: email, password, by: 'email' });
      matches.push({ site, proven });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === wrongLogin().code)) throw error;
    }
  }
  return matches;
}
