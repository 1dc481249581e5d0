import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './contract.ts';
import { type ErrorShape, type Problem, problemDetails, type Rendered } from './error-shapes.ts';
import { HttpRefusal, problemOf } from './problems.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Answers which shape words the errors of a path: the first of the table that claims it, else problem details. */
export function shapeTable(shapes: readonly ErrorShape[]): (path: string) => ErrorShape {
  const plain = problemDetails();
  return (path) => shapes.find((shape) => shape.matches(path)) ?? plain;
}

/**
 * The one place where an error becomes an answer, for every API: 404 and 405 (with `Allow`), the request's own faults,
 * refusals of modules, and faults of ours (logged whole, told to the caller as a request id only).
 */
export function answerErrors(server: HttpServer, shapeFor: (path: string) => ErrorShape): void {
  server.setErrorHandler((error, request, reply) => sendError(error, request, reply, shapeFor));
  // Before the body is read: a wrong address is 404 whatever was sent to it.
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const allow = methodsOf(server, pathOf(request));
    if (request.method === 'OPTIONS' && allow.length > 0) {
      reply.code(204).header('allow', allow.join(', ')).send();
      return;
    }
    done(allow.length > 0 ? wrongMethod(request.method, allow) : noSuchPath());
  });
  server.setNotFoundHandler((request, reply) => sendError(noSuchPath(), request, reply, shapeFor));
}

/** Sends what an error means in the words of the path's shape. Also for errors raised before any route is known. */
export function sendError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  shapeFor: (path: string) => ErrorShape,
): FastifyReply {
  const path = pathOf(request);
  const languages = [request.headers['accept-language'], request.usualLanguage ?? undefined];
  const problem = problemOf(error, { method: request.method, path, requestId: request.id, languages });
  if (problem.status >= 500 && problem.kind === undefined)
    request.log.error({ err: error }, 'request failed');
  const own = request.is404 ? undefined : request.routeOptions.config.errors?.(problem);
  const rendered = own ?? shapeFor(path).render(problem);
  return send(reply, problem, rendered);
}

/** The path as it was sent, without the query. */
export function pathOf(request: FastifyRequest): string {
  const url = request.raw.url ?? '/';
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}

function send(reply: FastifyReply, problem: Problem, rendered: Rendered): FastifyReply {
  reply.code(rendered.status ?? problem.status);
  // Fastify would hang up on a body that is too long, and who still sends it (nginx: 502) would not see why.
  if (problem.status === 413) reply.removeHeader('connection');
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  if (problem.allow !== undefined) reply.header('allow', problem.allow.join(', '));
  if (rendered.body !== undefined && typeof rendered.body !== 'string')
    reply.header('content-type', 'application/json; charset=utf-8');
  reply.headers(rendered.headers ?? {});
  return reply.send(rendered.body);
}

/** Asks the router itself, so that the answer cannot differ from what is served. */
function methodsOf(server: HttpServer, path: string): string[] {
  const found = METHODS.filter((method) => server.findRoute({ method, url: path }) !== null);
  return found.length > 0 ? [...found, 'OPTIONS'] : [];
}

function wrongMethod(method: string, allow: readonly string[]): HttpRefusal {
  return new HttpRefusal(405, 'request.method', `Method "${method}" not allowed.`, { allow });
}

function noSuchPath(): HttpRefusal {
  return new HttpRefusal(404, 'request.no_such_path', 'Not found.');
}
