import { Type } from 'typebox';
import { afterEach } from 'vitest';
import { createLog } from '../log.ts';
import { systemRandom } from '../random.ts';
import type { HttpServer } from './contract.ts';
import { type ErrorShape, errorPage, under } from './error-shapes.ts';
import { nameApi, route } from './route.ts';
import { createServer, type ServerOptions } from './server.ts';

/** Servers with a small API of things, for the tests of this folder; each is closed after its test. */
const servers: HttpServer[] = [];
/** What the servers have logged in the running test. */
export const lines: string[] = [];
export const log = createLog({ stream: { write: (line) => void lines.push(line) } }).log;

afterEach(async () => {
  lines.length = 0;
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const rest: ErrorShape = {
  name: 'rest',
  matches: under('/rest'),
  render: (problem) => ({ body: { detail: problem.message, fields: problem.fields } }),
  schema: Type.Object({
    detail: Type.String(),
    fields: Type.Record(Type.String(), Type.Array(Type.String())),
  }),
};

export function makeServer(options: Partial<ServerOptions> = {}): HttpServer {
  const errorShapes = [rest, errorPage(under('/pages'))];
  const server = createServer({ log, random: systemRandom, errorShapes, checkAnswers: true, ...options });
  servers.push(server);
  return server;
}

export const Thing = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 20 }),
  age: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
  open: Type.Optional(Type.Boolean()),
  tags: Type.Optional(Type.Array(Type.String())),
});

export function withThings(server: HttpServer): HttpServer {
  server.register(
    async (api: HttpServer) => {
      nameApi(api, 'things');
      route(api, {
        method: 'POST',
        path: '/things/',
        caller: 'anyone',
        summary: 'Echo',
        schema: { body: Thing, response: { 200: Thing } },
        handler: async (request) => request.body,
      });
      route(api, {
        method: 'GET',
        path: '/things/:id/',
        caller: 'anyone',
        summary: 'Read one',
        schema: {
          params: Type.Object({ id: Type.Integer() }),
          querystring: Type.Object({
            flag: Type.Optional(Type.Boolean()),
            page: Type.Optional(Type.Integer()),
          }),
          response: { 200: Type.Object({ id: Type.Integer(), flag: Type.Optional(Type.Boolean()) }) },
        },
        handler: async ({ params, query }) => ({
          id: params.id,
          ...(query.flag === undefined ? {} : { flag: query.flag }),
        }),
      });
    },
    { prefix: '/rest' },
  );
  return server;
}

/** Asks again until it is so; the test's own time limit is the bound. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
