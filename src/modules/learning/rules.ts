import { badCourseKey, otherMode } from './refusals.ts';
import type {
  Admission,
  Course,
  CourseKey,
  EnrolmentAction,
  EnrolmentState,
  Hindrance,
  Mode,
  NewCourse,
  Transition,
} from './types.ts';

/** Letters, digits and `_ . -` in each part; the documents' keys never hold more. */
const part = String.raw`[\p{L}\p{N}_.~-]+`;
const newForm = new RegExp(String.raw`^course-v1:(${part})\+(${part})\+(${part})$`, 'u');
const oldForm = new RegExp(`^(${part})/(${part})/(${part})$`, 'u');

/**
 * Takes a course key apart. A blank stands for the `+` that a form or a query decoded (ruling "`+` in course keys").
 * Refuses what is neither `course-v1:Org+Number+Run` nor `Org/Number/Run`, or is longer than 255 characters.
 */
export function parseCourseKey(text: string): CourseKey {
  const parsed = courseKeyOf(text);
  if (!parsed) throw badCourseKey(text.trim());
  return parsed;
}

/** As `parseCourseKey`; null where the text is no course key. */
export function courseKeyOf(text: string): CourseKey | null {
  const key = text.trim().replaceAll(' ', '+');
  const found = key.length <= 255 ? (newForm.exec(key) ?? oldForm.exec(key)) : null;
  const [, org, number, run] = found ?? [];
  return org && number && run ? { key, org, number, run } : null;
}

const modeNames: Readonly<Record<string, string>> = {
  audit: 'Audit',
  honor: 'Honor',
  verified: 'Verified',
  professional: 'Professional',
  'no-id-professional': 'Professional',
};

/** A mode of that slug, free of charge, as lists show it. */
function plainMode(slug: string): Mode {
  return {
    slug,
    name: modeNames[slug] ?? slug,
    min_price: 0,
    suggested_prices: '',
    currency: 'usd',
    expiration_datetime: null,
    description: null,
    sku: null,
    bulk_sku: null,
  };
}

/** The slug of a mode: letters, digits, `_` and `-`. */
export function isModeSlug(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/.test(text);
}

/** What is wrong with a course, by the names that forms and files have for its fields; empty where all is well. */
export function courseFaults(course: Omit<NewCourse, 'key'>): Record<string, string[]> {
  const wrong: Record<string, string[]> = {};
  const backwards = (from: Date | null, to: Date | null) => from !== null && to !== null && from >= to;
  if (!isName(course.name)) wrong.name = ['A name has 1 to 255 characters, no control characters.'];
  if (backwards(course.startsAt, course.endsAt)) wrong.end = ['A course ends after it starts.'];
  if (backwards(course.enrollmentStartsAt, course.enrollmentEndsAt)) {
    wrong.enrollment_end = ['Enrolment ends after it starts.'];
  }
  const { capacity, modes } = course;
  if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 0 && capacity <= 2_147_483_647)) {
    wrong.capacity = ['A capacity is a whole number from 0 to 2147483647, or none.'];
  }
  const odd = modes.find((slug) => !isModeSlug(slug));
  if (odd !== undefined) wrong.modes = [`"${odd}" is no mode: letters, digits, "_" and "-", at most 50.`];
  else if (new Set(modes).size < modes.length) wrong.modes = ['A mode is named twice.'];
  return wrong;
}

function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= 255 && text.isWellFormed() && !/\p{Cc}/u.test(text);
}

/** The modes of these slugs; of those that a course has already what they cost and say is kept. */
export function modesOf(slugs: readonly string[], present: readonly Mode[]): Mode[] {
  const known = new Map(present.map((mode) => [mode.slug, mode]));
  return (slugs.length > 0 ? slugs : ['audit']).map((slug) => known.get(slug) ?? plainMode(slug));
}

/** Whether the text is a uuid; another would be an error of the database. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** The mode a person is enrolled in when none is named: the first of the course. */
export function usualMode(course: Course): string {
  return course.modes[0]?.slug ?? 'audit';
}

/** Refuses a mode that the course does not have. */
export function refuseOtherMode(course: Course, mode: string): void {
  const slugs = course.modes.map(({ slug }) => slug);
  if (mode !== usualMode(course) && !slugs.includes(mode)) throw otherMode(mode, slugs);
}

/** Whether somebody may come in now, without staff: the course's dates, its places, or an invitation stand against it. */
export function admissionOf(course: Course, now: Date): Admission {
  if (hindranceOf(course, now)) {
    return course.enrollmentStartsAt && now < course.enrollmentStartsAt ? 'not_yet' : 'closed';
  }
  if (freePlaces(course) === 0) return 'full';
  return course.invitationOnly ? 'invitation' : 'open';
}

/** What keeps a person out of a course whatever the places: its enrolment dates. */
export function hindranceOf(course: Course, now: Date): Exclude<Hindrance, 'full'> | null {
  if (course.enrollmentStartsAt && now < course.enrollmentStartsAt) return 'closed';
  if (course.enrollmentEndsAt && now >= course.enrollmentEndsAt) return 'closed';
  return null;
}

/** How many may still come in; infinite without a capacity. Nobody more where more are in than there is room for. */
export function freePlaces(course: Pick<Course, 'capacity' | 'taken'>): number {
  return course.capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, course.capacity - course.taken);
}

/** What became of a person and a course, in the words that the audit rows of the ancestor use (contract §6). */
export function transitionOf(
  action: EnrolmentAction,
  before: EnrolmentState,
  after: EnrolmentState,
): Transition {
  if (action === 'unenroll') {
    if (before.enrollment) return 'from enrolled to unenrolled';
    return before.allowed ? 'from allowed to unenrolled' : 'from unenrolled to unenrolled';
  }
  if (after.enrollment) {
    if (before.enrollment) return 'from enrolled to enrolled';
    return before.allowed ? 'from allowed to enrolled' : 'from unenrolled to enrolled';
  }
  return 'from unenrolled to allowed to enroll';
}

/** Code letters: digits without 1, letters without vowels and without the small l (contract §2.6). */
export const codeAlphabet = '023456789BCDFGHJKLMNPQRSTVWXYZbcdfghjkmnpqrstvwxyz';
export const codeLength = 8;

/** Identifier × course pairs in one call (ruling "bulk-enroll"). */
export const mostPairs = 50_000;

/** The bucket of an address, 0–255; two of one address always share one. */
export function bucketOf(emailKey: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < emailKey.length; index += 1) {
    hash = Math.imul(hash ^ emailKey.charCodeAt(index), 16_777_619);
  }
  return (hash >>> 0) % 256;
}
