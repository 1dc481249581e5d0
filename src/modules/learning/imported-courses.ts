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
import { fold } from '../../platform/text-folding.ts';
import { recordAll } from '../activity/activity.ts';
import type { Happening } from '../activity/types.ts';
import type { Site } from '../tenants/types.ts';
import { lockCourses, selectCoursesByKey } from './courses.queries.ts';
import * as rows from './imported-courses.queries.ts';
import { emptyCourse, judgeImportedCourse } from './imported-rows.ts';
import { courseFaults, modesOf } from './rules.ts';
import type { Course, CourseChange, ImportedCourse } from './types.ts';

/**
 * Makes the courses of a file, and changes those that are here already to what the file says of them: an empty cell
 * leaves what a course has, `none` takes it away. `docs/moving-in.md` lists the columns. The number of statements for a
 * batch is constant. Bad rows are told and left out; whether the rest may stand is the caller's decision.
 */
export function importCourses(tx: Tx, site: Site, records: Records): Promise<ImportTally> {
  const batchId = uuid(tx.random, tx.clock.now());
  const lines = new Map<string, number>();
  const judge = (record: { line: number; values: Readonly<Record<string, unknown>> }) => {
    const judged = judgeImportedCourse(record.values, site.organisations);
    if ('fault' in judged) return judged;
    const { key } = judged.row.key;
    const before = lines.get(key);
    if (before !== undefined) return { fault: `course_id "${key}" stands in line ${before} already` };
    lines.set(key, record.line);
    return judged;
  };
  return importBatches(records, columns, judge, async (batch) => {
    const made = await rows.insertImportedCourses(tx, batch.flatMap(toNewRow));
    const isMade = claimOnce(made.map((one) => one.key));
    const left = batch.filter(({ row }) => !isMade(row.key.key));
    const changed = left.length > 0 ? await changePresent(tx, left) : { outcomes: [], happenings: [] };
    const happenings = made.map(({ id }) => ({ verb: 'imported', objectType: 'course', objectId: id }));
    await recordAll(tx, [...happenings, ...changed.happenings], batchId);
    return changed.outcomes;
  });
}

function toNewRow({ row: { key, change } }: Judged<ImportedCourse>): rows.ImportedCourseRow[] {
  if (change.name === undefined) return [];
  const course = { ...emptyCourse, ...change, name: change.name };
  return [
    {
      course_key: key.key,
      org: key.org,
      org_key: fold(key.org),
      number: key.number,
      number_key: fold(key.number),
      run: key.run,
      ...toColumns(course, modesOf(course.modes, [])),
    },
  ];
}

async function changePresent(
  tx: Tx,
  left: readonly Judged<ImportedCourse>[],
): Promise<{ outcomes: Outcome[]; happenings: Happening[] }> {
  const keys = left.map(({ row }) => row.key.key);
  const found = await selectCoursesByKey(tx, keys, null);
  const locked = await lockCourses(
    tx,
    found.map(({ id }) => id),
  );
  const byKey = new Map(locked.map((course) => [course.key, course]));
  const changes: (rows.CourseColumns & { id: number })[] = [];
  const happenings: Happening[] = [];
  const outcomes = left.map(({ line, row }): Outcome => {
    const present = byKey.get(row.key.key);
    if (!present) return { line, fault: 'name is missing, and the course is not here yet' };
    const before = { ...present, modes: present.modes.map(({ slug }) => slug) };
    const after = { ...before, ...row.change };
    const [wrong] = Object.entries(courseFaults(after));
    if (wrong) return { line, fault: `${wrong[0]}: ${wrong[1].join(' ').replace(/\.$/, '')}` };
    const fields = changedFields(before, row.change);
    if (fields.length === 0) return { line, fault: null };
    changes.push({ id: present.id, ...toColumns(after, modesOf(after.modes, present.modes)) });
    happenings.push({ verb: 'changed', objectType: 'course', objectId: present.id, fields });
    return { line, fault: null, isChanged: true };
  });
  if (changes.length > 0) await rows.updateImportedCourses(tx, changes);
  return { outcomes, happenings };
}

function changedFields(before: CourseChange, change: CourseChange): string[] {
  const had = new Map<string, unknown>(Object.entries(before));
  return Object.entries(change).flatMap(([field, value]) =>
    JSON.stringify(had.get(field)) === JSON.stringify(value) ? [] : [field],
  );
}

function toColumns(
  course: Omit<Course, 'id' | 'key' | 'org' | 'number' | 'run' | 'modes' | 'taken' | 'granted'>,
  modes: Course['modes'],
): rows.CourseColumns {
  return {
    name: course.name,
    name_key: fold(course.name),
    starts_at: course.startsAt,
    ends_at: course.endsAt,
    enrollment_starts_at: course.enrollmentStartsAt,
    enrollment_ends_at: course.enrollmentEndsAt,
    invitation_only: course.invitationOnly,
    pacing: course.pacing,
    modes,
    capacity: course.capacity,
  };
}

const columns = new Set(
  (
    'course_id id name display_name start end enrollment_start enrollment_end capacity ' +
    'max_student_enrollments_allowed invitation_only pacing self_paced modes mode'
  ).split(' '),
);
