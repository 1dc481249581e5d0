import { flagOf, type JudgedRow, momentOf, textOf } from '../../platform/record-values.ts';
import { fold } from '../../platform/text-folding.ts';
import { judgeNamed } from '../identity/imported-rows.ts';
import { courseFaults, courseKeyOf, isModeSlug } from './rules.ts';
import type { CourseChange, CourseKey, ImportedCode, ImportedCourse, ImportedEnrolment } from './types.ts';

type Values = Readonly<Record<string, unknown>>;

/** A row of the courses' file. @param organisations short names that a key may begin with */
export function judgeImportedCourse(
  values: Values,
  organisations: readonly string[],
): JudgedRow<ImportedCourse> {
  const key = keyOf(values, 'course_id', 'id');
  if ('fault' in key) return key;
  const { org } = key.row;
  if (!organisations.some((one) => fold(one) === fold(org))) {
    const valid = organisations.join(', ');
    return { fault: `course_id "${key.row.key}": "${org}" is no organisation of the site; valid: ${valid}` };
  }
  const dates = judgeDates(values);
  if ('fault' in dates) return dates;
  const facts = judgeFacts(values);
  if ('fault' in facts) return facts;
  const change: CourseChange = { ...dates.row, ...facts.row };
  // A course that is new lacks no more than its name; one that is here is judged again with what it has.
  const [wrong] = Object.entries(courseFaults({ ...emptyCourse, name: key.row.key, ...change }));
  if (wrong) return { fault: `${wrong[0]}: ${wrong[1].join(' ').replace(/\.$/, '')}` };
  return { row: { key: key.row, change } };
}

/** What a new course has where nothing is said. */
export const emptyCourse = {
  startsAt: null,
  endsAt: null,
  enrollmentStartsAt: null,
  enrollmentEndsAt: null,
  invitationOnly: false,
  pacing: 'instructor',
  modes: [],
  capacity: null,
} as const;

/** A row of the enrolments' file. @param now stands in where no moment of making is given */
export function judgeImportedEnrolment(values: Values, now: Date): JudgedRow<ImportedEnrolment> {
  const learner = judgeNamed(values, 'username');
  if ('fault' in learner) return learner;
  const place = judgePlace(values, now);
  if ('fault' in place) return place;
  const isActive = flagOf(values, 'is_active') ?? true;
  if (isActive === 'unclear') return { fault: 'is_active is neither true nor false' };
  return { row: { ...place.row, learner: learner.row, isActive } };
}

/** A row of the codes' file. @param now stands in where no moment of making is given */
export function judgeImportedCode(values: Values, now: Date): JudgedRow<ImportedCode> {
  const code = textOf(values, 'code');
  if (code === null) return { fault: 'code is missing' };
  if (!/^[\x21-\x7e]{1,100}$/.test(code)) return { fault: 'code has blanks or more than 100 characters' };
  const place = judgePlace(values, now);
  if ('fault' in place) return place;
  const [isValid, isCancelled] = [flagOf(values, 'is_valid'), flagOf(values, 'cancelled')];
  if (isValid === 'unclear' || isCancelled === 'unclear') {
    return { fault: 'is_valid or cancelled is neither true nor false' };
  }
  if (isValid !== null && isValid === isCancelled) return { fault: 'is_valid and cancelled contradict' };
  const redeemedAt = momentOf(values, 'redeemed_at');
  if (redeemedAt === 'unclear') return { fault: `redeemed_at ${noMoment}` };
  const redeemer = textOf(values, 'redeemed_by');
  return {
    row: {
      code,
      ...place.row,
      isCancelled: isCancelled ?? isValid === false,
      redeemedAt: redeemedAt ?? (redeemer === null ? null : place.row.createdAt),
      redeemedBy: redeemer === null ? null : { text: redeemer, id: null },
    },
  };
}

const noMoment = 'is no moment such as 2020-01-31T12:00:00Z';

function keyOf(values: Values, ...columns: readonly string[]): JudgedRow<CourseKey> {
  const text = textOf(values, ...columns);
  if (text === null) return { fault: 'course_id is missing' };
  const key = courseKeyOf(text);
  return key
    ? { row: key }
    : { fault: `course_id "${text}" is no course key such as course-v1:Org+Number+Run` };
}

function judgePlace(
  values: Values,
  now: Date,
): JudgedRow<{ courseKey: string; mode: string | null; createdAt: Date }> {
  const key = keyOf(values, 'course_id');
  if ('fault' in key) return key;
  const mode = textOf(values, 'mode', 'mode_slug');
  if (mode !== null && !isModeSlug(mode)) return { fault: `mode "${mode}" is no mode such as audit` };
  const createdAt = momentOf(values, 'created_at', 'created');
  if (createdAt === 'unclear') return { fault: `created_at ${noMoment}` };
  return { row: { courseKey: key.row.key, mode, createdAt: createdAt ?? now } };
}

const dateColumns = [
  ['start', 'startsAt'],
  ['end', 'endsAt'],
  ['enrollment_start', 'enrollmentStartsAt'],
  ['enrollment_end', 'enrollmentEndsAt'],
] as const;

function judgeDates(values: Values): JudgedRow<CourseChange> {
  const moments = dateColumns.map(
    ([column, name]) => [column, name, isNone(values, column) ? 'none' : momentOf(values, column)] as const,
  );
  const wrong = moments.find(([, , moment]) => moment === 'unclear');
  if (wrong) return { fault: `${wrong[0]} ${noMoment}` };
  const given = moments.flatMap(([, name, moment]) => {
    if (moment === null || moment === 'unclear') return [];
    return [[name, moment === 'none' ? null : moment]];
  });
  return { row: Object.fromEntries(given) };
}

/** Name, places, and how people come in. Columns of Open edX stand in for ours. */
function judgeFacts(values: Values): JudgedRow<CourseChange> {
  const name = textOf(values, 'name', 'display_name');
  const places = textOf(values, 'capacity', 'max_student_enrollments_allowed');
  const isUnbounded = places?.toLowerCase() === 'none';
  if (places !== null && !isUnbounded && !/^\d{1,10}$/.test(places)) {
    return { fault: `capacity "${places}" is no whole number from 0, and not none` };
  }
  const invitationOnly = flagOf(values, 'invitation_only');
  const selfPaced = flagOf(values, 'self_paced');
  if (invitationOnly === 'unclear' || selfPaced === 'unclear') {
    return { fault: 'invitation_only or self_paced is neither true nor false' };
  }
  const pacing = textOf(values, 'pacing') ?? (selfPaced === null ? null : selfPaced ? 'self' : 'instructor');
  if (pacing !== null && pacing !== 'self' && pacing !== 'instructor') {
    return { fault: `pacing "${pacing}" is neither instructor nor self` };
  }
  const modes = textOf(values, 'modes', 'mode');
  return {
    row: {
      ...(name !== null && { name }),
      ...(places !== null && { capacity: isUnbounded ? null : Number(places) }),
      ...(invitationOnly !== null && { invitationOnly }),
      ...(pacing !== null && { pacing }),
      ...(modes !== null && { modes: modes.split(/[\s,;]+/).filter((slug) => slug !== '') }),
    },
  };
}

/** The word that takes a value away, as on the command line; an empty cell leaves it. */
function isNone(values: Values, column: string): boolean {
  return textOf(values, column)?.toLowerCase() === 'none';
}
