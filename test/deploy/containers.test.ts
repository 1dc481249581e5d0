import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config.ts';
import { freePort, openMusterPlace } from '../support/muster-process.ts';
import { copiesOf, copyIntoImage, environmentOf, readStages } from './image-recipe.ts';
import { root } from './installation-guide.ts';

/** No image is built here: the files are read, and judged by what a build or a start would break at. */
const stages = readStages();
const last = stages.at(-1) ?? [];
const lastOf = (word: string) => last.findLast((instruction) => instruction.word === word)?.rest ?? '';

test('every image begins with a named release of Debian', () => {
  const beginnings = stages.map(([from]) => from?.rest.split(' ')[0]);
  expect(beginnings).toHaveLength(2);
  for (const image of beginnings) expect(image).toMatch(/^(debian|node):(\d+-)?bookworm-slim$/);
});

test('every file that is copied exists, those of the installation and those of the image', () => {
  const copied = stages.flatMap(copiesOf).map(({ from }) => from);
  expect(copied).toContain('package-lock.json');
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('what the image holds beside node_modules is enough to make a database, and no test is among it', async () => {
  const image = mkdtempSync(join(tmpdir(), 'muster-image-'));
  onTestFinished(() => rmSync(image, { recursive: true, force: true }));
  copyIntoImage(last, image);
  const files = readdirSync(image, { recursive: true, encoding: 'utf8' });
  symlinkSync(join(root, 'node_modules'), join(image, 'node_modules'));
  expect(files.filter((path) => /\.test(-child|-support)?\.ts$/.test(path))).toEqual([]);
  const place = await openMusterPlace();
  onTestFinished(() => place.remove());
  const program = [process.execPath, join(image, 'bin/muster.js')];
  expect(await place.run(['init'], { program })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Muster is ready on the embedded PostgreSQL'),
  });
}, 60_000);

test('the image runs as somebody who has a name and is not root, and owns the volume of the data', () => {
  const user = lastOf('USER');
  const made = last.find(({ word }) => word === 'RUN')?.rest ?? '';
  expect(user).not.toMatch(/^(root|0)?$/);
  expect(made).toMatch(new RegExp(`^useradd .* ${user} && install -d -o ${user} .* ${lastOf('VOLUME')}$`));
  expect(last.findIndex(({ word }) => word === 'USER')).toBeGreaterThan(
    last.findLastIndex(({ word }) => word === 'RUN' || word === 'COPY'),
  );
});

test('the settings of the image are allowed, and fit its volume and its port', () => {
  const config = loadConfig({ env: environmentOf(last), packageFolder: import.meta.dirname });
  expect(config.dataFolder).toBe(lastOf('VOLUME'));
  expect(config.listen).toEqual({ host: '0.0.0.0', port: Number(lastOf('EXPOSE')) });
});

test.each([
  ['answers', 200, 0],
  ['is not ready', 503, 1],
  ['is not there', undefined, 1],
])('the health check lets only a ready server pass: one that %s', async (_state, status, code) => {
  const [program, ...args] = wordsOf(last.find(({ word }) => word === 'HEALTHCHECK')?.rest ?? '');
  expect(program).toBe('node');
  const port = await freePort();
  const asked: unknown[] = [];
  if (status !== undefined) {
    const server = createServer((request, answer) => {
      asked.push(request.url);
      answer.writeHead(status).end();
    });
    await once(server.listen(port, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
  }
  const check = spawn(process.execPath, args, { env: { PORT: String(port) }, stdio: 'inherit' });
  expect(await once(check, 'exit')).toEqual([code, null]);
  expect(asked).toEqual(status === undefined ? [] : ['/readyz']);
});

test('the compose file names what it declares, opens no port to others and believes its own gateway alone', () => {
  const { services, networks, volumes } = readCompose('compose.yaml');
  expect(Object.keys(services)).toEqual(['muster']);
  const { muster } = services;
  expect(existsSync(join(root, 'deploy', muster.build.context, muster.build.dockerfile))).toBe(true);
  expect(muster.ports).toEqual([`127.0.0.1:8000:${lastOf('EXPOSE')}`]);
  expect(muster.volumes).toEqual([`${Object.keys(volumes)[0]}:${lastOf('VOLUME')}`]);
  expect(muster.networks).toEqual(Object.keys(networks));
  const [{ subnet, gateway }] = networks.muster.ipam.config;
  const [address, bits] = subnet.split('/');
  const net = new BlockList();
  net.addSubnet(address, Number(bits));
  expect(net.check(gateway)).toBe(true);
  expect(configOf(muster)).toMatchObject({ trustedProxies: [gateway], databaseUrl: null, smtpUrl: null });
});

test('the second compose file adds a PostgreSQL of a named release that is waited for, with one password for both', () => {
  const { services, volumes } = readCompose('compose.postgres.yaml');
  const { muster, postgres } = services;
  expect(postgres.image).toMatch(/^postgres:\d+-bookworm$/);
  expect(Number(/\d+/.exec(postgres.image)?.[0])).toBeGreaterThanOrEqual(15);
  expect(muster.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  expect(postgres.healthcheck.test).toContain('CMD-SHELL');
  const { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: database } = postgres.environment;
  expect(configOf(muster).databaseUrl).toBe(`postgres://${user}:${password}@postgres/${database}`);
  expect(postgres.volumes).toEqual([`${Object.keys(volumes)[0]}:/var/lib/postgresql/data`]);
  expect(postgres.networks).toEqual(readCompose('compose.yaml').services.muster.networks);
});

const wordsOf = (check: string): string[] => JSON.parse(check.slice(check.indexOf('CMD ') + 'CMD '.length));

/** With its variables as `docker compose` fills them in. */
function readCompose(name: string) {
  const text = readFileSync(join(root, 'deploy', name), 'utf8');
  return parse(text.replace(/\$\{(\w+):-([^}]*)\}/g, '$2').replace(/\$\{(\w+):\?[^}]*\}/g, 'secret1'));
}

function configOf(service: { environment: Record<string, string> }) {
  return loadConfig({
    env: { ...environmentOf(last), ...service.environment },
    packageFolder: import.meta.dirname,
  });
}
