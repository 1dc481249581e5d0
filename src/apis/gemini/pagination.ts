import { type TSchema, Type } from 'typebox';
import { HttpRefusal } from '../../platform/http/problems.ts';
import { refuse } from '../../platform/refusal.ts';

/** Items a page where the caller says nothing, and at most (contract §2.1). */
export const usualPage = 25;
export const greatestPage = 1000;

/** The window of a list that a request asks for. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly size: number;
  readonly limit: number;
  readonly offset: number;
}

/** Of every list. A text, so that a bad one gets its own words. */
export const pageQuery = {
  per_page: Type.Optional(Type.String({ description: 'Items a page, from 1; 25 without it, 1000 at most' })),
};

export const paginationForm = Type.Object({
  total: Type.Integer(),
  pages: Type.Integer(),
  next: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  prev: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
});

/** The answer of a list under this key. */
export const pageOf = <Item extends TSchema, Key extends string>(key: Key, item: Item) =>
  Type.Intersect([
    Type.Record(Type.Literal(key), Type.Array(item)),
    Type.Object({ pagination: paginationForm }),
  ]);

/** Reads page and size: no number of a page is 404, no size is 400, too large a size is the greatest (contract §2.1). */
export function readPage(
  segment: string | undefined,
  query: { readonly per_page?: string | undefined },
): Page {
  const number = segment === undefined ? 1 : pageNumber(segment);
  const size = query.per_page === undefined ? usualPage : sizeOf(query.per_page);
  return { number, size, limit: size, offset: (number - 1) * size };
}

/**
 * The `pagination` of an answer. Refuses a page past the end with 404; the first page of nothing is none.
 * @param path the base of the list, onto which page numbers go
 * @param query what the caller sent, kept in the links; nothing sent, the bare documented form
 */
export function paginate(
  path: string,
  query: Readonly<Record<string, unknown>>,
  page: Page,
  total: number,
): { total: number; pages: number; next: string | null; prev: string | null } {
  const pages = Math.ceil(total / page.size);
  if (page.number > Math.max(1, pages)) throw noSuchPage();
  const search = searchOf(query);
  const link = (number: number) => `${path}/${number}${search}`;
  return {
    total,
    pages,
    next: page.number < pages ? link(page.number + 1) : null,
    prev: page.number > 1 ? link(page.number - 1) : null,
  };
}

function searchOf(query: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat())
      if (one !== undefined && one !== null) parameters.append(name, String(one));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

function pageNumber(segment: string): number {
  if (!/^\d{1,9}$/.test(segment) || Number(segment) < 1) throw noSuchPage();
  return Number(segment);
}

function sizeOf(text: string): number {
  const message = `Allowed: a whole number from 1 to ${greatestPage}.`;
  if (!/^\s*\d{1,15}\s*$/.test(text) || Number(text) < 1)
    throw refuse('invalid', 'request.per_page', `per_page: ${message}`, { fields: { per_page: [message] } });
  return Math.min(Number(text), greatestPage);
}

function noSuchPage(): HttpRefusal {
  return new HttpRefusal(404, 'request.no_such_page', 'There is no such page.');
}
