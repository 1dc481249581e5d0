import { type Static, Type } from 'typebox';
import { mayWrite } from '../../modules/festival/conversations.ts';
import type { Conversation, Message, Talker, Viewer } from '../../modules/festival/types.ts';
import { textOrNull } from './formats.ts';
import { type Link, type Links, linksForm } from './links.ts';
import { auditTime } from './times.ts';

const summaryForm = Type.Object({ id: Type.String(), name: Type.String() });
const contactForm = Type.Object({ name: textOrNull, email: textOrNull, phone: textOrNull });

/** A message (contract §5). */
export const messageForm = Type.Object({
  id: Type.String(),
  sender: Type.Object({
    id: textOrNull,
    name: Type.String({ description: 'Of the artist or venue that writes, never of the person' }),
  }),
  body: Type.String(),
  created_at: Type.String(),
  is_read: Type.Boolean({ description: 'By you; of your own messages, by the other side' }),
});

const convo = {
  _links: linksForm,
  id: Type.String(),
  artist: summaryForm,
  venue: summaryForm,
  event_id: textOrNull,
  subject: Type.String(),
  unread_count: Type.Integer(),
  is_archived: Type.Boolean(),
  last_message: Type.Union([messageForm, Type.Null()]),
  updated_at: Type.String(),
  contacts: Type.Union([Type.Object({ artist: contactForm, venue: contactForm }), Type.Null()], {
    description: 'Whom to call, once both sides have accepted an event; null until then',
  }),
};

/** A conversation of a list (contract §5). */
export const convoForm = Type.Object(convo);

/** One conversation with its newest messages, the newest first. */
export const wholeConvoForm = Type.Object({ ...convo, messages: Type.Array(messageForm) });

/** @param zone of the conversation's city */
export function toConvo(conversation: Conversation, viewer: Viewer, zone: string): Static<typeof convoForm> {
  const { artist, venue, hasAgreement } = conversation;
  return {
    _links: { ...convoLinks(conversation, viewer) },
    id: conversation.uuid,
    artist: { id: artist.uuid, name: artist.name },
    venue: { id: venue.uuid, name: venue.name },
    event_id: conversation.bookingUuid,
    subject: conversation.subject,
    unread_count: conversation.unreadCount,
    is_archived: conversation.isArchived,
    last_message: conversation.lastMessage && toMessage(conversation.lastMessage, conversation, zone),
    updated_at: auditTime(conversation.updatedAt, zone),
    contacts: hasAgreement ? { artist: toContact(artist), venue: toContact(venue) } : null,
  };
}

/** People stay behind their artist or venue: whoever writes is named like it. */
export function toMessage(
  message: Message,
  conversation: Pick<Conversation, 'artist' | 'venue'>,
  zone: string,
): Static<typeof messageForm> {
  return {
    id: message.uuid,
    sender: { id: message.senderUuid, name: conversation[message.side].name },
    body: message.body,
    created_at: auditTime(message.createdAt, zone),
    is_read: message.isRead,
  };
}

const toContact = (talker: Talker) => ({
  name: talker.contactName,
  email: talker.contactEmail,
  phone: talker.contactPhone,
});

function convoLinks(conversation: Conversation, viewer: Viewer): Links {
  const path = `/api/convos/${conversation.uuid}`;
  const link = (method: Link['method'], href: string, title: string): Link => ({ href, method, title });
  return {
    self: link('GET', path, 'The conversation with its newest messages'),
    messages: link('GET', `${path}/messages`, 'All messages'),
    ...(mayWrite(conversation, viewer) && { reply: link('POST', `${path}/messages`, 'Write a message') }),
    'mark-read': link('POST', `${path}/read`, 'Mark everything as read'),
    archive: link('POST', `${path}/archive`, 'Put the conversation away'),
    ...(conversation.isArchived && {
      unarchive: link('POST', `${path}/unarchive`, 'Take the conversation back out'),
    }),
  };
}
