import type { Server } from 'node:net';
import type { HttpServer } from './contract.ts';
import { type Door, makeDoor, open } from './door.ts';
import { askWho, holdPort, ListenRefusal } from './port.ts';
import { listenOnPath } from './unix-socket.ts';

export type ListenAddress =
  | { readonly host: string; readonly port: number }
  /** @param mode permissions of the socket file, default 0o660 */
  | { readonly unix: string; readonly mode?: number }
  /** A socket opened by somebody else (systemd passes descriptor 3). */
  | { readonly inherited: true; readonly fd?: number };

const FIRST_INHERITED = 3;

/** A door that is open, with its address in words. */
export interface OpenDoor extends Pick<Door, 'leadTo'> {
  readonly address: string;
}

/**
 * Opens a door to the server and answers its address in words: `http://127.0.0.1:8000`, `unix:/run/muster/socket`, `fd:3`.
 * Several servers of one installation share a port (the kernel spreads connections) and take over a socket path from
 * one another. A door that somebody else holds is refused with a `ListenRefusal` saying whose it is and what to do.
 * @param installation as `/healthz` tells it
 */
export async function openDoor(
  server: HttpServer,
  address: ListenAddress,
  installation: string,
): Promise<OpenDoor> {
  const { socket, leadTo } = await makeDoor(server);
  return { address: await openAt(socket, address, installation), leadTo };
}

/** Opens a door that only ever leads to this server. @returns its address in words */
export async function listen(
  server: HttpServer,
  address: ListenAddress,
  installation: string,
): Promise<string> {
  const door = await openDoor(server, address, installation);
  return door.address;
}

async function openAt(socket: Server, address: ListenAddress, installation: string): Promise<string> {
  if ('inherited' in address) {
    const fd = address.fd ?? FIRST_INHERITED;
    await open(socket, { fd }).catch((error: unknown) => {
      throw new ListenRefusal(`No socket was handed over as descriptor ${fd} (${messageOf(error)}).`);
    });
    return `fd:${fd}`;
  }
  if ('unix' in address) {
    await listenOnPath(socket, address.unix, address.mode ?? 0o660, installation);
    return `unix:${address.unix}`;
  }
  return listenOnPort(socket, address, installation);
}

async function listenOnPort(
  socket: Server,
  address: { host: string; port: number },
  installation: string,
): Promise<string> {
  const { host, port } = address;
  await holdPort(port, async () => {
    const who = port === 0 ? 'nobody' : await askWho({ host: reachable(host), port }, installation);
    if (who === 'another installation')
      throw new ListenRefusal(
        `Port ${port} on ${host} is taken by another Muster installation; ${advice(port)}`,
      );
    if (who === 'another program')
      throw new ListenRefusal(`Port ${port} on ${host} is taken by another program; ${advice(port)}`);
    await openShared(socket, host, port);
  });
  const bound = socket.address();
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${typeof bound === 'object' && bound !== null ? bound.port : port}`;
}

/** `reusePort` lets later servers of this installation join. Systems without it (macOS, Windows) take one server only. */
async function openShared(socket: Server, host: string, port: number): Promise<void> {
  try {
    await open(socket, { host, port, reusePort: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOTSUP' && codeOf(error) !== 'EINVAL') throw inWords(error, host, port);
    await open(socket, { host, port }).catch((again: unknown) => {
      throw inWords(again, host, port);
    });
  }
}

function inWords(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new ListenRefusal(`Port ${port} on ${host} is taken by another program; ${advice(port)}`);
    case 'EACCES':
      return new ListenRefusal(`Port ${port} may not be opened by this user; ${advice(port)}`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ListenRefusal(
        `${host} is no address of this machine; set HOST to one, or to 0.0.0.0 for all.`,
      );
    default:
      return error;
  }
}

function advice(port: number): string {
  return `set PORT to a free one (for example ${port + 1}) or stop it.`;
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
