import { once } from 'node:events';
import { chmodSync, lstatSync, renameSync, rmSync, type Stats } from 'node:fs';
import type { Server } from 'node:net';
import { askWho, ListenRefusal } from './port.ts';

/** The kernel's field for the path holds 108 bytes with its end. */
const LONGEST_PATH = 107;

/**
 * Listens on a socket file. It is made beside its place with its permissions and then renamed into it: nobody meets it
 * half made, the stale file of a dead server is replaced, and a newer server of the same installation takes over from
 * an older one, which goes on answering the connections it has. Removed on close, unless a newer server owns it by then.
 * @param mode permissions of the file, such as 0o660
 */
export async function listenOnPath(
  server: Server,
  path: string,
  mode: number,
  installation: string,
): Promise<void> {
  const made = `${path}.${process.pid}`;
  if (Buffer.byteLength(made) > LONGEST_PATH)
    throw new ListenRefusal(`The socket path ${path} is too long; ${LONGEST_PATH - 10} bytes are the most.`);
  await refuseTaken(path, installation);
  rmSync(made, { force: true });
  const opened = once(server, 'listening');
  server.listen({ path: made });
  await opened.catch((error: unknown) => {
    throw new ListenRefusal(
      `The socket ${path} cannot be made: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
  });
  chmodSync(made, mode);
  const own = lstatSync(made);
  renameSync(made, path);
  server.once('close', () => {
    if (isSame(own, look(path))) rmSync(path, { force: true });
  });
}

async function refuseTaken(path: string, installation: string): Promise<void> {
  const found = look(path);
  if (found === null) return;
  if (!found.isSocket())
    throw new ListenRefusal(`${path} exists and is no socket; choose another path in MUSTER_LISTEN.`);
  const who = await askWho({ socketPath: path }, installation);
  if (who === 'another installation' || who === 'another program')
    throw new ListenRefusal(`${path} is in use by ${who}; choose another path in MUSTER_LISTEN or stop it.`);
}

function look(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

function isSame(a: Stats, b: Stats | null): boolean {
  return b !== null && a.ino === b.ino && a.dev === b.dev;
}
