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
  return write(letter, 'password');
}

/** Tells that the account now asks for a code beside the password, or no longer does. */
export function secondFactorLetter(letter: SecurityLetter, isOn: boolean): LetterContent {
  return write(letter, isOn ? 'factorOn' : 'factorOff');
}

/** Tells that the account and what it held is deleted. */
export function erasedLetter(letter: SecurityLetter): LetterContent {
  return write(letter, 'erased');
}

type Kind = 'password' | 'factorOn' | 'factorOff' | 'erased';

function write({ locale, siteName: site, name, at }: SecurityLetter, kind: Kind) {
  const greeted = greetable(name);
  return layOutLetter({
    locale,
    subject: say(locale, `${kind}Subject`, { site }),
    blocks: [
      { text: greeted === null ? say(locale, 'helloAnyone') : say(locale, 'hello', { name: greeted }) },
      { text: say(locale, `${kind}Body`, { site, at: sayMoment(locale, at) }) },
      { text: say(locale, `${kind}More`, { site }) },
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
    factorOnSubject: 'Your account on {{site}} now asks for a code',
    factorOnBody: 'A second factor was switched on for your account on {{site}} on {{at}}.',
    factorOnMore:
      'If it was not you, somebody else has your password: ask those who run {{site}} to let you in again.',
    factorOffSubject: 'Your account on {{site}} no longer asks for a code',
    factorOffBody: 'The second factor of your account on {{site}} was switched off on {{at}}.',
    factorOffMore:
      'If it was neither you nor somebody you asked, set another password on {{site}} at once, and tell those who run it.',
    erasedSubject: 'Your account on {{site}} is deleted',
    erasedBody: 'Your account on {{site}} and what was kept of you there was deleted on {{at}}.',
    erasedMore:
      'If you did not ask for this, please tell those who run {{site}}. No further letter will come.',
    footer: '{{site}} sends this letter by itself; nobody reads answers to it.',
  },
  de: {
    hello: 'Guten Tag {{name}},',
    helloAnyone: 'Guten Tag,',
    passwordSubject: 'Ihr Passwort für {{site}} wurde geändert',
    passwordBody: 'das Passwort Ihres Kontos bei {{site}} wurde am {{at}} geändert.',
    passwordMore:
      'Wenn nicht Sie es geändert haben, fordern Sie bei {{site}} sofort ein neues Passwort an und sagen Sie es den Betreibern.',
    factorOnSubject: 'Ihr Konto bei {{site}} fragt jetzt nach einem Code',
    factorOnBody: 'für Ihr Konto bei {{site}} wurde am {{at}} ein zweiter Faktor eingeschaltet.',
    factorOnMore:
      'Wenn Sie das nicht waren, kennt jemand anders Ihr Passwort: Bitten Sie die Betreiber von {{site}}, Sie wieder einzulassen.',
    factorOffSubject: 'Ihr Konto bei {{site}} fragt nicht mehr nach einem Code',
    factorOffBody: 'der zweite Faktor Ihres Kontos bei {{site}} wurde am {{at}} ausgeschaltet.',
    factorOffMore:
      'Wenn es weder Sie waren noch jemand, den Sie darum gebeten haben, setzen Sie bei {{site}} sofort ein neues Passwort und sagen Sie es den Betreibern.',
    erasedSubject: 'Ihr Konto bei {{site}} ist gelöscht',
    erasedBody: 'Ihr Konto bei {{site}} und was dort über Sie gespeichert war, wurde am {{at}} gelöscht.',
    erasedMore:
      'Wenn Sie das nicht gewünscht haben, sagen Sie es bitte den Betreibern von {{site}}. Weitere Briefe kommen nicht.',
    footer: '{{site}} verschickt diesen Brief selbsttätig; Antworten darauf liest niemand.',
  },
  nl: {
    hello: 'Beste {{name}},',
    helloAnyone: 'Hallo,',
    passwordSubject: 'Je wachtwoord voor {{site}} is gewijzigd',
    passwordBody: 'Het wachtwoord van je account bij {{site}} is gewijzigd op {{at}}.',
    passwordMore:
      'Heb je dat niet zelf gedaan, vraag dan bij {{site}} meteen een nieuw wachtwoord aan en meld het de beheerders.',
    factorOnSubject: 'Je account bij {{site}} vraagt nu om een code',
    factorOnBody: 'Voor je account bij {{site}} is op {{at}} een tweede factor aangezet.',
    factorOnMore:
      'Heb je dat niet zelf gedaan, dan kent iemand anders je wachtwoord: vraag de beheerders van {{site}} om je weer binnen te laten.',
    factorOffSubject: 'Je account bij {{site}} vraagt niet meer om een code',
    factorOffBody: 'De tweede factor van je account bij {{site}} is op {{at}} uitgezet.',
    factorOffMore:
      'Heb je dat niet zelf gedaan of erom gevraagd, stel dan bij {{site}} meteen een ander wachtwoord in en meld het de beheerders.',
    erasedSubject: 'Je account bij {{site}} is verwijderd',
    erasedBody: 'Je account bij {{site}} en wat daar over je bewaard werd, is verwijderd op {{at}}.',
    erasedMore:
      'Heb je hier niet om gevraagd, meld het dan de beheerders van {{site}}. Er komen geen brieven meer.',
    footer: '{{site}} verstuurt deze brief automatisch; antwoorden worden niet gelezen.',
  },
});
