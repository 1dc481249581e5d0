import { Type } from 'typebox';
import { listNames } from '../../modules/festival/feeds.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { idIn } from './formats.ts';

/** Lists of bare names (contract §6.5), of the current festival and of a named one. */
export function serveNames(server: HttpServer): void {
  const config = { publicFeed: true };
  const artists = Type.Object({ artists: Type.Array(Type.String()) });
  const venues = Type.Object({ venues: Type.Array(Type.String()) });
  const params = Type.Object({ festival_id: Type.String() });

  route(server, {
    method: 'GET',
    path: '/api/cities/events/artists',
    caller: 'anyone',
    summary: "Names of the artists with a confirmed event in the city's current festival",
    config,
    schema: { response: { 200: artists } },
    handler: async ({ context, site }) => ({
      artists: await context.read((read) =>
        listNames(read, { siteId: site.id, festivalUuid: null }, 'artist'),
      ),
    }),
  });
  route(server, {
    method: 'GET',
    path: '/api/cities/events/:festival_id/artists',
    caller: 'anyone',
    summary: 'Names of the artists with a confirmed event in a festival of the city',
    config,
    schema: { params, response: { 200: artists } },
    handler: async ({ context, site, params: { festival_id } }) => {
      const of = { siteId: site.id, festivalUuid: idIn(festival_id) };
      return { artists: await context.read((read) => listNames(read, of, 'artist')) };
    },
  });
  route(server, {
    method: 'GET',
    path: '/api/cities/events/venues',
    caller: 'anyone',
    summary: "Names of the venues with a confirmed event in the city's current festival",
    config,
    schema: { response: { 200: venues } },
    handler: async ({ context, site }) => ({
      venues: await context.read((read) => listNames(read, { siteId: site.id, festivalUuid: null }, 'venue')),
    }),
  });
  route(server, {
    method: 'GET',
    path: '/api/cities/events/:festival_id/venues',
    caller: 'anyone',
    summary: 'Names of the venues with a confirmed event in a festival of the city',
    config,
    schema: { params, response: { 200: venues } },
    handler: async ({ context, site, params: { festival_id } }) => {
      const of = { siteId: site.id, festivalUuid: idIn(festival_id) };
      return { venues: await context.read((read) => listNames(read, of, 'venue')) };
    },
  });
}
