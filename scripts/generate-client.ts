import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { buildServer, servicesOf } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { openInstallation, packageFolder } from '../src/installation.ts';
import { openSeatsWatch } from '../src/modules/workshops/seats-watch.ts';
import { createLog } from '../src/platform/log.ts';

/**
 * `npm run generate:client`: builds the server without listening, takes the document of `/api/v1` and writes the types
 * of the pages' client. With `--check` it writes nothing and fails where they differ.
 */
const file = join(packageFolder, 'web/src/api/schema.generated.ts');
const types = await makeTypes(await readDocument());
if (!process.argv.includes('--check')) {
  await writeFile(file, types);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== types) {
  console.error('web/src/api/schema.generated.ts is not what /api/v1 says. Run npm run generate:client.');
  process.exitCode = 1;
}

/** The OpenAPI document with the paths of `/api/v1` only. */
async function readDocument(): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-client-'));
  const config = loadConfig({ env: { MUSTER_DATA: folder }, packageFolder: folder });
  const { log } = createLog({ level: 'silent' });
  const installation = await openInstallation(config, { log });
  const seats = openSeatsWatch({ warn: () => undefined });
  try {
    const services = servicesOf(installation, seats);
    const server = await buildServer({ log, services, installation: 'client', config });
    const { body } = await server.inject({ url: '/api/docs/json', headers: { host: 'localhost' } });
    await server.close();
    const document: Record<string, unknown> = JSON.parse(body);
    const paths = Object.entries(document.paths ?? {}).filter(([path]) => path.startsWith('/api/v1/'));
    return { ...document, paths: Object.fromEntries(paths) };
  } finally {
    seats.close();
    await installation.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeTypes(document: Record<string, unknown>): Promise<string> {
  const text = astToString(await openapiTypescript(JSON.stringify(document)));
  return `// Made by \`npm run generate:client\` from the document of /api/v1; do not edit.\n\n${text}`;
}
