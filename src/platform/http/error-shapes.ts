import { Type } from 'typebox';
import type { RefusalKind } from '../refusal.ts';
import { html } from './html.ts';

/** One broken rule of a request's schema, in the validator's terms. */
export interface Violation {
  /** The place inside the part, joined by dots: `identifiers.1`. Empty: the part as a whole. */
  readonly field: string;
  /** The JSON schema keyword: `required`, `type`, `maxLength`… */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What went wrong with a request, before any API's words. */
export interface Problem {
  readonly status: number;
  /** `request.*` for what the platform refuses, else the code of the module's refusal. */
  readonly code: string;
  readonly kind: RefusalKind | undefined;
  readonly message: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Only for a request that broke its schema. */
  readonly violations: readonly Violation[];
  readonly requestId: string;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** Methods that the path has; only with 405. */
  readonly allow: readonly string[] | undefined;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Wishes for a language, the strongest first: the header of the request, then what the request's API added. */
  readonly languages: readonly (string | undefined)[];
}

/** An answer; a missing status means the problem's own. A text body needs its `content-type` among the headers. */
export interface Rendered {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How one API words its errors. The first shape of the table whose `matches` says yes answers. */
export interface ErrorShape {
  readonly name: string;
  matches(path: string): boolean;
  render(problem: Problem): Rendered;
  /** Response schema of every error, for the documentation and for checking answers. */
  readonly schema: object;
}

/** Makes `matches` of a list of path prefixes: `/api/v1` holds for `/api/v1` and `/api/v1/…`, not for `/api/v10`. */
export function under(...prefixes: readonly string[]): (path: string) => boolean {
  const folders = prefixes.map((prefix) => prefix.replace(/\/$/, ''));
  return (path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

const problemSchema = Type.Object({
  type: Type.String(),
  status: Type.Integer(),
  title: Type.String(),
  code: Type.String(),
  fields: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
  detail: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  request_id: Type.String(),
});

/** RFC 9457 problem details, the shape of our own API and of every path that no other shape claims. */
export function problemDetails(matches: (path: string) => boolean = () => true): ErrorShape {
  return {
    name: 'problem-details',
    matches,
    render: (problem) => ({
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: {
        type: 'about:blank',
        status: problem.status,
        title: problem.message,
        code: problem.code,
        ...(Object.keys(problem.fields).length > 0 ? { fields: problem.fields } : {}),
        ...(Object.keys(problem.detail).length > 0 ? { detail: problem.detail } : {}),
        request_id: problem.requestId,
      },
    }),
    schema: { description: 'A problem', content: { 'application/problem+json': { schema: problemSchema } } },
  };
}

/** A plain page for people who follow a link; `page` may put the sentence into a layout and a language of its own. */
export function errorPage(
  matches: (path: string) => boolean,
  page: (problem: Problem) => string = plainPage,
): ErrorShape {
  return {
    name: 'page',
    matches,
    render: (problem) => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: page(problem) }),
    schema: { description: 'A page', content: { 'text/html': { schema: { type: 'string' } } } },
  };
}

function plainPage(problem: Problem): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${problem.message}</title></head>
<body><main><h1>${problem.message}</h1><p>${problem.status} · ${problem.requestId}</p></main></body></html>
`.text;
}
