import type { Context, OwnerContext, Scope, Tx } from '../../platform/database/contract.ts';
import type { Log } from '../../platform/log.ts';
import { Refusal } from '../../platform/refusal.ts';
import { findSite } from '../tenants/sites.ts';
import type { Site } from '../tenants/types.ts';
import * as rows from './errands.queries.ts';
import { keepOutcomes, selectRows } from './rows.queries.ts';
import { batchesInTurn, lanes, lease, mostTries, pauseAfter } from './rules.ts';
import type { Batch, ClaimedErrand, Errand, ErrandKind } from './types.ts';

/** What works errands. */
export interface ErrandWorker {
  readonly owner: OwnerContext;
  /** Opens the rows of one tenant. */
  readonly open: (scope: Scope) => Context;
  readonly kinds: readonly ErrandKind[];
  readonly log: Log;
}

/**
 * Makes what works due errands until none is left or `signal` aborts, a few batches of each in turn, two at once in a
 * process. Each batch is a transaction that keeps its outcomes and its progress: a process that dies leaves whole batches
 * behind, and the next one goes on after the last within two minutes. A refusal fails the errand; anything else is tried
 * again, six times in all.
 */
export function openErrandWork(worker: ErrandWorker): (signal?: AbortSignal) => Promise<void> {
  let busy = 0;
  return async (signal) => {
    if (busy >= lanes) return;
    busy += 1;
    try {
      while (!signal?.aborted && (await workNext(worker, signal)));
    } finally {
      busy -= 1;
    }
  };
}

/** @returns false: nothing is due */
async function workNext(worker: ErrandWorker, signal: AbortSignal | undefined): Promise<boolean> {
  const { owner } = worker;
  const claimed = await owner.transaction((tx) => rows.claimDue(tx, later(owner, lease)));
  if (!claimed) return false;
  const { tenantId, siteId, author, requestId } = claimed;
  const context = worker.open({ tenantId, siteId, author, requestId });
  try {
    await workTurn(worker, context, claimed, signal);
  } catch (error) {
    await giveBack(worker, context, claimed, error);
  }
  return true;
}

/** A few batches; then it goes back, for whichever errand has waited longest. */
async function workTurn(
  { owner, kinds }: ErrandWorker,
  context: Context,
  claimed: ClaimedErrand,
  signal: AbortSignal | undefined,
): Promise<void> {
  const kind = kinds.find(({ name }) => name === claimed.kind);
  if (!kind) throw new Error(`Nothing here does errands of the kind ${claimed.kind}.`);
  const site = await owner.read((read) => findSite(read, claimed));
  if (!site) throw new Error(`The site ${claimed.siteId} of an errand is gone.`);
  for (let batch = 0; batch < batchesInTurn && !signal?.aborted; batch += 1) {
    if (await context.transaction((tx) => workBatch(tx, site, kind, claimed))) return;
  }
  await owner.transaction((tx) => rows.putBack(tx, claimed, owner.clock.now(), true));
}

/** @returns whether the errand is over, or no longer this taking's */
async function workBatch(tx: Tx, site: Site, kind: ErrandKind, claimed: ClaimedErrand): Promise<boolean> {
  const { uuid, claim } = claimed;
  const errand = await rows.findClaimed(tx, uuid, claim);
  if (!errand) return true;
  if (errand.cancelAskedAt) {
    await rows.endErrand(tx, uuid, { state: 'cancelled', claim });
    return true;
  }
  const isComplete = errand.total !== null && errand.done >= errand.total;
  const batch: Batch = isComplete ? { outcomes: [], isOver: true } : await workRows(tx, site, kind, errand);
  const total = batch.total ?? errand.total;
  const done = errand.done + batch.outcomes.length;
  const isOver = batch.isOver ?? (total !== null && done >= total);
  if (!isOver && batch.outcomes.length === 0) throw new Error(`A batch of ${kind.name} came to nothing.`);
  await keepOutcomes(tx, uuid, errand.done, batch.outcomes);
  const outcomes = counted(errand.outcomes, batch);
  const progress = { done, outcomes, total: isOver ? done : total };
  // The row is locked here only, so that whoever cancels does not wait for the batch; two of one batch meet here.
  if (!(await rows.keepProgress(tx, claimed, progress, later(tx, lease)))) throw new Overtaken();
  if (isOver) await rows.endErrand(tx, uuid, { state: 'done', claim });
  return isOver;
}

/** Another worker has the errand by now: what was done here is undone. */
class Overtaken extends Error {}

async function workRows(tx: Tx, site: Site, kind: ErrandKind, errand: Errand): Promise<Batch> {
  const next = await selectRows(tx, errand.uuid, { after: errand.done, limit: kind.batch });
  return kind.work(tx, site, { ...errand, rows: next });
}

function counted(before: Errand['outcomes'], { outcomes }: Batch): Record<string, number> {
  const counts: Record<string, number> = { ...before };
  for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** A refusal is for good, and so is the last try; what else went wrong may go right later. */
async function giveBack(
  { owner, log }: ErrandWorker,
  context: Context,
  claimed: ClaimedErrand,
  error: unknown,
): Promise<void> {
  if (error instanceof Overtaken) return;
  const { uuid, kind, claim, tries } = claimed;
  const isFinal = error instanceof Refusal && !['unavailable', 'throttled'].includes(error.kind);
  if (!isFinal && tries < mostTries) {
    log.warn({ error, kind, tries }, 'A batch of an errand failed and is tried again.');
    await owner.transaction((tx) => rows.putBack(tx, claimed, later(owner, pauseAfter(tries)), false));
    return;
  }
  if (!isFinal) log.error({ error, kind, tries }, 'An errand failed.');
  const problem = isFinal
    ? { code: error.code, message: error.message }
    : {
        code: 'job.broke',
        message: 'It failed several times for a reason that the log of the server names.',
      };
  await context.transaction((tx) => rows.endErrand(tx, uuid, { state: 'failed', problem, claim }));
}

function later({ clock }: Pick<OwnerContext, 'clock'>, milliseconds: number): Date {
  return new Date(clock.now().getTime() + milliseconds);
}
