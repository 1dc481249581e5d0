import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/supervisor.ts';

/** The limit of P7: `initdb` and `postgres` alone, to the first answered query. */
const began = performance.now();
const postgres = await startEmbeddedPostgres({ dataFolder: process.argv[2] ?? '', log: () => undefined });
const client = new pg.Client(postgres.connection);
await client.connect();
await client.query('select 1');
console.log(`answered ${performance.now() - began}`);
await client.end();
await postgres.stop();
