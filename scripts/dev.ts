import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import pretty from 'pino-pretty';

/**
 * `npm run dev [serve's own flags]`: the server, started again whenever a source, a migration or config.yml changes,
 * with readable logs and with the letters shown on the screen (`MUSTER_DEV=1`).
 */
const root = join(import.meta.dirname, '..');
const watched = ['src', 'db/migrations'].map((folder) => `--watch-path=${join(root, folder)}`);

const server = spawn(
  process.execPath,
  [...watched, '--watch-preserve-output', 'bin/muster.js', 'serve', ...process.argv.slice(2)],
  { cwd: root, env: { ...process.env, MUSTER_DEV: '1' }, stdio: ['inherit', 'pipe', 'pipe'] },
);

// Lines that are no JSON, such as the address and the letters, pass through as they are.
for (const [from, to] of [
  [server.stdout, process.stdout],
  [server.stderr, process.stderr],
] as const) {
  const readable = pretty({
    colorize: to.isTTY,
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: 'pid,hostname',
    sync: true,
    destination: to.fd,
  });
  pipeline(from, readable, () => undefined);
}

// Ctrl-C reaches the server by itself; this process must outlive it, so that its last lines are still shown.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
