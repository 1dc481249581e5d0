import type { HttpServer, RouteEntry } from './contract.ts';
import { HttpRefusal } from './problems.ts';

/**
 * Declares, for every path of this scope so far, the methods it does not have: each judges the caller first and then
 * answers 405 with `Allow`, as the frameworks do whose clients we serve (a stranger gets 401, not the list of methods).
 * `OPTIONS` answers 204 to anyone. Call it last in a plugin; these routes are in no table and no documentation.
 * @param describe what `OPTIONS` tells of a path, with 200, where an API has words for it
 */
export function refuseOtherMethods(
  server: HttpServer,
  describe?: (entries: readonly RouteEntry[]) => object,
): void {
  const paths = Map.groupBy(
    // Several APIs may share a prefix.
    server.routeEntries.filter(
      (entry) => entry.api === server.apiName && entry.path.startsWith(server.prefix),
    ),
    (entry) => entry.path,
  );
  for (const [path, entries] of paths) {
    const [first] = entries;
    if (first) refuseOthers(server, path.slice(server.prefix.length), first, entries, describe);
  }
}

function refuseOthers(
  server: HttpServer,
  url: string,
  { caller, api, twin }: RouteEntry,
  entries: readonly RouteEntry[],
  describe?: (entries: readonly RouteEntry[]) => object,
): void {
  const has = entries.map((entry) => entry.method);
  const allow = [...has, ...(has.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
  const base = { url, schema: { hide: true }, prefixTrailingSlash: 'slash' } as const;
  // Fastify makes a HEAD of every GET; the others it knows are refused by name.
  for (const method of server.supportedMethods.filter((one) => one !== 'HEAD' && !allow.includes(one))) {
    server.route({
      ...base,
      method,
      config: { caller, api, twin, refused: true },
      // Before the body is read, after the hooks of the scope.
      onRequest: (request, _reply, done) =>
        done(new HttpRefusal(405, 'request.method', `Method "${request.method}" not allowed.`, { allow })),
      handler: () => undefined,
    });
  }
  server.route({
    ...base,
    method: 'OPTIONS',
    config: { caller: 'anyone', api, twin, refused: true },
    handler: async (_request, reply) => {
      reply.header('allow', allow.join(', '));
      return describe ? reply.send(describe(entries)) : reply.code(204).send();
    },
  });
}
