import type { Command } from 'commander';
import type { RunningServer } from '../app.ts';
import type { Config } from '../config.ts';
import { offerFirstOwner } from '../modules/identity/first-owner.ts';
import { createLog, type LogOutput } from '../platform/log.ts';
import { buildWebIfStale } from '../platform/web-build.ts';
import { say } from './output.ts';
import { untilStopped } from './signals.ts';

/** `muster serve` */
export function defineServe(program: Command): void {
  program
    .command('serve')
    .description(
      'Serve the APIs and, unless the setting worker is off, do the jobs of the queue. ' +
        'SIGTERM and SIGINT end it after the running requests; SIGHUP reads the configuration again and reopens the log.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  muster serve\n  PORT=8080 muster serve\n  MUSTER_LISTEN=unix:/run/muster/socket muster serve',
    )
    .action(serve);
}

async function serve(): Promise<void> {
  const { startServer } = await import('../app.ts');
  const { packageFolder } = await import('../installation.ts');
  const { loadOwnConfig } = await import('../config.ts');
  const config = loadOwnConfig(packageFolder);
  await buildWebIfStale(packageFolder);
  const output = openLog(config);
  const running = await startServer(config, { log: output.log });
  const stopped = untilStopped(() => {
    output.reopen();
    reload(running, output, () => loadOwnConfig(packageFolder));
  });
  await announce(running, config);
  await stopped;
  say('Muster ends after the running requests.');
  await running.stop();
  output.flush();
}

/** JSON lines; `npm run dev` makes them readable. */
export function openLog({ log: { level, file } }: Config): LogOutput {
  return createLog({ level, ...(file !== null && { file }) });
}

function reload(running: RunningServer, { log }: LogOutput, load: () => Config): void {
  const reloaded = async () => {
    const config = load();
    await running.reload(config);
    log.level = config.log.level;
    log.info('The configuration was read again.');
  };
  reloaded().catch((error: unknown) => log.error({ error }, 'The configuration was not read again.'));
}

async function announce(running: RunningServer, config: Config): Promise<void> {
  const { installation, address } = running;
  const databases = {
    started: `the PostgreSQL in ${config.dataFolder}`,
    joined: `the PostgreSQL that another Muster process runs for ${config.dataFolder}, which it joined`,
    served: 'the PostgreSQL of DATABASE_URL',
  };
  say(`Muster serves on ${address}, on ${databases[installation.postgres]}.`);
  for (const notice of config.notices) say(notice);
  if (config.smtpUrl === null)
    say(`Letters become files in ${config.dataFolder}/outbox, as SMTP_URL is not set.`);
  const link = await firstOwnerLink(running);
  if (link !== null)
    say(`Nobody owns this installation yet. Make its first administrator here, once: ${link}`);
}

/** As long as the default tenant has no owner. A process that joined leaves the link of the first one standing. */
async function firstOwnerLink({ installation }: RunningServer): Promise<string | null> {
  if (installation.postgres === 'joined') return null;
  const { database, directory, identity } = installation;
  const site = await directory.resolve('localhost');
  if (!site) return null;
  const author = { kind: 'system', id: null, name: 'serve' } as const;
  const context = database.scope({ tenantId: site.tenantId, siteId: site.id, author, requestId: 'serve' });
  return context.transaction((tx) => offerFirstOwner(tx, identity, site));
}
