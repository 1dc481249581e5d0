import { defineTexts, type Locale } from '../../platform/texts.ts';
import type { MessageKey, Notification } from './types.ts';

const texts = {
  en: {
    commentedOnYou: '{{author}} commented on your page',
    commentedOn: '{{author}} commented on {{object}}',
    invitationAccepted: '{{person}} accepted your invitation',
    invited: '{{author}} has invited you to {{site}}',
    enrolled: 'You are enrolled in {{course}}',
    unenrolled: 'You are no longer enrolled in {{course}}',
    bookingAsked: '{{author}} asks about {{object}}',
    bookingConfirmed: '{{object}} is confirmed',
    bookingCancelled: '{{object}} is cancelled',
    times_one: '{{count}} time',
    times_other: '{{count}} times',
  },
  de: {
    commentedOnYou: '{{author}} hat Ihre Seite kommentiert',
    commentedOn: '{{author}} hat {{object}} kommentiert',
    invitationAccepted: '{{person}} hat Ihre Einladung angenommen',
    invited: '{{author}} hat Sie zu {{site}} eingeladen',
    enrolled: 'Sie sind in {{course}} eingeschrieben',
    unenrolled: 'Sie sind nicht mehr in {{course}} eingeschrieben',
    bookingAsked: '{{author}} fragt nach {{object}}',
    bookingConfirmed: '{{object}} ist zugesagt',
    bookingCancelled: '{{object}} ist abgesagt',
    times_one: '{{count}}-mal',
    times_other: '{{count}}-mal',
  },
  nl: {
    commentedOnYou: '{{author}} heeft op je pagina gereageerd',
    commentedOn: '{{author}} heeft op {{object}} gereageerd',
    invitationAccepted: '{{person}} heeft je uitnodiging aangenomen',
    invited: '{{author}} heeft je uitgenodigd voor {{site}}',
    enrolled: 'Je bent ingeschreven voor {{course}}',
    unenrolled: 'Je bent niet meer ingeschreven voor {{course}}',
    bookingAsked: '{{author}} vraagt naar {{object}}',
    bookingConfirmed: '{{object}} is bevestigd',
    bookingCancelled: '{{object}} is afgezegd',
    times_one: '{{count}} keer',
    times_other: '{{count}} keer',
  },
} satisfies Record<Locale, Record<MessageKey | 'times_one' | 'times_other', string>>;

const say = defineTexts(texts);

/** Says a notification in the reader's language. */
export function wordMessage(
  locale: Locale,
  { message, facts }: Pick<Notification, 'message' | 'facts'>,
): string {
  return say(locale, message, facts);
}

/** How often it occurred: `2 times`. */
export function wordOccurrences(locale: Locale, count: number): string {
  return say(locale, 'times', { count });
}

/** How long ago something was, in the words of the language: `now`, `3 minutes ago`, `yesterday`. */
export function wordAge(locale: Locale, since: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - since.getTime()) / 1000);
  const [size, unit] = units.find(([length]) => seconds >= length) ?? [1, 'second'];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}

const day = 86_400;
const units: readonly (readonly [seconds: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [365 * day, 'year'],
  [30 * day, 'month'],
  [7 * day, 'week'],
  [day, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];
