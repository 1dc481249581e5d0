import { type Static, Type } from 'typebox';
import { addParticipant, changeParticipant } from '../../modules/workshops/participant-edits.ts';
import {
  pageOfParticipants,
  requireEventOf,
  requireShownParticipant,
  type ShownParticipant,
} from '../../modules/workshops/participant-pages.ts';
import { removeParticipants, renewKey } from '../../modules/workshops/participants.ts';
import { changedParticipants } from '../../modules/workshops/syncs.ts';
import type { ParticipantDraft } from '../../modules/workshops/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { numbered, rename } from './event-forms.ts';
import { closed, noContent, nullable } from './formats.ts';
import { pageAfter, pageQuery, readCursor } from './lists.ts';
import { pageOfSync, readSince, syncPageOf, syncQuery } from './sync.ts';
import { requireMatch, tagged, write } from './writes.ts';

const participantForm = closed({
  id: Type.Integer(),
  event_id: Type.Integer(),
  full_name: Type.String(),
  class: nullable(Type.String()),
  target_group: nullable(Type.String()),
  key: nullable(Type.String({ description: 'The login key; null: nobody signs in as this person' })),
  workshop_ids: Type.Array(Type.Integer(), { description: 'What they chose' }),
});
const text = nullable(Type.String({ maxLength: 80 }));
const writable = {
  class: Type.Optional(text),
  target_group: Type.Optional(text),
  key: Type.Optional(text),
};
const fullName = Type.String({ minLength: 1, maxLength: 200 });
const changeBody = closed({ full_name: Type.Optional(fullName), ...writable });
const place = Type.Object({ id: Type.Integer({ minimum: 1 }), name: Type.String() });
const renamed = rename((field) => wireNames[field] ?? field);

/** `/events/{id}/participants` and `/participants/{id}`: the people of an event, as those see them who run it. */
export function serveParticipants(server: HttpServer, services: Services): void {
  serveList(server, services);
  serveOne(server, services);
}

function serveList(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/events/:id/participants',
    caller: ['staff'],
    summary: 'The participants of an event with their keys and what they chose',
    description:
      'With `updated_since` all of them in the order of their changes, up to the oldest transaction that still runs: whoever ' +
      'goes on from `since` misses nobody. What they choose is no change of theirs: see `/events/{id}/registrations`.',
    schema: {
      params: numbered,
      querystring: Type.Object({
        ...pageQuery,
        ...syncQuery,
        search: Type.Optional(Type.String({ maxLength: 200, description: 'A part of name, class or group' })),
        class: Type.Optional(
          Type.String({ maxLength: 80, description: 'Only this class; empty: those of none' }),
        ),
        group: Type.Optional(
          Type.String({ maxLength: 80, description: 'Only this group; empty: those of none' }),
        ),
        without_choice: Type.Boolean({ default: false, description: 'Only those who have chosen nothing' }),
        sort: Type.Enum(['id', 'name', '-name'], { default: 'id' }),
      }),
      response: { 200: syncPageOf(participantForm) },
    },
    handler: async ({ params, query, context }) => {
      const { limit = 50, search, class: className, group: targetGroup, sort: order } = query;
      if (query.updated_since !== undefined) {
        const since = readSince(query.cursor ?? query.updated_since);
        const wanted = { ...since, limit: limit + 1 };
        const { changed, horizon } = await context.read((read) =>
          changedParticipants(read, identity, params.id, wanted),
        );
        return pageOfSync(changed, limit, toParticipant, since, horizon);
      }
      const page = {
        search,
        class: className,
        targetGroup,
        isUndecided: query.without_choice,
        order,
        after: readCursor(query.cursor, place),
        limit: limit + 1,
      };
      const found = await context.read((read) => pageOfParticipants(read, identity, params.id, page));
      const shown = pageAfter(found, limit, toParticipant, (one) => ({ id: one.id, name: one.fullName }));
      return { ...shown, since: null };
    },
  });

  route(server, {
    method: 'POST',
    path: '/events/:id/participants',
    caller: ['staff'],
    summary: 'Put one more person into an event; without a key one is drawn, null: none',
    schema: {
      params: numbered,
      body: closed({ full_name: fullName, ...writable }),
      response: { 201: participantForm },
    },
    errors: renamed,
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const id = await addParticipant(tx, identity, request.params.id, draftOf(request.body));
        const body = toParticipant(await requireShownParticipant(tx, identity, id));
        return { status: 201, body, headers: { location: `/api/v1/participants/${id}` } };
      }),
  });
}

function serveOne(server: HttpServer, { identity }: Services): void {
  const answered = { 200: participantForm };
  route(server, {
    method: 'GET',
    path: '/participants/:id',
    caller: ['staff'],
    summary: 'One participant',
    schema: { params: numbered, response: answered },
    handler: async ({ params, context }, reply) =>
      tagged(
        reply,
        toParticipant(await context.read((read) => requireShownParticipant(read, identity, params.id))),
      ),
  });

  route(server, {
    method: 'PATCH',
    path: '/participants/:id',
    caller: ['staff'],
    summary: 'Change what is named of a participant',
    description:
      'A changed key signs out whoever came in by the old one; empty draws a new one, null takes it away.',
    schema: { params: numbered, body: changeBody, response: answered },
    errors: renamed,
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { id } = request.params;
        if (request.headers['if-match'] !== undefined)
          requireMatch(request, toParticipant(await requireShownParticipant(tx, identity, id)));
        await changeParticipant(tx, identity, id, draftOf(request.body));
        return { status: 200, body: toParticipant(await requireShownParticipant(tx, identity, id)) };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/participants/:id',
    caller: ['staff'],
    summary: 'Remove a participant with what they chose; their places come back',
    schema: { params: numbered, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { id } = request.params;
        await removeParticipants(tx, await requireEventOf(tx, id), [id]);
        return { status: 204, body: null };
      }),
  });

  route(server, {
    method: 'POST',
    path: '/participants/:id/key',
    caller: ['staff'],
    summary: 'Draw a new key for a participant; whoever is signed in by the old one is no more',
    schema: { params: numbered, response: answered },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { id } = request.params;
        await renewKey(tx, identity, await requireEventOf(tx, id), id);
        return { status: 200, body: toParticipant(await requireShownParticipant(tx, identity, id)) };
      }),
  });
}

const wireNames: Readonly<Record<string, string>> = { fullName: 'full_name', targetGroup: 'target_group' };

function toParticipant(one: ShownParticipant): Static<typeof participantForm> {
  return {
    id: one.id,
    event_id: one.eventId,
    full_name: one.fullName,
    class: one.class,
    target_group: one.targetGroup,
    key: one.key,
    workshop_ids: [...one.chosen],
  };
}

function draftOf(sent: Static<typeof changeBody>): Omit<ParticipantDraft, 'id'> {
  const { full_name: name, target_group: targetGroup, class: className, key } = sent;
  return {
    ...(name !== undefined && { fullName: name }),
    ...(className !== undefined && { class: className }),
    ...(targetGroup !== undefined && { targetGroup }),
    ...(key !== undefined && { key }),
  };
}
