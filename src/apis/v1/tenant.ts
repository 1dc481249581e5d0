import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { record } from '../../modules/activity/activity.ts';
import { demandSecondFactor } from '../../modules/identity/second-factors.ts';
import { changeTenant, lockTenant } from '../../modules/tenants/tenants.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { writeAcross } from './across-tenants.ts';
import { closed } from './formats.ts';
import { requireMatch, tagged, tagOf } from './writes.ts';

const tenant = closed({
  uuid: Type.String({ format: 'uuid' }),
  slug: Type.String(),
  name: Type.String(),
  is_installation: Type.Boolean({ description: 'Whether its owners are operators' }),
  staff_second_factor: Type.Boolean({ description: 'Whether staff and above must have a second factor' }),
});

/** `/tenant`: the tenant of the host. */
export function serveTenant(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/tenant',
    caller: ['member'],
    summary: 'The tenant of the host',
    schema: { response: { 200: tenant } },
    handler: async (request, reply) => tagged(reply, shown(request, request.site.tenantName)),
  });

  route(server, {
    method: 'PATCH',
    path: '/tenant',
    caller: ['owner'],
    summary: 'Rename the tenant, or demand a second factor of staff',
    schema: {
      body: closed({
        name: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Unique' })),
        staff_second_factor: Type.Optional(Type.Boolean()),
      }),
      response: { 200: tenant },
    },
    handler: (request, reply) =>
      writeAcross(services, request, reply, async (tx, all) => {
        const present = await lockTenant(all, { id: request.site.tenantId });
        requireMatch(request, shown(request, present.name));
        const { name, staff_second_factor: demanded } = request.body;
        if (demanded !== undefined) await demandSecondFactor(tx, demanded);
        const changed = name === undefined ? present : await changeTenant(all, present, { name });
        if (name !== undefined)
          await record(tx, { verb: 'renamed', objectType: 'tenant', objectId: present.id, fields: ['name'] });
        const body = shown(request, changed.name, demanded);
        return { status: 200, body, headers: { etag: tagOf(body) } };
      }),
  });
}

function shown(
  { site }: FastifyRequest,
  name: string,
  demanded: boolean = site.demandsSecondFactor,
): Static<typeof tenant> {
  const { tenantUuid: uuid, tenantSlug: slug, isDefault: is_installation } = site;
  return { uuid, slug, name, is_installation, staff_second_factor: demanded };
}
