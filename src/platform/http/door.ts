import { once } from 'node:events';
import { createServer, type ListenOptions, type Server } from 'node:net';
import type { HttpServer } from './contract.ts';

/**
 * A listening socket that outlives the servers behind it: whoever takes over from another one in the same process gets
 * the connections from then on, and none waits in a socket that is being closed.
 */
export interface Door {
  readonly socket: Server;
  /** Lets the connections that come from now on in to this server; those there are stay where they are. */
  leadTo(server: HttpServer): Promise<void>;
}

const doors = new WeakMap<HttpServer['server'], Door & { isFor(server: HttpServer): boolean }>();

/** A door that leads to the server and is not open yet. */
export async function makeDoor(server: HttpServer): Promise<Door> {
  let behind = server;
  // As Node's own HTTP server opens its socket.
  const socket = createServer({ allowHalfOpen: true, noDelay: true }, (connection) =>
    behind.server.emit('connection', connection),
  );
  const door = {
    socket,
    async leadTo(next: HttpServer) {
      await next.ready();
      behind = next;
      doors.set(next.server, door);
      // Its limits of time are watched from this event on.
      next.server.emit('listening');
    },
    isFor: (one: HttpServer) => behind === one,
  };
  await door.leadTo(server);
  return door;
}

/** The listening socket by which connections come to the server; its own where it listens without a door. */
export function socketOf(server: HttpServer): Server {
  return doors.get(server.server)?.socket ?? server.server;
}

/** Whether connections come to another server by now through the door that once led to this one. */
export function isRelieved(server: HttpServer): boolean {
  return doors.get(server.server)?.isFor(server) === false;
}

/** Not Fastify's own `listen`: it cannot take a descriptor without guessing a host for it. */
export async function open(socket: Server, options: ListenOptions | { fd: number }): Promise<void> {
  const opened = once(socket, 'listening');
  socket.listen(options);
  await opened;
}
