import type { FastifyServerOptions } from 'fastify';

/**
 * Whether a request wishes for a page rather than for JSON: it names HTML, and no JSON that weighs as much. `*` is what
 * programs send.
 */
export function wishesPage(accept: string | undefined): boolean {
  // The router asks for every request, and programs name no HTML.
  if (accept === undefined || !/html/i.test(accept)) return false;
  const weights = { html: 0, json: 0 };
  for (const range of accept.toLowerCase().split(',', 50)) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const weight = parameters.find((one) => /^q\s*=/.test(one))?.replace(/^q\s*=\s*/, '') ?? '1';
    if (/^(text\/html|application\/xhtml\+xml)$/.test(type))
      weights.html = Math.max(weights.html, Number(weight));
    if (/^application\/([\w.-]+\+)?json$/.test(type)) weights.json = Math.max(weights.json, Number(weight));
  }
  return weights.html > weights.json;
}

/** Lets two routes of one path answer by what is wished for; without a route of its own a wish changes nothing. */
export const pageWishes: Strategy = {
  name: 'wish',
  storage() {
    const handlers = new Map<unknown, Handler>();
    return {
      get: (wish) => handlers.get(wish) ?? null,
      set: (wish, handler) => void handlers.set(wish, handler),
    };
  },
  deriveConstraint: ({ headers }) => (wishesPage(headers.accept) ? 'page' : 'data'),
  validate(wish) {
    if (wish !== 'page') throw new Error(`A route is for the wish "page", not for "${String(wish)}".`);
  },
  mustMatchWhenDerived: false,
};

type Strategies = NonNullable<NonNullable<FastifyServerOptions['routerOptions']>['constraints']>;
type Strategy = Strategies[string];
type Handler = Parameters<ReturnType<Strategy['storage']>['set']>[1];
