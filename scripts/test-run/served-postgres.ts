import { existsSync, readdirSync } from 'node:fs';

const debianRoot = '/usr/lib/postgresql';
const oldestMajor = 15;

/**
 * The folder with `initdb` and `postgres` of a PostgreSQL that the operating system installed (15 or newer), for the
 * run of the suite against a served database; undefined where there is none.
 * @param named a folder given by the caller (`MUSTER_TEST_PGBIN`), taken as it is
 */
export function findServedPostgres(named: string | undefined, root = debianRoot): string | undefined {
  if (named) return named;
  if (!existsSync(root)) return undefined;
  const majors = readdirSync(root)
    .map(Number)
    .filter((major) => major >= oldestMajor && existsSync(`${root}/${major}/bin/initdb`));
  if (majors.length === 0) return undefined;
  return `${root}/${Math.max(...majors)}/bin`;
}
