import pg from 'pg';
import { type BenchInstallation, openBenchInstallation, password } from './installation.ts';
import { load } from './load.ts';
import { start } from './processes.ts';
import { median, type Row } from './table.ts';

const rounds = 3;
const people = 512;

/** P3: password logins against raw argon2id on all cores, and what other readers feel meanwhile. */
export async function measureLogins(seconds: number): Promise<Row[]> {
  const bench = await openBenchInstallation();
  const server = await start('bin/muster.js', { args: ['serve'], env: bench.env, until: /http:\/\/127/ });
  try {
    await makePeople(bench);
    const login = {
      url: `${bench.url}/oauth2/access_token`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // Different people: two logins of one person at once wait for each other's row.
      requests: Array.from({ length: people }, (_, index) => ({
        body: JSON.stringify({
          grant_type: 'password',
          client_id: bench.clientId,
          client_secret: bench.clientSecret,
          username: `person${index}`,
          password,
        }),
      })),
      connections: 16,
    } as const;
    const read = {
      url: `${bench.url}/appsembler_api/v0/accounts/get-user/caller`,
      headers: { authorization: `Bearer ${bench.bearer}` },
      connections: 4,
    };
    const measured: { logins: number; p99: number; limit: number }[] = [];
    await load(login, 1);
    for (let round = 0; round < rounds; round += 1) {
      const alone = await load(login, seconds);
      const [, reads] = await Promise.all([load(login, seconds), load(read, seconds, 50)]);
      const args = [String(seconds)];
      const raw = await start('bench/limits/argon2.ts', { args, until: /checked/ });
      measured.push({ logins: alone.perSecond, p99: reads.p99, limit: Number(raw.line.split(' ')[1]) });
      await raw.stop();
    }
    const logins = median(measured.map((round) => round.logins));
    const limit = median(measured.map((round) => round.limit));
    const p99 = median(measured.map((round) => round.p99));
    return [
      {
        figure: 'P3',
        work: 'password logins',
        measured: `${logins.toFixed(1)} logins/s`,
        limit: `${limit.toFixed(1)} hashes/s (argon2id on all cores)`,
        ratio: logins / limit,
        target: '>= 0.9',
        reached: logins / limit >= 0.9,
      },
      {
        figure: 'P3',
        work: 'other reads while logins run (50/s), p99',
        measured: `${p99.toFixed(0)} ms`,
        limit: '',
        ratio: null,
        target: '< 50 ms',
        reached: p99 < 50,
      },
    ];
  } finally {
    await server.stop();
    await bench.close();
  }
}

/** People with the password of `caller`, hash and all. */
async function makePeople(bench: BenchInstallation): Promise<void> {
  const client = new pg.Client(bench.connection);
  await client.connect();
  await client.query(
    `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name, name_key,
                           is_active, password_hash, created_at, updated_at)
     select tenant_id, gen_random_uuid(), 'person' || n, 'person' || n, 'person' || n || '@example.com',
       'person' || n || '@example.com', name, first_name, last_name, name_key, true, password_hash, created_at, updated_at
     from accounts, generate_series(0, $1 - 1) n where username = 'caller'`,
    [people],
  );
  await client.end();
}
