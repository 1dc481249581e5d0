import pg from 'pg';

/** How to reach PostgreSQL: a URL, or the private socket of the embedded one. */
export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

export type DatabaseRole = 'app' | 'owner';

/** The role requests run as. It owns nothing and cannot pass row-level security. */
export const appRole = 'muster_app';

export interface SessionOptions {
  readonly role: DatabaseRole;
  readonly pipeline: boolean;
  /** Milliseconds after which PostgreSQL ends a statement; 0 = never. */
  readonly statementTimeout: number;
  readonly name: string;
}

/** The settings of one client. Roles are set at connection (`-c role=`), also when the URL is a superuser's (rule 9). */
export function clientConfig(connection: Connection, session: SessionOptions): pg.ClientConfig {
  const options = [
    session.role === 'app' ? `-c role=${appRole}` : '',
    `-c statement_timeout=${session.statementTimeout}`,
    '-c lock_timeout=10000',
    '-c idle_in_transaction_session_timeout=60000',
    '-c timezone=UTC',
  ];
  const reach =
    'url' in connection
      ? { connectionString: connection.url }
      : {
          host: connection.host,
          port: connection.port,
          user: connection.user,
          database: connection.database,
        };
  return {
    ...reach,
    application_name: session.name,
    options: options.filter((option) => option !== '').join(' '),
    pipeline: session.pipeline,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    types: { getTypeParser },
  };
}

const int8 = 20;
const date = 1082;

/** bigint comes as a number (identities stay far below 2^53); a date stays text, since it has no time zone. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === int8) return Number;
  if (oid === date) return String;
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
};
