import { Server } from 'node:net';
import type { HttpServer } from './contract.ts';
import { isRelieved, socketOf } from './door.ts';

export interface DrainOptions {
  /** Milliseconds after which what still runs is cut off. Default 25 s (systemd waits 90, Kubernetes 30). */
  readonly bound?: number;
  /**
   * Milliseconds for which a silent keep-alive connection stays open, so that a request already on its way is answered
   * (with `Connection: close`) instead of finding a closed door. Default 1 s.
   */
  readonly idle?: number;
}

export interface Drained {
  /** Connections that were cut off because they did not end in time. */
  readonly cut: number;
}

interface Draining {
  since: number | null;
  /** Told once when the drain begins: streams that would never end by themselves. */
  readonly leaving: Set<() => void>;
  readonly connections: Map<object, { close(): void; busy: number }>;
  /** Told when the last connection ends. */
  emptied: (() => void) | null;
}

/** A turn without work takes about a hundredth of a millisecond. */
const QUIET_TURN_MS = 0.03;
const QUIET_WAIT_MS = 500;

const states = new WeakMap<HttpServer['server'], Draining>();

/** Whether the server is on its way out; `/readyz` then answers 503. */
export function isDraining(server: HttpServer): boolean {
  return states.get(server.server)?.since != null;
}

/**
 * Calls `act` once when the server begins to drain, at once when it already does.
 * @returns takes it back
 */
export function whenDraining(server: HttpServer, act: () => void): () => void {
  if (isDraining(server)) act();
  const leaving = states.get(server.server)?.leaving;
  leaving?.add(act);
  return () => void leaving?.delete(act);
}

export interface Connections {
  draining(): boolean;
  /** Counts a request on its connection; whoever called counts it out again. Undefined for an injected request. */
  enter(socket: object): { busy: number } | undefined;
}

/** Keeps count of the connections and of the requests on each. */
export function watchConnections(server: HttpServer): Connections {
  const state: Draining = { since: null, leaving: new Set(), connections: new Map(), emptied: null };
  states.set(server.server, state);
  server.server.on('connection', (socket) => {
    state.connections.set(socket, { close: () => socket.destroy(), busy: 0 });
    socket.once('close', () => {
      state.connections.delete(socket);
      if (state.connections.size === 0) state.emptied?.();
    });
  });
  return {
    draining: () => state.since !== null,
    enter: (socket) => {
      const connection = state.connections.get(socket);
      if (connection !== undefined) connection.busy += 1;
      return connection;
    },
  };
}

/**
 * Lets the server go without a failed request: new connections go elsewhere (the door is closed unless it leads to another
 * server by now), running requests are answered, silent
 * connections are closed after `idle`, the rest is cut off after `bound`. Then closes the server and its plugins.
 */
export async function drain(server: HttpServer, options: DrainOptions = {}): Promise<Drained> {
  const { bound = 25_000, idle = 1_000 } = options;
  const state = states.get(server.server);
  if (state === undefined) throw new Error('This server was not made by createServer.');
  state.since = performance.now();
  for (const act of [...state.leaving]) act();
  const gone = stopAccepting(server).then(() => whenEmpty(state));
  const closeSilent = setInterval(() => {
    for (const connection of state.connections.values()) {
      if (connection.busy === 0) connection.close();
    }
  }, idle);
  const timeout = AbortSignal.timeout(bound);
  const late = new Promise<void>((resolve) =>
    timeout.addEventListener('abort', () => resolve(), { once: true }),
  );
  await Promise.race([gone, late]);
  clearInterval(closeSilent);
  const cut = state.connections.size;
  for (const connection of state.connections.values()) connection.close();
  await gone;
  // Also ends the timer that watches the limits of time.
  server.server.close();
  await server.close();
  return { cut };
}

/** Not `http.Server.close()`: that closes silent connections at once, under the request a client is just sending. */
async function stopAccepting(server: HttpServer): Promise<void> {
  const socket = socketOf(server);
  if (!socket.listening || isRelieved(server)) return;
  await quietTurn();
  Server.prototype.close.call(socket);
}

function whenEmpty(state: Draining): Promise<void> {
  return new Promise((resolve) => {
    if (state.connections.size === 0) resolve();
    else state.emptied = resolve;
  });
}

/**
 * Waits for a turn of the event loop in which next to nothing happened. The kernel resets connections that it has
 * accepted and we have not yet fetched when the socket closes; after a quiet turn there was hardly time for one.
 * Exact is only the kernel itself: `net.ipv4.tcp_migrate_req=1`, or one socket shared by inheritance.
 */
async function quietTurn(): Promise<void> {
  const end = performance.now() + QUIET_WAIT_MS;
  for (let before = performance.now(); before < end; before = performance.now()) {
    await new Promise((resolve) => setImmediate(resolve));
    if (performance.now() - before < QUIET_TURN_MS) return;
  }
}
