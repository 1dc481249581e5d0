import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Config, loadConfig, settings } from './config.ts';

let packageFolder: string;

beforeEach(() => {
  packageFolder = mkdtempSync(join(tmpdir(), 'muster-config-'));
});

afterEach(() => rmSync(packageFolder, { recursive: true }));

const load = (env: Record<string, string>, yaml?: string): Config => {
  if (yaml !== undefined) writeFileSync(join(packageFolder, 'config.yml'), yaml);
  return loadConfig({ env, packageFolder });
};

test('without any setting it is the embedded database, loopback port 8000 and the documented throttles', () => {
  expect(load({})).toEqual({
    dataFolder: join(packageFolder, 'data'),
    databaseUrl: null,
    pgBin: null,
    runAs: null,
    listen: { host: '127.0.0.1', port: 8000 },
    publicUrl: null,
    rootDomain: 'localhost',
    secret: null,
    smtpUrl: null,
    mailFrom: { name: 'Muster', address: 'no-reply@localhost' },
    trustedProxies: [],
    allowedOrigins: [],
    init: { adminPassword: null, adminHash: null, demo: false },
    metrics: { listen: null, token: null },
    log: { level: 'info', file: null },
    signUp: 'confirmation',
    invitationDays: 1,
    jwtKey: 1,
    jwtAlgorithm: 'HS256',
    throttles: {
      tahoe: { hits: 60, seconds: 60 },
      v0_bulk: { hits: 40, seconds: 60 },
      v0_bulk_staff: { hits: 120, seconds: 60 },
      codes: { hits: 6, seconds: 60 },
      login: { hits: 10, seconds: 60 },
      reset: { hits: 5, seconds: 60 },
      sign_up: { hits: 60, seconds: 60 },
      feeds: { hits: 600, seconds: 60 },
      v1: { hits: 1200, seconds: 60 },
    },
    bodyLimit: 1_048_576,
    requestTimeout: 60_000,
    worker: true,
    dev: false,
    debug: false,
    notices: [],
  });
});

test('the file sets what the environment does not, and the environment wins', () => {
  const yaml = 'port: 9000\nroot_domain: File.Example\nlog:\n  level: debug\n  file: muster.txt\n';
  const config = load({ PORT: '9001', MUSTER_LOG_LEVEL: '', MUSTER_REQUIRE: 'all' }, yaml);
  expect(config.listen).toEqual({ host: '127.0.0.1', port: 9001 });
  expect(config.rootDomain).toBe('file.example');
  expect(config.log).toEqual({ level: 'debug', file: join(packageFolder, 'muster.txt') });
});

test('a value means the same in both places', () => {
  const fromEnv = load({
    MUSTER_TRUSTED_PROXIES: '10.0.0.7, fd00::/8',
    MUSTER_WORKER: 'No',
    MUSTER_THROTTLE: 'off',
    MUSTER_METRICS_LISTEN: '[::1]:9464',
    MUSTER_METRICS_TOKEN: 'a-token-of-twenty-chars',
    MUSTER_MAIL_FROM: 'Harbour School <desk@example.org>',
    MUSTER_ALLOWED_ORIGIN: 'https://Workshops.example.org/, http://127.0.0.1:4200',
    MUSTER_ADMIN_PASSWORD: 'Correct4Horse',
    MUSTER_DEMO: 'yes',
  });
  const yaml = `
    trusted_proxies: [10.0.0.7, "fd00::/8"]
    worker: false
    throttle: off
    metrics: { listen: "[::1]:9464", token: a-token-of-twenty-chars }
    mail_from: Harbour School <desk@example.org>
    allowed_origin: [https://workshops.example.org, "http://127.0.0.1:4200"]
    admin_password: Correct4Horse
    demo: true`;
  expect(load({}, yaml)).toEqual(fromEnv);
  expect(fromEnv).toMatchObject({
    trustedProxies: ['10.0.0.7', 'fd00::/8'],
    worker: false,
    throttles: null,
    mailFrom: { name: 'Harbour School', address: 'desk@example.org' },
    metrics: { listen: { host: '::1', port: 9464 } },
    allowedOrigins: ['https://workshops.example.org', 'http://127.0.0.1:4200'],
    init: { adminPassword: 'Correct4Horse', demo: true },
  });
});

test('one throttle may be changed without naming the others', () => {
  const { throttles } = load({}, 'throttles:\n  login: 3/h\n');
  expect(throttles?.login).toEqual({ hits: 3, seconds: 3600 });
  expect(throttles?.tahoe).toEqual({ hits: 60, seconds: 60 });
});

test.each([
  [
    'a socket in the environment beats a port',
    { MUSTER_LISTEN: 'unix:/run/a', PORT: '1' },
    '',
    { unix: '/run/a' },
  ],
  [
    'a port in the environment beats a socket in the file',
    { PORT: '81' },
    'listen: unix:/run/b',
    { port: 81 },
  ],
  ['a socket in the file beats a port in the file', {}, 'listen: unix:/run/b\nport: 82', { unix: '/run/b' }],
  ['a socket of systemd beats the file', { LISTEN_FDS: '1' }, 'port: 82', { inherited: true }],
  [
    'a socket meant for another process is not taken',
    { LISTEN_FDS: '1', LISTEN_PID: '1' },
    '',
    { port: 8000 },
  ],
])('%s', (_name, env, yaml, door) => {
  expect(load(env, yaml).listen).toMatchObject(door);
});

test.each<[string, Record<string, string>, string, string]>([
  ['a bad number', { PORT: 'eighty' }, '', 'PORT is "eighty"; allowed: a whole number from 0 to 65535.'],
  ['a number out of range', { PORT: '65536' }, '', 'PORT is 65536; allowed: a whole number from 0 to 65535.'],
  ['a bad boolean', { MUSTER_WORKER: 'maybe' }, '', 'MUSTER_WORKER is "maybe"; allowed: true or false.'],
  [
    'a misspelt variable',
    { MUSTER_ROTDOMAIN: 'x' },
    '',
    'MUSTER_ROTDOMAIN is no setting; allowed: MUSTER_DATA, MUSTER_RUN_AS,',
  ],
  [
    'a misspelt key',
    {},
    'prot: 1',
    'prot in <folder>/config.yml is no setting; allowed: data_folder, database_url,',
  ],
  [
    'a misspelt inner key',
    {},
    'throttles: { loggin: 1/min }',
    'throttles.loggin in <folder>/config.yml is no setting; allowed below throttles: tahoe,',
  ],
  [
    'a bad inner value',
    {},
    'throttles: { login: 0/min }',
    'throttles.login in <folder>/config.yml is "0/min"; allowed: a number a minute, such as 60/min',
  ],
  [
    'a value for a group',
    {},
    'log: debug',
    'log in <folder>/config.yml is "debug"; allowed: the keys level, file below',
  ],
  [
    'a list for a text',
    {},
    'host: [a, b]',
    'host in <folder>/config.yml is ["a","b"]; allowed: an address of this',
  ],
  ['a file that is no YAML', {}, 'port: 1\n  host: 2', '<folder>/config.yml, line 1, is no YAML: '],
  [
    'a file without keys',
    {},
    'hello',
    '<folder>/config.yml holds no keys; allowed: lines such as "port: 8000".',
  ],
  [
    'another database',
    { DATABASE_URL: 'mysql://root:hunter2@db/muster' },
    '',
    'DATABASE_URL is a URL mysql://…; allowed: postgres://user:password@host/database (Muster keeps its data in PostgreSQL only',
  ],
  [
    'an origin with a path',
    { MUSTER_ALLOWED_ORIGIN: 'https://a.example/app' },
    '',
    'MUSTER_ALLOWED_ORIGIN is ["https://a.example/app"]; allowed: one or several of scheme, host and port',
  ],
  [
    'an origin with a port that is none',
    { MUSTER_ALLOWED_ORIGIN: 'https://a.example:99999' },
    '',
    'allowed_origin: "https://a.example:99999" is no origin such as',
  ],
  [
    'a bad proxy',
    { MUSTER_TRUSTED_PROXIES: '10.0.0.0/33' },
    '',
    'trusted_proxies: "10.0.0.0/33" is no IP address',
  ],
  [
    'a port of metrics out of range',
    { MUSTER_METRICS_LISTEN: 'x:70000' },
    '',
    'metrics.listen is "x:70000"; allowed:',
  ],
  ['several sockets', { LISTEN_FDS: '2' }, '', 'LISTEN_FDS is "2"; allowed: 1, a single socket'],
  [
    'a strange placeholder',
    { MUSTER_PUBLIC_URL: 'https://{site}' },
    '',
    'MUSTER_PUBLIC_URL is "https://{site}"; allowed:',
  ],
])('%s stops the start with the key, what was found and what is allowed', (_name, env, yaml, sentence) => {
  expect(() => load(env, yaml)).toThrow(sentence.replaceAll('<folder>', packageFolder));
});

test('all faults are told at once', () => {
  const told = tellFaults({ PORT: 'x', MUSTER_DEV: 'perhaps' }, 'run_as: a b');
  expect(told.map((sentence) => sentence.split(' ')[0])).toEqual(['run_as', 'PORT', 'MUSTER_DEV']);
});

test('a secret is never shown, neither in the environment nor in the file', () => {
  const told = tellFaults(
    { MUSTER_SECRET: 'too-short-hunter2', SMTP_URL: 'http://user:hunter2@mail' },
    'metrics: { token: "hunter2 hunter2" }',
  ).join('\n');
  expect(told).toContain(
    'MUSTER_SECRET is a text of 17 characters (not shown); allowed: a text of at least 32',
  );
  expect(told).toContain('SMTP_URL is a URL http://…;');
  expect(told).not.toContain('hunter2');
});

test('the file is looked for where MUSTER_CONFIG says, beside package.json, then in the data folder', () => {
  const data = join(packageFolder, 'elsewhere');
  mkdirSync(data);
  writeFileSync(join(data, 'config.yml'), 'port: 1');
  expect(load({ MUSTER_DATA: data }).listen).toMatchObject({ port: 1 });
  expect(load({ MUSTER_DATA: data }, 'port: 2').listen).toMatchObject({ port: 2 });
  writeFileSync(join(packageFolder, 'third.yml'), 'port: 3');
  expect(load({ MUSTER_DATA: data, MUSTER_CONFIG: join(packageFolder, 'third.yml') }).listen).toMatchObject({
    port: 3,
  });
  expect(() => load({ MUSTER_CONFIG: '/nowhere/config.yml' })).toThrow(
    /^The configuration \/nowhere\/config.yml cannot be read/,
  );
});

test('the configuration cannot be changed afterwards', () => {
  const config = load({});
  expect(Object.isFrozen(config) && Object.isFrozen(config.throttles?.login)).toBe(true);
});

test('the table of docs/configuration.md names every setting with its variable', () => {
  const table = readFileSync(join(import.meta.dirname, '../docs/configuration.md'), 'utf8');
  for (const { keys, env } of settings) {
    expect(table).toContain(`| \`${keys.join('.')}\` | ${env ? `\`${env}\`` : '—'} |`);
  }
});

function tellFaults(env: Record<string, string>, yaml?: string): string[] {
  try {
    load(env, yaml);
  } catch (error) {
    if (error instanceof Error) return error.message.split('\n');
  }
  return [];
}
