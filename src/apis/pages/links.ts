import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Account } from '../../modules/identity/types.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';
import { pageSchema } from './layout.ts';

/** What every page of a letter's link declares alike. */
export const linkSchema = {
  params: Type.Object({ secret: Type.String({ minLength: 1, maxLength: 200 }) }),
  response: { 200: pageSchema, 410: pageSchema },
} as const;

/** The language of a page: what the reader asks for, else the account's, else the site's. */
export function languageOf(request: FastifyRequest, account: Account | null): Locale {
  return chooseLocale(request.headers['accept-language'], account?.locale, request.site.config.language);
}
