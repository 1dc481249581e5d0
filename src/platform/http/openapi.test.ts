import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import type { HttpServer } from './contract.ts';
import { under } from './error-shapes.ts';
import { makeServer } from './http.test-support.ts';
import { serveDocumentation } from './openapi.ts';
import { nameApi, route, routeTable } from './route.ts';

describe('documentation', () => {
  async function documented(): Promise<HttpServer> {
    const shape = {
      name: 'own',
      matches: under('/own'),
      render: () => ({ body: {} }),
      schema: Type.Object({ detail: Type.String() }),
    };
    const server = makeServer({ errorShapes: [shape] });
    await serveDocumentation(server, { title: 'Muster', version: '1' });
    server.register(
      async (api: HttpServer) => {
        nameApi(api, 'own');
        const things = {
          200: Type.Object({ kind: Type.Literal('thing'), id: Type.Union([Type.Integer(), Type.Null()]) }),
        };
        route(api, {
          method: 'GET',
          path: '/things/:id/',
          caller: ['member'],
          summary: 'Read one',
          schema: { params: Type.Object({ id: Type.Integer() }), response: things },
          handler: async () => ({ kind: 'thing' as const, id: null }),
        });
      },
      { prefix: '/own' },
    );
    await server.ready();
    return server;
  }

  test('the document is OpenAPI 3.1 and has each route once, with the errors of its API', async () => {
    const server = await documented();
    const document = (await server.inject('/api/docs/json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(['/own/things/{id}/']);
    const operation = document.paths['/own/things/{id}/'].get;
    expect(operation).toMatchObject({ tags: ['own'], summary: 'Read one' });
    expect(Object.keys(operation.responses)).toEqual(['200', '4XX', '5XX']);
    const schema = operation.responses['200'].content['application/json'].schema;
    expect(schema.properties).toMatchObject({
      kind: { const: 'thing' },
      id: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    });
  });

  test('the pages work under the strict content security policy', async () => {
    const server = await documented();
    for (const url of ['/api/docs/', '/api/docs']) {
      const page = await server.inject(url);
      expect(page.statusCode).toBe(200);
      expect(page.headers['content-security-policy']).toContain("script-src 'self'");
      expect(page.body).not.toMatch(/<script(?![^>]* src=)|<style|style="/);
    }
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-initializer.js'])
      expect((await server.inject(`/api/docs/static/${file}`)).statusCode).toBe(200);
  });

  test('the routes of the library have a caller too', async () => {
    const server = await documented();
    const foreign = routeTable(server).filter((entry) => entry.path.startsWith('/api/docs'));
    expect(foreign.length).toBeGreaterThan(3);
    expect(new Set(foreign.map((entry) => entry.caller))).toEqual(new Set(['anyone']));
  });
});
