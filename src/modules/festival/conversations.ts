import type { Read, Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { record } from '../activity/activity.ts';
import { postLetters } from '../mail/letters.ts';
import { selectRecipients } from './bookings.queries.ts';
import { findCity } from './cities.queries.ts';
import { messageLetter } from './conversations.mails.ts';
import * as rows from './conversations.queries.ts';
import { requireArtistByUuid, requireVenueByUuid } from './profiles.ts';
import {
  badMessage,
  cityClosed,
  nobodyThere,
  noPower,
  notArchived,
  notParty,
  unknownConversation,
} from './refusals.ts';
import { otherSide, sidesOf } from './rules.ts';
import type { City, Conversation, Message, Side, Viewer, Window } from './types.ts';

const longestMessage = 10_000;

/** One page of a person's conversations, the newest first (contract §5). @param isArchived those put away, or the others */
export function listConversations(
  read: Read,
  accountId: number,
  choice: { readonly isArchived: boolean },
  window: Window,
): Promise<{ count: number; conversations: Conversation[] }> {
  return rows.selectConversations(read, accountId, choice, window);
}

/** A conversation as one of its two sides sees it; to everybody else it is unknown. */
export async function requireConversation(
  read: Read,
  viewer: Viewer,
  conversationUuid: string,
): Promise<Conversation> {
  const found = await rows.findConversation(read, viewer.accountId, conversationUuid);
  const isReader = [found?.artist, found?.venue].some((one) => one?.accountId === viewer.accountId);
  if (!found || !isReader) throw unknownConversation(conversationUuid);
  return found;
}

/** One page of messages, the newest first. */
export function listMessages(
  read: Read,
  viewer: Viewer,
  { id }: Conversation,
  window: Window,
): Promise<{ count: number; messages: Message[] }> {
  return rows.selectMessages(read, viewer.accountId, id, window);
}

/**
 * Writes the first message of an artist and a venue, or one more where they have written before; the other side gets a
 * letter. Refuses who owns neither, a credential that does not go so far, and another city's profiles.
 */
export async function startConversation(
  tx: Tx,
  city: City,
  viewer: Viewer,
  draft: {
    readonly artistUuid: string;
    readonly venueUuid: string;
    readonly subject: string | null;
    readonly body: string;
  },
): Promise<Conversation> {
  const [artist, venue] = [
    await requireArtistByUuid(tx, draft.artistUuid),
    await requireVenueByUuid(tx, draft.venueUuid),
  ];
  if (artist.cityId !== city.id || venue.cityId !== city.id)
    throw badMessage({ artistUuid: ['The artist and the venue must be of this city.'] });
  const subject = draft.subject?.trim() ?? '';
  if (subject.length > 200) throw badMessage({ subject: ['Allowed: 200 characters at most.'] });
  const owners = { artistAccountId: artist.accountId, venueAccountId: venue.accountId };
  requireSide(owners, viewer);
  requireBody(draft.body);
  const conversationUuid = await rows.upsertConversation(tx, {
    uuid: uuid(tx.random, tx.clock.now()),
    cityId: city.id,
    artistId: artist.id,
    venueId: venue.id,
    subject: subject === '' ? `${artist.name} – ${venue.name}` : subject,
  });
  await writeMessage(tx, viewer, conversationUuid, draft.body);
  return requireConversation(tx, viewer, conversationUuid);
}

/**
 * Writes a message into a conversation; the other side gets a letter. Refuses strangers, a credential that does not go so
 * far, a city that is not active, and a side at which nobody is any more.
 */
export async function writeMessage(
  tx: Tx,
  viewer: Viewer,
  conversationUuid: string,
  body: string,
): Promise<Message> {
  const conversation = await requireConversation(tx, viewer, conversationUuid);
  const city = await findCity(tx, conversation.cityId);
  const side = requireSide(ownersOf(conversation), viewer);
  if (!city?.isActive) throw cityClosed(city?.name ?? '');
  if (!isAnswerable(conversation)) throw nobodyThere();
  const text = requireBody(body);
  const message = { uuid: uuid(tx.random, tx.clock.now()), senderId: viewer.accountId, side, body: text };
  await rows.insertMessage(tx, conversation.id, message);
  await rows.markAllRead(tx, conversation.id, viewer.accountId);
  await record(tx, { verb: 'wrote', objectType: 'conversation', objectId: conversation.id });
  await tellOther(tx, city, conversation, side);
  const { messages } = await rows.selectMessages(tx, viewer.accountId, conversation.id, {
    limit: 1,
    offset: 0,
  });
  if (!messages[0]) throw unknownConversation(conversationUuid);
  return messages[0];
}

/** Whether the viewer may write in the conversation; `writeMessage` refuses the others. */
export function mayWrite(conversation: Conversation, viewer: Viewer): boolean {
  const { isCityActive } = conversation;
  return isCityActive && isAnswerable(conversation) && sidesOf(ownersOf(conversation), viewer).length > 0;
}

/** Notes that the viewer has read everything that is there. Refuses strangers. */
export async function readConversation(tx: Tx, viewer: Viewer, conversationUuid: string): Promise<void> {
  const { id } = await requireConversation(tx, viewer, conversationUuid);
  await rows.markAllRead(tx, id, viewer.accountId);
}

/** Puts a conversation away for the viewer until somebody writes again, or takes it back out. Refuses strangers, and one not put away. */
export async function archiveConversation(
  tx: Tx,
  viewer: Viewer,
  conversationUuid: string,
  { isArchived }: { readonly isArchived: boolean },
): Promise<void> {
  const { id, isArchived: was } = await requireConversation(tx, viewer, conversationUuid);
  if (!isArchived && !was) throw notArchived();
  await rows.setArchived(tx, id, viewer.accountId, isArchived);
}

const ownersOf = ({ artist, venue }: Conversation) => ({
  artistAccountId: artist.accountId,
  venueAccountId: venue.accountId,
});

/** Somebody reads on both sides. */
function isAnswerable({ artist, venue }: Conversation): boolean {
  return [artist, venue].every((one) => one.accountId !== null && !one.isDeleted);
}

function requireSide(owners: Parameters<typeof sidesOf>[0], viewer: Viewer): Side {
  const [side] = sidesOf(owners, viewer);
  if (side !== undefined) return side;
  if (owners.artistAccountId === viewer.accountId) throw noPower('artist');
  throw owners.venueAccountId === viewer.accountId ? noPower('venue') : notParty();
}

function requireBody(body: string): string {
  const text = body.trim();
  if (text === '' || text.length > longestMessage)
    throw badMessage({ body: [`Allowed: 1 to ${longestMessage} characters.`] });
  return text;
}

async function tellOther(tx: Tx, city: City, conversation: Conversation, side: Side): Promise<void> {
  const [from, to] = [conversation[side], conversation[otherSide(side)]];
  if (to.accountId === null || to.accountId === from.accountId) return;
  const people = await selectRecipients(tx, [to.accountId]);
  await postLetters(
    tx,
    people
      .filter(({ wantsLetters }) => wantsLetters)
      .map((person) => {
        const locale = chooseLocale(person.locale, city.locale);
        const names = { name: person.name, from: from.name, to: to.name, cityName: city.name };
        return {
          kind: 'new_message',
          siteId: city.siteId,
          accountId: person.id,
          about: from.accountId === null ? [] : [from.accountId],
          to: { address: person.email, name: person.name },
          locale,
          content: messageLetter({ ...names, locale }),
        };
      }),
  );
}
