import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import type { HttpServer } from './contract.ts';
import { makeServer, withThings } from './http.test-support.ts';
import { route, routeTable } from './route.ts';

describe('routes', () => {
  test('a route without a declared caller cannot be registered', () => {
    const server = makeServer();
    expect(() => server.get('/open', async () => 'x')).toThrow(/GET \/open declares no caller/);
  });

  test('both slash forms answer every method alike, without a redirect', async () => {
    const server = withThings(makeServer());
    for (const url of ['/rest/things', '/rest/things/']) {
      const answer = await server.inject({ method: 'POST', url, payload: { name: 'a' } });
      expect([answer.statusCode, answer.json()]).toEqual([200, { name: 'a' }]);
    }
    for (const url of ['/rest/things/7', '/rest/things/7/']) {
      expect((await server.inject({ method: 'HEAD', url })).statusCode).toBe(200);
    }
  });

  test('an exact route leaves the other slash form to another resource', async () => {
    const server = makeServer();
    const declare = (path: string, word: string) =>
      route(server, {
        method: 'GET',
        path,
        slash: 'exact',
        caller: ['member'],
        summary: word,
        schema: {
          params: Type.Object({ id: Type.String() }),
          response: { 200: Type.Object({ word: Type.String() }) },
        },
        handler: async () => ({ word }),
      });
    declare('/api/users/:id', 'one');
    declare('/api/users/:id/', 'other');
    expect((await server.inject('/api/users/1')).json()).toEqual({ word: 'one' });
    expect((await server.inject('/api/users/1/')).json()).toEqual({ word: 'other' });
  });

  test('a plugin can serve its prefix itself in both forms', async () => {
    const server = makeServer();
    server.register(
      async (api: HttpServer) =>
        route(api, {
          method: 'GET',
          path: '/',
          caller: 'anyone',
          summary: 'Root',
          schema: { response: { 200: Type.Object({}) } },
          handler: async () => ({}),
        }),
      { prefix: '/tahoe/api/v1' },
    );
    for (const url of ['/tahoe/api/v1', '/tahoe/api/v1/'])
      expect((await server.inject(url)).statusCode).toBe(200);
  });

  test('the route table names method, full path, caller and API once per route', async () => {
    const server = withThings(makeServer());
    await server.ready();
    expect(
      routeTable(server).map(({ method, path, caller, api }) => ({ method, path, caller, api })),
    ).toEqual([
      { method: 'POST', path: '/rest/things/', caller: 'anyone', api: 'things' },
      { method: 'GET', path: '/rest/things/:id/', caller: 'anyone', api: 'things' },
    ]);
  });
});
