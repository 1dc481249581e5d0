import { type Static, Type } from 'typebox';
import { record } from '../../modules/activity/activity.ts';
import { openSite, usualHosts } from '../../modules/tenants/sites.ts';
import { changeTenant, listTenantsAfter, lockTenant } from '../../modules/tenants/tenants.ts';
import type { Tenant } from '../../modules/tenants/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { readAcross, writeAcross } from './across-tenants.ts';
import { closed, iso, moment } from './formats.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { requireMatch, tagOf } from './writes.ts';

const status = Type.Union([Type.Literal('pending'), Type.Literal('active'), Type.Literal('suspended')]);
const tenant = closed({
  uuid: Type.String({ format: 'uuid' }),
  slug: Type.String(),
  name: Type.String(),
  status,
  created_at: moment,
});

/** `/tenants`: those of the whole installation, for its operator. */
export function serveTenants(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/tenants',
    caller: ['operator'],
    summary: 'Every tenant of the installation, oldest first',
    schema: {
      querystring: closed({
        ...pageQuery,
        status: Type.Optional(status),
        slug: Type.Optional(Type.String({ maxLength: 63, description: 'How its slug begins' })),
      }),
      response: { 200: pageOf(tenant) },
    },
    handler: async ({ query }) => {
      const { limit = 50, cursor, ...filter } = query;
      const after = readCursor(cursor, Type.Integer({ minimum: 0 })) ?? 0;
      const page = { limit: limit + 1, after };
      const found = await readAcross(services, (read) => listTenantsAfter(read, filter, page));
      return pageAfter(found, limit, shown, ({ id }) => id);
    },
  });

  route(server, {
    method: 'POST',
    path: '/tenants',
    caller: ['operator'],
    summary: 'Open a tenant with its first site, active at once',
    schema: {
      body: closed({
        slug: Type.String({ minLength: 1, maxLength: 63 }),
        name: Type.String({ minLength: 1, maxLength: 100 }),
      }),
      response: { 201: tenant },
    },
    handler: (request, reply) =>
      writeAcross(services, request, reply, async (tx, all) => {
        const { slug, name } = request.body;
        const hosts = usualHosts(slug, services.signUps.rootDomain);
        const made = await openSite(all, { slug, name, hosts, organisations: [], config: {} }, null);
        const opened = await lockTenant(all, { id: made.tenantId });
        await record(tx, { verb: 'opened', objectType: 'tenant', objectId: opened.id });
        const headers = { location: `/api/v1/tenants/${opened.uuid}` };
        return { status: 201, body: shown(opened), headers };
      }),
  });

  serveOne(server, services);
}

function serveOne(server: HttpServer, services: Services): void {
  route(server, {
    method: 'PATCH',
    path: '/tenants/:uuid',
    caller: ['operator'],
    summary: 'Rename, suspend or activate a tenant; the hosts of a suspended one answer 403',
    schema: {
      params: closed({ uuid: Type.String({ format: 'uuid' }) }),
      body: closed({
        name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        status: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('suspended')])),
      }),
      response: { 200: tenant },
    },
    handler: (request, reply) =>
      writeAcross(services, request, reply, async (tx, all) => {
        const present = await lockTenant(all, { uuid: request.params.uuid });
        requireMatch(request, shown(present));
        const body = shown(await changeTenant(all, present, request.body));
        const fields = Object.keys(request.body);
        await record(tx, { verb: 'changed', objectType: 'tenant', objectId: present.id, fields });
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });
}

function shown({ uuid, slug, name, status: state, createdAt }: Tenant): Static<typeof tenant> {
  return { uuid, slug, name, status: state, created_at: iso(createdAt) };
}
