import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { replaceParticipants } from '../../modules/workshops/participant-lists.ts';
import { listParticipants, removeParticipants, renewKey } from '../../modules/workshops/participants.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { eventIdIn, idOf, noContent, participantIdIn, sendNothing } from './formats.ts';
import { readDrafts, toUser, userForm, wordFaults } from './user-forms.ts';

/** An event's list has 100 000 people in some 20 MB. */
export const listLimit = 32 * 1024 * 1024;

/** `/events/{id}/users` and what belongs to it (contract §6, ruling "Participants' keys"). */
export function serveUsers(server: HttpServer, { identity }: Services): void {
  const params = Type.Object({ id: Type.String() });
  const one = Type.Object({ id: Type.String(), user_id: Type.String() });
  const users = { 200: Type.Object({ users: Type.Array(userForm) }) };
  const list = async (request: FastifyRequest, segment: string, isUnregistered: boolean) => {
    // Of no event there is nobody (contract §6), also where the address has no number.
    const eventId = idOf(segment) ?? 0;
    const found = await request.context.read((read) =>
      listParticipants(read, identity, eventId, { isUnregistered }),
    );
    return { users: found.map(toUser) };
  };
  route(server, {
    method: 'GET',
    path: '/events/:id/users',
    caller: ['manage'],
    summary: 'The participants of an event with their keys',
    schema: { params, response: users },
    handler: (request) => list(request, request.params.id, false),
  });
  route(server, {
    method: 'GET',
    path: '/events/:id/unregistered_users',
    caller: ['manage'],
    summary: 'Participants of this event who have chosen nothing',
    schema: { params, response: users },
    handler: (request) => list(request, request.params.id, true),
  });
  route(server, {
    method: 'PUT',
    path: '/events/:id/users',
    caller: ['manage'],
    summary: 'Replaces the participants of an event',
    description:
      'A bare array. People are recognised by `id`, else by `identity`, else by name and class, else by a name that ' +
      'occurs once on both sides; they keep id, key and registrations. Who is left out is removed with their ' +
      'registrations. `identity`: `""` draws a key, null takes it away, absent keeps it. All or nothing.',
    bodyLimit: listLimit,
    schema: { params, body: Type.Array(Type.Unknown()), response: noContent },
    errors: wordFaults,
    handler: async (request, reply) => {
      const eventId = eventIdIn(request.params.id);
      const drafts = readDrafts(request.body, eventId);
      await request.context.transaction((tx) => replaceParticipants(tx, identity, eventId, drafts));
      return sendNothing(reply);
    },
  });
  route(server, {
    method: 'DELETE',
    path: '/events/:id/users/:user_id',
    caller: ['manage'],
    summary: 'Removes one participant with their registrations',
    schema: { params: one, response: noContent },
    handler: async (request, reply) => {
      const [eventId, id] = [eventIdIn(request.params.id), participantIdIn(request.params.user_id)];
      await request.context.transaction((tx) => removeParticipants(tx, eventId, [id]));
      return sendNothing(reply);
    },
  });
  route(server, {
    method: 'POST',
    path: '/events/:id/users/:user_id/key',
    caller: ['manage'],
    summary: 'Draws a new key for one participant; whoever is signed in by the old one is no more',
    schema: { params: one, response: { 200: userForm } },
    handler: async (request) => {
      const [eventId, id] = [eventIdIn(request.params.id), participantIdIn(request.params.user_id)];
      return toUser(await request.context.transaction((tx) => renewKey(tx, identity, eventId, id)));
    },
  });
}
