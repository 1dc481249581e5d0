import packageFile from '../package.json' with { type: 'json' };
import { appsembler } from './apis/appsembler/plugin.ts';
import { type Api, admitSites, originsOfSites, type Services } from './apis/callers.ts';
import { gemini } from './apis/gemini/plugin.ts';
import { pages } from './apis/pages/plugin.ts';
import { tahoe } from './apis/tahoe/plugin.ts';
import { workshops } from './apis/workshops/plugin.ts';
import type { Config } from './config.ts';
import { type Installation, openInstallation, reconfigure } from './installation.ts';
import { festivalCron, festivalTasks } from './modules/festival/jobs.ts';
import { identityCron, identityTasks } from './modules/identity/jobs.ts';
import { deliverTask, mailCron, mailTasks } from './modules/mail/jobs.ts';
import { whenLettersPosted } from './modules/mail/letters.ts';
import type { Post } from './modules/mail/types.ts';
import { workshopsCron, workshopsTasks } from './modules/workshops/jobs.ts';
import { seatsNamed, seatsText, whenSeatsChange } from './modules/workshops/seats.ts';
import { openSeatsWatch, type SeatsWatch } from './modules/workshops/seats-watch.ts';
import { openAnnouncements } from './platform/database/announcements.ts';
import { listenTo } from './platform/database/listener.ts';
import type { HttpServer } from './platform/http/contract.ts';
import { drain } from './platform/http/drain.ts';
import { serveHealth } from './platform/http/health.ts';
import { listen } from './platform/http/listen.ts';
import { listenForMetrics, serveMetrics } from './platform/http/metrics-route.ts';
import { serveDocumentation } from './platform/http/openapi.ts';
import { createServer } from './platform/http/server.ts';
import { openNudge } from './platform/jobs/nudge.ts';
import type { CronLine, Task } from './platform/jobs/task.ts';
import { type Worker, startWorker as workQueue } from './platform/jobs/worker.ts';
import type { Log } from './platform/log.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import { systemRandom } from './platform/random.ts';
import { openTransport } from './platform/smtp/transport.ts';
import { purgeCounters } from './platform/throttle.ts';

const { version } = packageFile;

/** Every API, in the order of the documentation. The first whose paths match words an error. */
const apis: readonly Api[] = [tahoe, appsembler, workshops, gemini, pages];

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
  await serveDocumentation(server, { title: 'Muster', version });
  serveHealth(server, { installation: options.installation, version, checks: options.checks ?? {} });
  if (metrics) serveMetrics(server, metrics, options.metricsToken ?? undefined);
  for (const api of apis) {
    await server.register(async (scope) => {
      scope.apiName = api.name;
      admitSites(scope, services);
      await api.register(scope, services);
    });
  }
  return server;
}

/** What the APIs get of an installation. */
export function servicesOf(installation: Installation, seats: SeatsWatch): Services {
  const { database, directory, identity, passwords, files, config } = installation;
  const { throttles, allowedOrigins } = config;
  return { database, directory, identity, passwords, throttles, allowedOrigins, seats, files };
}

export interface RunningServer {
  /** In words: `http://127.0.0.1:8000`, `unix:/run/muster/socket`. */
  readonly address: string;
  readonly installation: Installation;
  /**
   * Goes on with another configuration, without a failed request: a second server takes over from the first.
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
    let serving = await serve(installation, metrics);
    return {
      get address() {
        return serving.address;
      },
      installation,
      async reload(changed) {
        refuseOtherGround(config, changed);
        const before = serving;
        serving = await serve(reconfigure(installation, changed), metrics);
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

/** One server with its worker, on an installation that outlives it. */
async function serve(
  installation: Installation,
  metrics: Metrics,
): Promise<{ address: string; stop(): Promise<void> }> {
  const { config, log } = installation;
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const seats = openSeatsWatch({
      warn: (error) => log.warn({ error }, 'The places of an event could not be read.'),
    });
    closers.push(shareSeats(installation, seats));
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
    closers.push(forgetOnChange(installation));
    closers.push(nudgeOnLetters(installation));
    if (config.worker) {
      const worker = await workOn(installation);
      closers.push(() => worker.stop());
    }
    const address = await listen(server, config.listen, installation.facts.uuid);
    closers.push(() => drain(server));
    return { address, stop };
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
  if ('inherited' in changed.listen) differing.push('a socket of systemd');
  if (differing.length === 0) return;
  throw new Error(`A reload cannot change ${differing.join(', ')}: restart. The old configuration stays.`);
}

/** Works the queue of the installation in a process of its own (`muster work`). */
export async function startWorker(config: Config, { log }: { readonly log: Log }) {
  const installation = await openInstallation(config, { log });
  try {
    const worker = await workOn(installation);
    return {
      installation,
      async stop() {
        await worker.stop();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}

async function workOn(installation: Installation): Promise<Worker> {
  const { config, connection, log, database } = installation;
  const owner = database.acrossTenants();
  const outbox = `${config.dataFolder}/outbox`;
  const post: Post = {
    transport: openTransport({
      smtpUrl: config.smtpUrl,
      folder: outbox,
      show: config.dev ? (text) => process.stdout.write(text) : undefined,
    }),
    from: config.mailFrom,
    log,
  };
  const purge: Task = { name: 'throttle.purge', run: () => purgeCounters(owner) };
  const purgeCron: CronLine = { task: purge.name, at: '7 * * * *' };
  const worker = await workQueue({
    connection,
    log,
    concurrency: 4,
    tasks: [
      ...mailTasks(owner, post, outbox),
      ...identityTasks(owner),
      ...workshopsTasks(owner),
      ...festivalTasks(owner, installation.files),
      purge,
    ],
    cron: [...mailCron, ...identityCron, ...workshopsCron, ...festivalCron, purgeCron],
  });
  return {
    async stop() {
      await worker.stop();
      await post.transport.close();
    },
  };
}

function forgetOnChange({ connection, directory }: Installation): () => Promise<void> {
  return listenTo(connection, 'muster_directory', () => directory.forget());
}

function nudgeOnLetters({ database, log }: Installation): () => Promise<void> {
  const end = whenLettersPosted(openNudge(database.acrossTenants(), deliverTask, log));
  return async () => end();
}

/** Places that change in one process are looked at in all: here at once, elsewhere when the others are told. */
function shareSeats({ connection, database, log }: Installation, seats: SeatsWatch): () => Promise<void> {
  const announcements = openAnnouncements({
    connection,
    owner: database.acrossTenants(),
    random: systemRandom,
    log,
    channel: 'muster_seats',
    hear(text) {
      const changed = text === null ? null : seatsNamed(text);
      if (text === null || changed !== null) seats.look(changed);
    },
  });
  const end = whenSeatsChange((changed) => {
    seats.look(changed);
    announcements.tell(seatsText(changed));
  });
  return async () => {
    end();
    seats.close();
    await announcements.close();
  };
}
