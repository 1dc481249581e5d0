import { Type } from 'typebox';
import { createLog } from '../log.ts';
import { systemRandom } from '../random.ts';
import { drain } from './drain.ts';
import { serveHealth } from './health.ts';
import { type ListenAddress, listen } from './listen.ts';
import { route } from './route.ts';
import { createServer } from './server.ts';
import { clientAddress } from './trusted-proxies.ts';

/** A server of its own process for the tests: `node listen.test-child.ts '<address as JSON>' <installation>`. */
const [, , address = '', installation = 'one'] = process.argv;
const server = createServer({ log: createLog({ level: 'silent' }).log, random: systemRandom });
serveHealth(server, { installation, version: '1' });
route(server, {
  method: 'GET',
  path: '/work',
  caller: 'anyone',
  summary: 'Who answers, after a turn of the loop',
  schema: {
    querystring: Type.Object({ ms: Type.Optional(Type.Integer()) }),
    response: { 200: Type.Object({ pid: Type.Integer(), from: Type.String() }) },
  },
  handler: async (request) => {
    await new Promise((resolve) => setTimeout(resolve, request.query.ms ?? 0));
    return { pid: process.pid, from: clientAddress(request) };
  },
});
process.once('SIGTERM', async () => {
  await drain(server, { idle: 300, bound: 10_000 });
  process.exit(0);
});
try {
  const parsed: ListenAddress = JSON.parse(address);
  process.stdout.write(`${JSON.stringify({ at: await listen(server, parsed, installation) })}\n`);
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ refused: error instanceof Error ? error.message : 'unknown' })}\n`,
  );
  process.exit(1);
}
