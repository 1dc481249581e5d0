import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { findServedPostgres } from './test-run/served-postgres.ts';
import { addTallies, closingLine, judgeSkips, type Tally, tallyOf } from './test-run/tally.ts';

/**
 * `npm test -- [--long] [part of a file name]…`: runs the tests, lists every skipped one by name with its reason, and
 * ends with the closing line alone. `--long` adds the long forms (`*.long.test.ts`) and a second run of the whole
 * suite against a PostgreSQL server of the operating system.
 * Leaves 1 when a test failed or none ran.
 */
const args = process.argv.slice(2);
const long = args.includes('--long');
const filters = args.filter((arg) => arg !== '--long');

const root = join(import.meta.dirname, '..');
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/node');

const tallies = [await runOnce(long ? { MUSTER_TEST_LONG: '1' } : {})];
if (long) tallies.push(await runAgainstServed());

const requireAll = process.env.MUSTER_REQUIRE === 'all';
const tally = judgeSkips(addTallies(tallies), requireAll);
const ran = tally.passed + tally.failed > 0;
if (!ran) console.error(filters.length > 0 ? `No test file matches: ${filters.join(', ')}` : 'No test ran.');
printSkipped(tallies);
console.log(closingLine(tally));
process.exit(ran && tally.failed === 0 ? 0 : 1);

async function runOnce(environment: Record<string, string>): Promise<Tally> {
  for (const name of ['MUSTER_TEST_LONG', 'MUSTER_TEST_DATABASE']) delete process.env[name];
  Object.assign(process.env, environment);
  const vitest = await startVitest('test', filters, { root, run: true, watch: false, passWithNoTests: true });
  const tally = tallyOf(vitest);
  await vitest.close();
  // A global set-up that throws leaves no module and no error in the state, only the exit code.
  return process.exitCode && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

async function runAgainstServed(): Promise<Tally> {
  const bin = findServedPostgres(process.env.MUSTER_TEST_PGBIN);
  if (bin) {
    console.log(`\nThe whole suite again, against a served PostgreSQL (${bin})`);
    return runOnce({ MUSTER_TEST_DATABASE: 'served', MUSTER_TEST_PGBIN: bin });
  }
  const reason = 'no PostgreSQL server 15 or newer is installed (Debian: apt-get install postgresql)';
  return { passed: 0, failed: 0, skipped: [{ name: 'the whole suite against a served PostgreSQL', reason }] };
}

function printSkipped(all: readonly Tally[]): void {
  const skipped = addTallies(all).skipped;
  if (skipped.length === 0) return;
  const verdict = requireAll ? ', each counted as failed (MUSTER_REQUIRE=all)' : '';
  console.log(`\nSkipped (${skipped.length}${verdict}):`);
  for (const test of skipped) {
    console.log(
      `  ${test.name}: ${test.reason ?? 'NO REASON GIVEN, counted as failed: say why by context.skip("why") or [needs …] in the name'}`,
    );
  }
  console.log('');
}
