import { type LetterContent, layOutLetter } from '../../platform/letter-layout.ts';
import { defineTexts } from '../../platform/texts.ts';
import type { MessageLetter } from './types.ts';

/** Tells one side that the other one wrote (contract §5). What was written stays where its author can take it back. */
export function messageLetter({ locale, name, from, to, cityName: city }: MessageLetter): LetterContent {
  return layOutLetter({
    locale,
    subject: say(locale, 'subject', { from }),
    blocks: [
      { text: say(locale, 'hello', { name }) },
      { text: say(locale, 'body', { from, to, city }) },
      { text: say(locale, 'answer') },
    ],
    footer: say(locale, 'footer', { city }),
  });
}

const say = defineTexts({
  en: {
    hello: 'Hello {{name}},',
    subject: 'A new message from {{from}}',
    body: '{{from}} has written to {{to}} about the festival in {{city}}.',
    answer: 'Please sign in to read the message and to answer it.',
    footer: 'The festival in {{city}} sends this letter by itself; nobody reads answers to it.',
  },
  de: {
    hello: 'Guten Tag {{name}},',
    subject: 'Eine neue Nachricht von {{from}}',
    body: '{{from}} hat {{to}} wegen des Festivals in {{city}} geschrieben.',
    answer: 'Bitte melden Sie sich an, um die Nachricht zu lesen und zu beantworten.',
    footer: 'Das Festival in {{city}} verschickt diesen Brief selbsttätig; Antworten liest niemand.',
  },
  nl: {
    hello: 'Beste {{name}},',
    subject: 'Een nieuw bericht van {{from}}',
    body: '{{from}} heeft {{to}} geschreven over het festival in {{city}}.',
    answer: 'Meld je aan om het bericht te lezen en te beantwoorden.',
    footer: 'Het festival in {{city}} verstuurt deze brief automatisch; antwoorden worden niet gelezen.',
  },
});
