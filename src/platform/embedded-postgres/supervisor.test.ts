import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  eventually,
  isGone,
  makeFolder,
  postmasterPid,
  query,
  run,
  type SupervisorChild,
  startChild,
} from './processes.test-support.ts';
import { startEmbeddedPostgres } from './supervisor.ts';

const children: SupervisorChild[] = [];
const start = (dataFolder: string, more: Parameters<typeof startChild>[1] = {}) => {
  const child = startChild({ dataFolder }, more);
  children.push(child);
  return child;
};
let place: Awaited<ReturnType<typeof makeFolder>>;

beforeAll(async () => {
  place = await makeFolder();
});
afterAll(async () => {
  for (const child of children) await child.kill();
  await place.remove();
});

describe('one process', () => {
  test('makes a database whose text, order and durability do not depend on the machine', async () => {
    const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log: () => {} });
    try {
      const [row] = await query(
        postgres.connection.host,
        `select current_database() as database, lower('ÄÖÜ') as lower, current_setting('server_encoding') as encoding,
           datlocprovider as provider, datlocale as locale, current_setting('listen_addresses') as listens,
           current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
           current_setting('full_page_writes') as pages, current_setting('max_connections') as connections
         from pg_database where datname = current_database()`,
      );
      expect(row).toEqual({
        database: 'muster',
        lower: 'äöü',
        encoding: 'UTF8',
        provider: 'b',
        locale: 'C.UTF-8',
        listens: '',
        fsync: 'on',
        commit: 'on',
        pages: 'on',
        connections: '100',
      });
      const socket = await lstat(postgres.connection.host);
      expect(socket.mode & 0o777).toBe(0o700);
      expect(postgres.ownership).toBe('started');
    } finally {
      await postgres.stop();
    }
  });

  test('leaves nothing running and nothing to reclaim when it stops', async () => {
    const sentences: string[] = [];
    const log = (sentence: string) => sentences.push(sentence);
    const first = await startEmbeddedPostgres({ dataFolder: place.folder, log });
    const pid = postmasterPid(first.place);
    await first.stop();
    expect(isGone(pid)).toBe(true);
    await (await startEmbeddedPostgres({ dataFolder: place.folder, log })).stop();
    expect(sentences).toEqual([
      expect.stringMatching(/^PostgreSQL 18/),
      expect.stringMatching(/^PostgreSQL 18/),
    ]);
  });

  test('takes PostgreSQL down with it when it is killed, and loses no committed row', async () => {
    const child = start(place.folder);
    const host = await child.host();
    await query(host, 'create table kept as select 1 as n');
    const pid = postmasterPid(join(place.folder, 'postgres'));
    await child.kill();
    await eventually(() => isGone(pid), 'the end of PostgreSQL');
    const again = start(place.folder);
    expect(await query(await again.host(), 'select n from kept')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  test('leaves nothing running at whatever moment of its start it is killed', async () => {
    const running = async () =>
      (await run('ps', ['-ww', '-eo', 'command='])).stdout.includes(`-D ${place.folder}/`);
    let killedEarly = 0;
    for (let moment = 60; moment <= 220; moment += 20) {
      const child = start(place.folder);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await child.kill();
      if (!child.has({ event: 'started' })) killedEarly += 1;
      await eventually(async () => !(await running()), `the end of PostgreSQL after ${moment} ms`);
    }
    expect(killedEarly).toBeGreaterThan(0);
    const again = start(place.folder);
    expect(await query(await again.host(), 'select n from kept')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  test("keeps PostgreSQL out of reach of the terminal's Ctrl-C", async () => {
    const child = start(place.folder);
    const host = await child.host();
    const pid = postmasterPid(join(place.folder, 'postgres'));
    process.kill(-child.pid, 'SIGINT');
    await child.event({ event: 'interrupted' });
    expect(await query(host, 'select pg_backend_pid() > 0 as answers')).toEqual([{ answers: true }]);
    expect(postmasterPid(join(place.folder, 'postgres'))).toBe(pid);
    await child.stop();
  });

  test('says in one sentence why PostgreSQL does not start, and gives the folder free', async () => {
    const log = () => {};
    const settings = { shared_buffers: 'plenty' };
    await expect(startEmbeddedPostgres({ dataFolder: place.folder, settings, log })).rejects.toThrow(
      /^PostgreSQL does not start: .*shared_buffers.*Its log is .*postgres\.log\.$/,
    );
    const postgres = await startEmbeddedPostgres({ dataFolder: place.folder, log });
    expect(postgres.ownership).toBe('started');
    await postgres.stop();
  });
});

describe('several processes on one folder', () => {
  test('the second joins the first, says so, and leaves PostgreSQL alone when it stops', async () => {
    const first = start(place.folder);
    const host = await first.host();
    const second = start(place.folder);
    expect(await second.event({ event: 'started' })).toMatchObject({
      ownership: 'joined',
      connection: { host },
    });
    await second.event({ sentence: new RegExp(`^Joining .* process ${first.pid} `) });
    await second.stop();
    expect(await query(host, 'select 1 as n')).toEqual([{ n: 1 }]);
    await first.stop();
  });

  test.each(['is killed', 'stops'])(
    'the one that joined takes PostgreSQL over when its owner %s',
    async (how) => {
      const first = start(place.folder);
      const host = await first.host();
      const second = start(place.folder);
      await second.event({ ownership: 'joined' });
      await (how === 'stops' ? first.stop() : first.kill());
      await second.event({ exit: /has ended: this one runs it now/ });
      const answer = () => query(host, 'select 1 as n').catch(() => null);
      expect(await eventually(answer, 'an answer under the same connection')).toEqual([{ n: 1 }]);
      const third = start(place.folder);
      await third.event({ ownership: 'joined' });
      await third.stop();
      expect(await second.stop()).toMatchObject({ ownership: 'started' });
    },
  );

  test('of four started at once on an empty folder exactly one runs PostgreSQL and three join', async () => {
    const empty = await makeFolder();
    const racers = Array.from({ length: 4 }, () => start(empty.folder));
    const outcomes = await Promise.all(racers.map((racer) => racer.event({ event: 'started' })));
    expect(outcomes.map(({ ownership }) => ownership).sort()).toEqual([
      'joined',
      'joined',
      'joined',
      'started',
    ]);
    for (const racer of racers) {
      expect(await query(await racer.host(), 'select 1 as n')).toEqual([{ n: 1 }]);
    }
    const { stdout } = await run('ps', ['-ww', '-eo', 'command=']);
    const servers = stdout
      .split('\n')
      .filter((line) => /^\S*postgres -D /.test(line) && line.includes(empty.folder));
    expect(servers).toHaveLength(1);
    await Promise.all(racers.map((racer) => racer.kill()));
    await empty.remove();
  });
});
