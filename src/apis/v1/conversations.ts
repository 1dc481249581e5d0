import { type Static, Type } from 'typebox';
import {
  archiveConversation,
  listConversations,
  listMessages,
  mayWrite,
  readConversation,
  requireConversation,
  startConversation,
  writeMessage,
} from '../../modules/festival/conversations.ts';
import type { Conversation, Message, Viewer } from '../../modules/festival/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import {
  byUuid,
  cityHere,
  contactFields,
  showContact,
  textOrNull,
  uuidIn,
  uuidSent,
  viewerIn,
} from './festival-requests.ts';
import { closed, iso, moment, noContent, nullable } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';
import { write } from './writes.ts';

const message = closed({
  uuid: Type.String(),
  side: Type.Unsafe<'artist' | 'venue'>({ type: 'string', enum: ['artist', 'venue'] }),
  body: Type.String(),
  created_at: moment,
  is_read: Type.Boolean({ description: 'By you; of your own messages, by the other side' }),
});

const talker = closed({
  uuid: Type.String(),
  name: Type.String(),
  is_deleted: Type.Boolean(),
  is_yours: Type.Boolean(),
});

const conversation = closed({
  uuid: Type.String(),
  subject: Type.String(),
  artist: talker,
  venue: talker,
  booking_uuid: textOrNull,
  unread_count: Type.Integer(),
  is_archived: Type.Boolean(),
  may_write: Type.Boolean(),
  last_message: nullable(message),
  updated_at: moment,
  contacts: nullable(closed({ artist: closed(contactFields), venue: closed(contactFields) })),
});

const body = Type.String({ maxLength: 10_000 });

/** `/conversations`: what an artist and a venue write each other. */
export function serveConversations(server: HttpServer): void {
  serveLists(server);
  serveWrites(server);
  serveMarks(server);
}

function serveLists(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/conversations',
    caller: ['member'],
    summary: 'Your conversations, the newest first',
    schema: {
      querystring: closed({ ...pageQuery, is_archived: Type.Optional(Type.Boolean({ default: false })) }),
      response: { 200: pageOf(conversation) },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const viewer = await viewerIn(read, request);
        const page = offsetPage(request.query);
        const choice = { isArchived: request.query.is_archived ?? false };
        const { count, conversations } = await listConversations(read, viewer.accountId, choice, page);
        return pageOfOffset(
          conversations.map((one) => showConversation(one, viewer)),
          count,
          page,
        );
      }),
  });

  route(server, {
    method: 'GET',
    path: '/conversations/:uuid',
    caller: ['member'],
    summary: 'A conversation of yours',
    schema: { params: byUuid, response: { 200: conversation } },
    handler: (request) =>
      request.context.read(async (read) => {
        const viewer = await viewerIn(read, request);
        return showConversation(await requireConversation(read, viewer, uuidIn(request.params.uuid)), viewer);
      }),
  });

  route(server, {
    method: 'GET',
    path: '/conversations/:uuid/messages',
    caller: ['member'],
    summary: 'The messages of a conversation, the newest first',
    schema: { params: byUuid, querystring: closed(pageQuery), response: { 200: pageOf(message) } },
    handler: (request) =>
      request.context.read(async (read) => {
        const viewer = await viewerIn(read, request);
        const found = await requireConversation(read, viewer, uuidIn(request.params.uuid));
        const page = offsetPage(request.query);
        const { count, messages } = await listMessages(read, viewer, found, page);
        return pageOfOffset(messages.map(showMessage), count, page);
      }),
  });
}

function serveWrites(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/conversations',
    caller: ['member'],
    summary: 'Write the first message of an artist and a venue, or one more where they have written before',
    schema: {
      body: closed({
        artist_uuid: Type.String(),
        venue_uuid: Type.String(),
        subject: Type.Optional(textOrNull),
        body,
      }),
      response: { 201: conversation },
    },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const [viewer, city] = await Promise.all([viewerIn(tx, request), cityHere(tx, request)]);
        const { body: sent } = request;
        const made = await startConversation(tx, city, viewer, {
          artistUuid: uuidSent(sent.artist_uuid, 'artist_uuid'),
          venueUuid: uuidSent(sent.venue_uuid, 'venue_uuid'),
          subject: sent.subject ?? null,
          body: sent.body,
        });
        const headers = { location: `/api/v1/conversations/${made.uuid}` };
        return { status: 201, body: showConversation(made, viewer), headers };
      }),
  });

  route(server, {
    method: 'POST',
    path: '/conversations/:uuid/messages',
    caller: ['member'],
    summary: 'Write a message; the other side gets a letter',
    schema: { params: byUuid, body: closed({ body }), response: { 201: message } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const viewer = await viewerIn(tx, request);
        const uuid = uuidIn(request.params.uuid);
        const made = await writeMessage(tx, viewer, uuid, request.body.body);
        const headers = { location: `/api/v1/conversations/${uuid}/messages` };
        return { status: 201, body: showMessage(made), headers };
      }),
  });
}

function serveMarks(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/conversations/:uuid/read',
    caller: ['member'],
    summary: 'Mark everything in a conversation as read',
    schema: { params: byUuid, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        await readConversation(tx, await viewerIn(tx, request), uuidIn(request.params.uuid));
        return { status: 204, body: null };
      }),
  });

  route(server, {
    method: 'PATCH',
    path: '/conversations/:uuid',
    caller: ['member'],
    summary: 'Put a conversation away until somebody writes again, or take it back out',
    schema: {
      params: byUuid,
      body: closed({ is_archived: Type.Boolean() }),
      response: { 200: conversation },
    },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const viewer = await viewerIn(tx, request);
        const uuid = uuidIn(request.params.uuid);
        await archiveConversation(tx, viewer, uuid, { isArchived: request.body.is_archived });
        const shown = showConversation(await requireConversation(tx, viewer, uuid), viewer);
        return { status: 200, body: shown };
      }),
  });
}

function showConversation(one: Conversation, viewer: Viewer): Static<typeof conversation> {
  const { artist, venue, lastMessage } = one;
  return {
    uuid: one.uuid,
    subject: one.subject,
    artist: showTalker(artist, viewer),
    venue: showTalker(venue, viewer),
    booking_uuid: one.bookingUuid,
    unread_count: one.unreadCount,
    is_archived: one.isArchived,
    may_write: mayWrite(one, viewer),
    last_message: lastMessage && showMessage(lastMessage),
    updated_at: iso(one.updatedAt),
    contacts: one.hasAgreement ? { artist: showContact(artist), venue: showContact(venue) } : null,
  };
}

/** People stay behind their artist or venue. */
function showTalker({ uuid, name, isDeleted, accountId }: Conversation['artist'], viewer: Viewer) {
  return { uuid, name, is_deleted: isDeleted, is_yours: accountId === viewer.accountId };
}

function showMessage({ uuid, side, body: text, createdAt, isRead }: Message): Static<typeof message> {
  return { uuid, side, body: text, created_at: iso(createdAt), is_read: isRead };
}
