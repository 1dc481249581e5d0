import { sameKeys } from './same-keys.ts';

export const people = sameKeys({
  en: {},
  nl: {},
  de: {},
});
