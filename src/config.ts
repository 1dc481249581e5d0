// Long because every setting stands here once, with its variable, its form and the words for what is allowed.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { readSqlalchemyUrl } from './platform/database/sqlalchemy-url.ts';
import { trustedPeers } from './platform/http/trusted-proxies.ts';
import type { LogLevel } from './platform/log.ts';
import { listSettings, readSettings, type Setting, type SettingOptions } from './platform/settings.ts';
import type { Limit } from './platform/throttle.ts';

/** Everything an operator can set, checked and frozen. Made by `loadConfig`; `docs/configuration.md` describes each. */
export interface Config {
  readonly dataFolder: string;
  /** Null: the embedded PostgreSQL below the data folder. */
  readonly databaseUrl: string | null;
  readonly pgBin: string | null;
  readonly runAs: string | null;
  readonly listen:
    | { readonly host: string; readonly port: number }
    | { readonly unix: string }
    | { readonly inherited: true };
  /** May hold `{host}` and `{port}`. */
  readonly publicUrl: string | null;
  readonly rootDomain: string;
  /** Null: the file `secret` of the data folder. */
  readonly secret: string | null;
  readonly smtpUrl: string | null;
  /** Sender of letters where the site names none. */
  readonly mailFrom: { readonly name: string; readonly address: string };
  readonly trustedProxies: readonly string[];
  /** Of pages that may call the APIs from a browser: `https://workshops.example.org`. A site may have its own. */
  readonly allowedOrigins: readonly string[];
  /** What only `muster init` reads. */
  readonly init: {
    readonly adminPassword: string | null;
    /** Of passlib; counts where no password is given. */
    readonly adminHash: string | null;
    readonly demo: boolean;
  };
  readonly metrics: {
    readonly listen: { readonly host: string; readonly port: number } | null;
    readonly token: string | null;
  };
  readonly log: { readonly level: LogLevel; readonly file: string | null };
  /** Null: throttling is off. */
  readonly throttles: Readonly<Record<ThrottleName, Limit>> | null;
  /** Who may open a tenant of their own, and what makes it active. */
  readonly signUp: 'confirmation' | 'approval' | 'closed';
  /** Days an invitation may be accepted. */
  readonly invitationDays: number;
  /** Which key signs JWTs, counted from 1. */
  readonly jwtKey: number;
  /** HS256: by a key that only this installation has. Else others can judge JWTs by `/.well-known/jwks.json`. */
  readonly jwtAlgorithm: 'HS256' | 'EdDSA' | 'RS256';
  /** Bytes of a request's body. */
  readonly bodyLimit: number;
  /** Milliseconds within which a request must have arrived whole. */
  readonly requestTimeout: number;
  /** Whether `muster serve` does the jobs of the queue itself. */
  readonly worker: boolean;
  readonly dev: boolean;
  /** Errors are shown with their trace. */
  readonly debug: boolean;
  /** Old keys of `config.yml` that were understood otherwise than they were meant, a sentence each. */
  readonly notices: readonly string[];
}

/** A stop of the start: one sentence for each setting that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** How often each thing may be done (ruling "Throttles"). */
const usualThrottles = {
  tahoe: '60/min',
  v0_bulk: '40/min',
  v0_bulk_staff: '120/min',
  codes: '6/min',
  login: '10/min',
  reset: '5/min',
  sign_up: '60/min',
  feeds: '600/min',
  v1: '1200/min',
} as const;
type ThrottleName = keyof typeof usualThrottles;

const text = (options: SettingOptions & { pattern?: string; minLength?: number }) =>
  Type.Optional(Type.String(options));
const flag = (env: string) => Type.Optional(Type.Boolean({ env, description: 'true or false' }));
const count = (options: SettingOptions & { minimum: number; maximum: number }) =>
  Type.Optional(Type.Integer(options));
const origins = (options: Partial<SettingOptions>) =>
  Type.Optional(
    Type.Array(Type.String({ pattern: '^https?://[A-Za-z0-9.:[\\]-]+/?$' }), {
      description: 'one or several of scheme, host and port, such as https://workshops.example.org',
      ...options,
    }),
  );
const limit = text({
  pattern: '^[1-9][0-9]{0,8}/(s|min|h)$',
  description: 'a number a minute, such as 60/min (or /s, /h)',
});

const Settings = Type.Object(
  {
    data_folder: text({ env: 'MUSTER_DATA', path: true, description: 'a folder' }),
    database_url: text({
      env: 'DATABASE_URL',
      secret: true,
      pattern: '^postgres(ql)?://',
      description:
        'postgres://user:password@host/database (Muster keeps its data in PostgreSQL only; without it an embedded one)',
    }),
    pg_bin: text({ env: 'PGBIN', path: true, description: 'the folder of the programs initdb and postgres' }),
    run_as: text({
      env: 'MUSTER_RUN_AS',
      pattern: '^[\\w.-]+\\$?$',
      description: 'the name or number of a user',
    }),
    host: text({
      env: 'HOST',
      pattern: '^[\\w.:%-]+$',
      description: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0',
    }),
    port: count({
      env: 'PORT',
      minimum: 0,
      maximum: 65_535,
      description: 'a whole number from 0 to 65535',
    }),
    listen: text({
      env: 'MUSTER_LISTEN',
      pattern: '^unix:/.+$',
      description: 'unix: and the full path of a socket, such as unix:/run/muster/socket',
    }),
    public_url: text({
      env: 'MUSTER_PUBLIC_URL',
      pattern: '^https?://([^\\s{}]|\\{host\\}|\\{port\\})+$',
      description:
        'an address such as https://{host}, in which {host} and {port} stand for those of the site',
    }),
    root_domain: text({
      env: 'MUSTER_ROOT_DOMAIN',
      pattern: '^[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$',
      description: 'a domain such as muster.example.org',
    }),
    secret: text({
      env: 'MUSTER_SECRET',
      secret: true,
      minLength: 32,
      description: 'a text of at least 32 characters',
    }),
    smtp_url: text({
      env: 'SMTP_URL',
      secret: true,
      pattern: '^smtps?://[^\\s/]',
      description: 'smtp://user:password@host:587 or smtps://…',
    }),
    mail_from: text({
      env: 'MUSTER_MAIL_FROM',
      pattern: '^([^<>@\\r\\n]+ <[^\\s@<>]+@[^\\s@<>]+>|[^\\s@<>]+@[^\\s@<>]+)$',
      description: 'an e-mail address, or a name and an address as in Muster <muster@example.org>',
    }),
    trusted_proxies: Type.Optional(
      Type.Array(Type.String(), {
        env: 'MUSTER_TRUSTED_PROXIES',
        description: 'IP addresses and ranges, such as 10.0.0.7, 192.168.0.0/16',
      }),
    ),
    allowed_origin: origins({ env: 'MUSTER_ALLOWED_ORIGIN' }),
    admin_password: text({
      env: 'MUSTER_ADMIN_PASSWORD',
      secret: true,
      description: 'a text of at least 10 characters with a capital, a small letter and a digit',
    }),
    demo: flag('MUSTER_DEMO'),
    metrics: Type.Optional(
      Type.Object({
        listen: text({
          env: 'MUSTER_METRICS_LISTEN',
          pattern: '^(\\[[0-9a-fA-F:]+\\]|[\\w.-]+):[0-9]{1,5}$',
          description: 'an address and a port, such as 127.0.0.1:9464',
        }),
        token: text({
          env: 'MUSTER_METRICS_TOKEN',
          secret: true,
          pattern: '^\\S{16,}$',
          description: 'a text of at least 16 characters without blanks',
        }),
      }),
    ),
    log: Type.Optional(
      Type.Object({
        level: Type.Optional(
          Type.Enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
            env: 'MUSTER_LOG_LEVEL',
            description: 'silent, fatal, error, warn, info, debug or trace',
          }),
        ),
        file: text({ env: 'MUSTER_LOG_FILE', path: true, description: 'a file' }),
      }),
    ),
    throttle: flag('MUSTER_THROTTLE'),
    throttles: Type.Optional(
      Type.Object({
        tahoe: limit,
        v0_bulk: limit,
        v0_bulk_staff: limit,
        codes: limit,
        login: limit,
        reset: limit,
        sign_up: limit,
        feeds: limit,
        v1: limit,
      }),
    ),
    sign_up: Type.Optional(
      Type.Enum(['confirmation', 'approval', 'closed'], {
        env: 'MUSTER_SIGN_UP',
        description: 'confirmation, approval or closed',
      }),
    ),
    invitation_days: count({
      env: 'MUSTER_INVITATION_DAYS',
      minimum: 1,
      maximum: 365,
      description: 'a whole number of days from 1 to 365',
    }),
    jwt_key: count({
      env: 'MUSTER_JWT_KEY',
      minimum: 1,
      maximum: 1_000_000,
      description: 'a whole number from 1 to 1000000',
    }),
    jwt_algorithm: Type.Optional(
      Type.Enum(['HS256', 'EdDSA', 'RS256'], {
        env: 'MUSTER_JWT_ALGORITHM',
        description: 'HS256, EdDSA or RS256',
      }),
    ),
    body_limit: count({
      env: 'MUSTER_BODY_LIMIT',
      minimum: 1024,
      maximum: 1_073_741_824,
      description: 'a whole number of bytes from 1024 to 1073741824',
    }),
    request_timeout: count({
      env: 'MUSTER_REQUEST_TIMEOUT',
      minimum: 1000,
      maximum: 3_600_000,
      description: 'a whole number of milliseconds from 1000 to 3600000',
    }),
    worker: flag('MUSTER_WORKER'),
    dev: flag('MUSTER_DEV'),
    debug: flag('MUSTER_DEBUG'),
    app: Type.Optional(
      Type.Object({
        allowed_origin: origins({}),
        db_connectionstring: text({
          secret: true,
          pattern: '^(postgres(ql)?|sqlite)(\\+\\w+)?://',
          description:
            'postgresql://user:password@host/database, or sqlite:///… for the embedded PostgreSQL ' +
            '(Muster keeps its data in PostgreSQL only)',
        }),
        jwt_secret: text({ secret: true, description: 'a text' }),
        enable_proxyfix: Type.Optional(Type.Boolean({ description: 'true or false' })),
      }),
    ),
    init: Type.Optional(
      Type.Object({
        admin_identity: text({
          secret: true,
          pattern: '^\\$pbkdf2-sha256\\$[1-9]\\d{0,6}\\$[A-Za-z0-9./]+\\$[A-Za-z0-9./]+$',
          description: "a hash of passlib's pbkdf2_sha256, such as $pbkdf2-sha256$29000$…",
        }),
        add_testdata: Type.Optional(Type.Boolean({ description: 'true or false' })),
      }),
    ),
  },
  { additionalProperties: false },
);

/** Every setting, for the table of `docs/configuration.md` and for `muster doctor`. */
export const settings: readonly Setting[] = listSettings(Settings);

export interface ConfigSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly packageFolder: string;
}

/**
 * Reads the environment and `config.yml`; the environment wins. Throws a `ConfigError` that names every unknown key and
 * every bad value, with what was found and what is allowed; secrets are never shown.
 */
export function loadConfig({ env, packageFolder }: ConfigSource): Config {
  const file = findFile(env, packageFolder);
  const strangers = /^MUSTER_(CONFIG$|REQUIRE$|TEST_|BENCH_)/;
  const read = readSettings(Settings, { env, file, prefix: 'MUSTER_', strangers });
  if ('faults' in read) throw new ConfigError(read.faults.join('\n'));
  const { values, used } = read;
  const { metrics, log } = values;
  const rootDomain = values.root_domain?.toLowerCase() ?? 'localhost';
  const dataFolder = values.data_folder ?? join(packageFolder, 'data');
  const old = understandOld(values, { dataFolder, file: file?.path ?? '' });
  return freeze({
    dataFolder,
    databaseUrl: values.database_url ?? old.databaseUrl,
    pgBin: values.pg_bin ?? null,
    runAs: values.run_as ?? null,
    listen: chooseDoor(values, used, env),
    publicUrl: values.public_url ?? null,
    rootDomain,
    secret: values.secret ?? old.secret,
    smtpUrl: values.smtp_url ?? null,
    mailFrom: toMailbox(values.mail_from ?? `no-reply@${rootDomain}`),
    trustedProxies: requireProxies(values.trusted_proxies ?? old.trustedProxies),
    allowedOrigins: (values.allowed_origin ?? values.app?.allowed_origin ?? []).map(toOrigin),
    init: {
      adminPassword: values.admin_password ?? null,
      adminHash: values.init?.admin_identity ?? null,
      demo: values.demo ?? values.init?.add_testdata ?? false,
    },
    metrics: { listen: metrics?.listen ? hostAndPort(metrics.listen) : null, token: metrics?.token ?? null },
    log: { level: log?.level ?? 'info', file: log?.file ?? null },
    throttles: values.throttle === false ? null : chooseThrottles(values.throttles ?? {}),
    signUp: values.sign_up ?? 'confirmation',
    invitationDays: values.invitation_days ?? 1,
    jwtKey: values.jwt_key ?? 1,
    jwtAlgorithm: values.jwt_algorithm ?? 'HS256',
    bodyLimit: values.body_limit ?? 1_048_576,
    requestTimeout: values.request_timeout ?? 60_000,
    worker: values.worker ?? true,
    dev: values.dev ?? false,
    debug: values.debug ?? false,
    notices: old.notices,
  });
}

/** The configuration of this process. The only place that reads `process.env`. Throws as `loadConfig`. */
export function loadOwnConfig(packageFolder: string): Config {
  return loadConfig({ env: process.env, packageFolder });
}

/** Whether traces are wanted, readable also when the configuration itself is what is wrong. */
export function wantsTraces(): boolean {
  return /^(1|true|yes|on)$/i.test(process.env.MUSTER_DEBUG ?? '');
}

/** The file named by MUSTER_CONFIG, else `config.yml` beside package.json, else in the data folder, else none. */
function findFile(env: ConfigSource['env'], packageFolder: string): { path: string; text: string } | null {
  const named = env.MUSTER_CONFIG?.trim();
  const dataFolder = env.MUSTER_DATA?.trim() || join(packageFolder, 'data');
  const usual = [packageFolder, dataFolder].map((folder) => resolve(folder, 'config.yml'));
  const path = named ? resolve(named) : usual.find((candidate) => existsSync(candidate));
  if (path === undefined) return null;
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`The configuration ${path} cannot be read: ${why}.`);
  }
}

/** Stands in the configuration that the ancestor of the workshops API is shipped with (contract workshops §9). */
const publishedSecret = 'default_jwt_secret_change_me_please';

/** The keys of the ancestor's `config.yml` that are not simply another name of ours. Ours win. */
function understandOld(
  { app = {}, ...ours }: Static<typeof Settings>,
  { dataFolder, file }: { dataFolder: string; file: string },
): Pick<Config, 'databaseUrl' | 'secret' | 'trustedProxies' | 'notices'> {
  const notices: string[] = [];
  const url = ours.database_url === undefined ? app.db_connectionstring : undefined;
  const database = url === undefined ? null : readSqlalchemyUrl(url);
  if (database === 'sqlite') {
    notices.push(
      `app.db_connectionstring in ${file} names an SQLite database: Muster keeps its data in a PostgreSQL of its own in ` +
        `${dataFolder} instead. docs/moving-in.md says how the old data come along.`,
    );
  }
  const secret = app.jwt_secret ?? null;
  const fault = ours.secret === undefined && secret !== null ? faultOfSecret(secret) : null;
  if (fault !== null) {
    notices.push(
      `app.jwt_secret in ${file} ${fault} and is not used: the secret is the one in ${join(dataFolder, 'secret')}. ` +
        'Take the line out.',
    );
  }
  return {
    databaseUrl: database === 'sqlite' ? null : database,
    secret: fault === null ? secret : null,
    // The ancestor believed everybody; a proxy elsewhere is named in trusted_proxies.
    trustedProxies: app.enable_proxyfix === true ? ['127.0.0.0/8', '::1'] : [],
    notices,
  };
}

function faultOfSecret(secret: string): string | null {
  if (secret === publishedSecret) return 'is the published placeholder';
  return secret.length < 32 ? `has ${secret.length} characters where 32 are the least` : null;
}

function toOrigin(text: string): string {
  if (URL.canParse(text)) return new URL(text).origin;
  throw new ConfigError(`allowed_origin: "${text}" is no origin such as https://workshops.example.org.`);
}

/** MUSTER_LISTEN, else a socket that systemd opened, else HOST and PORT; the environment before the file. */
function chooseDoor(
  values: Static<typeof Settings>,
  used: ReadonlySet<string>,
  env: ConfigSource['env'],
): Config['listen'] {
  const unix = values.listen?.slice('unix:'.length);
  if (unix && used.has('MUSTER_LISTEN')) return { unix };
  if (isHandedOver(env)) return { inherited: true };
  if (unix && !used.has('HOST') && !used.has('PORT')) return { unix };
  return { host: values.host ?? '127.0.0.1', port: values.port ?? 8000 };
}

/** systemd names the process its sockets are for; a child of that process must not take them for its own. */
function isHandedOver({ LISTEN_FDS: sockets, LISTEN_PID: pid }: ConfigSource['env']): boolean {
  if (!sockets || sockets === '0' || (pid && pid !== String(process.pid))) return false;
  if (sockets !== '1')
    throw new ConfigError(`LISTEN_FDS is "${sockets}"; allowed: 1, a single socket of systemd.`);
  return true;
}

function requireProxies(proxies: readonly string[]): readonly string[] {
  try {
    trustedPeers(proxies, () => false);
    return proxies;
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
}

function toMailbox(from: string): Config['mailFrom'] {
  const [name = '', address] = from.replace(/>$/, '').split(' <');
  return address === undefined ? { name: 'Muster', address: name } : { name, address };
}

function hostAndPort(address: string): { host: string; port: number } {
  const colon = address.lastIndexOf(':');
  const port = Number(address.slice(colon + 1));
  if (port > 65_535)
    throw new ConfigError(`metrics.listen is "${address}"; allowed: a port from 0 to 65535.`);
  return { host: address.slice(0, colon).replace(/^\[(.*)\]$/, '$1'), port };
}

function chooseThrottles(given: Partial<Record<ThrottleName, string>>): Record<ThrottleName, Limit> {
  const chosen = (name: ThrottleName) => toLimit(given[name] ?? usualThrottles[name]);
  return {
    tahoe: chosen('tahoe'),
    v0_bulk: chosen('v0_bulk'),
    v0_bulk_staff: chosen('v0_bulk_staff'),
    codes: chosen('codes'),
    login: chosen('login'),
    reset: chosen('reset'),
    sign_up: chosen('sign_up'),
    feeds: chosen('feeds'),
    v1: chosen('v1'),
  };
}

function toLimit(rate: string): Limit {
  const [hits, unit] = rate.split('/');
  return { hits: Number(hits), seconds: unit === 's' ? 1 : unit === 'h' ? 3600 : 60 };
}

function freeze<T extends object>(value: T): Readonly<T> {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) freeze(inner);
  return Object.freeze(value);
}
