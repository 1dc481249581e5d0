/** A reason why the embedded PostgreSQL cannot run, in a sentence for the person who started Muster. No trace helps. */
export class EmbeddedPostgresProblem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'EmbeddedPostgresProblem';
  }
}

/**
 * The answer to a machine on which no embedded PostgreSQL can run (`database.md` §11).
 * @param reason a sentence without its full stop
 */
export function askForDatabaseUrl(reason: string, cause?: unknown): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    `${reason}: set DATABASE_URL to a PostgreSQL server of your own (15 or newer), ` +
      'for example postgres://muster:secret@db.example.org/muster.',
    cause,
  );
}
