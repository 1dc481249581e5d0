import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { HttpServer } from './contract.ts';
import { declareForeign } from './route.ts';

type SecuritySchemes = NonNullable<
  NonNullable<NonNullable<FastifyDynamicSwaggerOptions['openapi']>['components']>['securitySchemes']
>;

export interface DocumentationOptions {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  /** One entry per API name, in the order to show. */
  readonly tags?: readonly { readonly name: string; readonly description: string }[];
  /** OpenAPI security schemes by name. */
  readonly securitySchemes?: SecuritySchemes;
}

const PREFIX = '/api/docs';

/**
 * Documents every route declared after it as OpenAPI 3.1: pages at `/api/docs/`, the document at `/api/docs/json` and
 * `/api/docs/yaml`. Register it before the APIs. Each route appears once although both slash forms are served.
 */
export async function serveDocumentation(server: HttpServer, options: DocumentationOptions): Promise<void> {
  const { title, version, description = '', tags = [], securitySchemes = {} } = options;
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, version, description },
      tags: [...tags],
      components: { securitySchemes },
    },
    convertConstToEnum: false,
  });
  declareForeign(server, PREFIX, 'anyone');
  // Its page works under our content security policy as it is: no inline script, no inline style.
  await server.register(swaggerUi, {
    routePrefix: PREFIX,
    theme: { title },
    uiConfig: { docExpansion: 'none', filter: true, persistAuthorization: false },
  });
}
