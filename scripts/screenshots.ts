import { join } from 'node:path';
import { startVitest } from 'vitest/node';

/**
 * `npm run screenshots`: pictures of every page at 360, 768 and 1440 pixels in `screenshots/`, from a server with a
 * filled tenant. `-- people` only of pages whose path contains one of the words; `-- --readme` makes `docs/pictures`.
 */
const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
process.env.MUSTER_SCREENSHOTS = words.join(' ');
const vitest = await startVitest('test', [], {
  root,
  watch: false,
  include: ['scripts/screenshots/pictures.ts'],
  testTimeout: 900_000,
});
await vitest.close();
