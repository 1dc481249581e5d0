import type { TextsOf } from '../i18n/language.ts';

/** Plain texts without i18next, which would weigh more than this page's own script. */
export const texts: TextsOf<'title' | 'body'> = {
  en: { title: 'Choose workshops', body: 'Nothing can be chosen here yet.' },
  nl: { title: 'Workshops kiezen', body: 'Hier valt nog niets te kiezen.' },
  de: { title: 'Workshops wählen', body: 'Hier kann noch nichts gewählt werden.' },
};
