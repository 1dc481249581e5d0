import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { listCitiesOf, requireCityById } from '../../modules/festival/cities.ts';
import {
  archiveConversation,
  listConversations,
  listMessages,
  readConversation,
  requireConversation,
  startConversation,
  writeMessage,
} from '../../modules/festival/conversations.ts';
import { notYourself } from '../../modules/festival/refusals.ts';
import type { Conversation } from '../../modules/festival/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { cityOf, viewerIn } from './auth.ts';
import { convoForm, messageForm, toConvo, toMessage, wholeConvoForm } from './convo-forms.ts';
import { badQuery } from './feed-filters.ts';
import { idIn, isId, noContent, sendNothing } from './formats.ts';
import { pageOf, pageQuery, paginate, readPage } from './pagination.ts';
import { personNamed } from './profiles.ts';

const one = Type.Object({ id: Type.String() });
const newest = { limit: 50, offset: 0 };

/** What artists and venues write each other (contract §5). */
export function serveConvos(server: HttpServer): void {
  serveLists(server);
  serveNew(server);
  serveOne(server);
  serveMessages(server);
  serveMarks(server);
}

const listQuery = Type.Object({
  ...pageQuery,
  archived: Type.Optional(Type.Boolean({ description: 'Those put away instead of the others' })),
});

function serveLists(server: HttpServer): void {
  const summary = "A person's own conversations, the newest first";
  const response = { 200: pageOf('conversations', convoForm) };
  const list = async (
    request: FastifyRequest,
    { user_id, page: segment }: { readonly user_id: string; readonly page?: string },
    query: Static<typeof listQuery>,
  ) => {
    const viewer = viewerIn(request);
    const page = readPage(segment, query);
    return request.context.read(async (read) => {
      const person = await personNamed(read, user_id);
      if (person.id !== viewer.accountId) throw notYourself();
      const choice = { isArchived: query.archived ?? false };
      const { count, conversations } = await listConversations(read, person.id, choice, page);
      const path = `/api/convos/user/${person.uuid}`;
      const pagination = paginate(path, repeated(query), page, count);
      const cities = await listCitiesOf(
        read,
        conversations.map(({ cityId }) => cityId),
      );
      const zones = new Map(cities.map(({ id, timeZone }) => [id, timeZone]));
      return {
        conversations: conversations.map((found) => toConvo(found, viewer, zones.get(found.cityId) ?? 'UTC')),
        pagination,
      };
    });
  };
  const person = { user_id: Type.String() };
  route(server, {
    method: 'GET',
    path: '/api/convos/user/:user_id',
    caller: ['profile'],
    summary,
    schema: { params: Type.Object(person), querystring: listQuery, response },
    handler: (request) => list(request, request.params, request.query),
  });
  route(server, {
    method: 'GET',
    path: '/api/convos/user/:user_id/:page',
    caller: ['profile'],
    summary,
    schema: {
      params: Type.Object({ ...person, page: Type.String() }),
      querystring: listQuery,
      response,
    },
    handler: (request) => list(request, request.params, request.query),
  });
}

function serveNew(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/api/convos/new',
    caller: ['performer', 'venue'],
    summary: 'Write the first message of an artist and a venue, or one more; one side must be yours',
    schema: {
      body: Type.Object({
        artist_id: Type.String(),
        venue_id: Type.String(),
        body: Type.String({ description: '1 to 10 000 characters' }),
        subject: Type.Optional(Type.String()),
      }),
      response: { 201: wholeConvoForm },
    },
    handler: async (request, reply) => {
      const { artist_id, venue_id, body, subject = null } = request.body;
      const draft = {
        artistUuid: idSent('artist_id', artist_id),
        venueUuid: idSent('venue_id', venue_id),
        body,
        subject,
      };
      const made = await request.context.transaction(async (tx) => {
        const city = await cityOf(tx, request);
        return showWhole(tx, request, await startConversation(tx, city, viewerIn(request), draft));
      });
      return reply.code(201).send(made);
    },
  });
}

function serveOne(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/api/convos/:id',
    caller: ['profile'],
    summary: 'One of your conversations with its newest 50 messages',
    schema: { params: one, response: { 200: wholeConvoForm } },
    handler: (request) =>
      request.context.read(async (read) => {
        const id = idIn(request.params.id);
        return showWhole(read, request, await requireConversation(read, viewerIn(request), id));
      }),
  });
}

const messagesQuery = Type.Object(pageQuery);

function serveMessages(server: HttpServer): void {
  const response = { 200: pageOf('messages', messageForm) };
  const list = (
    request: FastifyRequest,
    { id, page: segment }: { readonly id: string; readonly page?: string },
    query: Static<typeof messagesQuery>,
  ) => {
    const page = readPage(segment, query);
    return request.context.read(async (read) => {
      const found = await requireConversation(read, viewerIn(request), idIn(id));
      const { timeZone } = await requireCityById(read, found.cityId);
      const { count, messages } = await listMessages(read, viewerIn(request), found, page);
      return {
        messages: messages.map((message) => toMessage(message, found, timeZone)),
        pagination: paginate(`/api/convos/${found.uuid}/messages`, repeated(query), page, count),
      };
    });
  };
  const summary = 'The messages of one of your conversations, the newest first';
  route(server, {
    method: 'GET',
    path: '/api/convos/:id/messages',
    caller: ['profile'],
    summary,
    schema: { params: one, querystring: messagesQuery, response },
    handler: (request) => list(request, request.params, request.query),
  });
  route(server, {
    method: 'GET',
    path: '/api/convos/:id/messages/:page',
    caller: ['profile'],
    summary,
    schema: {
      params: Type.Object({ id: Type.String(), page: Type.String() }),
      querystring: messagesQuery,
      response,
    },
    handler: (request) => list(request, request.params, request.query),
  });
  route(server, {
    method: 'POST',
    path: '/api/convos/:id/messages',
    caller: ['performer', 'venue'],
    summary: 'Write a message; the other side gets a letter',
    schema: {
      params: one,
      body: Type.Object({ body: Type.String({ description: '1 to 10 000 characters' }) }),
      response: { 201: messageForm },
    },
    handler: async (request, reply) => {
      const id = idIn(request.params.id);
      const viewer = viewerIn(request);
      const made = await request.context.transaction(async (tx) => {
        const message = await writeMessage(tx, viewer, id, request.body.body);
        const found = await requireConversation(tx, viewer, id);
        const { timeZone } = await requireCityById(tx, found.cityId);
        return toMessage(message, found, timeZone);
      });
      return reply.code(201).send(made);
    },
  });
}

function serveMarks(server: HttpServer): void {
  const marks = [
    ['read', 'Mark everything in a conversation as read'],
    ['archive', 'Put a conversation away until somebody writes again'],
    ['unarchive', 'Take a conversation back out'],
  ] as const;
  for (const [mark, summary] of marks)
    route(server, {
      method: 'POST',
      path: `/api/convos/:id/${mark}`,
      caller: ['profile'],
      summary,
      schema: { params: one, response: noContent },
      handler: async (request, reply) => {
        const id = idIn(request.params.id);
        const viewer = viewerIn(request);
        await request.context.transaction((tx) =>
          mark === 'read'
            ? readConversation(tx, viewer, id)
            : archiveConversation(tx, viewer, id, { isArchived: mark === 'archive' }),
        );
        return sendNothing(reply);
      },
    });
}

async function showWhole(
  read: Read,
  request: FastifyRequest,
  conversation: Conversation,
): Promise<Static<typeof wholeConvoForm>> {
  const { timeZone } = await requireCityById(read, conversation.cityId);
  const { messages } = await listMessages(read, viewerIn(request), conversation, newest);
  return {
    ...toConvo(conversation, viewerIn(request), timeZone),
    messages: messages.map((message) => toMessage(message, conversation, timeZone)),
  };
}

/** The parameters that links of pages repeat. */
const repeated = ({ per_page, archived }: Static<typeof listQuery>) => ({
  ...(per_page !== undefined && { per_page }),
  ...(archived !== undefined && { archived }),
});

function idSent(field: string, value: string): string {
  if (!isId(value)) throw badQuery(field, 'Allowed: the id of a profile.');
  return idIn(value);
}
