import type { TestCase, TestModule, Vitest } from 'vitest/node';

export interface SkippedTest {
  readonly name: string;
  /** What the test said when it skipped itself, or `[needs …]` in its name; undefined is a defect of the test. */
  readonly reason: string | undefined;
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
}

/**
 * Counts what a finished run did.
 * A file that does not load, a suite whose set-up fails and an error outside every test count as one failure each:
 * their tests never ran, and a run without them must not look green.
 */
export function tallyOf(vitest: Vitest): Tally {
  const modules = vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const withState = (state: string) => tests.filter((test) => test.result().state === state);
  const stray = vitest.state.getUnhandledErrors().length;
  return {
    passed: withState('passed').length,
    failed: withState('failed').length + countBroken(modules) + stray,
    skipped: withState('skipped').map(skippedTest),
  };
}

/** The sum of several runs. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

/**
 * Makes a skip a failure where it must be one: when it gives no reason, and always when everything is required
 * (`MUSTER_REQUIRE=all`).
 */
export function judgeSkips(tally: Tally, requireAll: boolean): Tally {
  const refused = tally.skipped.filter((test) => requireAll || !test.reason);
  return {
    passed: tally.passed,
    failed: tally.failed + refused.length,
    skipped: tally.skipped.filter((test) => !refused.includes(test)),
  };
}

/** The last line of a run, the one a build server reads: `N passed, N failed[, N skipped]`. */
export function closingLine(tally: Tally): string {
  const line = `${tally.passed} passed, ${tally.failed} failed`;
  return tally.skipped.length > 0 ? `${line}, ${tally.skipped.length} skipped` : line;
}

function countBroken(modules: readonly TestModule[]): number {
  const broken = modules.filter((module) => module.errors().length > 0).length;
  const suites = modules.flatMap((module) => [...module.children.allSuites()]);
  return broken + suites.filter((suite) => suite.errors().length > 0).length;
}

function skippedTest(test: TestCase): SkippedTest {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  const broken = isBelowBrokenSuite(test) ? 'the set-up of its suite failed' : undefined;
  const reason = note ?? broken ?? /\[(needs [^\]]+)\]/.exec(test.fullName)?.[1];
  return { name: `${test.module.relativeModuleId} > ${test.fullName}`, reason };
}

function isBelowBrokenSuite(test: TestCase): boolean {
  for (let above = test.parent; above.type !== 'module'; above = above.parent) {
    if (above.errors().length > 0) return true;
  }
  return test.module.errors().length > 0;
}
