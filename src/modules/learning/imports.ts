import type { Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import {
  claimOnce,
  type ImportTally,
  importBatches,
  type Judged,
  type Outcome,
  type Records,
} from '../../platform/record-batches.ts';
import { recordAll } from '../activity/activity.ts';
import { findHolders, type Holder } from '../identity/imports.ts';
import { lockCourses, selectCoursesByKey } from './courses.queries.ts';
import { judgeImportedCode, judgeImportedEnrolment } from './imported-rows.ts';
import * as rows from './imports.queries.ts';
import { deletePending } from './pending-enrolments.queries.ts';
import { usualMode } from './rules.ts';
import type { Course, ImportedCode, ImportedEnrolment } from './types.ts';

/**
 * Imports enrolments as they are: no letters, whatever the dates and the capacity of the course. Places count what is
 * active; where more are in than there is room for, that is granted. `docs/moving-in.md` lists the columns. The number of
 * statements for a batch is constant. Bad rows are told and left out; whether the rest may stand is the caller's decision.
 */
export function importEnrolments(tx: Tx, records: Records): Promise<ImportTally> {
  const batchId = uuid(tx.random, tx.clock.now());
  const judge = ({ values }: { values: Readonly<Record<string, unknown>> }) =>
    judgeImportedEnrolment(values, tx.clock.now());
  return importBatches(records, enrolmentColumns, judge, async (batch) => {
    const { found, outcomes } = await findHolders(tx, batch, (row: ImportedEnrolment) => row.learner);
    const placed = await findCoursesOf(tx, found, outcomes);
    const made = await keepPlaces(
      tx,
      placed.map(({ row, course, ...holder }) => toPlace(course, holder, row)),
      batchId,
    );
    const isMade = claimOnce(made.map((one) => `${one.course_id}:${one.account_id}`));
    for (const { line, course, accountId } of placed) {
      if (!isMade(`${course.id}:${accountId}`)) outcomes.push({ line, fault: null });
    }
    return outcomes;
  });
}

/**
 * Imports enrolment codes as they are: open, cancelled or redeemed. Whoever redeemed one and has no enrolment in the
 * course, active or not, gets it; a cancelled code enrols nobody. A code that is here already is left. Columns, bad
 * rows, statements: as `importEnrolments`.
 */
export function importCodes(tx: Tx, records: Records): Promise<ImportTally> {
  const batchId = uuid(tx.random, tx.clock.now());
  const judge = ({ values }: { values: Readonly<Record<string, unknown>> }) =>
    judgeImportedCode(values, tx.clock.now());
  return importBatches(records, codeColumns, judge, async (batch) => {
    const { redeemers, outcomes } = await findRedeemers(tx, batch);
    const known = batch.filter(({ line, row }) => row.redeemedBy === null || redeemers.has(line));
    const placed = await findCoursesOf(tx, known, outcomes);
    const wanted = placed.map((one) => ({ ...one, redeemer: redeemers.get(one.line) ?? null }));
    const made = await rows.insertImportedCodes(tx, batchId, wanted.map(toCodeRow));
    const happenings = made.map(({ id }) => ({
      verb: 'imported',
      objectType: 'enrolment_code',
      objectId: id,
    }));
    await recordAll(tx, happenings, batchId);
    const isMade = claimOnce(made.map(({ code }) => code));
    const left: Wanted[] = [];
    const places = wanted.flatMap((one) => {
      if (!isMade(one.row.code)) left.push(one);
      else if (one.redeemer && !one.row.isCancelled) return [toRedeemedPlace(one, one.redeemer)];
      return [];
    });
    await keepPlaces(tx, places, batchId);
    return [...outcomes, ...(await explainPresent(tx, left, batchId))];
  });
}

type Placed<Row> = Judged<Row> & { readonly course: Course };
type Wanted = Placed<ImportedCode> & { readonly redeemer: Holder | null };

/** The course of each row; rows whose course is not here become faults. */
async function findCoursesOf<One extends Judged<{ readonly courseKey: string }>>(
  tx: Tx,
  batch: readonly One[],
  outcomes: Outcome[],
): Promise<(One & { readonly course: Course })[]> {
  const keys = [...new Set(batch.map(({ row }) => row.courseKey))];
  const courses = new Map((await selectCoursesByKey(tx, keys, null)).map((course) => [course.key, course]));
  return batch.flatMap((one) => {
    const course = courses.get(one.row.courseKey);
    if (course) return [{ ...one, course }];
    const fault = `there is no course "${one.row.courseKey}" here; make or import the courses first`;
    outcomes.push({ line: one.line, fault });
    return [];
  });
}

/** Who redeemed the codes, by line. */
async function findRedeemers(
  tx: Tx,
  batch: readonly Judged<ImportedCode>[],
): Promise<{ redeemers: Map<number, Holder>; outcomes: Outcome[] }> {
  const named = batch.flatMap(({ line, row }) => (row.redeemedBy ? [{ line, row: row.redeemedBy }] : []));
  if (named.length === 0) return { redeemers: new Map(), outcomes: [] };
  const { found, outcomes } = await findHolders(tx, named, (name) => name);
  return { redeemers: new Map(found.map((one) => [one.line, one])), outcomes };
}

/**
 * Writes the enrolments that are not here yet, counts their places and ends what was pending in their stead.
 * @returns what was made
 */
async function keepPlaces(
  tx: Tx,
  places: readonly ImportedPlace[],
  batchId: string,
): Promise<rows.MadeEnrolment[]> {
  if (places.length === 0) return [];
  await lockCourses(tx, [...new Set(places.map((place) => place.course_id))]);
  const made = await rows.insertImportedEnrolments(tx, places);
  const isMade = new Set(made.map((one) => `${one.course_id}:${one.account_id}`));
  const ended = places.flatMap(({ course_id, account_id, is_active, emailKey }) =>
    is_active && isMade.has(`${course_id}:${account_id}`) ? [{ courseId: course_id, emailKey }] : [],
  );
  if (ended.length > 0) await deletePending(tx, ended);
  const happenings = made.map(({ id }) => ({ verb: 'imported', objectType: 'enrolment', objectId: id }));
  await recordAll(tx, happenings, batchId);
  return made;
}

type ImportedPlace = rows.ImportedPlaceRow & { readonly emailKey: string };

function toPlace(course: Course, holder: Holder, row: ImportedEnrolment): ImportedPlace {
  return {
    course_id: course.id,
    account_id: holder.accountId,
    emailKey: holder.emailKey,
    mode: row.mode ?? usualMode(course),
    is_active: row.isActive,
    created_at: row.createdAt,
  };
}

function toRedeemedPlace({ course, row }: Wanted, redeemer: Holder): ImportedPlace {
  return {
    course_id: course.id,
    account_id: redeemer.accountId,
    emailKey: redeemer.emailKey,
    mode: row.mode ?? usualMode(course),
    is_active: true,
    created_at: row.redeemedAt ?? row.createdAt,
  };
}

function toCodeRow({ row, course, redeemer }: Wanted): rows.ImportedCodeRow {
  return {
    code: row.code,
    course_id: course.id,
    mode: row.mode ?? usualMode(course),
    created_at: row.createdAt,
    is_cancelled: row.isCancelled,
    redeemed_at: row.redeemedAt,
    redeemed_by: redeemer?.accountId ?? null,
  };
}

/** Codes that are here already: left as they are, unless they are another course's or the file contradicts itself. */
async function explainPresent(tx: Tx, left: readonly Wanted[], batchId: string): Promise<Outcome[]> {
  if (left.length === 0) return [];
  const found = await rows.findKnownCodes(
    tx,
    left.map(({ row }) => row.code),
  );
  const known = new Map(found.map((one) => [one.code, one]));
  return left.map(({ line, row, course, redeemer }) => {
    const present = known.get(row.code);
    if (present?.courseId !== course.id) {
      return { line, fault: `code "${row.code}" is here already, for another course` };
    }
    const isSame =
      present.isCancelled === row.isCancelled &&
      present.isRedeemed === (row.redeemedAt !== null) &&
      present.redeemedBy === (redeemer?.accountId ?? null);
    if (present.batchId !== batchId || isSame) return { line, fault: null };
    // The ancestor let a code be redeemed again and again (contract §2.8).
    const fault = `code "${row.code}" stands in the file before, cancelled or redeemed differently; import enrolments keeps other redeemers in`;
    return { line, fault };
  });
}

const enrolmentColumns = new Set(
  'username user user_id email course_id mode mode_slug is_active created_at created'.split(' '),
);

const codeColumns = new Set(
  'code course_id mode mode_slug created_at created is_valid cancelled redeemed_by redeemed_at'.split(' '),
);
