import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type FastifyBaseLogger, type FastifyRequest, fastify, LogController } from 'fastify';
import type { Metrics } from '../metrics.ts';
import type { Random } from '../random.ts';
import { checkAnswers, serializeAsIs } from './answers.ts';
import { readBodies } from './bodies.ts';
import { clientErrorHandler, requestIdOf } from './client-errors.ts';
import { answerConditionally } from './conditional.ts';
import type { HttpServer } from './contract.ts';
import { allowOrigins, type OriginsOf } from './cors.ts';
import { socketOf } from './door.ts';
import type { ErrorShape } from './error-shapes.ts';
import { answerErrors, sendError, shapeTable } from './errors.ts';
import { type Fields, parseFields } from './form-fields.ts';
import { refuseHostileText } from './hostile-text.ts';
import type { SheddingOptions } from './load-shedding.ts';
import { pageWishes } from './page-wishes.ts';
import { HttpRefusal, malformed } from './problems.ts';
import { watchRoutes } from './route.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { listensOnUnixSocket, trustedPeers } from './trusted-proxies.ts';
import { buildValidator, refusalOfErrors } from './validation.ts';
import { followVisits } from './visits.ts';

export interface ServerOptions {
  readonly log: FastifyBaseLogger;
  readonly random: Random;
  /** Addresses and CIDR ranges whose `X-Forwarded-*` headers count. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** Which API words the errors of which paths, in order; problem details for the rest. */
  readonly errorShapes?: readonly ErrorShape[];
  /** Bytes of a request body; a route may allow itself more or less. Default 1 MiB. */
  readonly bodyLimit?: number;
  /** Milliseconds within which a request must have arrived whole. Default 60 s. */
  readonly requestTimeout?: number;
  readonly shedding?: SheddingOptions;
  readonly metrics?: Metrics;
  /** Whose pages may call from a browser. Default: those of the server itself only. */
  readonly originsOf?: OriginsOf;
  /** Compares each answer with its declared schema and fails where they differ (tests, development). */
  readonly checkAnswers?: boolean;
}

const MAX_URL = 8_192;
/** Header bytes that Node reads at most: more than `MAX_URL`, so that a long address is refused in its API's words. */
const MAX_HEADER = 32_768;
/** Longer than any key of the contracts: an e-mail has 254 characters, a course key 255, percent-encoded thrice that. */
const MAX_PARAM = 1_024;
const MALFORMED = Symbol('malformed query');

/**
 * Makes the HTTP server: routes, bodies, validation, errors, limits and headers for every API alike, and no route yet.
 * Register APIs with `server.register(plugin, { prefix })`, then hand it to `listen`.
 */
export function createServer(options: ServerOptions): HttpServer {
  const shapeFor = shapeTable(options.errorShapes ?? []);
  const isTrusted = trustedPeers(options.trustedProxies ?? [], () => listensOnUnixSocket(socketOf(server)));
  const server: HttpServer = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf(options.random),
    requestIdHeader: false,
    trustProxy: isTrusted,
    bodyLimit: options.bodyLimit ?? 1_048_576,
    requestTimeout: options.requestTimeout ?? 60_000,
    keepAliveTimeout: 72_000,
    return503OnClosing: false,
    http: { maxHeaderSize: MAX_HEADER },
    routerOptions: {
      maxParamLength: MAX_PARAM,
      querystringParser: parseQuery,
      constraints: { wish: pageWishes },
    },
    schemaErrorFormatter: refusalOfErrors,
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendError(error, request, reply, shapeFor);
    },
    clientErrorHandler: clientErrorHandler(shapeFor, options.random),
  }).withTypeProvider<TypeBoxTypeProvider>();

  // Built when the first route is compiled, after every `addSchema` of the root.
  const validators = lazily(() => buildValidator(server.getSchemas()));
  server.setValidatorCompiler((part) => validators()(part));
  server.setSerializerCompiler(serializeAsIs);
  server.decorateRequest('usualLanguage', null);
  server.decorateRequest('requestId', {
    getter() {
      return this.id;
    },
  });
  followVisits(server, options);
  if (options.originsOf) allowOrigins(server, options.originsOf);
  watchRoutes(server, shapeFor);
  server.addHook('onRequest', (request, _reply, done) => done(refuseAddress(request)));
  answerErrors(server, shapeFor);
  readBodies(server);
  server.register(cookie);
  answerConditionally(server);
  setSecurityHeaders(server);
  if (options.checkAnswers === true) checkAnswers(server);
  return server;
}

/** Runs inside the router, where a throw would end the process: a bad query is marked and refused by the first hook. */
function parseQuery(text: string): Fields {
  return parseFields(text) ?? Object.defineProperty({}, MALFORMED, { value: true });
}

function refuseAddress(request: FastifyRequest): Error | undefined {
  if ((request.raw.url ?? '').length > MAX_URL)
    return new HttpRefusal(414, 'request.url_too_long', 'The address is too long.');
  const { query, params } = request;
  if (typeof query === 'object' && query !== null && MALFORMED in query)
    return malformed('The query is not well encoded.');
  try {
    refuseHostileText(query, 'query');
    refuseHostileText(params, 'address');
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  return undefined;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
