import { type LetterContent, layOutLetter } from '../../platform/letter-layout.ts';
import { defineTexts, type Locale } from '../../platform/texts.ts';

/** What a letter about an enrolment is written from. */
export interface EnrolmentLetter {
  readonly courseName: string;
  readonly siteName: string;
  readonly locale: Locale;
}

export type EnrolmentLetterKind = 'enrolled' | 'invited' | 'unenrolled';

/** Tells a person that they are in a course, may register to be, or are out of it. */
export function enrolmentLetter(kind: EnrolmentLetterKind, letter: EnrolmentLetter): LetterContent {
  const { locale, courseName: course, siteName: site } = letter;
  return layOutLetter({
    locale,
    subject: say(locale, `${kind}Subject`, { course, site }),
    blocks: [{ text: say(locale, 'hello') }, { text: say(locale, `${kind}Body`, { course, site }) }],
    footer: say(locale, 'footer', { site }),
  });
}

const say = defineTexts({
  en: {
    hello: 'Hello,',
    enrolledSubject: 'You are enrolled in {{course}}',
    enrolledBody: 'You have been enrolled in {{course}} on {{site}}. You find it there when you sign in.',
    invitedSubject: 'You are invited to register for {{course}}',
    invitedBody:
      'You have been invited to take part in {{course}} on {{site}}. Please register there with this e-mail address.',
    unenrolledSubject: 'You are no longer enrolled in {{course}}',
    unenrolledBody: 'You have been taken out of {{course}} on {{site}}.',
    footer: '{{site}} sends this letter by itself; nobody reads answers to it.',
  },
  de: {
    hello: 'Guten Tag,',
    enrolledSubject: 'Sie sind in {{course}} eingeschrieben',
    enrolledBody:
      'Sie wurden auf {{site}} in {{course}} eingeschrieben. Nach dem Anmelden finden Sie den Kurs dort.',
    invitedSubject: 'Sie sind zu {{course}} eingeladen',
    invitedBody:
      'Sie sind eingeladen, auf {{site}} an {{course}} teilzunehmen. Bitte registrieren Sie sich dort mit dieser E-Mail-Adresse.',
    unenrolledSubject: 'Sie sind nicht mehr in {{course}} eingeschrieben',
    unenrolledBody: 'Sie wurden auf {{site}} aus {{course}} ausgetragen.',
    footer: '{{site}} verschickt diesen Brief selbsttätig; Antworten liest niemand.',
  },
  nl: {
    hello: 'Hallo,',
    enrolledSubject: 'Je bent ingeschreven voor {{course}}',
    enrolledBody: 'Je bent op {{site}} ingeschreven voor {{course}}. Na het inloggen vind je de cursus daar.',
    invitedSubject: 'Je bent uitgenodigd voor {{course}}',
    invitedBody:
      'Je bent uitgenodigd om op {{site}} mee te doen aan {{course}}. Registreer je daar met dit e-mailadres.',
    unenrolledSubject: 'Je bent niet meer ingeschreven voor {{course}}',
    unenrolledBody: 'Je bent op {{site}} uitgeschreven voor {{course}}.',
    footer: '{{site}} verstuurt deze brief zelf; niemand leest antwoorden erop.',
  },
});
