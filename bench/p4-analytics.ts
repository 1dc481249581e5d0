import { readFileSync } from 'node:fs';
import pg from 'pg';
import { enrolmentsAsJson } from '../src/modules/learning/analytics.queries.ts';
import { composeOn } from '../src/platform/database/statements.ts';
import { type BenchInstallation, openBenchInstallation } from './installation.ts';
import { copyOut } from './limits/copy-out.ts';
import { start } from './processes.ts';
import { median, type Row } from './table.ts';

const rows = 1_000_000;
const rounds = 3;

/** P4: the export of a million enrolments as JSON against `COPY` of the same rows. */
export async function measureAnalytics(): Promise<Row[]> {
  const bench = await openBenchInstallation();
  const server = await start('bin/muster.js', { args: ['serve'], env: bench.env, until: /http:\/\/127/ });
  try {
    await fill(bench);
    const measured: { ours: number; json: number; plain: number; grown: number; first: number }[] = [];
    await read(bench, server.pid);
    for (let round = 0; round < rounds; round += 1) {
      const ours = await read(bench, server.pid);
      measured.push({ ...ours, json: await copy(bench, asSent()), plain: await copy(bench, plain) });
    }
    const of = (key: keyof (typeof measured)[number]) => median(measured.map((round) => round[key]));
    return [
      against('COPY of the same JSON', of('ours'), of('json')),
      against('COPY of the columns, not made JSON', of('ours'), of('plain')),
      absolute('resident memory grown meanwhile', of('grown'), 'MB', 50),
      absolute('its first byte after', of('first'), 'ms', 100),
    ];
  } finally {
    await server.stop();
    await bench.close();
  }
}

async function fill(bench: BenchInstallation): Promise<void> {
  const client = new pg.Client(bench.connection);
  await client.connect();
  await client.query(`
    with made as (
      insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name, name_key,
                            is_active, created_at, updated_at)
      select 1, gen_random_uuid(), 'learner' || n, 'learner' || n, 'learner' || n || '@example.com',
        'learner' || n || '@example.com', 'Learner ' || n, 'Learner', n::text, 'learner ' || n, true, now(), now()
      from generate_series(1, ${rows / 10}) n returning id
    ), taught as (
      insert into courses (tenant_id, course_key, organisation_id, org, org_key, number, number_key, run, name, name_key,
                           modes, taken, created_at, updated_at)
      select 1, 'course-v1:default+C' || n || '+2027',
        (select id from organisations where tenant_id = 1 and short_name_key = 'default'), 'default', 'default',
        'C' || n, 'c' || n, '2027', 'Course ' || n, 'course ' || n, '[{"slug":"audit","name":"Audit"}]', ${rows / 10}, now(), now()
      from generate_series(1, 10) n returning id
    )
    insert into enrolments (tenant_id, course_id, account_id, mode, is_active, created_at, updated_at)
    select 1, taught.id, made.id, 'audit', true, now(), now() from taught, made`);
  await client.query('analyze');
  await client.end();
}

async function read(
  bench: BenchInstallation,
  pid: number,
): Promise<{ ours: number; grown: number; first: number }> {
  const before = resident(pid);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, resident(pid));
  }, 20);
  const began = performance.now();
  const answer = await fetch(`${bench.url}/appsembler_api/v0/analytics/enrollment/batch`, {
    headers: { authorization: `Bearer ${bench.bearer}` },
  });
  let first = 0;
  let count = 0;
  for await (const chunk of answer.body ?? []) {
    first ||= performance.now() - began;
    for (const byte of chunk) if (byte === 123) count += 1;
  }
  clearInterval(watch);
  if (count !== rows) throw new Error(`The export brought ${count} rows.`);
  return { ours: rows / ((performance.now() - began) / 1000), grown: most - before, first };
}

const plain = `select e.id, e.account_id, a.username, c.course_key, e.created_at from enrolments e
  join courses c on c.tenant_id = e.tenant_id and c.id = e.course_id
  join accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id where e.tenant_id = 1 order by e.id`;

/** The server's own statement, with its values written in, since COPY takes none. */
function asSent(): string {
  const never = () => Promise.reject(new Error('It is composed here, not run.'));
  const { rest } = enrolmentsAsJson(1, { orgKeys: ['default'] }, { includeCertificates: false }, 'http://x/');
  const query = rest(composeOn(never), { id: 0, row: '' }).compile();
  const written = (value: unknown) =>
    pg.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value));
  return query.sql.replace(/\$(\d+)/g, (_, place: string) => written(query.parameters[Number(place) - 1]));
}

async function copy(bench: BenchInstallation, select: string): Promise<number> {
  const began = performance.now();
  const bytes = await copyOut(bench.connection, `copy (${select}) to stdout`);
  if (bytes === 0) throw new Error('COPY brought nothing.');
  return rows / ((performance.now() - began) / 1000);
}

function against(limit: string, ours: number, theirs: number): Row {
  return {
    figure: 'P4',
    work: 'export of 1 000 000 enrolments as JSON',
    measured: `${Math.round(ours / 1000)} k rows/s`,
    limit: `${Math.round(theirs / 1000)} k rows/s (${limit})`,
    ratio: ours / theirs,
    target: '>= 0.5',
    reached: ours / theirs >= 0.5,
  };
}

function resident(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

function absolute(work: string, value: number, unit: string, target: number): Row {
  const measured = `${Math.round(value)} ${unit}`;
  return {
    figure: 'P4',
    work,
    measured,
    limit: '',
    ratio: null,
    target: `< ${target} ${unit}`,
    reached: value < target,
  };
}
