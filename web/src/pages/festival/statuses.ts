import type { TextKey } from '../../i18n/index.ts';
import type { Booking } from './data.ts';

export type Status = Booking['status'];

export const statuses: readonly Status[] = [
  'requested',
  'accepted',
  'changes_suggested',
  'confirmed',
  'declined',
  'denied',
  'cancelled',
  'expired',
];

/** What a status is called. */
export const statusTexts: Readonly<Record<Status, TextKey>> = {
  requested: 'festival.requested',
  accepted: 'festival.accepted',
  changes_suggested: 'festival.changesSuggested',
  confirmed: 'festival.confirmed',
  declined: 'festival.declined',
  denied: 'festival.denied',
  cancelled: 'festival.cancelled',
  expired: 'festival.expired',
};

const waiting = {
  artist: 'festival.waitsForArtist',
  venue: 'festival.waitsForVenue',
  city: 'festival.waitsForCity',
} as const satisfies Record<string, TextKey>;

/** Who is to do something next; null: nobody. */
export function waitingText({ waiting_for: who }: Booking): TextKey | null {
  return who && waiting[who];
}

/** The steps that are answers, with what they are called. */
export const answers = [
  ['accept', 'festival.accept'],
  ['decline', 'festival.decline'],
  ['approve', 'festival.approve'],
  ['deny', 'festival.deny'],
  ['suggest_changes', 'festival.suggestChanges'],
  ['cancel', 'festival.cancelBooking'],
] as const;

export type Answer = (typeof answers)[number][0];

/** What a step of the history is called; a word of a newer server stays as it is. */
export const stepTexts: Readonly<Record<string, TextKey>> = {
  ...Object.fromEntries(answers),
  request: 'festival.stepRequest',
  edit: 'festival.stepEdit',
  delete: 'festival.stepDelete',
  expire: 'festival.expired',
};
