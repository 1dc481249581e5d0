import { defineConfig } from 'vitest/config';

/**
 * Node itself loads the sources (`viteModuleRunner: false`), so that a test runs the same stripped TypeScript as the
 * server. One process per file: a file may start children, change its folder or die without touching another.
 */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['{bin,src,test,scripts,bench}/**/*.test.ts'],
    exclude: process.env.MUSTER_TEST_LONG ? [] : ['**/*.long.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    isolate: true,
    maxWorkers: Number(process.env.MUSTER_TEST_WORKERS ?? 2),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
    experimental: { viteModuleRunner: false },
    expect: { requireAssertions: true },
  },
});
