import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  ContextConfigDefault,
  FastifyBaseLogger,
  FastifyContextConfig,
  RawServerDefault,
  RouteGenericInterface,
  RouteHandlerMethod,
  RouteOptions,
} from 'fastify';
import type { TSchema } from 'typebox';
import type { Caller, HttpServer, RouteEntry, RouteSchema } from './contract.ts';
import type { ErrorShape, Problem, Rendered } from './error-shapes.ts';

export type Handler<Schema extends RouteSchema> = RouteHandlerMethod<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  RouteGenericInterface,
  ContextConfigDefault,
  Schema,
  TypeBoxTypeProvider,
  FastifyBaseLogger
>;

export interface RouteDeclaration<Schema extends RouteSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to the plugin's prefix, spelled as the document spells it; `/` is the prefix itself. */
  readonly path: string;
  /** `both` (default): with and without a trailing slash. `exact`: as spelled, where the other form is another resource. */
  readonly slash?: 'both' | 'exact';
  /** Other spellings that clients use; they answer exactly alike and stand in no documentation. */
  readonly aliases?: readonly string[];
  /** Closed by default: there is no way to leave it out. */
  readonly caller: Caller;
  /** One line for the documentation. */
  readonly summary: string;
  readonly description?: string;
  /** Names of the security schemes that open it, where those of its API do not; of an open route what it takes besides. */
  readonly security?: readonly string[];
  readonly schema: Schema;
  /** Bytes, where the server's own bound does not fit. */
  readonly bodyLimit?: number;
  readonly secretPath?: boolean;
  readonly longLived?: boolean;
  readonly neverShed?: boolean;
  /** Answers only who wishes for a page (`wishesPage`); another route of the same path answers everybody else. */
  readonly forPages?: boolean;
  /** False keeps the route out of the documentation. */
  readonly documented?: boolean;
  /** This route's own words for some problems; undefined leaves it to the API's error shape. */
  readonly errors?: (problem: Problem) => Rendered | undefined;
  /** Settings that the hooks of the API's own scope understand. */
  readonly config?: FastifyContextConfig;
  readonly handler: Handler<Schema>;
}

/** The one way to declare a route: request, every answer, and who may call, in both slash forms. */
export function route<const Schema extends RouteSchema>(
  server: HttpServer,
  declaration: RouteDeclaration<Schema>,
): void {
  const { method, caller, summary, description, handler, bodyLimit } = declaration;
  const { secretPath = false, longLived = false, neverShed = false, documented = true, errors } = declaration;
  const constraints = declaration.forPages ? { constraints: { wish: 'page' } } : {};
  const own = declaration.config;
  const response = { ...declaration.schema.response };
  const spellings = [declaration.path, ...(declaration.aliases ?? [])];
  const urls = spellings.flatMap((path) => slashForms(server.prefix, path, declaration.slash ?? 'both'));
  urls.forEach((url, index) => {
    const twin = index > 0;
    const schema = {
      ...declaration.schema,
      response,
      summary,
      tags: [server.apiName],
      security: securityOf(caller, declaration.security ?? usualSecurity(server, caller)),
      'x-callers': caller,
      ...(takesForms(declaration.schema.body) && { consumes: bodyTypes }),
      ...(description === undefined ? {} : { description }),
      ...(twin || !documented ? { hide: true } : {}),
    };
    const flags = { ...own, caller, api: server.apiName, twin, secretPath, longLived, neverShed };
    const config = errors === undefined ? flags : { ...flags, errors };
    const limit = bodyLimit === undefined ? {} : { bodyLimit };
    server.route({
      method,
      url,
      schema,
      config,
      handler,
      ...limit,
      ...constraints,
      prefixTrailingSlash: 'slash',
    });
  });
}

/** Names the API that the routes of this scope belong to; call it first in a plugin. */
export function nameApi(server: HttpServer, name: string): void {
  server.apiName = name;
}

/** Says who may call the routes that a library registers under a prefix: they cannot declare it themselves. */
export function declareForeign(server: HttpServer, prefix: string, caller: Caller): void {
  server.foreignRoutes.push({ prefix, caller });
}

/** Lists the routes declared so far, in order; complete after `server.ready()`. Without the undocumented slash forms. */
export function routeTable(server: HttpServer): readonly RouteEntry[] {
  return server.routeEntries.filter((entry) => !entry.twin);
}

/**
 * Watches every registration, also those of foreign plugins: throws on a route without a caller, notes it in the
 * table, and adds the error shape of its path as the schema of all errors that the route does not declare itself.
 */
export function watchRoutes(server: HttpServer, shapeFor: (path: string) => ErrorShape): void {
  const entries: RouteEntry[] = [];
  const foreigners: HttpServer['foreignRoutes'] = [];
  server.decorate('apiName', 'platform');
  server.decorate('apiSecurity', []);
  server.decorate('routeEntries', entries);
  server.decorate('foreignRoutes', foreigners);
  server.addHook('onRoute', (options) => {
    const foreign = foreigners.find(
      (one) => options.url === one.prefix || options.url.startsWith(`${one.prefix}/`),
    );
    const caller = options.config?.caller ?? foreign?.caller;
    if (caller === undefined || caller.length === 0)
      throw new Error(
        `${options.method} ${options.url} declares no caller: say who may call it, or 'anyone'.`,
      );
    if (options.method === 'HEAD' || options.config?.refused === true) return;
    describeErrors(options, shapeFor(options.url));
    for (const method of [options.method].flat()) {
      const { api = 'platform', twin = false } = options.config ?? {};
      entries.push({ api, method, path: options.url, caller, twin, schema: schemaOf(options) });
    }
  });
}

function usualSecurity({ apiSecurity }: HttpServer, caller: Caller): readonly string[] {
  if (caller === 'anyone') return [];
  return typeof apiSecurity === 'function' ? apiSecurity(caller) : apiSecurity;
}

/** Any one of the schemes; the empty one means that none is needed. */
function securityOf(caller: Caller, names: readonly string[]): Record<string, string[]>[] {
  const schemes = names.map((name) => ({ [name]: [] }));
  return caller === 'anyone' && schemes.length > 0 ? [...schemes, {}] : schemes;
}

/** As which an object may be sent (ruling "Bodies"); a list cannot be a form. */
const bodyTypes = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];

function takesForms(body: TSchema | undefined): boolean {
  return body !== undefined && 'properties' in body;
}

function describeErrors(options: RouteOptions, shape: ErrorShape): void {
  const response = schemaOf(options)?.response;
  if (response === undefined) return;
  for (const family of ['4xx', '5xx']) {
    if (!(family in response))
      Object.assign(response, { [family]: { description: 'An error', ...shape.schema } });
  }
}

function schemaOf(options: RouteOptions): RouteSchema | undefined {
  const schema = options.schema;
  return schema !== undefined && isRouteSchema(schema) ? schema : undefined;
}

function isRouteSchema(schema: object): schema is RouteSchema {
  return 'response' in schema && typeof schema.response === 'object' && schema.response !== null;
}

function slashForms(prefix: string, path: string, slash: 'both' | 'exact'): string[] {
  const atRoot = path === '/' && (prefix === '' || prefix === '/');
  if (slash === 'exact' || atRoot || path.endsWith('*')) return [path];
  return path.endsWith('/') ? [path, path.slice(0, -1)] : [path, `${path}/`];
}
