import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import {
  copyEvent,
  createEvent,
  deleteEvent,
  editEvent,
  listEvents,
  rehearseEdit,
  requireEvent,
  setArchived,
} from '../../modules/workshops/events.ts';
import { badEvent, unknownEvent } from '../../modules/workshops/refusals.ts';
import type { EventChange, EventWithWorkshops } from '../../modules/workshops/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { isManager, refuseOthersThanManagers } from './auth.ts';
import {
  eventForm,
  eventSent,
  idSent,
  listedEvent,
  readChange,
  tagOf,
  toForm,
  toListed,
  toWarning,
  versionsAsked,
  warningForm,
} from './event-forms.ts';
import { eventIdIn, noContent, sendNothing } from './formats.ts';

const params = Type.Object({ id: Type.String() });

/** `/events`, `/events/{id}`, and what may be done with a whole event (contract §4). */
export function serveEvents(server: HttpServer, services: Services): void {
  serveList(server, services);
  serveOne(server, services);
  serveEdits(server);
  serveCopies(server);
}

function serveList(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/events',
    caller: 'anyone',
    summary: 'The events, by id; managers may ask for the archived ones',
    schema: {
      querystring: Type.Object({ archived: Type.Optional(Type.Boolean()) }),
      response: { 200: Type.Object({ events: Type.Array(listedEvent) }) },
    },
    handler: async (request) => {
      const { archived = false } = request.query;
      if (archived) await refuseOthersThanManagers(services, request);
      const events = await request.context.read((read) => listEvents(read, { archived }));
      const shown = events.filter(({ archivedAt }) => (archivedAt !== null) === archived);
      return { events: shown.map((event) => toListed(event, request.context.clock.now())) };
    },
  });

  route(server, {
    method: 'POST',
    path: '/events',
    caller: ['manage'],
    summary: 'Make an event, without workshops; with the id of an event, edit that one',
    schema: { body: eventSent, response: { 200: eventForm } },
    handler: async (request, reply) => {
      const { workshops: _, ...sent } = request.body;
      const id = idSent(sent);
      const versions = versionsAsked(request);
      const event = await request.context.transaction(async (tx) => {
        if (id === null) return createEvent(tx, requireName(readChange(sent)));
        return (await editEvent(tx, id, readChange(sent), versions)).event;
      });
      return tagged(reply, event, request.context.clock.now());
    },
  });
}

function serveOne(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/events/:id',
    caller: 'anyone',
    summary: 'An event with its workshops and how many have registered for each',
    schema: { params, response: { 200: eventForm } },
    handler: async (request, reply) => {
      const id = eventIdIn(request.params.id);
      const event = await request.context.read((read) => requireEvent(read, id));
      if (event.archivedAt !== null && !(await isManager(services, request))) throw unknownEvent(id);
      // Browsers get a page there.
      reply.header('vary', 'Accept');
      return tagged(reply, event, request.context.clock.now());
    },
  });
}

function serveEdits(server: HttpServer): void {
  route(server, {
    method: 'PUT',
    path: '/events/:id',
    caller: ['manage'],
    summary: 'Change an event and replace its workshops',
    description:
      'Absent keys stay. Of `workshops`, one with an id is changed, one without is made, one left out is deleted with ' +
      'its registrations. `warnings` tells what this does to choices made before. `If-Match` refuses a stale edit with 412.',
    schema: {
      params,
      querystring: Type.Object({
        dry_run: Type.Optional(Type.Boolean({ description: 'Answer what would become of it; keep nothing' })),
      }),
      body: eventSent,
      response: {
        200: Type.Intersect([eventForm, Type.Object({ warnings: Type.Array(warningForm) })]),
      },
    },
    handler: async (request, reply) => {
      const { params: path, query, body, context } = request;
      const id = eventIdIn(path.id);
      const named = idSent(body);
      if (named !== null && named !== id)
        throw badEvent({ id: [`The address names event ${id}, the body event ${named}.`] });
      const { dry_run: isDryRun = false } = query;
      const [change, versions] = [readChange(body), versionsAsked(request)];
      const { event, warnings } = isDryRun
        ? await rehearseEdit(context, id, change, versions)
        : await context.transaction((tx) => editEvent(tx, id, change, versions));
      const now = context.clock.now();
      const form = isDryRun ? toForm(event, now) : tagged(reply, event, now);
      return { ...form, warnings: warnings.map(toWarning) };
    },
  });

  route(server, {
    method: 'DELETE',
    path: '/events/:id',
    caller: ['manage'],
    summary: 'Delete an event with its workshops, its participants and their choices',
    schema: { params, response: noContent },
    handler: async (request, reply) => {
      const id = eventIdIn(request.params.id);
      await request.context.transaction((tx) => deleteEvent(tx, id, versionsAsked(request)));
      return sendNothing(reply);
    },
  });
}

function serveCopies(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/events/:id/copy',
    caller: ['manage'],
    summary: 'Copy an event with its workshops and links, closed and without people',
    schema: { params, body: Type.Object({ name: Type.String() }), response: { 200: eventForm } },
    handler: async ({ params: path, body, context }, reply) => {
      const id = eventIdIn(path.id);
      const event = await context.transaction((tx) => copyEvent(tx, id, body.name));
      return tagged(reply, event, context.clock.now());
    },
  });

  route(server, {
    method: 'POST',
    path: '/events/:id/archive',
    caller: ['manage'],
    summary: 'Archive an event: closed and hidden; its keys open nothing',
    schema: {
      params,
      body: Type.Object({
        forget_participants: Type.Optional(
          Type.Boolean({ description: 'Delete everybody of the event with what they chose, for good' }),
        ),
      }),
      response: { 200: eventForm },
    },
    handler: async (request, reply) => {
      const id = eventIdIn(request.params.id);
      const { forget_participants: forgetParticipants = false } = request.body;
      const event = await request.context.transaction((tx) =>
        setArchived(tx, id, { isArchived: true, forgetParticipants }, versionsAsked(request)),
      );
      return tagged(reply, event, request.context.clock.now());
    },
  });

  route(server, {
    method: 'DELETE',
    path: '/events/:id/archive',
    caller: ['manage'],
    summary: 'Take an event out of the archive',
    schema: { params, response: { 200: eventForm } },
    handler: async (request, reply) => {
      const id = eventIdIn(request.params.id);
      const event = await request.context.transaction((tx) =>
        setArchived(tx, id, { isArchived: false, forgetParticipants: false }, versionsAsked(request)),
      );
      return tagged(reply, event, request.context.clock.now());
    },
  });
}

function requireName({ name, ...change }: EventChange): EventChange & { readonly name: string } {
  if (name === undefined) throw badEvent({ name: ['A name is required.'] });
  return { ...change, name };
}

function tagged(reply: FastifyReply, event: EventWithWorkshops, now: Date) {
  reply.header('etag', tagOf(event, now));
  return toForm(event, now);
}
