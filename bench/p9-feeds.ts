import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createCity } from '../src/modules/festival/cities.ts';
import { createFestival } from '../src/modules/festival/festivals.ts';
import { issueAccessToken } from '../src/modules/identity/tokens.ts';
import { requireDefaultSite } from '../src/modules/tenants/sites.ts';
import { fillFestival } from './festival-data.ts';
import { type BenchInstallation, openBenchInstallation } from './installation.ts';
import { load } from './load.ts';
import { freePort, start } from './processes.ts';
import { median, type Row } from './table.ts';

const connections = 32;
const rounds = 3;
/** How often each kind of request is made, one after the other. */
const repeats = 300;

/**
 * P9: a public feed of a city with 2 000 confirmed bookings against the bare route of P1, calls counted by address as in
 * production; and searches over 5 000 artists and 1 500 venues, one after the other.
 */
export async function measureFeeds(seconds: number): Promise<Row[]> {
  const bench = await openBenchInstallation();
  const city = await makeCity(bench);
  // The limit is out of reach, not off: what counting costs belongs to the figure.
  const config = join(bench.env.MUSTER_DATA ?? '', 'config.yml');
  await writeFile(config, 'throttles:\n  feeds: 1000000/min\n');
  const env = { ...bench.env, MUSTER_CONFIG: config, MUSTER_THROTTLE: 'on' };
  const server = await start('bin/muster.js', { args: ['serve'], env, until: /http:\/\/127/ });
  const port = await freePort();
  const bare = await start('bench/limits/bare-route.ts', {
    env: { BENCH_CONNECTION: JSON.stringify(bench.installation.connection), PORT: String(port) },
    until: /listening/,
  });
  const limitUrl = `http://127.0.0.1:${port}/caller`;
  try {
    const url = `${bench.url}/api/cities/events/simple`;
    const headers = { authorization: `Bearer ${bench.bearer}` };
    const measured: { ours: number; limit: number }[] = [];
    await load({ url, connections }, 2);
    for (let round = 0; round < rounds; round += 1) {
      const ours = await load({ url, connections }, seconds);
      const limit = await load({ url: limitUrl, headers, connections }, seconds);
      measured.push({ ours: ours.perSecond, limit: limit.perSecond });
    }
    return [feedRow(measured), ...(await measureLatencies(bench, city))];
  } finally {
    await Promise.all([server.stop(), bare.stop()]);
    await bench.close();
  }
}

interface BenchCity {
  readonly token: string;
  /** Ids of profiles of the caller's own. */
  readonly artist: string;
  readonly venue: string;
}

async function makeCity(bench: BenchInstallation): Promise<BenchCity> {
  const { database } = bench.installation;
  const site = await database.acrossTenants().read(requireDefaultSite);
  const scope = { tenantId: site.tenantId, siteId: site.id, author: null, requestId: 'bench' };
  const made = await database.scope(scope).transaction(async (tx) => {
    const city = await createCity(tx, site.id, {
      slug: 'bench',
      name: 'Bench',
      timeZone: 'America/New_York',
    });
    const startsAt = new Date(Date.now() + 30 * 24 * 3600_000);
    const endsAt = new Date(startsAt.getTime() + 13 * 3600_000);
    const festival = await createFestival(tx, city, { startsAt, endsAt }, { isDraft: false });
    const account = await tx.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
    const client = await tx.db.selectFrom('oauth_clients').select('id').executeTakeFirstOrThrow();
    const { token } = await issueAccessToken(tx, {
      accountId: account.id,
      oauthClientId: client.id,
      scopes: ['profile', 'performer', 'venue'],
    });
    return { cityId: city.id, festivalId: festival.id, accountId: account.id, token };
  });
  const client = new pg.Client(bench.connection);
  await client.connect();
  try {
    const wanted = { artists: 5000, venues: 1500, bookings: 2000 };
    await fillFestival(client, { ...made, tenantId: site.tenantId }, wanted);
    const one = async (table: string) =>
      String((await client.query(`select uuid from ${table} order by id limit 1 offset 2`)).rows[0]?.uuid);
    return { token: made.token, artist: await one('artists'), venue: await one('venues') };
  } finally {
    await client.end();
  }
}

function feedRow(measured: readonly { ours: number; limit: number }[]): Row {
  const ours = median(measured.map((round) => round.ours));
  const limit = median(measured.map((round) => round.limit));
  return {
    figure: 'P9',
    work: 'public feed of 2 000 confirmed events, a page of 25',
    measured: `${Math.round(ours)} requests/s`,
    limit: `${Math.round(limit)} requests/s (two selects on a bare route)`,
    ratio: ours / limit,
    target: '>= 0.5',
    reached: ours / limit >= 0.5,
  };
}

async function measureLatencies(
  bench: BenchInstallation,
  { token, artist, venue }: BenchCity,
): Promise<Row[]> {
  const headers = { authorization: `Bearer ${token}` };
  const place = 'near=43.05,-78.97&radius_km=20';
  const kinds: readonly (readonly [work: string, most: number, path: (n: number) => string])[] = [
    // Every one is another page, so that none is kept.
    ['a page of that feed read anew', 50, (n) => `/api/cities/events/simple?bbox=-80,42,-78,44.${n}`],
    [
      'search among 1 500 venues, ranked by fit',
      50,
      (n) => `/api/venues?match_for=${artist}&${place}&q=${n % 10}`,
    ],
    ['search among 1 500 venues, all ranked', 50, () => `/api/venues?match_for=${artist}&near=43.05,-78.97`],
    ['search among 5 000 artists, all ranked', 50, () => `/api/artists?match_for=${venue}`],
    [
      'search among 5 000 artists by words and time',
      50,
      (n) => `/api/artists?q=artist%20${n % 10}&genre=folk&available_from=2099-01-01T00:00Z`,
    ],
  ];
  const rows: Row[] = [];
  for (const [work, most, path] of kinds) {
    const times: number[] = [];
    for (let n = 0; n < repeats; n += 1) {
      const begun = performance.now();
      const answer = await fetch(bench.url + path(n), { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path(n)} answered ${answer.status}.`);
      times.push(performance.now() - begun);
    }
    const p95 = times.sort((one, other) => one - other)[Math.floor(repeats * 0.95)] ?? 0;
    rows.push({
      figure: 'P9',
      work: `${work}, p95`,
      measured: `${p95.toFixed(1)} ms`,
      limit: '',
      ratio: null,
      target: `< ${most} ms`,
      reached: p95 < most,
    });
  }
  return rows;
}
