import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { forgetInvited } from './modules/admissions/invitations.ts';
import { forgetCommented } from './modules/community/comments.ts';
import { peopleAsTargets } from './modules/community/people.ts';
import type { CommentTargets } from './modules/community/types.ts';
import { forgetErrands } from './modules/errands/errands.ts';
import type { ErrandKind } from './modules/errands/types.ts';
import { forgetFestivalGoer } from './modules/festival/erasures.ts';
import { bookingsAsTargets } from './modules/festival/targets.ts';
import { findAccounts } from './modules/identity/accounts.ts';
import type { Identity, IdentityPorts } from './modules/identity/types.ts';
import { bulkEnrolment } from './modules/learning/bulk-enrolments.ts';
import { coursesAsTargets } from './modules/learning/courses.ts';
import { enrolWaiting, forgetLearner } from './modules/learning/pending-enrolments.ts';
import { postLetters } from './modules/mail/letters.ts';
import { forgetInbox } from './modules/notifications/notifications.ts';
import { openStreams, type Streams } from './modules/notifications/streams.ts';
import type { NotificationPorts } from './modules/notifications/types.ts';
import { type Directory, openDirectory } from './modules/tenants/directory.ts';
import { openInstallation as readInstallation } from './modules/tenants/installation.ts';
import { listSites } from './modules/tenants/sites.ts';
import type { Installation as Facts, Site } from './modules/tenants/types.ts';
import { eventsAsTargets, workshopsAsTargets } from './modules/workshops/targets.ts';
import { systemClock } from './platform/clock.ts';
import { forgetAnswers } from './platform/database/answers-kept.ts';
import type { Connection } from './platform/database/connection.ts';
import { type Database, openDatabase } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import { reachPostgres } from './platform/database/reach.ts';
import { renewForeignStamps } from './platform/database/sync-order.ts';
import { type FileStore, openFileStore } from './platform/file-store.ts';
import type { Log } from './platform/log.ts';
import { openPasswords, type Passwords } from './platform/passwords.ts';
import { systemRandom } from './platform/random.ts';
import { readSecret } from './platform/secret-file.ts';
import { keepSecret } from './platform/secrets.ts';

/** Everything a process of Muster works with, opened once. */
export interface Installation {
  readonly config: Config;
  readonly log: Log;
  readonly connection: Connection;
  /** `started`: this process runs the embedded PostgreSQL; `joined`: another one does; `served`: `DATABASE_URL`. */
  readonly postgres: 'started' | 'joined' | 'served';
  readonly database: Database;
  readonly directory: Directory;
  readonly identity: Identity;
  readonly passwords: Passwords;
  readonly streams: Streams;
  /** Files that people sent. */
  readonly files: FileStore;
  readonly facts: Facts;
  close(): Promise<void>;
}

/** What lower modules cause in higher ones. */
export const identityPorts: IdentityPorts = {
  accountActivated: [enrolWaiting],
  accountErased: [
    forgetLearner,
    forgetFestivalGoer,
    forgetCommented,
    forgetInbox,
    forgetInvited,
    forgetAnswers,
    forgetErrands,
  ],
};

/** What does long work, by the name of its kind. */
export const errandKinds: readonly ErrandKind[] = [bulkEnrolment];

/** What people may comment on, by the name that the activity log gives its type. */
export const commentTargets: CommentTargets = {
  account: peopleAsTargets,
  course: coursesAsTargets,
  event: eventsAsTargets,
  workshop: workshopsAsTargets,
  booking: bookingsAsTargets,
};

/** What letters of notifications need of siblings and of modules above. */
export function notificationPorts({ address }: Pick<Identity, 'address'>): NotificationPorts {
  return {
    postLetters,
    async recipients(read, accountIds) {
      const accounts = [...(await findAccounts(read, accountIds)).values()];
      return accounts
        .filter((account) => account.isActive)
        .map(({ id, email, name, locale }) => ({ accountId: id, address: email, name, locale }));
    },
    async sites(read) {
      const sites = await listSites(read);
      return sites.map((site) => ({
        tenantId: site.tenantId,
        id: site.id,
        name: site.name,
        address: address(site, ''),
        language: site.config.language ?? null,
      }));
    },
  };
}

export const packageFolder = join(import.meta.dirname, '..');

/**
 * Opens the installation of this configuration: PostgreSQL reached, migrated, its secret checked.
 * Works beside a running server (joins its PostgreSQL) and without one (starts it, and stops it at the end).
 */
export async function openInstallation(
  config: Config,
  { log }: { readonly log: Log },
): Promise<Installation> {
  const secret = keepSecret(await readSecret(config.secret, config.dataFolder, systemRandom));
  const postgres = await reachPostgres(config, log);
  try {
    await migrate(postgres.connection, join(packageFolder, 'db/migrations'));
    const opened = openWith({ config, log, secret, connection: postgres.connection });
    const facts = await opened.database.acrossTenants().transaction(async (tx) => {
      const found = await readInstallation(tx, secret.fingerprint(), config.rootDomain);
      await renewForeignStamps(tx);
      return found;
    });
    return {
      ...opened,
      facts,
      get postgres() {
        return postgres.kind;
      },
      async close() {
        opened.streams.close();
        await opened.database.close();
        await postgres.release();
      },
    };
  } catch (error) {
    await postgres.release();
    throw error;
  }
}

/** The same installation under another configuration, as far as one may change while it is open. */
export function reconfigure(installation: Installation, config: Config): Installation {
  const { jwtKey, jwtAlgorithm } = config;
  const identity = { ...installation.identity, address: addressUnder(config), jwtKey, jwtAlgorithm };
  return Object.create(installation, {
    config: { value: config, enumerable: true },
    identity: { value: identity, enumerable: true },
  });
}

function openWith(base: {
  config: Config;
  log: Log;
  secret: ReturnType<typeof keepSecret>;
  connection: Connection;
}) {
  const { config, log, connection, secret } = base;
  const database = openDatabase({
    connection,
    clock: systemClock,
    random: systemRandom,
    warn: (error) => log.warn({ error }, 'A connection to the database was lost.'),
  });
  const identity: Identity = {
    secret,
    ports: identityPorts,
    address: addressUnder(config),
    jwtKey: config.jwtKey,
    jwtAlgorithm: config.jwtAlgorithm,
  };
  return {
    config,
    log,
    connection,
    database,
    directory: openDirectory(database.acrossTenants()),
    identity,
    streams: openStreams(),
    passwords: openPasswords({ atOnce: availableParallelism(), waiting: 500 }),
    files: openFileStore(join(config.dataFolder, 'files')),
  };
}

const addressUnder = (config: Config) => (site: Site, path: string) => addressOf(config, site) + path;

/** Where a site is reached from outside: from the configuration, never from a request (ruling "Links in letters"). */
export function addressOf(config: Config, site: Site): string {
  const port = 'port' in config.listen ? config.listen.port : 80;
  const pattern = config.publicUrl ?? (port === 80 ? 'http://{host}' : 'http://{host}:{port}');
  const host = site.hosts[0] ?? 'localhost';
  return pattern.replaceAll('{host}', host).replaceAll('{port}', String(port)).replace(/\/$/, '');
}
