import { isDeepStrictEqual } from 'node:util';
import packageFile from '../package.json' with { type: 'json' };
import { appsembler } from './apis/appsembler/plugin.ts';
import { type Api, admitSites, originsOfSites, type Services, securitySchemes } from './apis/callers.ts';
import { gemini } from './apis/gemini/plugin.ts';
import { pages } from './apis/pages/plugin.ts';
import { saas } from './apis/saas/plugin.ts';
import { tahoe } from './apis/tahoe/plugin.ts';
import { v1 } from './apis/v1/plugin.ts';
import { workshops } from './apis/workshops/plugin.ts';
import type { Config } from './config.ts';
import {
  commentTargets,
  type Installation,
  openInstallation,
  packageFolder,
  reconfigure,
} from './installation.ts';
import { openSeatsWatch, type SeatsWatch } from './modules/workshops/seats-watch.ts';
import type { HttpServer } from './platform/http/contract.ts';
import { drain } from './platform/http/drain.ts';
import { serveHealth } from './platform/http/health.ts';
import { type OpenDoor, openDoor } from './platform/http/listen.ts';
import { listenForMetrics, metricsToken, serveMetrics } from './platform/http/metrics-route.ts';
import { serveDocumentation } from './platform/http/openapi.ts';
import { createServer } from './platform/http/server.ts';
import type { Log } from './platform/log.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import { systemRandom } from './platform/random.ts';
import { webFolders } from './platform/web-build.ts';
import { joinProcesses } from './processes.ts';
import { workOn } from './worker.ts';

const { version } = packageFile;

/** Every API, in the order of the documentation. The first whose paths match words an error. */
const apis: readonly Api[] = [v1, tahoe, appsembler, gemini, saas, workshops, pages];

/** Of the documentation as a whole; `docs/apis` says what the single cases answer. */
const description =
  'Every path answers with and without a slash at its end. A tenant is chosen by the host of the request. ' +
  '`x-callers` names whom an operation lets in: `anyone`, or kinds of callers of its API.';
const platformTag = { name: 'platform', description: 'Of the process: whether it lives, and its figures' };

export interface BuildOptions {
  readonly log: Log;
  readonly services: Services;
  /** As `/healthz` names it. */
  readonly installation: string;
  readonly config: Pick<Config, 'trustedProxies' | 'bodyLimit' | 'requestTimeout'>;
  readonly metrics?: Metrics;
  readonly metricsToken?: string | null;
  /** Fails a request whose answer is not as its route declares (tests, development). */
  readonly checkAnswers?: boolean;
  readonly checks?: Readonly<Record<string, () => Promise<void>>>;
}

/** The HTTP server with every API, not yet listening. */
export async function buildServer(options: BuildOptions): Promise<HttpServer> {
  const { log, services, config, metrics } = options;
  const server = createServer({
    log,
    random: systemRandom,
    trustedProxies: config.trustedProxies,
    bodyLimit: config.bodyLimit,
    requestTimeout: config.requestTimeout,
    errorShapes: apis.map((api) => api.errors),
    originsOf: originsOfSites(services),
    checkAnswers: options.checkAnswers ?? false,
    ...(metrics && { metrics }),
  });
  await serveDocumentation(server, {
    title: 'Muster',
    version,
    description,
    tags: [...apis.map(({ name, about }) => ({ name, description: about })), platformTag],
    securitySchemes: { ...securitySchemes, metricsToken },
  });
  serveHealth(server, { installation: options.installation, version, checks: options.checks ?? {} });
  if (metrics) serveMetrics(server, metrics, options.metricsToken ?? undefined);
  for (const api of apis) {
    await server.register(async (scope) => {
      scope.apiName = api.name;
      scope.apiSecurity = api.security;
      admitSites(scope, services);
      await api.register(scope, services);
    });
  }
  return server;
}

/** What the APIs get of an installation. */
export function servicesOf(installation: Installation, seats: SeatsWatch): Services {
  const { database, directory, identity, passwords, streams, files, config } = installation;
  const { rootDomain, signUp: tenants, invitationDays, throttles, allowedOrigins } = config;
  const signUps = { rootDomain, tenants, invitationDays };
  const opened = { database, directory, identity, passwords, streams, files, commentTargets, seats };
  const webFolder = webFolders(packageFolder).built;
  return { ...opened, throttles, allowedOrigins, signUps, webFolder };
}

export interface RunningServer {
  /** In words: `http://127.0.0.1:8000`, `unix:/run/muster/socket`. */
  readonly address: string;
  readonly installation: Installation;
  /**
   * Goes on with another configuration, without a failed request: a second server takes over from the first, by the same
   * door unless the address changes.
   * Refuses a change of what the process was started on; the old configuration then stays.
   */
  reload(config: Config): Promise<void>;
  /** Takes no new requests, answers the running ones, then lets everything go. */
  stop(): Promise<void>;
}

/**
 * Serves the installation: opens it, listens, works the queue unless `config.worker` is off.
 * Refuses an address that is taken and a configuration that does not fit the database, each in a sentence.
 */
export async function startServer(config: Config, { log }: { readonly log: Log }): Promise<RunningServer> {
  const installation = await openInstallation(config, { log });
  const metrics = createMetrics();
  const scrapes = openScrapes(metrics);
  try {
    await scrapes.listenOn(config.metrics.listen);
    let serving = await serve(installation, metrics, null);
    return {
      get address() {
        return serving.door.address;
      },
      installation,
      async reload(changed) {
        refuseOtherGround(serving.config, changed);
        const before = serving;
        const door = isDeepStrictEqual(before.config.listen, changed.listen) ? before.door : null;
        serving = await serve(reconfigure(installation, changed), metrics, door);
        await before.stop();
        await scrapes.listenOn(changed.metrics.listen);
      },
      async stop() {
        await serving.stop();
        await scrapes.listenOn(null);
        await installation.close();
      },
    };
  } catch (error) {
    await scrapes.listenOn(null);
    await installation.close();
    throw error;
  }
}

interface Serving {
  readonly config: Config;
  readonly door: OpenDoor;
  stop(): Promise<void>;
}

/** One server with its worker, on an installation that outlives it. @param opened a door to take over; null: opens one */
async function serve(
  installation: Installation,
  metrics: Metrics,
  opened: OpenDoor | null,
): Promise<Serving> {
  const { config, log } = installation;
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const seats = openSeatsWatch({
      warn: (error) => log.warn({ error }, 'The places of an event could not be read.'),
    });
    const server = await buildServer({
      log,
      services: servicesOf(installation, seats),
      installation: installation.facts.uuid,
      config,
      metrics,
      metricsToken: config.metrics.token,
      checkAnswers: config.dev,
      checks: { database: () => installation.database.ask() },
    });
    closers.push(joinProcesses(installation, seats));
    if (config.worker) {
      const worker = await workOn(installation);
      closers.push(() => worker.stop());
    }
    const door = opened ?? (await openDoor(server, config.listen, installation.facts.uuid));
    await opened?.leadTo(server);
    closers.push(() => drain(server));
    return { config, door, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that only shows metrics; it changes hands by closing first, as no other process shares it. */
function openScrapes(metrics: Metrics) {
  let open: Awaited<ReturnType<typeof listenForMetrics>> | null = null;
  return {
    async listenOn(address: Config['metrics']['listen']) {
      open?.close();
      open = address && (await listenForMetrics(metrics, address));
    },
  };
}

/** What a running process stands on and cannot change under itself. */
function refuseOtherGround(config: Config, changed: Config): void {
  const ground = ['dataFolder', 'databaseUrl', 'pgBin', 'runAs', 'secret'] as const;
  const differing: string[] = ground.filter((key) => config[key] !== changed[key]);
  if (config.log.file !== changed.log.file) differing.push('log.file');
  const isMoved = !isDeepStrictEqual(config.listen, changed.listen);
  if (isMoved && 'inherited' in changed.listen) differing.push('the address to a socket of systemd');
  if (differing.length === 0) return;
  throw new Error(`A reload cannot change ${differing.join(', ')}: restart. The old configuration stays.`);
}
