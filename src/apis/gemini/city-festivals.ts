import { type Static, Type } from 'typebox';
import {
  changeFestival,
  createFestival,
  launchFestival,
  listFestivals,
} from '../../modules/festival/festivals.ts';
import type { FestivalDraft } from '../../modules/festival/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { ownCity } from './auth.ts';
import { toWholeFestival, wholeFestivalForm } from './city-forms.ts';
import { idIn, noContent, present, sendNothing, textOrNull } from './formats.ts';
import { readOptionalTime, readTime, timeSent } from './times.ts';

const ofCity = Type.Object({ slug: Type.String() });
const festivalFields = {
  name: Type.Optional(Type.String()),
  registration_closes_at: Type.Optional(textOrNull),
  matchmaking_closes_at: Type.Optional(textOrNull),
};
const newFestivalSent = Type.Object({
  ...festivalFields,
  start_time: timeSent,
  end_time: timeSent,
  is_launched: Type.Optional(Type.Boolean({ description: 'False makes a draft' })),
});
const festivalChangeSent = Type.Partial(
  Type.Object({ ...festivalFields, start_time: timeSent, end_time: timeSent }),
);
const ofFestival = Type.Object({ slug: Type.String(), festival_id: Type.String() });

/** The festivals of a city, for who runs it (contract §9 "City admin"). */
export function serveCityFestivals(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/api/cities/:slug/festivals',
    caller: ['city'],
    summary: 'Every festival of a city, drafts too, by date',
    schema: { params: ofCity, response: { 200: Type.Object({ festivals: Type.Array(wholeFestivalForm) }) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const city = await ownCity(read, request);
        const all = await listFestivals(read, city.id);
        return { festivals: all.map((festival) => toWholeFestival(festival, city)) };
      }),
  });

  route(server, {
    method: 'POST',
    path: '/api/cities/:slug/festivals',
    caller: ['city'],
    summary: 'Add a festival, launched unless it is to be a draft',
    schema: { params: ofCity, body: newFestivalSent, response: { 201: wholeFestivalForm } },
    handler: async (request, reply) => {
      const { body } = request;
      const made = await request.context.transaction(async (tx) => {
        const city = await ownCity(tx, request);
        const zone = city.timeZone;
        const draft = {
          ...readFestivalChange(body, zone),
          startsAt: readTime(body.start_time, zone, 'start_time'),
          endsAt: readTime(body.end_time, zone, 'end_time'),
        };
        const festival = await createFestival(tx, city, draft, { isDraft: body.is_launched === false });
        return toWholeFestival(festival, city);
      });
      return reply.code(201).send(made);
    },
  });

  route(server, {
    method: 'PATCH',
    path: '/api/cities/:slug/festivals/:festival_id',
    caller: ['city'],
    summary: 'Change a festival; what is left out stays',
    schema: { params: ofFestival, body: festivalChangeSent, response: { 200: wholeFestivalForm } },
    handler: (request) =>
      request.context.transaction(async (tx) => {
        const city = await ownCity(tx, request);
        const change = readFestivalChange(request.body, city.timeZone);
        return toWholeFestival(
          await changeFestival(tx, city, idIn(request.params.festival_id), change),
          city,
        );
      }),
  });

  route(server, {
    method: 'POST',
    path: '/api/cities/:slug/festivals/:festival_id/launch',
    caller: ['city'],
    summary: 'Open a festival: from now on people register for it and ask each other',
    schema: { params: ofFestival, response: noContent },
    handler: async (request, reply) => {
      await request.context.transaction(async (tx) => {
        const city = await ownCity(tx, request);
        return launchFestival(tx, city, idIn(request.params.festival_id));
      });
      return sendNothing(reply);
    },
  });
}

function readFestivalChange(sent: Static<typeof festivalChangeSent>, zone: string): Partial<FestivalDraft> {
  return present({
    name: sent.name,
    startsAt: readOptionalTime(sent.start_time, zone, 'start_time'),
    endsAt: readOptionalTime(sent.end_time, zone, 'end_time'),
    registrationClosesAt: readOptionalTime(sent.registration_closes_at, zone, 'registration_closes_at'),
    matchmakingClosesAt: readOptionalTime(sent.matchmaking_closes_at, zone, 'matchmaking_closes_at'),
  });
}
