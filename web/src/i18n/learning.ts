import { sameKeys } from './same-keys.ts';

export const learning = sameKeys({
  en: {},
  nl: {},
  de: {},
});
