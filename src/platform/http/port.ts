import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A start that cannot go on: one sentence for the person at the terminal, no trace. */
export class ListenRefusal extends Error {
  override readonly name = 'ListenRefusal';
}

export type Holder = 'nobody' | 'this installation' | 'another installation' | 'another program';

/** A busy server of ours answers `/healthz` even when it sheds load; who is silent for this long is none. */
const PATIENCE_MS = 3_000;
const HOLD_MS = 10_000;

/** Asks at a port or socket path who is there, by the installation that `/healthz` names. */
export async function askWho(
  at: { readonly host: string; readonly port: number } | { readonly socketPath: string },
  installation: string,
): Promise<Holder> {
  let answer: unknown;
  try {
    answer = JSON.parse(await get(at));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ECONNREFUSED' || code === 'ENOENT' ? 'nobody' : 'another program';
  }
  if (typeof answer !== 'object' || answer === null || !('installation' in answer)) return 'another program';
  return answer.installation === installation ? 'this installation' : 'another installation';
}

/**
 * Runs `work` while no other Muster on this machine asks about the same port: two installations starting at one moment
 * would both find it free and then share it. An abstract socket is the lock: it lives in the port's own network
 * namespace and dies with its process. Elsewhere than on Linux a port is never shared and needs no lock.
 */
export async function holdPort(port: number, work: () => Promise<void>): Promise<void> {
  if (process.platform !== 'linux' || port === 0) return work();
  const lock = await acquire(`\0muster-port-${port}`);
  try {
    await work();
  } finally {
    await new Promise((resolve) => (lock === null ? resolve(null) : lock.close(resolve)));
  }
}

async function acquire(name: string): Promise<Server | null> {
  const deadline = performance.now() + HOLD_MS;
  while (performance.now() < deadline) {
    const lock = await tryListen(name);
    if (lock !== null) return lock;
    await wait(20);
  }
  // Whoever holds the name so long is no starting server: go on, the port itself is still asked about.
  return null;
}

function tryListen(path: string): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(null));
    server.listen({ path }, () => resolve(server));
  });
}

function get(at: { host: string; port: number } | { socketPath: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const asked = request({ ...at, path: '/healthz', agent: false, signal }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > 10_000) asked.destroy(new Error('too long an answer'));
      });
      answer.on('end', () => resolve(text));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}
