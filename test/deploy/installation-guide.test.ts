import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, type TestContext, test, vi } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { until } from '../support/muster-process.ts';
import { readSteps, root } from './installation-guide.ts';
import {
  environment,
  giveToNginx,
  makeNginxMachine,
  missingNginx,
  type NginxMachine,
} from './nginx-machine.ts';

// The steps follow one another, and one installs 190 packages.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/**
 * The steps of `deploy/README.md`, on a machine below a folder: its paths are put before those of the commands, and
 * nothing else is changed but what the comments at `rewrite` say.
 */
const isRoot = process.getuid?.() === 0;
const steps = readSteps();
let machine: string;
let opt: string;
let nginx: NginxMachine;

beforeAll(async () => {
  machine = mkdtempSync(join(tmpdir(), 'muster-machine-'));
  chmodSync(machine, 0o755);
  opt = join(machine, 'opt/muster');
  for (const made of ['etc/systemd/system', 'opt', 'run/muster', 'var/lib'])
    mkdirSync(join(machine, made), { recursive: true });
  // A repository of another user is root's business here, not git's.
  writeFileSync(join(machine, 'gitconfig'), '[safe]\n\tdirectory = *\n');
  if (missingNginx() === undefined) nginx = await makeNginxMachine(machine);
});
afterAll(() => rmSync(machine, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));

test('the steps come in the order in which they are taken', () => {
  expect(steps.map(({ heading }) => heading)).toEqual([
    'Before you begin',
    'System user',
    'Clone',
    'Install',
    'Configure',
    'Initialise',
    'nginx',
    'systemd',
    'Status',
    'Logs',
    "HTTPS with Let's Encrypt",
    'Afterwards',
  ]);
});

test('System user', (context) => {
  const [useradd = '', ...rest] = commandsOf('System user');
  done(rest.map(rewrite));
  expect(statSync(join(machine, 'var/lib/muster')).mode & 0o777).toBe(0o700);
  if (!isRoot) context.skip('only root makes users');
  for (const file of ['passwd', 'group', 'shadow', 'gshadow']) writeFileSync(join(machine, 'etc', file), '');
  copyFileSync('/etc/login.defs', join(machine, 'etc/login.defs'));
  done([useradd.replace('useradd', `useradd --prefix ${machine}`)]);
  expect(readFileSync(join(machine, 'etc/passwd'), 'utf8')).toMatch(
    /^muster:x:\d{3}:\d{3}::\/var\/lib\/muster:\/usr\/sbin\/nologin$/m,
  );
  expect(readFileSync(join(machine, 'etc/group'), 'utf8')).toMatch(/^muster:x:\d{3}:$/m);
});

test('Clone', (context) => {
  if (!existsSync(join(root, '.git'))) {
    spreadOut();
    context.skip('these sources are no git repository; the next steps run on a copy');
  }
  done(commandsOf('Clone').map(rewrite));
  expect(existsSync(join(opt, 'deploy/README.md'))).toBe(true);
});

test('Install', (context) => {
  const [command = ''] = commandsOf('Install');
  // What npm has fetched before is enough; the registry is asked for nothing.
  const { status, stderr } = run([`${command} --offline`], opt);
  if (status !== 0 && /ENOTCACHED/.test(stderr)) {
    symlinkSync(join(root, 'node_modules'), join(opt, 'node_modules'));
    context.skip("npm's cache does not hold every package; the next steps run on the packages of this clone");
  }
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(existsSync(join(opt, 'node_modules/fastify'))).toBe(true);
  expect(existsSync(join(opt, 'node_modules/vitest'))).toBe(false);
});

test('Configure', () => {
  const loaded = () => loadConfig({ env: {}, packageFolder: opt });
  done(commandsOf('Configure').map(rewrite), opt);
  expect(statSync(join(opt, 'config.yml')).mode & 0o777).toBe(0o640);
  expect(loaded()).toMatchObject({
    dataFolder: '/var/lib/muster',
    rootDomain: 'muster.example.org',
    publicUrl: 'https://{host}',
    databaseUrl: null,
  });
  const text = readFileSync(join(opt, 'config.yml'), 'utf8');
  const open = text.replace(/^# (smtp_url|database_url): /gm, '$1: ');
  writeFileSync(join(opt, 'config.yml'), open);
  expect(loaded()).toMatchObject({
    smtpUrl: 'smtp://muster:password@mail.example.org:587',
    databaseUrl: 'postgres://muster:password@localhost/muster',
  });
  writeFileSync(join(opt, 'config.yml'), text.replaceAll('/var/lib/muster', `${machine}/var/lib/muster`));
});

test('Initialise', () => {
  const { stdout } = done(commandsOf('Initialise').map(rewrite), opt);
  expect(stdout).toContain('Muster is ready on the embedded PostgreSQL');
  expect(stdout).toContain('school.muster.example.org');
  expect(stdout).toContain('ok   secret');
  expect(stdout).not.toContain('BAD');
});

test('nginx', (context) => {
  skipWithoutNginx(context);
  const [copy = '', ...others] = commandsOf('nginx').map(rewrite);
  done([copy], opt);
  const site = join(machine, 'etc/nginx/sites-available/muster');
  writeFileSync(site, nginx.adapt(readFileSync(site, 'utf8'), join(machine, 'run/muster/socket')));
  done(others, opt);
  expect(readlinkSync(join(machine, 'etc/nginx/sites-enabled/muster'))).toBe(site);
});

test('systemd', (context) => {
  if (spawnSync('systemctl', ['--version']).status !== 0) context.skip('no systemctl on this machine');
  const commands = commandsOf('systemd').map(rewrite);
  const [copy = '', enable = ''] = commands.filter((command) => /^cp |systemctl .*enable /.test(command));
  done([copy, enable], opt);
  for (const link of ['sockets.target.wants/muster.socket', 'multi-user.target.wants/muster.service'])
    expect(readlinkSync(join(machine, 'etc/systemd/system', link))).toMatch(
      /^\/etc\/systemd\/system\/muster\.(socket|service)$/,
    );
  const unitsOf = (verb: string) =>
    commands.find((command) => command.includes(` ${verb} `))?.split(` ${verb} `)[1];
  expect(unitsOf('start')).toBe(unitsOf('enable'));
});

test('Status and Logs', async (context) => {
  skipWithoutNginx(context);
  for (const program of ['systemd-socket-activate', 'curl'])
    if (spawnSync(program, ['--version']).status !== 0) context.skip(`no ${program} on this machine`);
  const socket = join(machine, 'run/muster/socket');
  const stop = await startService(socket);
  onTestFinished(stop);
  giveToNginx(socket);
  await nginx.start();
  onTestFinished(() => nginx.stop());
  const ready = '{"status":"ready","problems":[]}';
  const curls = commandsOf('Status').filter((command) => command.startsWith('curl '));
  expect(curls).toHaveLength(2);
  expect(
    done(
      curls.map((command) => rewrite(command).replace('curl ', 'curl -sS ')),
      opt,
    ).stdout,
  ).toBe(ready + ready);
  const tail = commandsOf('Logs').find((command) => command.startsWith('tail ')) ?? '';
  expect(done([rewrite(tail)]).stdout).toBe('');
});

test('every command that this machine cannot run is one of apt, of a running systemd or of the certificate', () => {
  const ran = /^(useradd|install|git|cd|npm|runuser|cp|ln|nginx|curl|tail) |^systemctl enable /;
  const others = steps
    .filter(({ heading }) => heading !== 'Afterwards')
    .flatMap(({ commands }) => commands)
    .filter((command) => !ran.test(command));
  expect(others.filter((command) => !/^(apt-get|systemctl|journalctl|certbot) /.test(command))).toEqual([]);
});

function commandsOf(heading: string): readonly string[] {
  return steps.find((step) => step.heading === heading)?.commands ?? [];
}

function rewrite(command: string): string {
  const user = isRoot
    ? command.replaceAll('-o muster -g muster', '-o nobody -g nogroup')
    : withoutOwner(command);
  return (
    user
      // A user who is made for this would outlive it: who can enter as little as "muster" stands in.
      .replace('-g muster', '-g nogroup')
      .replace('runuser -u muster -- ', isRoot ? 'runuser -u nobody -- ' : '')
      .replaceAll('/opt/muster', opt)
      .replace('https://git.example.org/muster.git', root)
      .replaceAll(/(?<![\w.])\/(etc|var|run)\//g, `${machine}/$1/`)
      .replace('http://127.0.0.1/', `http://127.0.0.1:${nginx?.port}/`)
      // systemd does not run here; it reads and links units below a folder as well.
      .replace('systemctl enable', `systemctl --root=${machine} enable`)
      .replace(/^nginx /, `${nginx?.command} `)
  );
}

function withoutOwner(command: string): string {
  return command.replace(/ -o \w+ -g \w+/, '');
}

function run(commands: readonly string[], cwd = machine): SpawnSyncReturns<string> {
  const env = { ...environment(), GIT_CONFIG_GLOBAL: join(machine, 'gitconfig') };
  return spawnSync('/bin/sh', ['-ec', commands.join('\n')], { cwd, env, encoding: 'utf8' });
}

/** Fails where a command does. */
function done(commands: readonly string[], cwd?: string): SpawnSyncReturns<string> {
  const outcome = run(commands, cwd);
  if (outcome.status !== 0) throw new Error(`${commands.join('\n')}\n${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

function skipWithoutNginx(context: TestContext): void {
  const missing = missingNginx();
  if (missing !== undefined) context.skip(missing);
}

/** In place of the clone. */
function spreadOut(): void {
  mkdirSync(opt);
  const parts = ['bin', 'db', 'deploy', 'src', 'package.json', 'package-lock.json', '.npmrc'];
  done([`cp -R ${parts.join(' ')} ${opt}`], root);
}

/** As `systemctl start` would: the socket first, and the service for its first visitor. @returns what ends both */
async function startService(socket: string): Promise<() => Promise<void>> {
  const unit = readFileSync(join(opt, 'deploy/systemd/muster.service'), 'utf8');
  const line = /^ExecStart=(.*)$/m.exec(unit)?.[1]?.replaceAll('/opt/muster', opt).split(' ') ?? [];
  const asUser = isRoot ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'] : [];
  const service = spawn('systemd-socket-activate', ['-l', socket, ...asUser, ...line], {
    cwd: opt,
    stdio: 'ignore',
  });
  await until(() => existsSync(socket), 'the socket');
  return async () => {
    const ended = once(service, 'exit');
    service.kill('SIGTERM');
    await ended;
  };
}
