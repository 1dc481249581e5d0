import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Services, SignUps, Throttles } from '../../src/apis/callers.ts';
import { buildServer } from '../../src/app.ts';
import { commentTargets, identityPorts, packageFolder } from '../../src/installation.ts';
import { issueJwt } from '../../src/modules/identity/jwts.ts';
import { createOauthClient, requireClient } from '../../src/modules/identity/oauth-clients.ts';
import { prepareRegistration, register } from '../../src/modules/identity/registrations.ts';
import { createOrGetApiToken, issueAccessToken, openSession } from '../../src/modules/identity/tokens.ts';
import type { Account, Identity, IdentityPorts, Role } from '../../src/modules/identity/types.ts';
import { openStreams } from '../../src/modules/notifications/streams.ts';
import { openDirectory } from '../../src/modules/tenants/directory.ts';
import { openInstallation } from '../../src/modules/tenants/installation.ts';
import { openSite, requireDefaultSite, updateSite, usualHosts } from '../../src/modules/tenants/sites.ts';
import type { Site, SiteConfig } from '../../src/modules/tenants/types.ts';
import { whenSeatsChange } from '../../src/modules/workshops/seats.ts';
import { openSeatsWatch, type SeatsWatchOptions } from '../../src/modules/workshops/seats-watch.ts';
import type { Context } from '../../src/platform/database/contract.ts';
import { openFileStore } from '../../src/platform/file-store.ts';
import type { HttpServer } from '../../src/platform/http/contract.ts';
import { createLog } from '../../src/platform/log.ts';
import { openPasswords } from '../../src/platform/passwords.ts';
import { keepSecret } from '../../src/platform/secrets.ts';
import { webFolders } from '../../src/platform/web-build.ts';
import { openTestClock, type TestClock } from './clock.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** A site with its tenant, and a handle on its rows. */
export interface TestSite {
  readonly site: Site;
  /** What a client writes into `Host`. */
  readonly host: string;
  readonly context: Context;
}

export interface TestLetter {
  readonly kind: string;
  readonly to_address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly locale: string;
}

export interface TestAccount {
  readonly username: string;
  readonly email?: string;
  readonly name?: string;
  readonly role?: Role;
  readonly password?: string;
  /** False: not yet activated. */
  readonly active?: boolean;
}

export interface TestApp {
  readonly server: HttpServer;
  readonly services: Services;
  readonly clock: TestClock;
  readonly database: TestDatabase['database'];
  readonly statements: string[];
  readonly query: TestDatabase['query'];
  readonly connection: TestDatabase['connection'];
  /** The default site. */
  readonly home: TestSite;
  /** Lines of the log so far. */
  readonly logged: string[];
  site(slug: string, config?: SiteConfig): Promise<TestSite>;
  configure(at: TestSite, config: SiteConfig): Promise<TestSite>;
  account(at: TestSite, wanted: TestAccount): Promise<Account>;
  apiToken(at: TestSite, account: Account): Promise<string>;
  accessToken(at: TestSite, account: Account, scopes?: readonly string[]): Promise<string>;
  sessionToken(at: TestSite, account: Account): Promise<string>;
  jwt(at: TestSite, account: Account): Promise<string>;
  /** Letters of the outbox, oldest first. */
  letters(at: TestSite): Promise<TestLetter[]>;
  close(): Promise<void>;
}

/** The limits of the rulings; a test that needs others passes its own. The plain API counts nothing, for tests count statements. */
export const usualThrottles: Throttles = {
  tahoe: { hits: 60, seconds: 60 },
  v0_bulk: { hits: 40, seconds: 60 },
  v0_bulk_staff: { hits: 120, seconds: 60 },
  codes: { hits: 6, seconds: 60 },
  login: { hits: 10, seconds: 60 },
  reset: { hits: 5, seconds: 60 },
  sign_up: { hits: 60, seconds: 60 },
  feeds: { hits: 600, seconds: 60 },
};

/** The whole server on a database of its own: default site made, APIs registered, nothing listening. */
export async function openTestApp(
  options: {
    throttles?: Throttles | null;
    ports?: IdentityPorts;
    allowedOrigins?: readonly string[];
    seats?: SeatsWatchOptions;
    signUps?: Partial<SignUps>;
    jwts?: Pick<Identity, 'jwtKey' | 'jwtAlgorithm'>;
    webFolder?: string;
  } = {},
): Promise<TestApp> {
  const clock = openTestClock();
  const folder = await mkdtemp(join(tmpdir(), 'muster-files-'));
  const data = await openTestDatabase({ clock });
  const owner = data.database.acrossTenants();
  const secret = keepSecret('a secret of thirty-two characters or more');
  const identity: Identity = {
    secret,
    ports: options.ports ?? identityPorts,
    address: (site, path) => `http://${site.hosts[0]}:8000${path}`,
    ...options.jwts,
  };
  const seats = openSeatsWatch(options.seats);
  const endSeats = whenSeatsChange(seats.look);
  const services: Services = {
    database: data.database,
    directory: openDirectory(owner),
    identity,
    streams: openStreams(),
    commentTargets,
    passwords: openPasswords({ atOnce: availableParallelism(), waiting: 500 }),
    throttles: options.throttles === undefined ? usualThrottles : options.throttles,
    allowedOrigins: options.allowedOrigins ?? [],
    seats,
    signUps: { rootDomain: 'localhost', tenants: 'confirmation', invitationDays: 1, ...options.signUps },
    files: openFileStore(folder),
    webFolder: options.webFolder ?? webFolders(packageFolder).built,
  };
  const facts = await owner.transaction((tx) => openInstallation(tx, secret.fingerprint(), 'localhost'));
  const logged: string[] = [];
  const { log } = createLog({ level: 'debug', stream: { write: (line) => void logged.push(line) } });
  const server = await buildServer({
    log,
    services,
    installation: facts.uuid,
    config: { trustedProxies: [], bodyLimit: 1_048_576, requestTimeout: 60_000 },
    checkAnswers: true,
  });
  await server.ready();

  const reach = (site: Site): TestSite => ({
    site,
    host: `${site.hosts[0]}:8000`,
    context: data.database.scope({
      tenantId: site.tenantId,
      siteId: site.id,
      author: { kind: 'command', id: null, name: 'test' },
      requestId: 'test',
    }),
  });
  const home = reach(await owner.read(requireDefaultSite));

  return {
    server,
    services,
    clock,
    logged,
    home,
    database: data.database,
    statements: data.statements,
    query: data.query,
    connection: data.connection,
    async site(slug, config = {}) {
      const hosts = usualHosts(slug, 'localhost');
      const wanted = { slug, name: slug, hosts, organisations: [], config };
      const site = await owner.transaction((tx) => openSite(tx, wanted, null));
      services.directory.forget();
      return reach(site);
    },
    async configure(at, config) {
      const site = await owner.transaction((tx) => updateSite(tx, at.site.slug, { config }));
      services.directory.forget();
      return reach(site);
    },
    async account(at, wanted) {
      const { role = 'member', active = true, username } = wanted;
      const prepared = await prepareRegistration(
        services.passwords,
        at.site,
        {
          username,
          email: wanted.email ?? `${username}@example.com`,
          name: wanted.name ?? username,
          password: wanted.password,
          fields: {},
        },
        { username: 'core', role, welcome: active ? 'none' : 'activation', now: clock.now() },
      );
      return at.context.transaction((tx) => register(tx, identity, at.site, prepared));
    },
    apiToken: (at, account) => at.context.transaction((tx) => createOrGetApiToken(tx, identity, account.id)),
    accessToken: (at, account, scopes = ['read', 'write', 'email', 'profile']) =>
      at.context.transaction(async (tx) => {
        const made = await createOauthClient(tx, { name: 'test', ownerId: account.id, grants: [] });
        const client = await requireClient(
          tx,
          services.passwords,
          made.clientId,
          made.clientSecret,
          'client_credentials',
        );
        const { token } = await issueAccessToken(tx, {
          accountId: account.id,
          oauthClientId: client.id,
          scopes,
        });
        return token;
      }),
    sessionToken: (at, account) =>
      at.context.transaction(async (tx) => (await openSession(tx, account.id)).token),
    jwt: (at, account) =>
      at.context.transaction(async (tx) => {
        const { token } = await issueJwt(tx, identity, account.id, { claims: {}, seconds: 3600 });
        return token;
      }),
    letters: (at) =>
      data.query<TestLetter>(
        `select kind, to_address, subject, text, html, locale from letters where tenant_id = $1 order by id`,
        [at.site.tenantId],
      ),
    async close() {
      endSeats();
      seats.close();
      await server.close();
      services.streams.close();
      await data.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
