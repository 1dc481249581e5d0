import { sameKeys } from './same-keys.ts';

export const festival = sameKeys({
  en: {},
  nl: {},
  de: {},
});
