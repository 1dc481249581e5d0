import type { Command } from 'commander';
import { say } from './output.ts';
import { openLog } from './serve.ts';
import { untilStopped } from './signals.ts';

/** `muster work` */
export function defineWork(program: Command): void {
  program
    .command('work')
    .description(
      'Do the jobs of the queue — letters, cleaning — in a process of its own. Beside servers with worker: false. ' +
        'SIGTERM and SIGINT end it after the running jobs; SIGHUP reopens the log.',
    )
    .addHelpText('after', '\nExample:\n  MUSTER_WORKER=off muster serve & muster work')
    .action(work);
}

async function work(): Promise<void> {
  const { startWorker } = await import('../worker.ts');
  const { packageFolder } = await import('../installation.ts');
  const { loadOwnConfig } = await import('../config.ts');
  const config = loadOwnConfig(packageFolder);
  const output = openLog(config);
  const running = await startWorker(config, { log: output.log });
  const stopped = untilStopped(() => output.reopen());
  say('Muster does the jobs of the queue.');
  await stopped;
  say('Muster ends after the running jobs.');
  await running.stop();
  output.flush();
}
