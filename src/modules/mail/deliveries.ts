import type { OwnerContext } from '../../platform/database/contract.ts';
import { type OutgoingLetter, SendFailure } from '../../platform/smtp/contract.ts';
import { claimDueLetters, giveUp, markDelivered, postpone, putBack } from './letters.queries.ts';
import {
  batchSize,
  domainOf,
  lanes,
  lastMarkOf,
  lease,
  leaseReserve,
  markOf,
  outagePause,
  pauseAfter,
} from './rules.ts';
import type { ClaimedLetter, DeliveryTally, Post } from './types.ts';

/**
 * Delivers letters until none is due, the mail server is out, or `signal` aborts. Any number may run at once, in any
 * number of processes: each letter is claimed by one. At least once: a process that dies between handing a letter over
 * and marking it leaves it to be sent again after five minutes, with the same Message-ID.
 */
export async function deliverDueLetters(
  owner: OwnerContext,
  post: Post,
  signal?: AbortSignal,
): Promise<DeliveryTally> {
  const tally = { delivered: 0, postponed: 0, givenUp: 0 };
  while (!signal?.aborted) {
    const claimedUntil = later(owner, lease);
    const claimed = await owner.transaction((tx) => claimDueLetters(tx, batchSize, claimedUntil));
    if (claimed.length === 0) break;
    const batch = { waiting: [...claimed], claimedUntil, outage: false };
    await deliverBatch(owner, post, batch, tally, signal);
    if (batch.outage) break;
  }
  return tally;
}

interface Batch {
  readonly waiting: ClaimedLetter[];
  readonly claimedUntil: Date;
  outage: boolean;
}

type Tally = { -readonly [Key in keyof DeliveryTally]: DeliveryTally[Key] };

/** Sends a batch a few at a time; what could not be begun goes back untried. */
async function deliverBatch(
  owner: OwnerContext,
  post: Post,
  batch: Batch,
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<void> {
  const mayBegin = () => !batch.outage && !signal?.aborted && later(owner, leaseReserve) < batch.claimedUntil;
  const lane = async () => {
    while (mayBegin()) {
      const letter = batch.waiting.shift();
      if (!letter) return;
      const outcome = await deliver(owner, post, letter, batch);
      tally[outcome] += 1;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const untried = batch.waiting;
  if (untried.length > 0) {
    const dueAt = later(owner, batch.outage ? outagePause : 0);
    await owner.transaction((tx) => putBack(tx, untried, dueAt));
    if (batch.outage) tally.postponed += untried.length;
  }
  // Only the database fails a lane; its letters come back when their claims end.
  const failed = ended.find((lane) => lane.status === 'rejected');
  if (failed) throw failed.reason;
}

async function deliver(
  owner: OwnerContext,
  post: Post,
  letter: ClaimedLetter,
  batch: Batch,
): Promise<keyof DeliveryTally> {
  const facts = { letter: letter.id, kind: letter.kind, domain: domainOf(letter.to.address) };
  let where: string;
  try {
    where = await post.transport.send(outgoing(letter, post));
  } catch (error) {
    const failure = asFailure(error);
    if (failure.reach === 'outage') batch.outage = true;
    const outcome = await settleFailure(owner, letter, failure);
    post.log.warn({ ...facts, attempts: letter.attempts, reason: failure.message }, sentences[outcome]);
    return outcome;
  }
  await owner.transaction((tx) => markDelivered(tx, letter));
  post.log.info({ ...facts, where }, 'A letter was delivered.');
  return 'delivered';
}

const sentences = {
  postponed: 'A letter was not taken and will be tried again.',
  givenUp: 'A letter was given up.',
};

function outgoing(letter: ClaimedLetter, { from }: Post): OutgoingLetter {
  return {
    id: letter.id,
    attempt: letter.attempts,
    messageId: letter.messageId,
    writtenAt: letter.createdAt,
    locale: letter.locale,
    from: { address: letter.siteAddress ?? from.address, name: letter.siteName ?? from.name },
    to: letter.to,
    concerns: concernsOf(letter),
    ...letter.content,
  };
}

function concernsOf({ tenantId, accountId, about, isLast }: ClaimedLetter): string[] {
  const mark = isLast ? lastMarkOf : markOf;
  return [...(accountId === null ? [] : [accountId]), ...about].map((id) => mark(tenantId, id));
}

/** What a transport did not foresee must not make a letter wait for its claim to end. */
function asFailure(error: unknown): SendFailure {
  return error instanceof SendFailure
    ? error
    : new SendFailure('outage', 'The letter could not be handed over.');
}

async function settleFailure(
  owner: OwnerContext,
  letter: ClaimedLetter,
  failure: SendFailure,
): Promise<'postponed' | 'givenUp'> {
  const pause = failure.reach === 'recipient' ? null : pauseAfter(letter.attempts);
  await owner.transaction((tx) =>
    pause === null
      ? giveUp(tx, letter, failure.message)
      : postpone(tx, letter, later(owner, pause), failure.message),
  );
  return pause === null ? 'givenUp' : 'postponed';
}

function later(owner: OwnerContext, milliseconds: number): Date {
  return new Date(owner.clock.now().getTime() + milliseconds);
}
