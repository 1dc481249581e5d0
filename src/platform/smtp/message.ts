import type { SendMailOptions } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { type Mailbox, type OutgoingLetter, SendFailure } from './contract.ts';

/**
 * The letter as the mail library takes it: text and HTML as alternatives, one recipient in header and envelope alike.
 * `Auto-Submitted` keeps out-of-office answers away (RFC 3834 §5).
 * Fails for an address that is not exactly one plain mailbox: the library would read `a@b.org, c@d.org` as two.
 */
export function toMessage(letter: OutgoingLetter): SendMailOptions {
  for (const { address } of [letter.to, letter.from]) {
    if (!plainMailbox.test(address)) throw new SendFailure('recipient', 'Not the address of one mailbox.');
  }
  return {
    messageId: letter.messageId,
    date: letter.writtenAt,
    from: { ...letter.from },
    to: { ...letter.to },
    // Named apart from the headers: no header, however it is read, adds a recipient.
    envelope: { from: letter.from.address, to: [letter.to.address] },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.locale },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Without blanks, quotes and the characters that part addresses from one another. */
const plainMailbox = /^[^\s\p{Cc}<>()[\],;:"\\@]+@[^\s\p{Cc}<>()[\],;:"\\@]+$/u;

/**
 * Reads a sender as a person configures it: `no-reply@example.org` or `Example <no-reply@example.org>`.
 * @returns null for anything but exactly one mailbox
 */
export function parseSender(text: string): Mailbox | null {
  const found = addressparser(text, { flatten: true });
  const [only] = found;
  if (found.length !== 1 || !only || !plainMailbox.test(only.address)) return null;
  return { name: only.name, address: only.address };
}
