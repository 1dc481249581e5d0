import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requestableScopes } from '../../modules/festival/scopes.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';

const list = Type.Array(Type.String());

/**
 * Tells OAuth libraries where everything is (RFC 8414). The token endpoint is the strict one: 200 and a flat body
 * (ruling "Token answers").
 */
export function serveOauthDiscovery(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    caller: 'anyone',
    summary: 'Where the OAuth endpoints are (RFC 8414)',
    schema: {
      response: {
        200: Type.Object({
          issuer: Type.String(),
          token_endpoint: Type.String(),
          revocation_endpoint: Type.String(),
          introspection_endpoint: Type.String(),
          service_documentation: Type.String(),
          response_types_supported: list,
          grant_types_supported: list,
          scopes_supported: list,
          token_endpoint_auth_methods_supported: list,
          revocation_endpoint_auth_methods_supported: list,
          introspection_endpoint_auth_methods_supported: list,
        }),
      },
    },
    handler: async (request, reply) => {
      const issuer = issuerOf(services, request);
      const methods = ['client_secret_basic', 'client_secret_post'];
      reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' });
      return {
        issuer,
        token_endpoint: `${issuer}/oauth2/access_token`,
        revocation_endpoint: `${issuer}/api/oauth/revoke`,
        introspection_endpoint: `${issuer}/api/oauth/introspect`,
        service_documentation: `${issuer}/api/docs`,
        // No endpoint for browsers: nothing is answered by a redirect.
        response_types_supported: [],
        grant_types_supported: ['password', 'client_credentials'],
        scopes_supported: [...requestableScopes],
        token_endpoint_auth_methods_supported: methods,
        revocation_endpoint_auth_methods_supported: methods,
        introspection_endpoint_auth_methods_supported: methods,
      };
    },
  });
}

/**
 * Who issues the tokens: the site's address from outside. Libraries demand that it is the address they asked, so
 * without TLS, where installations are reached by several ports and names, it follows the request's host if that is one
 * of the site's.
 */
export function issuerOf({ identity }: Services, { site, protocol, host, hostname }: FastifyRequest): string {
  const address = identity.address(site, '');
  const isOwn = [...site.hosts, 'localhost', '127.0.0.1', '[::1]'].includes(hostname.toLowerCase());
  return isOwn && address.startsWith('http:') ? `${protocol}://${host}` : address;
}
