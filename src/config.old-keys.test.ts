import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Config, loadConfig } from './config.ts';

let packageFolder: string;

beforeEach(() => {
  packageFolder = mkdtempSync(join(tmpdir(), 'muster-config-'));
});

afterEach(() => rmSync(packageFolder, { recursive: true }));

const load = (env: Record<string, string>, yaml: string): Config => {
  writeFileSync(join(packageFolder, 'config.yml'), yaml);
  return loadConfig({ env, packageFolder });
};

const oldHash = '$pbkdf2-sha256$29000$Ey8yK9xG.OMmwRdWpxNhAw$59LPzue.FbvjJg/Ug7bDWelpap4R3mAgcdUqDbMOO6s';
const oldSecret = 'an old secret of more than thirty-two characters';

test('the six keys of an old workshops installation are read under their old names', () => {
  const yaml = `
    app:
      allowed_origin: http://127.0.0.1:4200
      db_connectionstring: postgresql+psycopg2://amy:s%40fe@db:5433/workshops?sslmode=require
      jwt_secret: ${oldSecret}
      enable_proxyfix: true
    init:
      admin_identity: ${oldHash}
      add_testdata: true`;
  expect(load({}, yaml)).toMatchObject({
    allowedOrigins: ['http://127.0.0.1:4200'],
    databaseUrl: 'postgres://amy:s%40fe@db:5433/workshops?sslmode=require',
    secret: oldSecret,
    trustedProxies: ['127.0.0.0/8', '::1'],
    init: { adminPassword: null, adminHash: oldHash, demo: true },
    notices: [],
  });
  expect(load({}, 'app: { enable_proxyfix: false }').trustedProxies).toEqual([]);
});

test('names of ours win over the old ones, in the file and in the environment', () => {
  const yaml = `
    trusted_proxies: [10.0.0.7]
    allowed_origin: https://new.example.org
    secret: a new secret of more than thirty-two characters
    demo: false
    app:
      allowed_origin: http://127.0.0.1:4200
      db_connectionstring: sqlite:////data/db/workshops.db
      jwt_secret: default_jwt_secret_change_me_please
      enable_proxyfix: true
    init: { add_testdata: true }`;
  expect(load({ DATABASE_URL: 'postgres://new@db/muster' }, yaml)).toMatchObject({
    allowedOrigins: ['https://new.example.org'],
    databaseUrl: 'postgres://new@db/muster',
    secret: 'a new secret of more than thirty-two characters',
    trustedProxies: ['10.0.0.7'],
    init: { demo: false },
    notices: [],
  });
});

test('an SQLite database means the embedded PostgreSQL, and that is said', () => {
  const { databaseUrl, notices } = load(
    {},
    'app: { db_connectionstring: "sqlite:////data/db/workshops.db" }',
  );
  expect(databaseUrl).toBe(null);
  expect(notices).toEqual([
    `app.db_connectionstring in ${packageFolder}/config.yml names an SQLite database: Muster keeps its data in a ` +
      `PostgreSQL of its own in ${packageFolder}/data instead. docs/moving-in.md says how the old data come along.`,
  ]);
});

test.each([
  ['default_jwt_secret_change_me_please', 'is the published placeholder'],
  ['hunter2', 'has 7 characters where 32 are the least'],
])('the old secret %s is not used, and that is said', (secret, fault) => {
  const config = load({}, `app: { jwt_secret: ${secret} }`);
  expect(config.secret).toBe(null);
  expect(config.notices).toEqual([
    `app.jwt_secret in ${packageFolder}/config.yml ${fault} and is not used: the secret is the one in ` +
      `${packageFolder}/data/secret. Take the line out.`,
  ]);
});

test.each<[string, string, string]>([
  [
    'another database under its old name',
    'app: { db_connectionstring: "mysql+pymysql://root:hunter2@db/workshops" }',
    'app.db_connectionstring in <folder>/config.yml is a URL mysql+pymysql://…; allowed: postgresql://user:password@host/database, ' +
      'or sqlite:///… for the embedded PostgreSQL (Muster keeps its data in PostgreSQL only).',
  ],
  [
    'Oracle',
    'app: { db_connectionstring: "oracle://scott:tiger@db/x" }',
    'config.yml is a URL oracle://…; allowed: postgresql://',
  ],
  [
    'a password in clear where its hash belongs',
    'init: { admin_identity: hunter2 }',
    "init.admin_identity in <folder>/config.yml is a text of 7 characters (not shown); allowed: a hash of passlib's",
  ],
])('%s stops the start with the key, what was found and what is allowed', (_name, yaml, sentence) => {
  expect(() => load({}, yaml)).toThrow(sentence.replaceAll('<folder>', packageFolder));
});
