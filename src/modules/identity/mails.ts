import { greetable, type LetterContent, layOutLetter } from '../../platform/letter-layout.ts';
import { defineTexts, type Locale, sayMoment } from '../../platform/texts.ts';

/** What the letters with a one-time link are written from. */
export interface LinkLetter {
  /** The person's name, as they gave it. */
  readonly name: string;
  readonly siteName: string;
  /** The whole address of the page that the link opens. */
  readonly link: string;
  readonly locale: Locale;
  readonly expiresAt: Date;
}

/** Asks a new person to activate the account. The English subject begins `Activate your ` (contract §1.6). */
export function activationLetter(letter: LinkLetter): LetterContent {
  return write(letter, 'activate');
}

/**
 * Lets a person choose a password, be it the first or a new one.
 * The English subject is `Password reset on <site>` (contract §1.6).
 */
export function setPasswordLetter(letter: LinkLetter): LetterContent {
  return write(letter, 'password');
}

/** Asks a person whether an address is theirs, before the account takes it. */
export function confirmEmailLetter(letter: LinkLetter): LetterContent {
  return write(letter, 'confirm');
}

function write(letter: LinkLetter, kind: 'activate' | 'password' | 'confirm'): LetterContent {
  const { locale, siteName: site, link } = letter;
  const name = greetable(letter.name);
  return layOutLetter({
    locale,
    subject: say(locale, `${kind}Subject`, { site }),
    blocks: [
      { text: name === null ? say(locale, 'helloAnyone') : say(locale, 'hello', { name }) },
      { text: say(locale, `${kind}Body`, { site }) },
      { link, label: say(locale, `${kind}Button`) },
      { text: say(locale, 'until', { until: sayMoment(locale, letter.expiresAt) }) },
      { text: say(locale, `${kind}Ignore`) },
    ],
    footer: say(locale, 'footer', { site }),
  });
}

const say = defineTexts({
  en: {
    hello: 'Hello {{name}},',
    helloAnyone: 'Hello,',
    activateSubject: 'Activate your {{site}} account',
    activateBody: 'Thank you for registering on {{site}}. Please activate your account with this link:',
    activateButton: 'Activate account',
    activateIgnore:
      'If you did not register, you need not do anything: without this link the account stays closed.',
    passwordSubject: 'Password reset on {{site}}',
    passwordBody: 'With this link you choose the password of your account on {{site}}:',
    passwordButton: 'Choose password',
    passwordIgnore:
      'If you did not expect this letter, you need not do anything: nothing changes without the link.',
    confirmSubject: 'Confirm your e-mail address on {{site}}',
    confirmBody: 'Please confirm that this e-mail address belongs to your account on {{site}}:',
    confirmButton: 'Confirm address',
    confirmIgnore: 'If you have no account there, you need not do anything: the address is then not used.',
    until: 'The link works once, until {{until}}.',
    footer: '{{site}} sends this letter by itself; nobody reads answers to it.',
  },
  de: {
    hello: 'Guten Tag {{name}},',
    helloAnyone: 'Guten Tag,',
    activateSubject: 'Aktivieren Sie Ihr Konto bei {{site}}',
    activateBody: 'danke für Ihre Anmeldung bei {{site}}. Bitte aktivieren Sie Ihr Konto mit diesem Link:',
    activateButton: 'Konto aktivieren',
    activateIgnore:
      'Wenn Sie sich nicht angemeldet haben, brauchen Sie nichts zu tun: Ohne diesen Link bleibt das Konto geschlossen.',
    passwordSubject: 'Passwort für {{site}} festlegen',
    passwordBody: 'mit diesem Link legen Sie das Passwort Ihres Kontos bei {{site}} fest:',
    passwordButton: 'Passwort festlegen',
    passwordIgnore:
      'Wenn Sie diesen Brief nicht erwartet haben, brauchen Sie nichts zu tun: Ohne den Link ändert sich nichts.',
    confirmSubject: 'Bestätigen Sie Ihre E-Mail-Adresse für {{site}}',
    confirmBody: 'bitte bestätigen Sie, dass diese E-Mail-Adresse zu Ihrem Konto bei {{site}} gehört:',
    confirmButton: 'Adresse bestätigen',
    confirmIgnore:
      'Wenn Sie dort kein Konto haben, brauchen Sie nichts zu tun: Die Adresse wird dann nicht verwendet.',
    until: 'Der Link gilt einmal, bis {{until}}.',
    footer: '{{site}} verschickt diesen Brief selbsttätig; Antworten darauf liest niemand.',
  },
  nl: {
    hello: 'Beste {{name}},',
    helloAnyone: 'Hallo,',
    activateSubject: 'Activeer je account bij {{site}}',
    activateBody: 'Bedankt voor je aanmelding bij {{site}}. Activeer je account met deze link:',
    activateButton: 'Account activeren',
    activateIgnore:
      'Heb je je niet aangemeld, dan hoef je niets te doen: zonder deze link blijft het account gesloten.',
    passwordSubject: 'Wachtwoord instellen voor {{site}}',
    passwordBody: 'Met deze link kies je het wachtwoord van je account bij {{site}}:',
    passwordButton: 'Wachtwoord kiezen',
    passwordIgnore:
      'Had je deze brief niet verwacht, dan hoef je niets te doen: zonder de link verandert er niets.',
    confirmSubject: 'Bevestig je e-mailadres voor {{site}}',
    confirmBody: 'Bevestig dat dit e-mailadres bij je account bij {{site}} hoort:',
    confirmButton: 'Adres bevestigen',
    confirmIgnore: 'Heb je daar geen account, dan hoef je niets te doen: het adres wordt dan niet gebruikt.',
    until: 'De link werkt één keer, tot {{until}}.',
    footer: '{{site}} verstuurt deze brief automatisch; antwoorden worden niet gelezen.',
  },
});
