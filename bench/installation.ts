import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { loadConfig } from '../src/config.ts';
import { type Installation, openInstallation } from '../src/installation.ts';
import { createOauthClient, requireClient } from '../src/modules/identity/oauth-clients.ts';
import { prepareRegistration, register } from '../src/modules/identity/registrations.ts';
import { issueAccessToken } from '../src/modules/identity/tokens.ts';
import { requireDefaultSite } from '../src/modules/tenants/sites.ts';
import { createLog } from '../src/platform/log.ts';
import { freePort, root } from './processes.ts';

export interface BenchInstallation {
  readonly installation: Installation;
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  /** For the driver: the embedded PostgreSQL's private socket. */
  readonly connection: pg.ClientConfig;
  readonly clientId: string;
  readonly clientSecret: string;
  /** An access token of the staff account `caller`. */
  readonly bearer: string;
  close(): Promise<void>;
}

/** The password of everyone made here. */
export const password = 'correct-horse-battery';

/** An installation in a folder of its own, durable as in production, with one staff account and its OAuth client. */
export async function openBenchInstallation(): Promise<BenchInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  const port = await freePort();
  const env = { MUSTER_DATA: folder, PORT: String(port), MUSTER_THROTTLE: 'off', MUSTER_CONFIG: '' };
  const config = loadConfig({ env, packageFolder: root });
  const { log } = createLog({ level: 'silent' });
  const installation = await openInstallation(config, { log });
  const { database, identity, passwords } = installation;
  const site = await database.acrossTenants().read(requireDefaultSite);
  const prepared = await prepareRegistration(
    passwords,
    site,
    { username: 'caller', email: 'caller@example.com', name: 'Caller', password, fields: {} },
    { username: 'core', role: 'staff', welcome: 'none', now: new Date() },
  );
  const scope = { tenantId: site.tenantId, siteId: site.id, author: null, requestId: 'bench' };
  const made = await database.scope(scope).transaction(async (tx) => {
    const caller = await register(tx, identity, site, prepared);
    const grants = ['client_credentials', 'password'] as const;
    const client = await createOauthClient(tx, { name: 'bench', ownerId: caller.id, grants });
    const { id } = await requireClient(
      tx,
      passwords,
      client.clientId,
      client.clientSecret,
      'client_credentials',
    );
    const scopes = ['read', 'write', 'email', 'profile'];
    const { token } = await issueAccessToken(tx, { accountId: caller.id, oauthClientId: id, scopes });
    return { ...client, bearer: token };
  });
  return {
    installation,
    env,
    url: `http://127.0.0.1:${port}`,
    ...made,
    connection:
      'url' in installation.connection
        ? { connectionString: installation.connection.url }
        : installation.connection,
    async close() {
      await installation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
