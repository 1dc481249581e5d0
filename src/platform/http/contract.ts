import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { TSchema } from 'typebox';
import type { Problem, Rendered } from './error-shapes.ts';

/** The server as every plugin sees it: Fastify, typed by TypeBox schemas. */
export type HttpServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Who may call a route: anyone, or a list of kinds of caller that the API's own hook understands. */
export type Caller = 'anyone' | readonly [string, ...string[]];

/** One route as registered, for tests that are generated from the table (isolation, no-500, documentation). */
export interface RouteEntry {
  readonly api: string;
  readonly method: string;
  /** The full pattern, prefix included: `/tahoe/api/v1/users/:id/`. */
  readonly path: string;
  readonly caller: Caller;
  /** True for the slash form or other spelling that is not documented; it answers exactly like its twin. */
  readonly twin: boolean;
  readonly schema: RouteSchema | undefined;
}

export interface RouteSchema {
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly headers?: TSchema;
  readonly body?: TSchema;
  /** By status: `200`, or a class such as `4xx`. */
  readonly response: Readonly<Record<number | string, unknown>>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    caller?: Caller;
    api?: string;
    twin?: boolean;
    /** Only there to refuse a method that the path does not have. */
    refused?: boolean;
    /** The path carries a secret (a link of a letter): only the pattern is logged. */
    secretPath?: boolean;
    /** Answered even when the server sheds load (health). */
    neverShed?: boolean;
    /** What the route answers besides JSON, as media types: a request that takes only such a one is served. */
    answers?: string | readonly string[];
    /** Takes a file of any media type (`takeFiles`). */
    takesFile?: boolean;
    /** Reads JSON whose texts hold raw line breaks and tabs, as a document's own sample has them. */
    rawLineBreaks?: boolean;
    /** Stays open on purpose (server-sent events): not counted against the bound of requests in flight. */
    longLived?: boolean;
    /** The route's own words for some problems, before the API's shape is asked. */
    errors?: (problem: Problem) => Rendered | undefined;
  }
  interface FastifyInstance {
    /** The API a plugin belongs to; `nameApi` sets it for a scope. */
    apiName: string;
    /** The security schemes that open this scope's routes, by their names in the documentation; it may depend on the caller. */
    apiSecurity: readonly string[] | ((caller: Exclude<Caller, 'anyone'>) => readonly string[]);
    routeEntries: RouteEntry[];
    /** Prefixes whose routes a library registers; see `declareForeign`. */
    foreignRoutes: { readonly prefix: string; readonly caller: Caller }[];
  }
  interface FastifyRequest {
    /** Accepted from `X-Request-Id` or made here; echoed, logged, written into the audit trail. */
    readonly requestId: string;
    /** For those who wish for no language; an API may set it. */
    usualLanguage: string | null;
  }
}
