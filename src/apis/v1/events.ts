import { type Static, Type } from 'typebox';
import {
  copyEvent,
  createEvent,
  deleteEvent,
  editEvent,
  requireEvent,
  setArchived,
  type Versions,
} from '../../modules/workshops/events.ts';
import { pageOfEvents } from '../../modules/workshops/fills.ts';
import { badEvent } from '../../modules/workshops/refusals.ts';
import type { EventChange, EventWithWorkshops } from '../../modules/workshops/types.ts';
import type { Tx } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import {
  eventForm,
  eventTag,
  listedEvent,
  numbered,
  renameEventFields,
  toEvent,
  toListedEvent,
  versionsAsked,
} from './event-forms.ts';
import { closed, noContent, nullable } from './formats.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { write } from './writes.ts';

const time = nullable(
  Type.String({
    maxLength: 80,
    description: "ISO 8601; without an offset, a local time of the event's zone",
  }),
);
const writable = {
  is_switched_on: Type.Optional(
    Type.Boolean({ description: 'Whether participants may choose, within the times' }),
  ),
  opens_at: Type.Optional(time),
  closes_at: Type.Optional(time),
  time_zone: Type.Optional(Type.String({ maxLength: 80, description: 'Such as Europe/Brussels' })),
};
const name = Type.String({ minLength: 1, maxLength: 80 });
const changeBody = closed({
  name: Type.Optional(name),
  ...writable,
  is_archived: Type.Optional(
    Type.Boolean({ description: 'Archived: closed and hidden, its keys open nothing' }),
  ),
  forget_participants: Type.Optional(
    Type.Boolean({
      description: 'While archiving: delete everybody of the event with what they chose, for good',
    }),
  ),
});
const place = Type.Object({ id: Type.Integer({ minimum: 1 }) });
const answered = { 200: eventForm };

/** `/events`: days of workshops, as those see them who run them. */
export function serveEvents(server: HttpServer): void {
  serveLists(server);
  serveOne(server);
}

function serveLists(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/events',
    caller: ['staff'],
    summary: 'The events with how many workshops, people and places they have, the newest first',
    schema: {
      querystring: Type.Object({ ...pageQuery, archived: Type.Boolean({ default: false }) }),
      response: { 200: pageOf(listedEvent) },
    },
    handler: async ({ query, context }) => {
      const { limit = 50, archived: isArchived } = query;
      const before = readCursor(query.cursor, place)?.id ?? null;
      const page = { isArchived, before, limit: limit + 1 };
      const found = await context.read((read) => pageOfEvents(read, page));
      const now = context.clock.now();
      return pageAfter(
        found,
        limit,
        (event) => toListedEvent(event, now),
        ({ id }) => ({ id }),
      );
    },
  });

  route(server, {
    method: 'POST',
    path: '/events',
    caller: ['staff'],
    summary: 'Make an event, without workshops',
    schema: { body: closed({ name, ...writable }), response: { 201: eventForm } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { body } = request;
        return made(tx, await createEvent(tx, { ...changeOf(body), name: body.name }));
      }),
  });

  route(server, {
    method: 'POST',
    path: '/events/:id/copy',
    caller: ['staff'],
    summary: 'Copy an event with its workshops and links, closed and without people',
    schema: { params: numbered, body: closed({ name }), response: { 201: eventForm } },
    handler: (request, reply) =>
      write(request, reply, async (tx) =>
        made(tx, await copyEvent(tx, request.params.id, request.body.name)),
      ),
  });
}

function serveOne(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/events/:id',
    caller: ['staff'],
    summary: 'An event with its workshops',
    schema: { params: numbered, response: answered },
    handler: async ({ params, context }, reply) => {
      const event = await context.read((read) => requireEvent(read, params.id));
      const now = context.clock.now();
      reply.header('etag', eventTag(event, now));
      return toEvent(event, now);
    },
  });

  route(server, {
    method: 'PATCH',
    path: '/events/:id',
    caller: ['staff'],
    summary: 'Change what is named of an event, archive it or take it out of the archive',
    description: 'An archived event is taken out first where both are asked; it is archived last.',
    schema: { params: numbered, body: changeBody, response: answered },
    errors: renameEventFields,
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const event = await changeEvent(tx, request.params.id, request.body, versionsAsked(request));
        return shown(tx, event, 200);
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/events/:id',
    caller: ['staff'],
    summary: 'Delete an event with its workshops, its participants and their choices',
    schema: { params: numbered, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        await deleteEvent(tx, request.params.id, versionsAsked(request));
        return { status: 204, body: null };
      }),
  });
}

async function changeEvent(
  tx: Tx,
  id: number,
  body: Static<typeof changeBody>,
  versions: Versions,
): Promise<EventWithWorkshops> {
  const { is_archived: isArchived, forget_participants: forgetParticipants = false } = body;
  if (forgetParticipants && isArchived !== true)
    throw badEvent({
      forget_participants: ['People are forgotten while an event is archived: say is_archived too.'],
    });
  const change = { ...changeOf(body), ...(body.name !== undefined && { name: body.name }) };
  const isEdited = Object.keys(change).length > 0 || isArchived === undefined;
  // Whoever read one of these versions goes on from what this very request made of it.
  let from = versions;
  if (isArchived === false) {
    await setArchived(tx, id, { isArchived, forgetParticipants: false }, from);
    from = null;
  }
  if (isEdited) {
    await editEvent(tx, id, change, from);
    from = null;
  }
  if (isArchived === true) await setArchived(tx, id, { isArchived, forgetParticipants }, from);
  return requireEvent(tx, id);
}

function changeOf(sent: Omit<Static<typeof changeBody>, 'name'>): EventChange {
  const { is_switched_on: available, opens_at: opensAt, closes_at: closesAt, time_zone: timeZone } = sent;
  return {
    ...(available !== undefined && { available }),
    ...(opensAt !== undefined && { opensAt }),
    ...(closesAt !== undefined && { closesAt }),
    ...(timeZone !== undefined && { timeZone }),
  };
}

function made(tx: Tx, event: EventWithWorkshops) {
  const answer = shown(tx, event, 201);
  return { ...answer, headers: { ...answer.headers, location: `/api/v1/events/${event.id}` } };
}

function shown(tx: Tx, event: EventWithWorkshops, status: number) {
  const now = tx.clock.now();
  return { status, body: toEvent(event, now), headers: { etag: eventTag(event, now) } };
}
