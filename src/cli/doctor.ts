import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import type { Installation } from '../installation.ts';
import { type DatabaseFindings, inspectDatabase } from '../platform/database/inspect.ts';
import { reachPostgres } from '../platform/database/reach.ts';
import { askWho } from '../platform/http/port.ts';
import type { Log } from '../platform/log.ts';
import { readOwnConfig } from './operator.ts';
import { CommandFailure, describe, say, sayJson } from './output.ts';

/** One thing looked at, with what to do where it is not well. */
interface Finding {
  readonly about: string;
  readonly isWell: boolean;
  readonly says: string;
}

/** `muster doctor` */
export function defineDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'Check everything Muster needs, a line each with what to do. Changes nothing in an existing installation.',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  muster doctor')
    .action(examine);
}

async function examine(options: { json?: boolean }): Promise<void> {
  const findings = await collect();
  if (options.json) sayJson(findings);
  else
    for (const { about, isWell, says } of findings)
      say(`${isWell ? 'ok ' : 'BAD'}  ${about.padEnd(12)} ${says}`);
  const bad = findings.filter((finding) => !finding.isWell).length;
  if (bad > 0) throw new CommandFailure(bad === 1 ? 'One thing is not well.' : `${bad} things are not well.`);
}

async function collect(): Promise<Finding[]> {
  const node = judgeNode(process.versions.node);
  let own: Awaited<ReturnType<typeof readOwnConfig>>;
  try {
    own = await readOwnConfig();
  } catch (error) {
    return [node, bad('settings', describe(error))];
  }
  const { config, log, installation } = own;
  const folder = await examineFolder(config);
  const database = folder.isWell ? await examineDatabase(config, log, installation) : [];
  const notices = config.notices.map((notice) => well('settings', notice));
  const settings = [well('settings', 'are as they may be'), ...notices];
  return [node, ...settings, folder, ...database, await examineMail(config)];
}

function judgeNode(version: string): Finding {
  return Number.parseInt(version, 10) >= 24
    ? well('node', version)
    : bad('node', `${version} is too old: run npm ci in the folder of Muster, which brings Node 24.`);
}

async function examineFolder({ dataFolder, secret }: Config): Promise<Finding> {
  const mode = await stat(join(dataFolder, 'secret')).then(
    (found) => found.mode & 0o077,
    () => 0,
  );
  if (mode !== 0 && secret === null) {
    return bad('data folder', `others may read ${dataFolder}/secret: run chmod 600 on it.`);
  }
  try {
    await access(await firstExisting(dataFolder), constants.W_OK | constants.X_OK);
    return well('data folder', dataFolder);
  } catch {
    return bad(
      'data folder',
      `${dataFolder} cannot be written: give this user the right, or set MUSTER_DATA.`,
    );
  }
}

async function firstExisting(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || folder === dirname(folder) ? folder : firstExisting(dirname(folder));
}

type Hall = typeof import('../installation.ts');

async function examineDatabase(config: Config, log: Log, hall: Hall): Promise<Finding[]> {
  const isMade =
    config.databaseUrl !== null ||
    (await stat(config.dataFolder).then(
      () => true,
      () => false,
    ));
  if (!isMade) return [well('database', 'is made at the first start')];
  try {
    const postgres = await reachPostgres(config, log);
    try {
      const findings = await inspectDatabase(postgres.connection, join(hall.packageFolder, 'db/migrations'));
      const reached = {
        served: 'of DATABASE_URL',
        started: 'embedded',
        joined: 'embedded, run by another process',
      };
      const database = well('database', `PostgreSQL ${findings.version}, ${reached[postgres.kind]}`);
      const migrations = judgeMigrations(findings);
      if (!migrations.isWell || findings.pending.length > 0) return [database, migrations];
      return [database, migrations, ...(await examineInstallation(config, log, hall)), judgeJobs(findings)];
    } finally {
      await postgres.release();
    }
  } catch (error) {
    return [bad('database', describe(error))];
  }
}

function judgeMigrations({ pending, unknown }: DatabaseFindings): Finding {
  if (unknown.length > 0) {
    return bad(
      'migrations',
      `a newer Muster applied ${unknown.join(', ')}: start that version, or restore a backup.`,
    );
  }
  if (pending.length === 0) return well('migrations', 'all applied');
  return well('migrations', `${pending.join(', ')} will be applied at the next start, or by muster migrate`);
}

function judgeJobs({ jobs }: DatabaseFindings): Finding {
  if (jobs.late > 0) {
    return bad(
      'jobs',
      `${jobs.late} wait since more than five minutes: run muster work, or muster serve with the setting worker on.`,
    );
  }
  return well('jobs', jobs.failed > 0 ? `none waits; ${jobs.failed} were given up` : 'none waits');
}

async function examineInstallation(config: Config, log: Log, hall: Hall): Promise<Finding[]> {
  let opened: Installation;
  try {
    opened = await hall.openInstallation(config, { log });
  } catch (error) {
    return [bad('secret', describe(error))];
  }
  try {
    return [well('secret', 'fits the database'), await examineDoor(config, opened.facts.uuid)];
  } finally {
    await opened.close();
  }
}

async function examineDoor({ listen }: Config, uuid: string): Promise<Finding> {
  if ('inherited' in listen) return well('address', 'a socket of systemd');
  const at = 'unix' in listen ? { socketPath: listen.unix } : listen;
  const name = 'unix' in listen ? `unix:${listen.unix}` : `${listen.host}:${listen.port}`;
  const who = await askWho(at, uuid);
  if (who === 'nobody') return well('address', `${name} is free`);
  if (who === 'this installation') return well('address', `${name}: a server of this installation answers`);
  return bad('address', `${name} is taken by ${who}: set PORT to a free one, or stop it.`);
}

const mailPatience = 3000;

async function examineMail({ smtpUrl, dataFolder }: Config): Promise<Finding> {
  if (smtpUrl === null)
    return well('mail', `letters become files in ${dataFolder}/outbox (SMTP_URL is not set)`);
  const { protocol, hostname, port } = new URL(smtpUrl);
  const number = Number(port) || (protocol === 'smtps:' ? 465 : 587);
  const failure = await tryConnect(hostname, number);
  if (failure === null) return well('mail', `${hostname}:${number} answers`);
  return bad('mail', `${hostname}:${number} does not answer (${failure}): see SMTP_URL.`);
}

function tryConnect(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: mailPatience });
    const end = (failure: string | null) => {
      socket.destroy();
      resolve(failure);
    };
    socket.once('connect', () => end(null));
    socket.once('timeout', () => end('no answer in 3 s'));
    socket.once('error', (error) => end(describe(error)));
  });
}

const well = (about: string, says: string): Finding => ({ about, isWell: true, says });
const bad = (about: string, says: string): Finding => ({ about, isWell: false, says });
