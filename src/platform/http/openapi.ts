import { STATUS_CODES } from 'node:http';
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
    transform: ({ schema, url, route }) => ({
      url,
      schema: told(schema, url, route.config?.takesFile ?? false),
    }),
  });
  declareForeign(server, PREFIX, 'anyone');
  // Its page works under our content security policy as it is: no inline script, no inline style.
  await server.register(swaggerUi, {
    routePrefix: PREFIX,
    theme: { title },
    uiConfig: { docExpansion: 'none', filter: true, persistAuthorization: false },
  });
}

/** A route's schema as a reader of the documentation needs it: what may be left out is not required, answers are named. */
function told<T extends object>(schema: T, url: string, takesFile: boolean): T {
  if (!('response' in schema)) return schema;
  const parts = Object.entries(schema).map(([part, inner]) => {
    if (part === 'querystring' || part === 'body') return [part, withoutDefaults(inner)];
    if (part === 'params') return [part, inPath(inner, url)];
    return [part, part === 'response' ? named(inner) : inner];
  });
  return { ...schema, ...Object.fromEntries(parts), ...(takesFile && { body: fileBody }) };
}

/** As `takeFiles` reads it. */
const fileBody = {
  content: {
    '*/*': { schema: { type: 'string', description: 'The file itself' } },
    'multipart/form-data': {
      schema: { type: 'object', properties: { file: { type: 'string', description: 'Of any name' } } },
    },
  },
};

/** One schema may serve two paths, of which only one has the parameter. */
function inPath(schema: unknown, url: string): unknown {
  if (!isRecord(schema) || !isRecord(schema.properties)) return schema;
  const named = Object.entries(schema.properties).filter(([name]) => url.split('/').includes(`:${name}`));
  return { ...schema, properties: Object.fromEntries(named) };
}

function withoutDefaults(schema: unknown): unknown {
  if (!isRecord(schema) || !Array.isArray(schema.required) || !isRecord(schema.properties)) return schema;
  const { properties } = schema;
  const isNeeded = (name: string) => !('default' in Object(properties[name]));
  const { required, ...rest } = schema;
  const needed = required.filter(isNeeded);
  return needed.length > 0 ? { ...rest, required: needed } : rest;
}

function named(responses: unknown): unknown {
  if (!isRecord(responses)) return responses;
  const all = Object.entries(responses).map(([status, schema]) => [
    status,
    isRecord(schema) ? { description: STATUS_CODES[status] ?? 'An answer', ...schema } : schema,
  ]);
  return Object.fromEntries(all);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
