import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import autocannon from 'autocannon';
import pg from 'pg';
import { jwtKey } from '../src/modules/identity/jwts.ts';
import { signJwt } from '../src/platform/jwt.ts';
import { hashToken } from '../src/platform/secrets.ts';
import { type BenchInstallation, openBenchInstallation } from './installation.ts';
import { root, start } from './processes.ts';
import { median, type Row } from './table.ts';

const connections = 64;
const rounds = 3;
/** The pool that a server's transactions share. */
const clients = 10;
const choosers = 6000;
/** Of each client of pgbench, in each of its rounds. */
const strangers = 10_000;

/**
 * P2: participants who each choose two workshops of one event, against pgbench running the same statements on the same
 * rows; and the two other ways of counting places (decision 18).
 */
export async function measureChoices(seconds: number): Promise<Row[]> {
  const bench = await openBenchInstallation();
  const client = new pg.Client(bench.connection);
  await client.connect();
  const server = await start('bin/muster.js', { args: ['serve'], env: bench.env, until: /http:\/\/127/ });
  try {
    const event = await makeEvent(client);
    await makeSeats(client);
    const figures: Figures = { ours: [], choice: [], 'choice-by-seats': [], 'choice-by-count': [] };
    await choose(bench, await invite(bench, client, event, 1000), event);
    for (let round = 0; round < rounds; round += 1) {
      figures.ours.push(await choose(bench, await invite(bench, client, event, choosers), event));
      for (const script of ['choice', 'choice-by-seats', 'choice-by-count'] as const)
        figures[script].push(await runScript(client, script, event, seconds));
    }
    await refuseOverselling(client);
    return rowsOf(figures);
  } finally {
    await server.stop();
    await client.end();
    await bench.close();
  }
}

interface Figures {
  ours: number[];
  choice: number[];
  'choice-by-seats': number[];
  'choice-by-count': number[];
}

export interface Event {
  readonly id: number;
  /** The first of nine, four in the morning and five in the afternoon. */
  readonly workshop: number;
}

/** Makes an event with nine workshops in the first tenant. */
export async function makeEvent(client: pg.Client): Promise<Event> {
  const { rows } = await client.query<{ id: string; workshop: string }>(`
    with e as (
      insert into events (tenant_id, name, available, time_zone, created_at, updated_at)
      values (1, 'rush', true, 'UTC', now(), now()) returning id
    ), w as (
      insert into workshops (tenant_id, event_id, title, description, moment, target_group, capacity)
      select 1, e.id, 'Workshop ' || n, repeat('x', 300), case when n < 4 then 'morning' else 'afternoon' end, '', 1000000
      from e, generate_series(0, 8) n order by n returning id
    ) select e.id, (select min(w.id) from w) as workshop from e`);
  const [row] = rows;
  return { id: Number(row?.id), workshop: Number(row?.workshop) };
}

/** What the way of counting by a row per place needs. */
async function makeSeats(client: pg.Client): Promise<void> {
  await client.query(
    `create table bench_seats as
     select row_number() over () as id, w.id as workshop_id, null::bigint as participant_id
     from workshops w, generate_series(1, 40000)`,
  );
  await client.query('create unique index on bench_seats (id)');
  await client.query('create index on bench_seats (workshop_id) where participant_id is null');
  await client.query('grant all on bench_seats to muster_app');
}

/** Makes people without keys. @returns the first id; the others follow */
async function makePeople(client: pg.Client, { id }: Event, count: number): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `with made as (
       insert into participants (tenant_id, event_id, full_name, created_at, updated_at)
       select 1, $1, 'Person ' || n, now(), now() from generate_series(1, $2::integer) n returning id
     ) select min(id) as id from made`,
    [id, count],
  );
  return Number(rows[0]?.id);
}

export interface Invited {
  readonly id: number;
  readonly token: string;
}

/** Makes people of the event who are signed in. */
export async function invite(
  { installation }: BenchInstallation,
  client: pg.Client,
  event: Event,
  count: number,
): Promise<Invited[]> {
  const first = await makePeople(client, event, count);
  const key = { algorithm: 'HS256', key: jwtKey(installation.identity, 1) } as const;
  const issuedAt = new Date();
  const expiresAt = new Date(issuedAt.getTime() + 3_600_000);
  const people = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const id = first + n;
      const token = await signJwt(key, {
        id: `bench-${id}`,
        claims: { admin_login: 0 },
        issuedAt,
        expiresAt,
      });
      return { id, token, hash: hashToken(`bench-${id}`) };
    }),
  );
  await client.query(
    `insert into visits (tenant_id, hash, participant_id, created_at, expires_at)
     select 1, v.hash, v.id, now(), $3 from unnest($1::bytea[], $2::bigint[]) as v (hash, id)`,
    [people.map(({ hash }) => hash), people.map(({ id }) => id), expiresAt],
  );
  await client.query('vacuum analyze');
  return people;
}

/** Everybody chooses once. @returns choices a second; fails when one is refused */
export async function choose(
  { url }: Pick<BenchInstallation, 'url'>,
  people: readonly Invited[],
  event: Event,
): Promise<number> {
  let next = 0;
  // The load generator rounds its end up to a whole second.
  const [begun, time] = [performance.now(), { ended: 0 }];
  const result = await autocannon({
    url,
    connections,
    amount: people.length,
    requests: [
      {
        method: 'PUT',
        onResponse() {
          time.ended = performance.now();
        },
        setupRequest(request) {
          const person = people[next % people.length];
          const wanted = [event.workshop + (next % 4), event.workshop + 4 + (next % 5)];
          next += 1;
          return {
            ...request,
            path: `/registrations/user/${person?.id}`,
            headers: { authorization: `Bearer: ${person?.token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ workshop_ids: wanted }),
          };
        },
      },
    ],
  });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx} choices were refused, ${result.errors} failed.`);
  return result['2xx'] / ((time.ended - begun) / 1000);
}

/** @returns transactions a second of pgbench */
async function runScript(client: pg.Client, script: string, event: Event, seconds: number): Promise<number> {
  const first = await makePeople(client, event, strangers * clients);
  await client.query('vacuum analyze participants');
  const { host, port, user, database } = client;
  const variables = { n: -1, first, event: event.id, workshop: event.workshop };
  const { stdout } = await promisify(execFile)(
    'pgbench',
    [
      ...['--no-vacuum', '--protocol=prepared', `--client=${clients}`, '--jobs=1', `--time=${seconds}`],
      ...Object.entries(variables).map(([name, value]) => `--define=${name}=${value}`),
      ...[`--file=${join(root, 'bench/limits', `${script}.sql`)}`, '-h', host, '-p', String(port)],
      ...['-U', user ?? '', database ?? ''],
    ],
    { env: { ...process.env, PGOPTIONS: '-c role=muster_app' } },
  );
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0);
}

async function refuseOverselling(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select 1 from workshops where taken > capacity');
  if (rows.length > 0) throw new Error(`${rows.length} workshops are oversold.`);
}

function rowsOf(figures: Figures): Row[] {
  const [ours, limit] = [median(figures.ours), median(figures.choice)];
  const other = (name: string, perSecond: number): Row => ({
    figure: 'P2',
    work: `pgbench, ${name}`,
    measured: `${Math.round(perSecond)} choices/s`,
    limit: `${Math.round(limit)} choices/s (pgbench, the counter)`,
    ratio: perSecond / limit,
    target: 'for comparison',
    reached: true,
  });
  return [
    {
      figure: 'P2',
      work: 'choice of two workshops of one hot event, 64 connections',
      measured: `${Math.round(ours)} choices/s`,
      limit: `${Math.round(limit)} choices/s (pgbench, the same statements)`,
      ratio: ours / limit,
      target: '>= 0.5',
      reached: ours / limit >= 0.5,
    },
    other('a row per place with skip locked', median(figures['choice-by-seats'])),
    other('lock and count', median(figures['choice-by-count'])),
  ];
}
