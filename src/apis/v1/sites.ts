import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { record } from '../../modules/activity/activity.ts';
import {
  changeOwnSite,
  deleteOwnSite,
  listOwnSites,
  lockOwnSite,
  openOwnSite,
  requireOwnSite,
} from '../../modules/tenants/own-sites.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { writeAcross } from './across-tenants.ts';
import { holds, isOperator, notPermitted } from './auth.ts';
import { closed, noContent } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';
import { newSite, readChange, showSite, site, siteChange } from './site-forms.ts';
import { requireMatch, tagged, tagOf } from './writes.ts';

const named = closed({ id: Type.Integer({ minimum: 1, maximum: 2 ** 53 - 1 }) });

/** `/sites`: the faces of the tenant. Admins change their settings, owners their hosts and how many there are. */
export function serveSites(server: HttpServer, services: Services): void {
  serveReads(server, services);
  serveChanges(server, services);
  route(server, {
    method: 'POST',
    path: '/sites',
    caller: ['owner'],
    summary: 'Make another site, with hosts of its slug below the root domain',
    schema: { body: newSite, response: { 201: site } },
    handler: (request, reply) =>
      writeAcross(services, request, reply, async (tx, all) => {
        const { slug, name, organisations = [] } = request.body;
        const made = await openOwnSite(all, keeperOf(services, request), { slug, name, organisations });
        await record(tx, { verb: 'created', objectType: 'site', objectId: made.id });
        const headers = { location: `/api/v1/sites/${made.id}` };
        return { status: 201, body: showSite(made, services.identity, request.site), headers };
      }),
  });
}

function serveReads(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/sites',
    caller: ['staff'],
    summary: "The tenant's sites, oldest first",
    schema: { querystring: closed(pageQuery), response: { 200: pageOf(site) } },
    handler: async (request) => {
      const page = offsetPage(request.query);
      const all = await request.context.read(listOwnSites);
      const items = all.slice(page.offset, page.offset + page.limit);
      return pageOfOffset(
        items.map((one) => showSite(one, identity, request.site)),
        all.length,
        page,
      );
    },
  });

  route(server, {
    method: 'GET',
    path: '/sites/:id',
    caller: ['staff'],
    summary: 'A site and its settings',
    schema: { params: named, response: { 200: site } },
    handler: async (request, reply) => {
      const found = await request.context.read((read) => requireOwnSite(read, request.params.id));
      return tagged(reply, showSite(found, identity, request.site));
    },
  });
}

function serveChanges(server: HttpServer, services: Services): void {
  const { identity } = services;
  route(server, {
    method: 'PATCH',
    path: '/sites/:id',
    caller: ['admin'],
    summary: 'Change a site; what is named replaces what was',
    description: 'Its hosts are for owners, who add domains of their own; `mail_from` is for the operator.',
    schema: { params: named, body: siteChange, response: { 200: site } },
    handler: (request, reply) =>
      writeAcross(services, request, reply, async (tx, all) => {
        const { body } = request;
        if (body.hosts && !holds(actorOf(request).role, 'owner')) throw notPermitted();
        const present = await lockOwnSite(all, request.site.tenantId, request.params.id);
        requireMatch(request, showSite(present, identity, request.site));
        const keeper = keeperOf(services, request);
        const changed = await changeOwnSite(all, keeper, present, readChange(body));
        const fields = Object.keys(body);
        await record(tx, { verb: 'changed', objectType: 'site', objectId: present.id, fields });
        const shown = showSite(changed, identity, request.site);
        return { status: 200, body: shown, headers: { etag: tagOf(shown) } };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/sites/:id',
    caller: ['owner'],
    summary: 'Delete a site; its hosts answer no more',
    schema: { params: named, response: noContent },
    handler: (request, reply) =>
      writeAcross(services, request, reply, async (tx, all) => {
        const present = await lockOwnSite(all, request.site.tenantId, request.params.id);
        requireMatch(request, showSite(present, identity, request.site));
        await deleteOwnSite(all, present);
        await record(tx, { verb: 'deleted', objectType: 'site', objectId: present.id });
        return { status: 204, body: null };
      }),
  });
}

function keeperOf({ signUps }: Services, request: FastifyRequest) {
  const { tenantId } = request.site;
  return { tenantId, isOperator: isOperator(request), rootDomain: signUps.rootDomain };
}
