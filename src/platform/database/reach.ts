import { startEmbeddedPostgres } from '../embedded-postgres/supervisor.ts';
import type { Log } from '../log.ts';
import type { Connection } from './connection.ts';

/** A PostgreSQL within reach, and how to let it go. */
export interface Reached {
  readonly connection: Connection;
  /** `served`: somebody else's server (`DATABASE_URL`). */
  readonly kind: 'started' | 'joined' | 'served';
  release(): Promise<void>;
}

/** The server of `DATABASE_URL`, or the embedded one of the data folder, started or joined. */
export async function reachPostgres(
  where: {
    readonly databaseUrl: string | null;
    readonly dataFolder: string;
    readonly pgBin: string | null;
    readonly runAs: string | null;
  },
  log: Log,
): Promise<Reached> {
  if (where.databaseUrl !== null) {
    return { connection: { url: where.databaseUrl }, kind: 'served', release: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({
    dataFolder: where.dataFolder,
    binFolder: where.pgBin ?? undefined,
    runAs: where.runAs ?? undefined,
    log: (sentence) => log.info(sentence),
  });
  return {
    connection: embedded.connection,
    // Read anew each time: a joined process takes over when the one that ran PostgreSQL ends.
    get kind() {
      return embedded.ownership;
    },
    release: () => embedded.stop(),
  };
}
