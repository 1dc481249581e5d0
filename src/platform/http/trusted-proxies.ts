import { BlockList, isIP, type Server } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * Decides whose `X-Forwarded-*` headers count: the peers listed, and every peer of a unix socket (only a local proxy
 * with the right to open the file can be one). Throws on an entry that is no address and no CIDR range.
 * @param proxies addresses and ranges: `10.0.0.7`, `192.168.0.0/16`, `fd00::/8`
 */
export function trustedPeers(
  proxies: readonly string[],
  peersAreLocal: () => boolean,
): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) addProxy(list, proxy.trim());
  return (address) => {
    // A closed TCP connection has no address either: only the listening socket tells that the peer is a local one.
    if (address === undefined) return peersAreLocal();
    const plain = address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/**
 * The caller's address for throttles and the audit trail: of the first untrusted peer. A peer of a unix socket that
 * forwards none, or a caller who has already hung up, is `local`.
 */
export function clientAddress(request: FastifyRequest): string {
  const address: string | undefined = request.ip;
  return address ?? 'local';
}

/** Whether a listening server has a unix socket: its address is a path, or null where it was inherited. */
export function listensOnUnixSocket(server: Server): boolean {
  return server.listening && (server.address() === null || typeof server.address() === 'string');
}

function addProxy(list: BlockList, proxy: string): void {
  const [address = '', bits, ...rest] = proxy.split('/');
  const family = isIP(address);
  const prefix = bits === undefined ? undefined : Number(bits);
  const most = family === 6 ? 128 : 32;
  const bad =
    prefix !== undefined && !(Number.isInteger(prefix) && prefix >= 0 && prefix <= most && bits !== '');
  if (family === 0 || bad || rest.length > 0)
    throw new Error(`trusted_proxies: "${proxy}" is no IP address and no range such as 10.0.0.0/8.`);
  const type = family === 6 ? 'ipv6' : 'ipv4';
  if (prefix === undefined) list.addAddress(address, type);
  else list.addSubnet(address, prefix, type);
}
