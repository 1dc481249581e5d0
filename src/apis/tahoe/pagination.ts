import type { FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';

/** The window of a list that a request asks for. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

const usualLimit = 20;
/** Upstream knows no bound (contract §10.10). More is given as this much, and the links say so. */
const greatestLimit = 1000;

/** Parameters of every list. Texts, since what is no number means the usual value and not a refusal (contract §3). */
export const pageParameters = {
  limit: Type.Optional(
    Type.String({ description: 'Items a page, 1 to 1000; anything else means 20, more means 1000' }),
  ),
  offset: Type.Optional(
    Type.String({ description: 'Items to pass over; anything but a whole number means 0' }),
  ),
};

/** The answer of a list of these items. */
export const pageOf = <Item extends TSchema>(item: Item) => {
  const link = Type.Union([Type.String({ format: 'uri' }), Type.Null()]);
  return Type.Object({ count: Type.Integer(), next: link, previous: link, results: Type.Array(item) });
};

/** Reads `limit` and `offset` as Django REST framework does (contract §3 "Pagination"). */
export function readPage(query: { readonly limit?: string; readonly offset?: string }): Page {
  const limit = wholeNumber(query.limit);
  return {
    limit: limit === null || limit === 0 ? usualLimit : Math.min(limit, greatestLimit),
    offset: wholeNumber(query.offset) ?? 0,
  };
}

/** Puts one page into its envelope, with absolute links that keep host, scheme and every other parameter. */
export function envelope<Item>(request: FastifyRequest, page: Page, count: number, results: Item[]) {
  const { limit, offset } = page;
  const before = Math.max(0, offset - limit);
  return {
    count,
    next: offset + limit < count ? linkTo(request, limit, offset + limit) : null,
    previous: offset > 0 ? linkTo(request, limit, before) : null,
    results,
  };
}

/** The address of this very host for a path, as the client wrote it. */
export function absolute(request: FastifyRequest, path: string): string {
  return `${request.protocol}://${request.host}${path}`;
}

/** A link back to the start names no offset; parameters are sorted, both as upstream. */
function linkTo(request: FastifyRequest, limit: number, offset: number): string {
  const [path = '', query = ''] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('limit', String(limit));
  if (offset === 0) parameters.delete('offset');
  else parameters.set('offset', String(offset));
  parameters.sort();
  return absolute(request, `${path}?${parameters}`);
}

/** Null: no whole number that a database could count to. */
function wholeNumber(text: string | undefined): number | null {
  const digits = /^\s*\+?(\d+)\s*$/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Math.min(Number(digits), Number.MAX_SAFE_INTEGER - greatestLimit);
}
