import type { Context, Read, Tx } from '../../platform/database/contract.ts';
import { randomText, uuid } from '../../platform/random.ts';
import { Refusal } from '../../platform/refusal.ts';
import { fold } from '../../platform/text-folding.ts';
import { countHit, type Limit, refuseExhausted } from '../../platform/throttle.ts';
import { record } from '../activity/activity.ts';
import { findAccountByEmail } from '../identity/accounts.ts';
import { notify } from '../notifications/notifications.ts';
import { findCourse } from './courses.queries.ts';
import * as rows from './enrolment-codes.queries.ts';
import { claimPlace, holdAccounts, insertClaimed, selectActive } from './enrolments.queries.ts';
import { enrolmentNotice, release } from './enrolments.ts';
import { deletePending } from './pending-enrolments.queries.ts';
import {
  alreadyEnrolled,
  codeCancelled,
  codeRedeemed,
  courseFull,
  enrolmentClosed,
  unknownCode,
  unknownLearner,
} from './refusals.ts';
import {
  codeAlphabet,
  codeLength,
  hindranceOf,
  parseCourseKey,
  refuseOtherMode,
  usualMode,
} from './rules.ts';
import type { After, Course, CourseScope, EnrolmentCode } from './types.ts';

/**
 * Makes codes of a course, each good for one person (contract §2.6–2.7), with one statement.
 * @param mode in which they let people in; one that the course does not have is refused
 */
export async function generateCodes(
  tx: Tx,
  course: Course,
  count: number,
  mode = usualMode(course),
): Promise<{ batchId: string; codes: string[] }> {
  const batchId = uuid(tx.random, tx.clock.now());
  refuseOtherMode(course, mode);
  const batch = { courseId: course.id, mode, batchId };
  const codes: string[] = [];
  // One of 4 · 10^13 codes is drawn; the loop is for the day on which two are alike.
  while (codes.length < count) {
    const drawn = new Set<string>();
    while (drawn.size < count - codes.length) drawn.add(randomText(tx.random, codeLength, codeAlphabet));
    codes.push(...(await rows.insertCodes(tx, batch, [...drawn])));
  }
  await record(tx, { verb: 'generated', objectType: 'enrolment_code_batch', objectId: batchId });
  return { batchId, codes };
}

export interface WantedRedemption {
  readonly email: string;
  readonly code: string;
}

/**
 * Enrols the person of that address by a code: one code, one redemption. Refuses, in this order: an unknown code, a
 * cancelled one, a redeemed one, an unknown address, a closed enrolment, somebody who is in already, a full course.
 * @param scope a code of a course that it does not show is an unknown one
 */
export async function redeemCode(
  tx: Tx,
  wanted: WantedRedemption,
  scope: CourseScope | null = null,
): Promise<Course> {
  const code = await rows.lockCode(tx, wanted.code.trim(), scope);
  if (!code) throw unknownCode(wanted.code);
  if (code.cancelledAt !== null) throw codeCancelled();
  if (code.redeemedAt !== null) throw codeRedeemed();
  const account = await findAccountByEmail(tx, wanted.email);
  if (!account) throw unknownLearner(wanted.email);
  const course = await findCourse(tx, code.courseKey);
  if (!course) throw unknownCode(wanted.code);
  if (hindranceOf(course, tx.clock.now())) throw enrolmentClosed(course.key);
  if ((await selectActive(tx, [course.id], [account.id])).length > 0) throw alreadyEnrolled();
  if (!(await claimPlace(tx, course.id))) throw courseFull(course.key);
  // Erased while this waited for the course.
  if ((await holdAccounts(tx, [account.id])).length === 0) throw unknownLearner(wanted.email);
  const place = { course_id: course.id, account_id: account.id, mode: code.mode };
  if ((await insertClaimed(tx, place)) === null) throw alreadyEnrolled();
  await deletePending(tx, [{ courseId: course.id, emailKey: fold(account.email) }]);
  await rows.markRedeemed(tx, code.id, account.id);
  await record(tx, { verb: 'redeemed', objectType: 'enrolment_code', objectId: code.id });
  await notify(tx, enrolmentNotice('enrolled', course, [account.id]));
  return course;
}

/** Who tries a code: the account that calls, and the IP address it calls from. */
export interface Guesser {
  readonly accountId: number;
  readonly address: string;
}

/** A school shares one address (ruling "Throttles"). */
const guessesOfAnAddress: Limit = { hits: 100, seconds: 60 };

/**
 * Redeems a code in a transaction of its own and counts wrong guesses, by whoever guesses and by address. Refuses with
 * `throttled` beyond the limit, the right code too: of many guesses at once none slips through behind the count.
 * @param limit wrong guesses of one account. Null: throttling is off
 */
export async function attemptRedemption(
  context: Context,
  wanted: WantedRedemption,
  scope: CourseScope | null,
  guesser: Guesser,
  limit: Limit | null,
): Promise<Course> {
  return countGuesses(context, guesser, limit, (judge) =>
    context.transaction(async (tx) => {
      const course = await redeemCode(tx, wanted, scope);
      await judge();
      return course;
    }),
  );
}

/**
 * Counts the wrong guesses of a redemption and refuses those beyond the limit, as `attemptRedemption` does, for callers
 * who open the transaction themselves.
 * @param redeem calls what it is given inside its transaction, after `redeemCode`
 */
export async function countGuesses<Done>(
  context: Context,
  guesser: Guesser,
  limit: Limit | null,
  redeem: (judge: () => Promise<void>) => Promise<Done>,
): Promise<Done> {
  if (!limit) return redeem(async () => undefined);
  const counters = [
    { key: `codes:${context.tenantId}:account:${guesser.accountId}`, limit },
    { key: `codes:${context.tenantId}:address:${guesser.address}`, limit: guessesOfAnAddress },
  ];
  const refuseTooMany = async () => {
    await Promise.all(counters.map((counter) => refuseExhausted(context, counter.key, counter.limit)));
  };
  await refuseTooMany();
  try {
    return await redeem(refuseTooMany);
  } catch (error) {
    if (isWrongGuess(error))
      for (const counter of counters) await countHit(context, counter.key, counter.limit);
    throw error;
  }
}

/**
 * Cancels a code, or opens it again (seed 001). Whoever redeemed it leaves the course and gives the place back.
 * Doing it twice changes nothing more. Refuses an unknown code.
 * @param named the code itself, or its number
 * @param scope a code of a course that it does not show is an unknown one
 * @param judge may refuse, once the code is locked
 */
export async function setCodeState(
  tx: Tx,
  named: string | { readonly id: number },
  action: 'cancel' | 'restore',
  scope: CourseScope | null = null,
  judge?: () => Promise<void>,
): Promise<void> {
  const code = await rows.lockCode(tx, typeof named === 'string' ? named.trim() : named, scope);
  if (!code) throw unknownCode(typeof named === 'string' ? named.trim() : String(named.id));
  await judge?.();
  const isCancelled = code.cancelledAt !== null;
  if (code.redeemedAt === null && isCancelled === (action === 'cancel')) return;
  if (code.redeemedBy !== null) await release(tx, code.courseId, code.redeemedBy);
  await rows.resetCode(tx, code.id, action === 'cancel');
  const verb = action === 'cancel' ? 'cancelled' : 'restored';
  await record(tx, { verb, objectType: 'enrolment_code', objectId: code.id });
}

/** One page of the codes of courses that the scope shows, by id. Refuses a course key that is none. */
export function listCodes(
  read: Read,
  scope: CourseScope | null,
  filter: rows.CodeFilter,
  page: { limit: number; offset: number },
): Promise<{ count: number; codes: EnrolmentCode[] }> {
  return rows.selectCodes(read, scope, parsed(filter), page);
}

/** The codes behind one in the list by id. */
export function codesAfter(
  read: Read,
  scope: CourseScope | null,
  filter: rows.CodeFilter,
  page: { after: After | null; limit: number },
): Promise<EnrolmentCode[]> {
  return rows.selectCodesAfter(read, scope, parsed(filter), page);
}

/** The code of that number, of a course that the scope shows. Refuses an unknown one. */
export async function requireCode(read: Read, scope: CourseScope | null, id: number): Promise<EnrolmentCode> {
  const [code] = await rows.selectCodesAfter(read, scope, { id }, { after: null, limit: 1 });
  if (!code) throw unknownCode(String(id));
  return code;
}

/** Every code of the filter, by id, in lists. */
export async function* streamCodes(
  context: Context,
  scope: CourseScope | null,
  filter: rows.CodeFilter,
): AsyncGenerator<readonly EnrolmentCode[]> {
  const lists = context.stream(rows.streamedCodes(context.tenantId, scope, parsed(filter)));
  for await (const list of lists) yield list.map((row) => ({ ...row, state: rows.toState(row.state) }));
}

function parsed(filter: rows.CodeFilter): rows.CodeFilter {
  if (filter.courseKey === undefined) return filter;
  return { ...filter, courseKey: parseCourseKey(filter.courseKey).key };
}

/** Codes that name nothing to be had; what keeps a person out of a course is no guess. */
const wrongGuesses = ['code.unknown', 'code.cancelled', 'code.redeemed'];

function isWrongGuess(error: unknown): boolean {
  return error instanceof Refusal && wrongGuesses.includes(error.code);
}
