import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { programEnvironment, type RunUser, spawnIds } from './run-user.ts';

export interface WatchedProgram {
  /** Settles when the program has ended: its exit status, 128 + n after signal n. */
  readonly ended: Promise<number>;
  /** Sends the program the signal it was promised at the end of this process. */
  end(): void;
  /** Lets this process end although the program runs: a command need not wait for a server. */
  unref(): void;
}

/**
 * Starts a program that ends when this process does, by `kill -9` too: a shell beside it waits for the end of a pipe
 * from here and then sends the signal (measured: PostgreSQL gone 17–22 ms after node, `database.md` §3). A session of
 * its own keeps the terminal's Ctrl-C away; the shell itself ignores what a service manager sends to all of a group.
 * The signal is sent until it is heeded: a program that has just been started inherits that deafness for a moment.
 * @param options.log file descriptor for both outputs; `cwd` a folder the user can enter
 */
export function startWatched(
  command: readonly string[],
  options: { signal: 'INT' | 'TERM'; log: number; cwd: string; user: RunUser | null },
): WatchedProgram {
  const shell = spawn('/bin/sh', ['-c', watcher, 'muster-postgres', options.signal, ...command], {
    cwd: options.cwd,
    env: programEnvironment,
    detached: true,
    stdio: ['ignore', options.log, options.log, 'pipe'],
    ...spawnIds(options.user),
  });
  const pipe = shell.stdio[3];
  // The pipe may already be broken when it is closed, which is what was wanted.
  pipe?.on('error', () => {});
  return {
    ended: endOf(shell).finally(() => pipe?.destroy()),
    end() {
      shell.ref();
      pipe?.destroy();
    },
    unref() {
      shell.unref();
      if (pipe instanceof Socket) pipe.unref();
    },
  };
}

const watcher = `
trap '' HUP INT TERM
signal=$1; shift
"$@" 3<&- & program=$!
{ cat <&3 >/dev/null; while kill -s "$signal" $program; do sleep 0.1; done; } 2>/dev/null & watch=$!
exec 3<&-
wait $program; status=$?
kill -s KILL $watch 2>/dev/null
exit $status
`;

async function endOf(shell: ChildProcess): Promise<number> {
  const [status] = await once(shell, 'exit');
  return typeof status === 'number' ? status : 137;
}
