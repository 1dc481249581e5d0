import { greetable, type LetterContent, layOutLetter } from '../../platform/letter-layout.ts';
import { defineTexts, type Locale, sayMoment } from '../../platform/texts.ts';

/** What an invitation is written from. */
export interface InvitationLetter {
  /** Of the invited, as the inviter gave it. */
  readonly name: string;
  readonly siteName: string;
  /** The whole address of the page that shows the invitation. */
  readonly link: string;
  readonly locale: Locale;
  readonly expiresAt: Date;
  /** Who invites, by name; null where the command line does. */
  readonly inviter: string | null;
}

/** Offers somebody an account, or a role to somebody who has one. */
export function invitationLetter(letter: InvitationLetter): LetterContent {
  const { locale, siteName: site, link } = letter;
  const [name, inviter] = [greetable(letter.name), greetable(letter.inviter ?? '')];
  return layOutLetter({
    locale,
    subject: say(locale, 'inviteSubject', { site }),
    blocks: [
      { text: name === null ? say(locale, 'helloAnyone') : say(locale, 'hello', { name }) },
      {
        text:
          inviter === null
            ? say(locale, 'inviteBody', { site })
            : say(locale, 'inviteBodyBy', { site, inviter }),
      },
      { link, label: say(locale, 'inviteButton') },
      { text: say(locale, 'until', { until: sayMoment(locale, letter.expiresAt) }) },
      { text: say(locale, 'inviteIgnore') },
    ],
    footer: say(locale, 'footer', { site }),
  });
}

const say = defineTexts({
  en: {
    hello: 'Hello {{name}},',
    helloAnyone: 'Hello,',
    inviteSubject: 'You are invited to {{site}}',
    inviteBody: 'You are invited to {{site}}. With this link you can look at the invitation and accept it:',
    inviteBodyBy:
      '{{inviter}} invites you to {{site}}. With this link you can look at the invitation and accept it:',
    inviteButton: 'Look at the invitation',
    inviteIgnore:
      'If you do not want to accept, you need not do anything: the invitation then ends by itself.',
    until: 'The link works once, until {{until}}.',
    footer: '{{site}} sends this letter by itself; nobody reads answers to it.',
  },
  de: {
    hello: 'Guten Tag {{name}},',
    helloAnyone: 'Guten Tag,',
    inviteSubject: 'Sie sind zu {{site}} eingeladen',
    inviteBody:
      'Sie sind zu {{site}} eingeladen. Mit diesem Link sehen Sie die Einladung und können sie annehmen:',
    inviteBodyBy:
      '{{inviter}} lädt Sie zu {{site}} ein. Mit diesem Link sehen Sie die Einladung und können sie annehmen:',
    inviteButton: 'Einladung ansehen',
    inviteIgnore:
      'Wenn Sie nicht annehmen möchten, brauchen Sie nichts zu tun: Die Einladung endet dann von selbst.',
    until: 'Der Link gilt einmal, bis {{until}}.',
    footer: '{{site}} verschickt diesen Brief selbsttätig; Antworten darauf liest niemand.',
  },
  nl: {
    hello: 'Beste {{name}},',
    helloAnyone: 'Hallo,',
    inviteSubject: 'Je bent uitgenodigd voor {{site}}',
    inviteBody:
      'Je bent uitgenodigd voor {{site}}. Met deze link bekijk je de uitnodiging en neem je haar aan:',
    inviteBodyBy:
      '{{inviter}} nodigt je uit voor {{site}}. Met deze link bekijk je de uitnodiging en neem je haar aan:',
    inviteButton: 'Uitnodiging bekijken',
    inviteIgnore: 'Wil je haar niet aannemen, dan hoef je niets te doen: de uitnodiging eindigt vanzelf.',
    until: 'De link werkt één keer, tot {{until}}.',
    footer: '{{site}} verstuurt deze brief automatisch; antwoorden worden niet gelezen.',
  },
});
