import { sameKeys } from './same-keys.ts';

export const operator = sameKeys({
  en: {},
  nl: {},
  de: {},
});
