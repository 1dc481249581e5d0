import type { LetterContent } from '../../platform/letter-layout.ts';
import type { Log } from '../../platform/log.ts';
import type { Mailbox, Transport } from '../../platform/smtp/contract.ts';
import type { Locale } from '../../platform/texts.ts';

/** A letter to be posted. */
export interface NewLetter {
  /** What it is for, e.g. `activate`. */
  readonly kind: string;
  /** The site whose name and sender it bears; null: those of the installation. */
  readonly siteId: number | null;
  readonly accountId: number | null;
  readonly to: Mailbox;
  readonly locale: Locale;
  readonly content: LetterContent;
  /** Other accounts that it speaks of: erasing one of them erases a letter that has not left. */
  readonly about?: readonly number[];
  /** Tells somebody erased that they are: nothing of it is kept once it left. */
  readonly isLast?: boolean;
}

/** A letter claimed for delivery, with what its sender is made of. */
export interface ClaimedLetter {
  readonly tenantId: number;
  readonly id: string;
  readonly kind: string;
  readonly locale: string;
  readonly to: Mailbox;
  readonly content: LetterContent;
  readonly accountId: number | null;
  readonly about: readonly number[];
  readonly isLast: boolean;
  readonly messageId: string;
  readonly createdAt: Date;
  /** How often it was tried, this time included; also tells this claim from a later one. */
  readonly attempts: number;
  readonly siteName: string | null;
  /** The site's own sender (`mail_from` of its configuration). */
  readonly siteAddress: string | null;
}

/** What delivery needs besides the rows. */
export interface Post {
  readonly transport: Transport;
  /** Who letters come from where the site does not say (`mail.from`). */
  readonly from: Mailbox;
  readonly log: Log;
}

/** What one run of delivery did. */
export interface DeliveryTally {
  readonly delivered: number;
  /** To be tried again later. */
  readonly postponed: number;
  readonly givenUp: number;
}

/** What is remembered of a letter for 30 days. */
export interface SentLetter {
  readonly kind: string;
  readonly toAddress: string;
  readonly locale: string;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}

/** A letter as those see it who run the tenant, without what it says. */
export interface ListedLetter {
  readonly id: string;
  readonly kind: string;
  readonly locale: string;
  readonly siteId: number | null;
  readonly accountId: number | null;
  readonly toAddress: string;
  readonly toName: string;
  /** Empty once it left. */
  readonly subject: string;
  readonly createdAt: Date;
  /** When it is tried next; null: it left, or was given up. */
  readonly dueAt: Date | null;
  readonly attempts: number;
  readonly deliveredAt: Date | null;
  readonly givenUpAt: Date | null;
  readonly lastError: string | null;
}

/** Which letters a list shows. */
export interface LetterFilter {
  readonly state?: 'waiting' | 'delivered' | 'failed';
  readonly accountId?: number;
  readonly address?: string;
  readonly kind?: string;
}

/** Letters of the whole installation, counted. */
export interface LetterTally {
  readonly waiting: number;
  readonly overdue: number;
  readonly failedToday: number;
}
