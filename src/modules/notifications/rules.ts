import type { NotificationKind, NotificationSetting } from './types.ts';

/**
 * How a person who chose nothing is told. Invitations, enrolments and bookings have letters of their own: a second one
 * about the same would be too many.
 */
export function usualSetting(kind: NotificationKind): NotificationSetting {
  return { kind, inPage: true, byMail: kind === 'comment' ? 'daily' : 'off' };
}

const day = 24 * 60 * 60 * 1000;

/** Milliseconds that a notification is kept after it last occurred: seen, and never looked at. */
export const keptFor = { seen: 90 * day, unseen: 365 * day };
