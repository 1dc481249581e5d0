import { errandKinds } from '../../src/installation.ts';
import { openErrandWork } from '../../src/modules/errands/errand-work.ts';
import { createLog } from '../../src/platform/log.ts';
import type { TestApp } from './app.ts';

/** Does every errand that is due, as a worker would. */
export async function finishErrands({ database }: TestApp): Promise<void> {
  const { log } = createLog({ stream: { write: () => undefined } });
  await openErrandWork({
    owner: database.acrossTenants(),
    open: (scope) => database.scope(scope),
    kinds: errandKinds,
    log,
  })();
}
