import { type LetterContent, layOutLetter } from '../../platform/letter-layout.ts';
import { defineTexts, type Locale } from '../../platform/texts.ts';

/** What a letter of notifications is written from. */
export interface NotificationsLetter {
  readonly locale: Locale;
  readonly siteName: string;
  /** Where the site is reached. */
  readonly link: string;
  /** One sentence each, worded. */
  readonly sentences: readonly string[];
}

/** Sentences of one letter; who was away for long is told how many more there are. */
const mostSentences = 50;

/** Tells a person what happened: one thing, or a day's. */
export function notificationsLetter(letter: NotificationsLetter): LetterContent {
  const { locale, siteName: site, link, sentences } = letter;
  const [first = ''] = sentences;
  const left = sentences.length - mostSentences;
  return layOutLetter({
    locale,
    subject: sentences.length === 1 ? first : say(locale, 'subject', { count: sentences.length, site }),
    blocks: [
      { text: say(locale, 'hello') },
      ...sentences.slice(0, mostSentences).map((text) => ({ text: `${text}.` })),
      ...(left > 0 ? [{ text: say(locale, 'more', { count: left }) }] : []),
      { link, label: say(locale, 'look', { site }) },
    ],
    footer: say(locale, 'footer', { site }),
  });
}

const say = defineTexts({
  en: {
    hello: 'Hello,',
    subject_one: '{{count}} message from {{site}}',
    subject_other: '{{count}} messages from {{site}}',
    more_one: 'And {{count}} more.',
    more_other: 'And {{count}} more.',
    look: 'Look at it on {{site}}',
    footer:
      '{{site}} sends this letter by itself; nobody reads answers to it. In the settings of your notifications you choose what you are told by mail.',
  },
  de: {
    hello: 'Guten Tag,',
    subject_one: '{{count}} Nachricht von {{site}}',
    subject_other: '{{count}} Nachrichten von {{site}}',
    more_one: 'Und {{count}} weitere.',
    more_other: 'Und {{count}} weitere.',
    look: 'Auf {{site}} ansehen',
    footer:
      '{{site}} verschickt diesen Brief selbsttätig; Antworten liest niemand. In den Einstellungen Ihrer Benachrichtigungen wählen Sie, was Sie per E-Mail erfahren.',
  },
  nl: {
    hello: 'Hallo,',
    subject_one: '{{count}} bericht van {{site}}',
    subject_other: '{{count}} berichten van {{site}}',
    more_one: 'En nog {{count}}.',
    more_other: 'En nog {{count}}.',
    look: 'Bekijk het op {{site}}',
    footer:
      '{{site}} verstuurt deze brief zelf; niemand leest antwoorden erop. Bij de instellingen van je meldingen kies je wat je per e-mail hoort.',
  },
});
