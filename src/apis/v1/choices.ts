import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { refusedChoiceIn, sayRefused } from '../../modules/workshops/choice-sentences.ts';
import { choose, lockChoice, showChoice, withdraw } from '../../modules/workshops/choices.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';
import { notPermitted } from './auth.ts';
import { choiceForm, chosenForm, numericId, toChoice, toChosen, toProblem } from './choice-forms.ts';
import { closed, noContent } from './formats.ts';
import { requireMatch, tagOf, write } from './writes.ts';

/** As many as an event can have; more of them would only cost time. */
const mostWorkshops = 1000;

const wish = closed({
  workshop_ids: Type.Array(numericId, { maxItems: mostWorkshops, description: 'The whole choice' }),
  force: Type.Optional(Type.Boolean({ description: 'Staff only: also beyond the capacity' })),
});
const ofParticipant = closed({ id: numericId });
const workshopOf = { workshop_id: numericId };

/** `/participants/{id}/choice` and `/participants/me/choice`: what a participant chooses, of what. */
export function serveChoices(server: HttpServer): void {
  serveOwn(server);
  serveOthers(server);
}

const seen =
  'With every workshop of the event by moment, free places, links and what may be chosen until when.';
const chosen =
  'All of it or nothing: a refused choice leaves the old one, and `detail.problems` tells every reason, with the ' +
  'workshops concerned and the places left, in the language of the request. `If-Match` is of the choice alone.';
const given =
  'With those that must be taken together with it. Participants while the event is open; staff always.';

function serveOwn(server: HttpServer): void {
  const path = '/participants/me/choice';
  const caller = ['participant'] as const;
  route(server, {
    method: 'GET',
    path,
    caller,
    summary: 'My choice',
    description: seen,
    schema: { response: { 200: choiceForm } },
    handler: (request, reply) => answerChoice(request, reply, ownId(request)),
  });
  route(server, {
    method: 'PUT',
    path,
    caller,
    summary: 'Choose, in place of what I chose before',
    description: chosen,
    schema: { body: wish, response: { 200: chosenForm } },
    handler: (request, reply) => replaceChoice(request, reply, ownId(request), request.body),
  });
  route(server, {
    method: 'DELETE',
    path: `${path}/:workshop_id`,
    caller,
    summary: 'Give up a workshop',
    description: given,
    schema: { params: closed(workshopOf), response: noContent },
    handler: (request, reply) => giveUp(request, reply, ownId(request), request.params.workshop_id),
  });
}

function serveOthers(server: HttpServer): void {
  const path = '/participants/:id/choice';
  const caller = ['participant', 'staff'] as const;
  route(server, {
    method: 'GET',
    path,
    caller,
    summary: "A participant's choice",
    description: `${seen} Participants see their own.`,
    schema: { params: ofParticipant, response: { 200: choiceForm } },
    handler: (request, reply) => answerChoice(request, reply, permitted(request, request.params.id)),
  });
  route(server, {
    method: 'PUT',
    path,
    caller,
    summary: 'Choose for a participant, in place of what was chosen before',
    description: `${chosen} Staff also while the event is closed.`,
    schema: { params: ofParticipant, body: wish, response: { 200: chosenForm } },
    handler: (request, reply) =>
      replaceChoice(request, reply, permitted(request, request.params.id), request.body),
  });
  route(server, {
    method: 'DELETE',
    path: `${path}/:workshop_id`,
    caller,
    summary: 'Give up a workshop for a participant',
    description: given,
    schema: { params: closed({ ...ofParticipant.properties, ...workshopOf }), response: noContent },
    handler: (request, reply) =>
      giveUp(request, reply, permitted(request, request.params.id), request.params.workshop_id),
  });
}

async function answerChoice(request: FastifyRequest, reply: FastifyReply, participantId: number) {
  const shown = await request.context.read((read) => showChoice(read, participantId));
  reply.header('etag', tagOf(shown.chosen));
  // The tag is the choice's alone, for `If-Match`: places and times move under it, so nothing may be kept.
  reply.header('cache-control', 'no-store');
  return toChoice(shown, languageOf(request));
}

async function replaceChoice(
  request: FastifyRequest,
  reply: FastifyReply,
  participantId: number,
  { workshop_ids: wanted, force = false }: { readonly workshop_ids: number[]; readonly force?: boolean },
) {
  const byManager = request.visit === null;
  if (force && !byManager) throw onlyStaffForces();
  try {
    return await write(request, reply, async (tx) => {
      if (request.headers['if-match'] !== undefined)
        requireMatch(request, await lockChoice(tx, participantId));
      const body = toChosen(await choose(tx, participantId, wanted, { byManager, force }));
      return { status: 200, body, headers: { etag: tagOf(body.workshop_ids) } };
    });
  } catch (error) {
    throw worded(error, wanted, languageOf(request));
  }
}

function giveUp(request: FastifyRequest, reply: FastifyReply, participantId: number, workshopId: number) {
  const byManager = request.visit === null;
  return write(request, reply, async (tx) => {
    if (request.headers['if-match'] !== undefined) requireMatch(request, await lockChoice(tx, participantId));
    await withdraw(tx, participantId, workshopId, { byManager });
    return { status: 204, body: null };
  });
}

function ownId({ visit }: FastifyRequest): number {
  if (!visit) throw notPermitted();
  return visit.participant.id;
}

/** Of others than oneself a participant learns nothing, not even whether there is such a person. */
function permitted({ visit }: FastifyRequest, participantId: number): number {
  if (visit && visit.participant.id !== participantId) throw notPermitted();
  return participantId;
}

/** A refused choice in the language of the request, each sentence at the place of its workshop. */
function worded(error: unknown, wanted: readonly number[], locale: Locale): unknown {
  if (!(error instanceof Refusal) || error.code !== 'choice.refused') return error;
  const refused = refusedChoiceIn(error.detail);
  if (!refused) return error;
  const problems = refused.problems.map((flaw) => toProblem(flaw, refused.workshops, locale));
  const fields = Map.groupBy(problems, (one) => `workshop_ids.${wanted.indexOf(one.workshop_id)}`);
  return refuse(error.kind, error.code, sayRefused(locale), {
    fields: Object.fromEntries([...fields].map(([field, list]) => [field, list.map((one) => one.message)])),
    detail: { problems, free: refused.workshops.map(({ id, free }) => ({ workshop_id: id, free })) },
  });
}

function languageOf({ headers, usualLanguage }: FastifyRequest): Locale {
  return chooseLocale(headers['accept-language'], usualLanguage);
}

function onlyStaffForces() {
  const sentence = 'Only staff may go beyond the capacity.';
  return refuse('forbidden', 'caller.not_permitted', sentence, { fields: { force: [sentence] } });
}
