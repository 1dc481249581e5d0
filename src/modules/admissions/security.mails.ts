import { greetable, type LetterContent, layOutLetter } from '../../platform/letter-layout.ts';
import { defineTexts, type Locale, sayMoment } from '../../platform/texts.ts';

/** What the letters are written from that tell of something done to an account. */
export interface SecurityLetter {
  readonly name: string;
  readonly siteName: string;
  readonly at: Date;
  readonly locale: Locale;
}

/** Tells that the password was changed, and what to do if it was somebody else. */
export function passwordChangedLetter(letter: SecurityLetter): LetterContent {
  const { locale, siteName: site, name, at } = letter;
  const greeted = greetable(name);
  return layOutLetter({
    locale,
    subject: say(locale, 'passwordSubject', { site }),
    blocks: [
      { text: greeted === null ? say(locale, 'helloAnyone') : say(locale, 'hello', { name: greeted }) },
      { text: say(locale, 'passwordBody', { site, at: sayMoment(locale, at) }) },
      { text: say(locale, 'passwordMore', { site }) },
    ],
    footer: say(locale, 'footer', { site }),
  });
}

const say = defineTexts({
  en: {
    hello: 'Hello {{name}},',
    helloAnyone: 'Hello,',
    passwordSubject: 'Your password on {{site}} was changed',
    passwordBody: 'The password of your account on {{site}} was changed on {{at}}.',
    passwordMore:
      'If it was not you who changed it, ask for a new password on {{site}} at once, and tell those who run it.',
    footer: '{{site}} sends this letter by itself; nobody reads answers to it.',
  },
  de: {
    hello: 'Guten Tag {{name}},',
    helloAnyone: 'Guten Tag,',
    passwordSubject: 'Ihr Passwort für {{site}} wurde geändert',
    passwordBody: 'das Passwort Ihres Kontos bei {{site}} wurde am {{at}} geändert.',
    passwordMore:
      'Wenn nicht Sie es geändert haben, fordern Sie bei {{site}} sofort ein neues Passwort an und sagen Sie es den Betreibern.',
    footer: '{{site}} verschickt diesen Brief selbsttätig; Antworten darauf liest niemand.',
  },
  nl: {
    hello: 'Beste {{name}},',
    helloAnyone: 'Hallo,',
    passwordSubject: 'Je wachtwoord voor {{site}} is gewijzigd',
    passwordBody: 'Het wachtwoord van je account bij {{site}} is gewijzigd op {{at}}.',
    passwordMore:
      'Heb je dat niet zelf gedaan, vraag dan bij {{site}} meteen een nieuw wachtwoord aan en meld het de beheerders.',
    footer: '{{site}} verstuurt deze brief automatisch; antwoorden worden niet gelezen.',
  },
});
