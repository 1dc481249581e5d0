import { sql } from 'kysely';
import type { OwnerRead } from '../../platform/database/contract.ts';
import type { DatabaseFacts } from './types.ts';

export async function readDatabaseFacts(read: OwnerRead): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from tenants) as tenants`.execute(read.db);
  const [row] = rows;
  if (!row) throw new Error('The database says nothing of itself.');
  return { version: row.version, bytes: Number(row.bytes), tenants: Number(row.tenants) };
}
