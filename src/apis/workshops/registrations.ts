import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { choose, listChoice, withdraw } from '../../modules/workshops/choices.ts';
import { unknownRegistration } from '../../modules/workshops/refusals.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { actsForOthers } from './auth.ts';
import { idOf, noContent, participantIdIn, sendNothing } from './formats.ts';
import { answer, languageOf, toProblem, toRegistration, wordsOfChoices } from './registration-words.ts';

/** As many as an event can have; more of them would only cost time. */
const mostWorkshops = 1000;

const choice = Type.Object({
  workshop_ids: Type.Array(Type.Unsafe<number | string>({ type: ['integer', 'string'] }), {
    maxItems: mostWorkshops,
    description: 'The whole choice: ids as numbers or as texts, in any order',
  }),
  force: Type.Optional(Type.Boolean({ description: 'Managers only: also beyond the limit of a workshop' })),
});

/** `/registrations/user/{user_id}` and `/…/{workshop_id}`: a participant's choice (contract §7). */
export function serveRegistrations(server: HttpServer): void {
  serveChoice(server, { path: '/registrations/user/:user_id', documented: true });
  // The ancestor serves these methods there too, whatever the workshop.
  serveChoice(server, { path: '/registrations/user/:user_id/:workshop_id', documented: false });

  route(server, {
    method: 'DELETE',
    path: '/registrations/user/:user_id/:workshop_id',
    caller: ['user'],
    summary: 'Give up a workshop, and those that must be taken together with it',
    description: 'Participants while the event is open; managers always.',
    schema: {
      params: Type.Object({ user_id: Type.String(), workshop_id: Type.String() }),
      response: noContent,
    },
    errors: wordsOfChoices,
    handler: async (request, reply) => {
      const { participantId, byManager } = whoseChoice(request, request.params);
      const workshopId = idOf(request.params.workshop_id);
      if (workshopId === null) throw unknownRegistration(request.params.workshop_id);
      await request.context.transaction((tx) => withdraw(tx, participantId, workshopId, { byManager }));
      return sendNothing(reply);
    },
  });
}

function serveChoice(
  server: HttpServer,
  { path, documented }: { readonly path: string; readonly documented: boolean },
): void {
  const params = Type.Object({ user_id: Type.String() });
  route(server, {
    method: 'GET',
    path,
    caller: ['user'],
    summary: 'What a participant has chosen',
    description:
      '`problems`: what today would refuse of it, since links, groups or moments were changed later.',
    documented,
    schema: { params, response: { 200: answer } },
    errors: wordsOfChoices,
    handler: async (request) => {
      const { participantId } = whoseChoice(request, request.params);
      const found = await request.context.read((read) => listChoice(read, participantId));
      const locale = languageOf(request);
      return {
        registrations: found.registrations.map(toRegistration),
        problems: found.flags.map((flag) => toProblem(flag, found.workshops, locale)),
      };
    },
  });

  route(server, {
    method: 'PUT',
    path,
    caller: ['user'],
    summary: "Replace a participant's whole choice: all of it or nothing",
    description:
      'Participants while the event is open; managers always. A refused choice leaves the old one as it was and is ' +
      'answered with every problem it has and the places still free: 403 (closed, another event, full, another group, ' +
      'links), 409 (two at one moment) or 400 (unknown workshops).',
    documented,
    schema: { params, body: choice, response: { 200: answer } },
    errors: wordsOfChoices,
    handler: async (request) => {
      const { participantId, byManager } = whoseChoice(request, request.params);
      const { force = false } = request.body;
      if (force && !byManager) throw onlyManagersForce();
      const wanted = idsIn(request.body.workshop_ids);
      const registrations = await request.context.transaction((tx) =>
        choose(tx, participantId, wanted, { byManager, force }),
      );
      return { registrations: registrations.map(toRegistration) };
    },
  });
}

function whoseChoice(request: FastifyRequest, { user_id: segment }: { readonly user_id: string }) {
  const participantId = participantIdIn(segment);
  return { participantId, byManager: actsForOthers(request, participantId) };
}

function idsIn(values: readonly (number | string)[]): number[] {
  const ids = values.map(idOf);
  const fields = Object.fromEntries(
    values.flatMap((value, at) =>
      ids[at] === null ? [[`workshop_ids.${at}`, [`"${value}" is not the id of a workshop.`]]] : [],
    ),
  );
  const sentences = Object.values(fields).flat();
  if (sentences.length > 0) throw refuse('invalid', 'choice.bad_ids', sentences.join(' '), { fields });
  return ids.filter((id) => id !== null);
}

function onlyManagersForce() {
  const sentence = 'Only a manager may go beyond the limit.';
  return refuse('forbidden', 'caller.not_permitted', sentence, { fields: { force: [sentence] } });
}
