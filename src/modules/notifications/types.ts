import type { OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import type { LetterContent } from '../../platform/letter-layout.ts';
import type { Locale } from '../../platform/texts.ts';

/** What a person may be told of, and may choose to be told in another way; in the order in which people choose. */
export const notificationKinds = ['comment', 'invitation', 'enrolment', 'booking'] as const;

export type NotificationKind = (typeof notificationKinds)[number];

/** How soon a person is told by mail. */
export const mailPaces = ['instantly', 'daily', 'off'] as const;

export type MailPace = (typeof mailPaces)[number];

/** How one person is told of one kind. */
export interface NotificationSetting {
  readonly kind: NotificationKind;
  readonly inPage: boolean;
  readonly byMail: MailPace;
}

/** The sentences there are; what each puts in stands in `messages.ts`. */
export const messageKeys = [
  'commentedOnYou',
  'commentedOn',
  'invitationAccepted',
  'invited',
  'enrolled',
  'unenrolled',
  'bookingAsked',
  'bookingConfirmed',
  'bookingCancelled',
] as const;

export type MessageKey = (typeof messageKeys)[number];

/** The message of a stored name, which is one of these. */
export function messageOf(text: string): MessageKey {
  const message = messageKeys.find((one) => one === text);
  if (message === undefined) throw new Error(`Not a message: ${text}`);
  return message;
}

/** The facts of a stored object. */
export function factsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, fact]) => [name, String(fact)]));
}

/** One thing to tell people; the same again, before they saw it, counts as another occurrence of it. */
export interface Notice {
  readonly kind: NotificationKind;
  readonly message: MessageKey;
  /** What the sentence names, such as `course`. */
  readonly facts: Readonly<Record<string, string>>;
  /** A path of the site where the thing is; null: nowhere in particular. */
  readonly url: string | null;
  /** Accounts other than the acting one whose names stand in it: it is erased with any of them. */
  readonly about?: readonly number[];
  /** Accounts of this tenant; whoever acts is left out. */
  readonly tell: readonly number[];
}

/** A notification as its reader has it. */
export interface Notification {
  /** Counts the person's own notifications; later ones have higher numbers, not every number is one. */
  readonly number: number;
  /** Its place in the person's stream of changes. */
  readonly change: number;
  readonly kind: NotificationKind;
  readonly message: MessageKey;
  readonly facts: Readonly<Record<string, string>>;
  readonly url: string | null;
  readonly occurrences: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly seenAt: Date | null;
}

/** What a commit has told whom; handed to whoever listens in this process. */
export interface Told {
  readonly tenantId: number;
  readonly accountIds: readonly number[];
}

/** Where a person is written to. */
export interface Recipient {
  readonly accountId: number;
  readonly address: string;
  readonly name: string;
  readonly locale: string | null;
}

/** The site that a letter comes from. */
export interface LetterSite {
  readonly tenantId: number;
  readonly id: number;
  readonly name: string;
  /** Where it is reached, without a path. */
  readonly address: string;
  readonly language: string | null;
}

export interface NotificationLetter {
  readonly kind: string;
  readonly siteId: number | null;
  readonly accountId: number;
  /** Other accounts whose names stand in it. */
  readonly about: readonly number[];
  readonly to: { readonly address: string; readonly name: string };
  readonly locale: Locale;
  readonly content: LetterContent;
}

/** What letters need of siblings and of modules above; the hall fills it. */
export interface NotificationPorts {
  /** Those of the accounts that may be written to. */
  readonly recipients: (read: Read, accountIds: readonly number[]) => Promise<Recipient[]>;
  readonly postLetters: (tx: Tx, letters: readonly NotificationLetter[]) => Promise<void>;
  /** Every site of the installation, the oldest of each tenant first. */
  readonly sites: (read: OwnerRead) => Promise<readonly LetterSite[]>;
}
