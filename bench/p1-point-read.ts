import { openBenchInstallation } from './installation.ts';
import { load } from './load.ts';
import { freePort, start } from './processes.ts';
import { median, type Row } from './table.ts';

const connections = 32;
const rounds = 3;

/** P1: an authenticated point read (`get-user`) against a bare route that makes the same selects. */
export async function measurePointRead(seconds: number): Promise<Row[]> {
  const bench = await openBenchInstallation();
  const headers = { authorization: `Bearer ${bench.bearer}` };
  const connection = JSON.stringify(bench.installation.connection);
  const limitOf = async (...args: string[]) => {
    const port = await freePort();
    const env = { BENCH_CONNECTION: connection, PORT: String(port) };
    const running = await start('bench/limits/bare-route.ts', { args, env, until: /listening/ });
    return { running, url: `http://127.0.0.1:${port}/caller` };
  };
  const server = await start('bin/muster.js', { args: ['serve'], env: bench.env, until: /http:\/\/127/ });
  const [bare, select] = [await limitOf(), await limitOf('select')];
  try {
    const url = `${bench.url}/appsembler_api/v0/accounts/get-user/caller`;
    const measured: { ours: number; bare: number; select: number }[] = [];
    await load({ url, headers, connections }, 2);
    for (let round = 0; round < rounds; round += 1) {
      const ours = await load({ url, headers, connections }, seconds);
      const two = await load({ url: bare.url, headers, connections }, seconds);
      const one = await load({ url: select.url, headers, connections }, seconds);
      measured.push({ ours: ours.perSecond, bare: two.perSecond, select: one.perSecond });
    }
    const [ours, two, one] = (['ours', 'bare', 'select'] as const).map((key) =>
      median(measured.map((round) => round[key])),
    );
    return [
      row(ours ?? 0, two ?? 1, 'the same two selects on a bare route', 0.6),
      row(ours ?? 0, one ?? 1, 'one select on a bare route', 0.4),
    ];
  } finally {
    await Promise.all([server.stop(), bare.running.stop(), select.running.stop()]);
    await bench.close();
  }
}

function row(ours: number, limit: number, what: string, target: number): Row {
  const ratio = ours / limit;
  return {
    figure: 'P1',
    work: 'authenticated point read (get-user)',
    measured: `${Math.round(ours)} requests/s`,
    limit: `${Math.round(limit)} requests/s (${what})`,
    ratio,
    target: `>= ${target}`,
    reached: ratio >= target,
  };
}
