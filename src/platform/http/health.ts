import { Type } from 'typebox';
import type { HttpServer } from './contract.ts';
import { isDraining } from './drain.ts';
import { route } from './route.ts';

export interface HealthOptions {
  /** Names the installation, not the process: equal for all servers that may share a port. No secret. */
  readonly installation: string;
  readonly version: string;
  /** What must work before requests are sent here, by name; a check that throws or takes over two seconds has failed. */
  readonly checks?: Readonly<Record<string, () => Promise<void>>>;
}

const CHECK_MS = 2_000;

/**
 * Serves `/healthz` (the process answers; asks nothing of anybody) and `/readyz` (200 when every check passes, else 503
 * with the names of those that failed; 503 while draining, so that a balancer looks elsewhere).
 */
export function serveHealth(server: HttpServer, options: HealthOptions): void {
  const { installation, version, checks = {} } = options;
  route(server, {
    method: 'GET',
    path: '/healthz',
    caller: 'anyone',
    summary: 'Whether the process is alive',
    neverShed: true,
    schema: {
      response: {
        200: Type.Object({ status: Type.Literal('ok'), installation: Type.String(), version: Type.String() }),
      },
    },
    handler: async () => ({ status: 'ok' as const, installation, version }),
  });
  const Ready = Type.Object({ status: Type.String(), problems: Type.Array(Type.String()) });
  route(server, {
    method: 'GET',
    path: '/readyz',
    caller: 'anyone',
    summary: 'Whether requests should be sent here',
    neverShed: true,
    schema: { response: { 200: Ready, 503: Ready } },
    handler: async (request, reply) => {
      const failed = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => {
          const error = await within(CHECK_MS, check);
          if (error !== undefined) request.log.warn({ err: error, check: name }, 'not ready');
          return error === undefined ? [] : [name];
        }),
      );
      const problems = [...(isDraining(server) ? ['draining'] : []), ...failed.flat()];
      if (problems.length === 0) return { status: 'ready', problems };
      return reply.code(503).header('retry-after', '5').send({ status: 'not ready', problems });
    },
  });
}

async function within(ms: number, check: () => Promise<void>): Promise<unknown> {
  const timeout = AbortSignal.timeout(ms);
  const late = new Promise<never>((_resolve, reject) => {
    timeout.addEventListener('abort', () => reject(new Error(`took longer than ${ms} ms`)), { once: true });
  });
  try {
    await Promise.race([check(), late]);
    return undefined;
  } catch (error) {
    return error;
  }
}
