import { startEmbeddedPostgres } from './supervisor.ts';

/**
 * A process of its own for the tests: starts PostgreSQL with the options of its argument (JSON), prints every event as
 * a line of JSON, and stops when its input ends. Ctrl-C is only reported.
 */
const say = (event: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(event)}\n`);

process.on('SIGINT', () => say({ event: 'interrupted' }));
try {
  const options = JSON.parse(process.argv[2] ?? '{}');
  const postgres = await startEmbeddedPostgres({ ...options, log: (sentence) => say({ sentence }) });
  postgres.onExit((sentence) => say({ exit: sentence }));
  const { connection, ownership, place } = postgres;
  say({ event: 'started', ownership, connection, place });
  process.stdin.resume();
  process.stdin.once('end', async () => {
    await postgres.stop();
    say({ event: 'stopped', ownership: postgres.ownership });
    process.exit();
  });
} catch (error) {
  say({ event: 'refused', message: error instanceof Error ? error.message : String(error) });
}
