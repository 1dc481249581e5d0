/**
 * Reads a database URL as SQLAlchemy writes it: `postgresql+psycopg2://…` is a PostgreSQL URL with the driver's name in
 * it, `sqlite:///…` a file. Null: neither.
 */
export function readSqlalchemyUrl(url: string): string | 'sqlite' | null {
  const [, kind, rest = ''] = /^(postgres(?:ql)?|sqlite)(?:\+\w+)?(:\/\/.*)$/s.exec(url) ?? [];
  if (kind === undefined) return null;
  return kind === 'sqlite' ? 'sqlite' : `postgres${rest}`;
}
