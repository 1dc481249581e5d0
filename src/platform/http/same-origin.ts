import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that a cookie signs may act: it changes nothing, or its browser says that a page of this very
 * origin sent it. `Sec-Fetch-Site` decides where a browser sends it, else `Origin`, else `Referer`; none is no proof.
 */
export function provesSameOrigin(request: FastifyRequest): boolean {
  if (SAFE.has(request.method)) return true;
  const { 'sec-fetch-site': fetchSite, origin, referer } = request.headers;
  if (fetchSite !== undefined) return fetchSite === 'same-origin';
  const [sent, own] = [originOf(origin ?? referer), originOf(`${request.protocol}://${request.host}`)];
  return sent !== null && sent === own;
}

/** Null: absent, opaque, or no address. */
function originOf(address: string | undefined): string | null {
  const origin = URL.parse(address ?? '')?.origin ?? 'null';
  return origin === 'null' ? null : origin;
}
