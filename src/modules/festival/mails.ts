import { type LetterContent, layOutLetter } from '../../platform/letter-layout.ts';
import { defineTexts, type Locale } from '../../platform/texts.ts';
import type { BookingLetter, BookingLetterKind } from './types.ts';

/** Tells one side of a booking what became of it, or what it must do (contract §8). */
export function bookingLetter(letter: BookingLetter): LetterContent {
  const { locale, kind, cityName: city, artistName: artist, venueName: venue } = letter;
  const reason = letter.reason?.trim() ?? '';
  return layOutLetter({
    locale,
    subject: say(locale, `${kind}Subject`, { artist, venue, city }),
    blocks: [
      { text: say(locale, 'hello', { name: letter.name }) },
      { text: say(locale, `${kind}Body`, { artist, venue, city }) },
      { text: sayWhen(letter) },
      ...(reason === '' ? [] : [{ text: say(locale, 'reason', { reason }) }]),
    ],
    footer: say(locale, 'footer', { city }),
  });
}

/** What a letter is for, as the outbox keeps it. */
export function letterKind(kind: BookingLetterKind): string {
  return `booking_${kind}`;
}

/** From when until when, in words and in the time of the city. */
function sayWhen({ locale, startsAt, endsAt, timeZone }: BookingLetter): string {
  const language: Record<Locale, string> = { en: 'en-GB', de: 'de', nl: 'nl' };
  const full = new Intl.DateTimeFormat(language[locale], { dateStyle: 'full', timeStyle: 'short', timeZone });
  return full.formatRange(startsAt, endsAt);
}

const say = defineTexts({
  en: {
    hello: 'Hello {{name}},',
    requestedSubject: '{{artist}} at {{venue}}: a request',
    requestedBody:
      'You are asked whether {{artist}} may play at {{venue}} in {{city}}. Please accept, decline, or suggest another time.',
    acceptedSubject: '{{artist}} at {{venue}}: accepted',
    acceptedBody:
      'Your request that {{artist}} plays at {{venue}} in {{city}} was accepted. Now the city looks at it.',
    approvedSubject: '{{artist}} at {{venue}}: confirmed',
    approvedBody:
      '{{city}} has confirmed that {{artist}} plays at {{venue}}. It is in the public programme now.',
    cancelledSubject: '{{artist}} at {{venue}}: cancelled',
    cancelledBody: 'The performance of {{artist}} at {{venue}} in {{city}} was cancelled.',
    deniedSubject: '{{artist}} at {{venue}}: not possible',
    deniedBody: '{{city}} did not confirm the performance of {{artist}} at {{venue}}.',
    changes_suggestedSubject: '{{artist}} at {{venue}}: please change something',
    changes_suggestedBody:
      '{{city}} asks for changes before it confirms the performance of {{artist}} at {{venue}}.',
    changedSubject: '{{artist}} at {{venue}}: changed',
    changedBody:
      '{{city}} has changed the performance of {{artist}} at {{venue}}. This is when it takes place:',
    reminderSubject: '{{artist}} at {{venue}}: somebody waits for your answer',
    reminderBody:
      'You were asked whether {{artist}} may play at {{venue}} in {{city}}. Please accept or decline: without an answer the request expires.',
    expiredSubject: '{{artist}} at {{venue}}: no answer came',
    expiredBody:
      'Nobody answered the request that {{artist}} plays at {{venue}} in {{city}}. It has expired.',
    reason: 'A word on it: {{reason}}',
    footer: 'The festival in {{city}} sends this letter by itself; nobody reads answers to it.',
  },
  de: {
    hello: 'Guten Tag {{name}},',
    requestedSubject: '{{artist}} bei {{venue}}: eine Anfrage',
    requestedBody:
      'Sie werden gefragt, ob {{artist}} in {{city}} bei {{venue}} auftreten kann. Bitte sagen Sie zu, ab, oder schlagen Sie eine andere Zeit vor.',
    acceptedSubject: '{{artist}} bei {{venue}}: zugesagt',
    acceptedBody:
      'Ihre Anfrage für einen Auftritt von {{artist}} bei {{venue}} in {{city}} wurde angenommen. Nun sieht die Stadt sie sich an.',
    approvedSubject: '{{artist}} bei {{venue}}: bestätigt',
    approvedBody:
      '{{city}} hat den Auftritt von {{artist}} bei {{venue}} bestätigt. Er steht jetzt im öffentlichen Programm.',
    cancelledSubject: '{{artist}} bei {{venue}}: abgesagt',
    cancelledBody: 'Der Auftritt von {{artist}} bei {{venue}} in {{city}} wurde abgesagt.',
    deniedSubject: '{{artist}} bei {{venue}}: nicht möglich',
    deniedBody: '{{city}} hat den Auftritt von {{artist}} bei {{venue}} nicht bestätigt.',
    changes_suggestedSubject: '{{artist}} bei {{venue}}: bitte etwas ändern',
    changes_suggestedBody:
      '{{city}} bittet um Änderungen, bevor der Auftritt von {{artist}} bei {{venue}} bestätigt wird.',
    changedSubject: '{{artist}} bei {{venue}}: geändert',
    changedBody: '{{city}} hat den Auftritt von {{artist}} bei {{venue}} geändert. Er findet nun statt:',
    reminderSubject: '{{artist}} bei {{venue}}: jemand wartet auf Ihre Antwort',
    reminderBody:
      'Sie wurden gefragt, ob {{artist}} in {{city}} bei {{venue}} auftreten kann. Bitte sagen Sie zu oder ab: Ohne Antwort verfällt die Anfrage.',
    expiredSubject: '{{artist}} bei {{venue}}: keine Antwort',
    expiredBody:
      'Auf die Anfrage für einen Auftritt von {{artist}} bei {{venue}} in {{city}} hat niemand geantwortet. Sie ist verfallen.',
    reason: 'Dazu: {{reason}}',
    footer: 'Das Festival in {{city}} verschickt diesen Brief selbsttätig; Antworten liest niemand.',
  },
  nl: {
    hello: 'Beste {{name}},',
    requestedSubject: '{{artist}} bij {{venue}}: een aanvraag',
    requestedBody:
      'Je krijgt de vraag of {{artist}} in {{city}} bij {{venue}} kan optreden. Accepteer, wijs af, of stel een andere tijd voor.',
    acceptedSubject: '{{artist}} bij {{venue}}: geaccepteerd',
    acceptedBody:
      'Je aanvraag voor een optreden van {{artist}} bij {{venue}} in {{city}} is geaccepteerd. Nu bekijkt de stadsorganisatie hem.',
    approvedSubject: '{{artist}} bij {{venue}}: bevestigd',
    approvedBody:
      '{{city}} heeft het optreden van {{artist}} bij {{venue}} bevestigd. Het staat nu in het openbare programma.',
    cancelledSubject: '{{artist}} bij {{venue}}: afgezegd',
    cancelledBody: 'Het optreden van {{artist}} bij {{venue}} in {{city}} is afgezegd.',
    deniedSubject: '{{artist}} bij {{venue}}: niet mogelijk',
    deniedBody: '{{city}} heeft het optreden van {{artist}} bij {{venue}} niet bevestigd.',
    changes_suggestedSubject: '{{artist}} bij {{venue}}: graag iets aanpassen',
    changes_suggestedBody:
      '{{city}} vraagt om aanpassingen voordat het optreden van {{artist}} bij {{venue}} wordt bevestigd.',
    changedSubject: '{{artist}} bij {{venue}}: gewijzigd',
    changedBody: '{{city}} heeft het optreden van {{artist}} bij {{venue}} gewijzigd. Het vindt nu plaats:',
    reminderSubject: '{{artist}} bij {{venue}}: iemand wacht op je antwoord',
    reminderBody:
      'Je kreeg de vraag of {{artist}} in {{city}} bij {{venue}} kan optreden. Accepteer of wijs af: zonder antwoord vervalt de aanvraag.',
    expiredSubject: '{{artist}} bij {{venue}}: geen antwoord',
    expiredBody:
      'Niemand heeft geantwoord op de aanvraag voor een optreden van {{artist}} bij {{venue}} in {{city}}. Hij is vervallen.',
    reason: 'Toelichting: {{reason}}',
    footer: 'Het festival in {{city}} verstuurt deze brief automatisch; antwoorden worden niet gelezen.',
  },
});
