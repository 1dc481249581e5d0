import { type Static, Type } from 'typebox';
import { addLookup, changeLookup, removeLookup } from '../../modules/festival/cities.ts';
import type { LookupList } from '../../modules/festival/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { ownCity } from './auth.ts';
import { lookupPaths } from './cities.ts';
import { neighbourhoodForm } from './city-forms.ts';
import { noContent, present, sendNothing, textOrNull } from './formats.ts';

const ofCity = Type.Object({ slug: Type.String() });
const lookupSent = Type.Object({
  key: Type.Optional(Type.String({ description: 'Made of the label without it' })),
  label: Type.String(),
  district: Type.Optional(textOrNull),
});
const ofLookup = Type.Object({ slug: Type.String(), key: Type.String() });

/** What may be chosen in a city, for who runs it (contract §9 "City admin"). */
export function serveCityLookups(server: HttpServer): void {
  for (const [segment, list] of lookupPaths) serveOneList(server, `/api/cities/:slug/${segment}`, list);
}

function serveOneList(server: HttpServer, path: string, list: LookupList): void {
  route(server, {
    method: 'POST',
    path,
    caller: ['city'],
    summary: 'Add to what may be chosen in a city',
    schema: { params: ofCity, body: lookupSent, response: { 201: neighbourhoodForm } },
    handler: async (request, reply) => {
      const { key, label, district = null } = request.body;
      const made = await request.context.transaction(async (tx) =>
        addLookup(tx, (await ownCity(tx, request)).id, { list, label, district, ...present({ key }) }),
      );
      return reply.code(201).send(toEntry(made));
    },
  });

  route(server, {
    method: 'PATCH',
    path: `${path}/:key`,
    caller: ['city'],
    summary: 'Reword an entry of what may be chosen',
    schema: {
      params: ofLookup,
      body: Type.Object({ label: Type.Optional(Type.String()), district: Type.Optional(textOrNull) }),
      response: { 200: neighbourhoodForm },
    },
    handler: (request) =>
      request.context.transaction(async (tx) => {
        const { label, district } = request.body;
        const change = { list, key: request.params.key, ...present({ label, district }) };
        return toEntry(await changeLookup(tx, (await ownCity(tx, request)).id, change));
      }),
  });

  route(server, {
    method: 'DELETE',
    path: `${path}/:key`,
    caller: ['city'],
    summary: 'Take an entry out of what may be chosen; refused while a profile names it',
    schema: { params: ofLookup, response: noContent },
    handler: async (request, reply) => {
      await request.context.transaction(async (tx) =>
        removeLookup(tx, (await ownCity(tx, request)).id, list, request.params.key),
      );
      return sendNothing(reply);
    },
  });
}

function toEntry({
  key,
  label,
  district,
}: Static<typeof neighbourhoodForm>): Static<typeof neighbourhoodForm> {
  return { key, label, district };
}
