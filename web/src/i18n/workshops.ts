import { sameKeys } from './same-keys.ts';

export const workshops = sameKeys({
  en: {},
  nl: {},
  de: {},
});
