import type { OwnerContext, Tx } from '../../platform/database/contract.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';
import { type ClaimedNotification, claimMail, selectTenantsWithMail } from './digests.queries.ts';
import { notificationsLetter } from './mails.ts';
import { wordMessage, wordOccurrences } from './messages.ts';
import type { LetterSite, NotificationLetter, NotificationPorts, Recipient } from './types.ts';

/** Persons a transaction writes to. */
const batch = 200;

/**
 * Writes the letters that are due at a pace: one for each person with all there is to tell. What was seen meanwhile is
 * not mailed. The letters are rows of the transaction that marks the notifications as mailed: none is lost, none is
 * written twice, whichever worker dies and however many run.
 * @returns how many letters
 */
export async function mailNotifications(
  owner: OwnerContext,
  ports: NotificationPorts,
  pace: 'instantly' | 'daily',
  signal?: AbortSignal,
): Promise<number> {
  const tenants = await owner.read((read) => selectTenantsWithMail(read, pace));
  if (tenants.length === 0) return 0;
  const sites = await owner.read((read) => ports.sites(read));
  let written = 0;
  for (const tenantId of tenants) {
    const own = sites.filter((site) => site.tenantId === tenantId);
    for (let isMore = true; isMore && !signal?.aborted; ) {
      const { people, letters } = await owner.transaction((tx) =>
        writeLetters(
          tx.as({
            tenantId,
            siteId: null,
            author: { kind: 'system', id: null, name: 'notifications' },
            requestId: 'notifications',
          }),
          ports,
          own,
          pace,
        ),
      );
      written += letters;
      isMore = people === batch;
    }
  }
  return written;
}

async function writeLetters(
  tx: Tx,
  ports: NotificationPorts,
  sites: readonly LetterSite[],
  pace: 'instantly' | 'daily',
): Promise<{ people: number; letters: number }> {
  const claimed = await claimMail(tx, pace, batch);
  const byPerson = Map.groupBy(claimed, (one) => one.accountId);
  if (byPerson.size === 0) return { people: 0, letters: 0 };
  const recipients = await ports.recipients(tx, [...byPerson.keys()]);
  const letters = recipients.flatMap((recipient) => {
    const unseen = (byPerson.get(recipient.accountId) ?? []).filter(({ isSeen }) => !isSeen);
    return unseen.length > 0 ? [letterTo(recipient, unseen, sites)] : [];
  });
  await ports.postLetters(tx, letters);
  return { people: byPerson.size, letters: letters.length };
}

/** From the site where the last of it happened, else from the tenant's first. */
function letterTo(
  recipient: Recipient,
  notifications: readonly ClaimedNotification[],
  sites: readonly LetterSite[],
): NotificationLetter {
  const lastSite = notifications.at(-1)?.siteId;
  const site = sites.find(({ id }) => id === lastSite) ?? sites[0];
  if (!site) throw new Error('A tenant without a site has nobody to write to.');
  const locale = chooseLocale(recipient.locale, site.language);
  return {
    kind: 'notifications',
    siteId: site.id,
    accountId: recipient.accountId,
    about: [...new Set(notifications.flatMap(({ about }) => about))],
    to: { address: recipient.address, name: recipient.name },
    locale,
    content: notificationsLetter({
      locale,
      siteName: site.name,
      link: `${site.address}/`,
      sentences: notifications.map((one) => sentenceOf(locale, one)),
    }),
  };
}

function sentenceOf(locale: Locale, notification: ClaimedNotification): string {
  const message = wordMessage(locale, notification);
  const { occurrences } = notification;
  return occurrences > 1 ? `${message} (${wordOccurrences(locale, occurrences)})` : message;
}
