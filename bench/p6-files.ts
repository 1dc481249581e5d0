import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openVisit, setSharedPassword } from '../src/modules/workshops/logins.ts';
import { type BenchInstallation, openBenchInstallation } from './installation.ts';
import { type Running, start } from './processes.ts';
import { median, type Row } from './table.ts';

const people = 100_000;
const workshops = 60;
const registrations = 50_000;
const rounds = 3;

/** P6: a CSV of 100 000 participants against COPY of the rows it makes; a workbook of 60 sheets and 50 000 registrations. */
export async function measureFiles(): Promise<Row[]> {
  const bench = await openBenchInstallation();
  const client = new pg.Client(bench.connection);
  await client.connect();
  let server = await serve(bench);
  try {
    const token = await signIn(bench);
    const imported: number[] = [];
    const copied: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const event = await makeEvent(client, `import ${round}`, 1);
      imported.push(await importPeople(bench, token, event));
      copied.push(await copyPeople(client, event));
    }
    const ratio = median(imported) / median(copied);
    // A process that has just held 100 000 people says nothing about the workbook.
    await server.stop();
    server = await serve(bench);
    return [
      {
        figure: 'P6',
        work: 'CSV import of 100 000 participants, keys drawn and sealed',
        measured: `${Math.round(median(imported))} ms`,
        limit: `${Math.round(median(copied))} ms (COPY of the rows it makes)`,
        ratio,
        target: '<= 5',
        reached: ratio <= 5,
      },
      ...(await measureWorkbook(bench, client, token, server)),
    ];
  } finally {
    await client.end();
    await server.stop();
    await bench.close();
  }
}

function serve({ env }: BenchInstallation): Promise<Running> {
  return start('bin/muster.js', { args: ['serve'], env, until: /http:\/\/127/ });
}

function signIn({ installation }: BenchInstallation): Promise<string> {
  const scope = { tenantId: 1, siteId: 1, author: null, requestId: 'bench' };
  return installation.database.scope(scope).transaction(async (tx) => {
    const password = await setSharedPassword(tx, 'of no password');
    return openVisit(tx, installation.identity, password);
  });
}

async function makeEvent(client: pg.Client, name: string, count: number): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `with e as (
       insert into events (tenant_id, name, available, time_zone, created_at, updated_at)
       values (1, $1, true, 'UTC', now(), now()) returning id
     ), w as (
       insert into workshops (tenant_id, event_id, title, description, moment, target_group, capacity)
       select 1, e.id, 'Workshop ' || n, '', 'moment ' || n % 10, '', 1000 from e, generate_series(1, $2::integer) n
     ) select id from e`,
    [name, count],
  );
  return Number(rows[0]?.id);
}

async function importPeople({ url }: BenchInstallation, token: string, event: number): Promise<number> {
  const lines = Array.from({ length: people }, (_, n) => `Person ${event} ${n};${n % 40};app;`);
  const began = performance.now();
  const answer = await fetch(`${url}/events/${event}/users/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: `Naam;Klas;Doelgroep;Identificatie\r\n${lines.join('\r\n')}`,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The import answered ${answer.status}: ${text.slice(0, 200)}`);
  return performance.now() - began;
}

/** Takes the event's people out and puts the same rows back with one COPY, indexes and foreign keys included. */
async function copyPeople(client: pg.Client, event: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-copy-'));
  const columns = `tenant_id, event_id, full_name, class, target_group, key_hash, key_folded_hash, key_sealed,
    created_at, updated_at`;
  try {
    const { rows } = await client.query<{ line: string }>(
      `select concat_ws(E'\\t', tenant_id, event_id, full_name, class, target_group, '\\' || key_hash::text,
         '\\' || key_folded_hash::text, '\\' || key_sealed::text, created_at, updated_at) as line
       from participants where tenant_id = 1 and event_id = $1 order by id`,
      [event],
    );
    if (rows.length !== people) throw new Error(`The import brought ${rows.length} people.`);
    const file = join(folder, 'people');
    await writeFile(file, rows.map(({ line }) => `${line}\n`).join(''));
    // PostgreSQL may run as another user.
    await chmod(folder, 0o755);
    await client.query('delete from participants where tenant_id = 1 and event_id = $1', [event]);
    const began = performance.now();
    await client.query(`copy participants (${columns}) from '${file}'`);
    return performance.now() - began;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureWorkbook(
  { url }: BenchInstallation,
  client: pg.Client,
  token: string,
  { pid }: Running,
): Promise<Row[]> {
  const event = await makeEvent(client, 'workbook', workshops);
  await client.query(
    `with p as (
       insert into participants (tenant_id, event_id, full_name, class, target_group, created_at, updated_at)
       select 1, $1, 'Person ' || n, (n % 40)::text, 'app', now(), now() from generate_series(1, $2::integer) n returning id
     ), numbered as (select id, row_number() over (order by id) as n from p),
     w as (select id, row_number() over (order by id) as n from workshops where tenant_id = 1 and event_id = $1)
     insert into registrations (tenant_id, event_id, workshop_id, participant_id, entered_at)
     select 1, $1, w.id, numbered.id, now() from numbered join w on w.n = 1 + numbered.n % ${workshops}`,
    [event, registrations],
  );
  await client.query(
    `update workshops w set taken = (select count(*) from registrations r where r.tenant_id = 1 and r.workshop_id = w.id)
     where tenant_id = 1 and event_id = $1`,
    [event],
  );
  await client.query('analyze');
  const before = resident(pid);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, resident(pid));
  }, 20);
  const began = performance.now();
  const answer = await fetch(`${url}/export/event_registrations/${event}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body ?? []) chunks.push(chunk);
  const took = performance.now() - began;
  clearInterval(watch);
  if (!answer.ok) throw new Error(`The workbook answered ${answer.status}.`);
  const bytes = Buffer.concat(chunks);
  const wrote = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'muster-book-'));
  await writeFile(join(folder, 'book.xlsx'), bytes);
  const written = performance.now() - wrote;
  await rm(folder, { recursive: true, force: true });
  const work = `workbook of ${workshops} sheets, ${registrations} registrations`;
  return [
    {
      figure: 'P6',
      work,
      measured: `${Math.round(took)} ms, ${Math.round(bytes.length / 1024)} kB`,
      limit: `${written.toFixed(1)} ms (writing the same bytes)`,
      ratio: null,
      target: 'for comparison',
      reached: true,
    },
    {
      figure: 'P6',
      work: `${work}: memory added`,
      measured: `${Math.round(most - before)} MB (${Math.round(most)} MB in all)`,
      limit: `${Math.round(before)} MB (the server before it)`,
      ratio: null,
      target: '< 150 MB',
      reached: most - before < 150,
    },
  ];
}

/** MB of memory that a process holds. */
function resident(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
