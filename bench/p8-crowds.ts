import pg from 'pg';
import { buildServer, servicesOf } from '../src/app.ts';
import { openSeatsWatch } from '../src/modules/workshops/seats-watch.ts';
import { drain } from '../src/platform/http/drain.ts';
import { listen } from '../src/platform/http/listen.ts';
import type { Passwords } from '../src/platform/passwords.ts';
import { type BenchInstallation, openBenchInstallation } from './installation.ts';
import { type Event, makeEvent } from './p2-choices.ts';
import { start } from './processes.ts';

/** A running server with a crowd in it, at the same places of which the same is measured whatever the crowd. */
export interface Crowd {
  readonly bench: BenchInstallation;
  readonly client: pg.Client;
  /** Of the default tenant. */
  readonly event: Event;
  /** Where a second server, in this process, takes any password for right without hashing it. */
  readonly hashless: string;
  close(): Promise<void>;
}

/** How many people `tenant1` and every other tenant have; their usernames are `person1` and so on, one password opens them. */
export const peopleOfTenant = 100;

/** @param accounts in the default tenant @param tenants beside it, `tenant1.localhost` and so on, at least one */
export async function openCrowd(accounts: number, tenants: number): Promise<Crowd> {
  const bench = await openBenchInstallation();
  const client = new pg.Client(bench.connection);
  await client.connect();
  await client.query(
    `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name, name_key,
                           is_active, created_at, updated_at)
     select 1, gen_random_uuid(), 'person' || n, 'person' || n, 'person' || n || '@example.com',
       'person' || n || '@example.com', 'Person ' || n, 'Person', n::text, 'person ' || n, true, now(), now()
     from generate_series(1, $1::integer) n`,
    [accounts],
  );
  await client.query(
    `with made as (
       insert into tenants (uuid, slug, name, status, created_at)
       select gen_random_uuid(), 'tenant' || n, 'Tenant ' || n, 'active', now() from generate_series(1, $1::integer) n
       returning id, slug
     ), shown as (
       insert into sites (tenant_id, slug, name, created_at) select id, slug, slug, now() from made returning tenant_id, id, slug
     ), named as (
       insert into hosts (host, position, tenant_id, site_id) select slug || '.localhost', 1, tenant_id, id from shown
     )
     insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name, name_key,
                           is_active, created_at, updated_at, password_hash)
     select made.id, gen_random_uuid(), 'person' || n, 'person' || n, 'person' || n || '@' || slug || '.example.com',
       'person' || n || '@' || slug || '.example.com', 'Person ' || n, 'Person', n::text, 'person ' || n, true, now(), now(),
       caller.password_hash
     from made, generate_series(1, $2::integer) n, accounts caller
     where caller.tenant_id = 1 and caller.username = 'caller'`,
    [tenants, peopleOfTenant],
  );
  const event = await makeEvent(client);
  await client.query('vacuum analyze');
  const server = await start('bin/muster.js', { args: ['serve'], env: bench.env, until: /http:\/\/127/ });
  const hashless = await serveHashless(bench);
  return {
    bench,
    client,
    event,
    hashless: hashless.url,
    async close() {
      await hashless.close();
      await server.stop();
      await client.end();
      await bench.close();
    },
  };
}

async function serveHashless({ installation }: BenchInstallation) {
  const passwords: Passwords = {
    hash: () => Promise.reject(new Error('Nothing is hashed here.')),
    verify: async () => ({ matches: true, outdated: false }),
  };
  const server = await buildServer({
    log: installation.log,
    services: { ...servicesOf(installation, openSeatsWatch()), passwords },
    installation: installation.facts.uuid,
    config: installation.config,
  });
  const url = await listen(server, { host: '127.0.0.1', port: 0 }, installation.facts.uuid);
  return { url, close: () => drain(server) };
}
