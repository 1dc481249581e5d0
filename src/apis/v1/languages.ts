import type { FastifyRequest } from 'fastify';
import { chooseLocale, type Locale } from '../../platform/texts.ts';

/** The language in which a request's own words are answered. */
export function localeOf({ headers, usualLanguage }: FastifyRequest): Locale {
  return chooseLocale(headers['accept-language'], usualLanguage);
}
