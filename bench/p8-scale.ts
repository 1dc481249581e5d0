import pg from 'pg';
import { type BenchInstallation, openBenchInstallation } from './installation.ts';
import { load } from './load.ts';
import { type Running, start } from './processes.ts';
import { median, type Row } from './table.ts';

const rounds = 3;
const crowds = [
  { work: 'point read at 1 000 000 accounts', accounts: 1_000_000, tenants: 0 },
  { work: 'point read at 10 000 tenants', accounts: 0, tenants: 10_000 },
];

/** P8: the point read of P1 in a small installation against the same in a large one. */
export async function measureScale(seconds: number): Promise<Row[]> {
  const small = await open(1000, 0);
  try {
    const rows: Row[] = [];
    for (const crowd of crowds) {
      const large = await open(Math.max(1000, crowd.accounts), crowd.tenants);
      try {
        const ratios: number[] = [];
        const speeds: [number, number][] = [];
        for (let round = 0; round < rounds; round += 1) {
          const [one, other] = [await read(small.bench, seconds), await read(large.bench, seconds)];
          speeds.push([other, one]);
          ratios.push(one / other);
        }
        const ratio = median(ratios);
        rows.push({
          figure: 'P8',
          work: crowd.work,
          measured: `${Math.round(median(speeds.map(([large]) => large)))} requests/s`,
          limit: `${Math.round(median(speeds.map(([, small]) => small)))} requests/s (1 000 accounts, 1 tenant)`,
          ratio,
          target: 'slower by <= 1.3',
          reached: ratio <= 1.3,
        });
      } finally {
        await close(large);
      }
    }
    return rows;
  } finally {
    await close(small);
  }
}

interface Opened {
  readonly bench: BenchInstallation;
  readonly server: Running;
}

async function open(accounts: number, tenants: number): Promise<Opened> {
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
                           is_active, created_at, updated_at)
     select id, gen_random_uuid(), 'person' || n, 'person' || n, 'person' || n || '@example.com',
       'person' || n || '@example.com', 'Person ' || n, 'Person', n::text, 'person ' || n, true, now(), now()
     from made, generate_series(1, 100) n`,
    [tenants],
  );
  await client.query('vacuum analyze');
  await client.end();
  const server = await start('bin/muster.js', { args: ['serve'], env: bench.env, until: /http:\/\/127/ });
  return { bench, server };
}

async function read(bench: BenchInstallation, seconds: number): Promise<number> {
  const headers = { authorization: `Bearer ${bench.bearer}` };
  const url = `${bench.url}/appsembler_api/v0/accounts/get-user/person7`;
  return (await load({ url, headers, connections: 32 }, seconds)).perSecond;
}

async function close({ bench, server }: Opened): Promise<void> {
  await server.stop();
  await bench.close();
}
