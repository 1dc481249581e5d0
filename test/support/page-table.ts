import { join } from 'node:path';
import { runnerImport } from 'vite';
import { packageFolder } from '../../src/installation.ts';
import type { Role } from '../../src/modules/identity/types.ts';

/** Who opens pages in tests, weakest first; the operator owns the default tenant. */
export const openers = ['nobody', 'member', 'staff', 'admin', 'owner'] as const satisfies readonly (
  | Role
  | 'nobody'
)[];
export type Opener = (typeof openers)[number];

/** A page of the app, by the route table itself. */
export interface TablePage {
  /** As in the table, such as `/people/$uuid`. */
  readonly path: string;
  readonly can: string;
  /** The weakest one who may open it. */
  readonly opener: Opener;
  readonly isInNavigation: boolean;
}

interface Session {
  readonly site: { readonly isDefault: boolean };
  readonly account: { readonly role: string; readonly isOperator: boolean } | null;
}

/** Every page of the pages' one route table, with the rules of `can.ts` applied: on the default site. */
export async function readPageTable(): Promise<readonly TablePage[]> {
  const load = async <Module>(file: string) => {
    const path = join(packageFolder, 'web/src', file);
    return (await runnerImport<Module>(path, { configFile: false, logLevel: 'error' })).module;
  };
  const { pageRoutes } = await load<{
    pageRoutes: readonly { path: string; can: string; navigation?: string }[];
  }>('pages/areas.ts');
  const { can } = await load<{ can: Readonly<Record<string, (session: Session) => boolean>> }>('can.ts');
  return pageRoutes.map(({ path, can: ability, navigation }) => {
    const opener = openers.find((one) => can[ability]?.(sessionOf(one)));
    if (opener === undefined) throw new Error(`Nobody may open ${path} (${ability}).`);
    return { path, can: ability, opener, isInNavigation: navigation !== undefined };
  });
}

function sessionOf(opener: Opener): Session {
  const account = opener === 'nobody' ? null : { role: opener, isOperator: opener === 'owner' };
  return { site: { isDefault: true }, account };
}
