import type { FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { refuse } from '../../platform/refusal.ts';
import { english } from './texts.ts';

const usualSize = 50;
const greatestSize = 200;

/** Parameters of every list; texts, since what is no size means the usual one and not a refusal (contract §2.6). */
export const pageParameters = {
  page: Type.Optional(Type.String({ description: 'A page, from 1, or `last`' })),
  page_size: Type.Optional(
    Type.String({ description: 'Items a page, 1 to 200; anything else means 50, more means 200' }),
  ),
};

/** The answer of a list of these items. */
export const pageOf = <Item extends TSchema>(item: Item) => {
  const link = Type.Union([Type.String({ format: 'uri' }), Type.Null()]);
  return Type.Object({ count: Type.Integer(), next: link, previous: link, results: Type.Array(item) });
};

/** A part of a list and how many there are in all. */
export interface Part<Item> {
  readonly count: number;
  readonly items: readonly Item[];
}

/**
 * Answers the page of a list that a request asks for, exactly as contract §2.6: absolute links with sorted parameters,
 * the link back to the first page without a number.
 * Refuses a page that is none or lies beyond the end (404); the first page of an empty list is there.
 * @param query the request's `page` and `page_size`
 * @param fetch gets a part of the list in its total order
 */
export async function paginate<Item, Result>(
  request: FastifyRequest,
  query: { readonly page?: string; readonly page_size?: string },
  fetch: (window: { limit: number; offset: number }) => Promise<Part<Item>>,
  toResult: (item: Item) => Result,
) {
  const size = readSize(query.page_size);
  const wanted = query.page ?? '1';
  const isLast = wanted === 'last';
  // The number of the last page is known once the list was counted.
  const number = isLast ? lastPage((await fetch({ limit: 1, offset: 0 })).count, size) : readNumber(wanted);
  if (number === null) throw badPage();
  const { count, items } = await fetch({ limit: size, offset: (number - 1) * size });
  const last = lastPage(count, size);
  // Rows may have gone between the two looks at a list whose last page is asked for.
  if (number > last && !isLast) throw badPage();
  return {
    count,
    next: number < last ? linkTo(request, number + 1) : null,
    previous: number > 1 ? linkTo(request, number - 1) : null,
    results: items.map(toResult),
  };
}

function readSize(text: string | undefined): number {
  const size = wholeNumber(text ?? '');
  return size === null || size === 0 ? usualSize : Math.min(size, greatestSize);
}

function readNumber(text: string): number | null {
  const number = wholeNumber(text);
  return number === 0 ? null : number;
}

/** As upstream's language reads one: blanks around it and leading zeros do no harm. Null: none that could be counted to. */
function wholeNumber(text: string): number | null {
  const digits = /^\s*\+?0*(\d{1,12})\s*$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

function lastPage(count: number, size: number): number {
  return Math.max(1, Math.ceil(count / size));
}

function linkTo(request: FastifyRequest, number: number): string {
  const [path = '', query = ''] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  if (number === 1) parameters.delete('page');
  else parameters.set('page', String(number));
  parameters.sort();
  const search = String(parameters);
  return `${request.protocol}://${request.host}${path}${search === '' ? '' : `?${search}`}`;
}

function badPage() {
  return refuse('missing', 'saas.page', english('badPage'));
}
