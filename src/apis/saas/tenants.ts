import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { record } from '../../modules/activity/activity.ts';
import type { Happening } from '../../modules/activity/types.ts';
import { addDomain, removeDomain } from '../../modules/tenants/domains.ts';
import { listTenants, renameTenant, setTenantStatus } from '../../modules/tenants/tenants.ts';
import type { Site, Tenant } from '../../modules/tenants/types.ts';
import type { OwnerTx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { actorOf, type Services } from '../callers.ts';
import { isOperator } from './auth.ts';
import { type FieldMessages, notFound, notPermitted, wording } from './errors.ts';
import { readFields, sentText } from './fields.ts';
import { pageOf, pageParameters, paginate } from './pagination.ts';
import { tenantsOf, tenantsSchema } from './people.ts';
import { english } from './texts.ts';

const tenantSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  subdomain: Type.String(),
  is_active: Type.Boolean(),
  role: Type.String(),
  domains: Type.Array(Type.String()),
});
const listedSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  subdomain: Type.String(),
  is_active: Type.Boolean(),
  status: Type.String(),
});
const domainsSchema = Type.Object({ domains: Type.Array(Type.String()) });

/** `tenant/` and `tenants/`: additions of contract §17.5, for what upstream left to its admin pages. */
export function serveTenants(server: HttpServer, services: Services): void {
  serveOwnTenant(server, services);
  serveDomains(server, services);
  serveOperator(server, services);
}

function serveOwnTenant(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/tenant/',
    caller: ['member'],
    summary: 'The tenant of the host',
    schema: { response: { 200: tenantSchema } },
    handler: async (request) => toTenant(request, request.site),
  });
  route(server, {
    method: 'PATCH',
    path: '/tenant/',
    caller: ['owner'],
    summary: 'Rename the tenant',
    schema: {
      body: Type.Object({ name: sentText('At most 100 characters, unique') }),
      response: { 200: tenantSchema },
    },
    handler: async (request) => {
      const { name } = readFields(request.body ?? {}, { name: { limit: 100 } });
      if (name === undefined) return toTenant(request, request.site);
      const { tenantId } = request.site;
      const renamed = { verb: 'renamed', objectType: 'tenant', objectId: tenantId };
      await asOwner(services, request, renamed, (tx) => renameTenant(tx, tenantId, name));
      return toTenant(request, { ...request.site, tenantName: name });
    },
  });
  route(server, {
    method: 'GET',
    path: '/tenants/mine/',
    caller: ['member'],
    summary: 'The tenants of whoever is signed in, of which there is one',
    schema: { response: { 200: tenantsSchema } },
    handler: async (request) => tenantsOf(request.site, actorOf(request).role),
  });
}

function serveDomains(server: HttpServer, services: Services): void {
  const { rootDomain } = services.signUps;
  route(server, {
    method: 'GET',
    path: '/tenant/domains/',
    caller: ['admin'],
    summary: 'The domains on which the tenant answers',
    schema: { response: { 200: domainsSchema } },
    handler: async ({ site }) => ({ domains: [...site.hosts] }),
  });
  route(server, {
    method: 'POST',
    path: '/tenant/domains/',
    caller: ['owner'],
    summary: 'Answer on a domain of the own as well',
    description: 'At most 20, none below or above the root domain. It must lead to this server.',
    schema: { body: Type.Object({ domain: sentText('Required') }), response: { 201: domainsSchema } },
    handler: async (request, reply) => {
      const { domain } = readFields(request.body, { domain: { required: true, limit: 253 } });
      const { slug } = request.site;
      const added = { verb: 'added', objectType: 'host', objectId: domain.toLowerCase() };
      const site = await asOwner(services, request, added, (tx) => addDomain(tx, slug, domain, rootDomain));
      return reply.code(201).send({ domains: [...site.hosts] });
    },
  });
  route(server, {
    method: 'DELETE',
    path: '/tenant/domains/:domain/',
    caller: ['owner'],
    summary: 'No longer answer on a domain of the own',
    schema: { params: Type.Object({ domain: Type.String() }), response: { 204: Type.Null() } },
    handler: async (request, reply) => {
      const { slug } = request.site;
      const { domain } = request.params;
      const removed = { verb: 'removed', objectType: 'host', objectId: domain.toLowerCase() };
      await asOwner(services, request, removed, (tx) => removeDomain(tx, slug, domain, rootDomain));
      return reply.code(204).send(null);
    },
  });
}

/** For the operator, on the default site only: elsewhere nothing of that name is there (ruling "Roles"). */
function serveOperator(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/tenants/',
    caller: ['member'],
    summary: 'Every tenant of the installation, for its operator; anybody else sees the own',
    schema: { querystring: Type.Object(pageParameters), response: { 200: pageOf(listedSchema) } },
    handler: (request) => {
      const fetch = async ({ limit, offset }: { limit: number; offset: number }) => {
        const all = await services.database.acrossTenants().read(listTenants);
        const seen = isOperator(request) ? all : all.filter(({ id }) => id === request.site.tenantId);
        return { count: seen.length, items: seen.slice(offset, offset + limit) };
      };
      return paginate(request, request.query, fetch, toListed);
    },
  });
  for (const [word, status] of [
    ['activate', 'active'],
    ['deactivate', 'suspended'],
  ] as const) {
    route(server, {
      method: 'POST',
      path: `/tenants/:slug/${word}/`,
      caller: ['owner'],
      summary: status === 'active' ? 'Make a tenant active' : 'Shut a tenant: its hosts answer 403',
      description: 'For the operator, on the default site.',
      schema: {
        params: Type.Object({ slug: Type.String({ description: 'Its subdomain' }) }),
        response: { 200: listedSchema },
      },
      handler: async (request) => {
        if (!isOperator(request)) throw notFound();
        return setStatus(services, request, request.params.slug, status);
      },
    });
  }
}

async function setStatus(
  services: Services,
  request: FastifyRequest,
  slug: string,
  status: 'active' | 'suspended',
) {
  // Who shut the operator's own tenant would shut out everybody who can open it again.
  if (slug === request.site.tenantSlug && status === 'suspended') throw notPermitted();
  const tenant = await services.database.acrossTenants().transaction(async (tx) => {
    await setTenantStatus(tx, slug, status);
    const found = (await listTenants(tx)).find((one) => one.slug === slug);
    if (!found) throw notFound();
    await record(tx.as(scopeOf(request, found.id)), {
      verb: status === 'active' ? 'activated' : 'suspended',
      objectType: 'tenant',
      objectId: found.id,
    });
    return found;
  });
  services.directory.forget();
  return toListed(tenant);
}

/** Changes the directory for the owner of a tenant; requests of a tenant may not write it themselves. */
async function asOwner<T>(
  { database, directory }: Services,
  request: FastifyRequest,
  happening: Happening,
  work: (tx: OwnerTx) => Promise<T>,
): Promise<T> {
  const { tenantId } = request.site;
  const done = await wording(
    () =>
      database.acrossTenants().transaction(async (tx) => {
        const result = await work(tx);
        await record(tx.as(scopeOf(request, tenantId)), happening);
        return result;
      }),
    (refusal) => tenantMessages(refusal),
  );
  directory.forget();
  return done;
}

function scopeOf({ context, requestId }: FastifyRequest, tenantId: number) {
  return { tenantId, siteId: context.siteId, author: context.author, requestId };
}

function tenantMessages({ code, detail }: Refusal): FieldMessages | undefined {
  if (code === 'tenant.name_taken') return { name: [english('tenantNameTaken')] };
  if (code === 'site.host_taken' || code === 'site.slug_taken')
    return { domain: [english('subdomainTaken')] };
  if (code === 'site.bad_host') return { domain: [english('badDomain')] };
  if (code === 'site.root_host') return { domain: [english('ownDomain', { root: String(detail.root) })] };
  if (code === 'site.too_many_hosts')
    return { domain: [english('manyDomains', { limit: Number(detail.limit) })] };
  return undefined;
}

function toTenant(request: FastifyRequest, site: Site) {
  const [own] = tenantsOf(site, actorOf(request).role);
  if (!own) throw new Error('A site has a tenant.');
  return { ...own, domains: [...site.hosts] };
}

function toListed({ uuid, name, slug, status }: Tenant) {
  return { id: uuid, name, subdomain: slug, is_active: status === 'active', status };
}
