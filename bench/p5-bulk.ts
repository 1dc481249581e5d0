import pg from 'pg';
import { type BenchInstallation, openBenchInstallation } from './installation.ts';
import { start } from './processes.ts';
import { median, type Row } from './table.ts';

const people = 1000;
const courses = 10;
const rounds = 5;

/** P5: one call that enrols 1 000 people in 10 courses against one `insert … select` of the same rows; and a batch of codes. */
export async function measureBulk(): Promise<Row[]> {
  const bench = await openBenchInstallation();
  const server = await start('bin/muster.js', { args: ['serve'], env: bench.env, until: /http:\/\/127/ });
  const client = new pg.Client(bench.connection);
  await client.connect();
  try {
    await fillAccounts(client);
    const ours: number[] = [];
    const limit: number[] = [];
    const codes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await makeCourses(client, `R${round}`);
      ours.push(await enrolAll(bench, `R${round}`));
      await makeCourses(client, `L${round}`);
      limit.push(await insertAll(client, `L${round}`));
      codes.push(await generateCodes(bench, `R${round}`));
    }
    const ratio = median(ours) / median(limit);
    return [
      {
        figure: 'P5',
        work: 'bulk-enroll, 1 000 identifiers × 10 courses',
        measured: `${Math.round(median(ours))} ms`,
        limit: `${Math.round(median(limit))} ms (one insert … select of the rows)`,
        ratio,
        target: '<= 5',
        reached: ratio <= 5,
      },
      {
        figure: 'P5',
        work: 'a batch of 10 000 codes',
        measured: `${Math.round(median(codes))} ms`,
        limit: '',
        ratio: null,
        target: '< 1000 ms',
        reached: median(codes) < 1000,
      },
    ];
  } finally {
    await client.end();
    await server.stop();
    await bench.close();
  }
}

async function fillAccounts(client: pg.Client): Promise<void> {
  await client.query(`
    insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name, name_key,
                          is_active, created_at, updated_at)
    select 1, gen_random_uuid(), 'learner' || n, 'learner' || n, 'learner' || n || '@example.com',
      'learner' || n || '@example.com', 'Learner ' || n, 'Learner', n::text, 'learner ' || n, true, now(), now()
    from generate_series(1, ${people}) n`);
  await client.query('analyze');
}

async function makeCourses(client: pg.Client, prefix: string): Promise<void> {
  await client.query(
    `insert into courses (tenant_id, course_key, organisation_id, org, org_key, number, number_key, run, name, name_key,
                          modes, created_at, updated_at)
     select 1, 'course-v1:default+' || $1 || n || '+2027', o.id, 'default', 'default', $1 || n, lower($1) || n, '2027',
       'Course ' || n, 'course ' || n, '[{"slug":"audit","name":"Audit"}]', now(), now()
     from generate_series(1, ${courses}) n, organisations o where o.tenant_id = 1 and o.short_name_key = 'default'`,
    [prefix],
  );
}

async function enrolAll(bench: BenchInstallation, prefix: string): Promise<number> {
  const identifiers = Array.from({ length: people }, (_, index) => `learner${index + 1}@example.com`).join(
    ',',
  );
  const keys = Array.from(
    { length: courses },
    (_, index) => `course-v1:default+${prefix}${index + 1}+2027`,
  ).join(',');
  return timed(bench, 'bulk-enrollment/bulk-enroll', { action: 'enroll', identifiers, courses: keys });
}

async function generateCodes(bench: BenchInstallation, prefix: string): Promise<number> {
  const course = `course-v1:default+${prefix}1+2027`;
  return timed(bench, 'enrollment-codes/generate', { course_id: course, total_registration_codes: 10_000 });
}

async function timed(bench: BenchInstallation, path: string, body: object): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${bench.url}/appsembler_api/v0/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bench.bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`);
  return performance.now() - began;
}

async function insertAll(client: pg.Client, prefix: string): Promise<number> {
  const began = performance.now();
  const { rowCount } = await client.query(
    `insert into enrolments (tenant_id, course_id, account_id, mode, is_active, created_at, updated_at)
     select 1, c.id, a.id, 'audit', true, now(), now() from courses c, accounts a
     where c.tenant_id = 1 and a.tenant_id = 1 and c.number like $1 || '%' and a.username like 'learner%'`,
    [prefix],
  );
  if (rowCount !== people * courses) throw new Error(`The limit inserted ${rowCount} rows.`);
  return performance.now() - began;
}
