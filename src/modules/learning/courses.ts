import type { Read, Tx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { fold } from '../../platform/text-folding.ts';
import { record } from '../activity/activity.ts';
import { shownOrganisations } from '../tenants/sites.ts';
import type { Site } from '../tenants/types.ts';
import * as rows from './courses.queries.ts';
import { badCourse, courseTaken, foreignOrganisation, unknownCourse } from './refusals.ts';
import { admissionOf, courseFaults, courseKeyOf, freePlaces, modesOf, parseCourseKey } from './rules.ts';
import type {
  Admission,
  After,
  Course,
  CourseChange,
  CourseFilter,
  CourseScope,
  NewCourse,
} from './types.ts';

/**
 * Which courses a site shows (ruling `course_org_filter`): those of the organisations its filter names, without a filter
 * those of its own organisations.
 */
export function courseScope(site: Site): CourseScope {
  return { orgKeys: shownOrganisations(site).map(fold) };
}

/** The courses of a site's organisations, whether or not its filter shows them: for whoever runs it. */
export function ownCourses(site: Site): CourseScope {
  return { orgKeys: site.organisations.map(fold) };
}

/** Whether the site's lists show the course: its filter may leave organisations out. */
export function isShown(site: Site, course: Course): boolean {
  return courseScope(site).orgKeys.includes(fold(course.org));
}

/**
 * Makes a course of the site. Refuses a key that is none or is taken, an organisation that is not the site's, dates that
 * run backwards, a capacity below 0.
 */
export async function createCourse(tx: Tx, site: Site, wanted: NewCourse): Promise<Course> {
  const key = parseCourseKey(wanted.key);
  judgeCourse(wanted);
  const orgKey = fold(key.org);
  if (!site.organisations.some((name) => fold(name) === orgKey)) {
    throw foreignOrganisation(key.org, site.organisations);
  }
  const folded = { ...key, orgKey, numberKey: fold(key.number), nameKey: fold(wanted.name) };
  try {
    const course = await rows.insertCourse(tx, folded, wanted, modesOf(wanted.modes, []));
    if (!course) throw foreignOrganisation(key.org, site.organisations);
    await record(tx, { verb: 'created', objectType: 'course', objectId: course.id });
    return course;
  } catch (error) {
    throw brokenConstraint(error) === 'courses__key' ? courseTaken(key.key) : error;
  }
}

/**
 * Changes a course of the site's organisations. A capacity below what is taken keeps everybody in and lets nobody more
 * in; a mode that it has already keeps its price. Refuses an unknown course and what `createCourse` refuses.
 */
export async function updateCourse(tx: Tx, site: Site, key: string, change: CourseChange): Promise<Course> {
  const found = await requireCourse(tx, ownCourses(site), key);
  // Locked, so that dates judged here are the dates that stand.
  const [present = found] = await rows.lockCourses(tx, [found.id]);
  judgeCourse({ ...present, modes: present.modes.map(({ slug }) => slug), ...change });
  const { modes, ...plain } = change;
  await rows.updateCourseRow(tx, present.id, {
    ...plain,
    ...(change.name !== undefined && { nameKey: fold(change.name) }),
    ...(modes && { modes: modesOf(modes, present.modes) }),
  });
  const fields = Object.keys(change);
  await record(tx, { verb: 'changed', objectType: 'course', objectId: present.id, fields });
  return requireCourse(tx, null, present.key);
}

/** Whether the text is a course key, for callers who tell it beside other things that are wrong. */
export function isCourseKey(text: string): boolean {
  return courseKeyOf(text) !== null;
}

/** The course of that key that the scope shows. Refuses a bad key, an unknown course and one of another scope alike. */
export async function requireCourse(read: Read, scope: CourseScope | null, key: string): Promise<Course> {
  const parsed = parseCourseKey(key);
  const [course] = await rows.selectCoursesByKey(read, [parsed.key], scope);
  if (!course) throw unknownCourse(parsed.key);
  return course;
}

/**
 * The courses of these keys in their order, each once, and the keys that the scope does not show.
 * Refuses the first key that is none.
 */
export async function findCourses(
  read: Read,
  scope: CourseScope | null,
  keys: readonly string[],
): Promise<{ courses: Course[]; unknown: string[] }> {
  const parsed = [...new Set(keys.map((key) => parseCourseKey(key).key))];
  const found = await rows.selectCoursesByKey(read, parsed, scope);
  const byKey = new Map(found.map((course) => [course.key, course]));
  return {
    courses: parsed.flatMap((key) => byKey.get(key) ?? []),
    unknown: parsed.filter((key) => !byKey.has(key)),
  };
}

/** One page of the courses that the scope shows, by id; filters ignore case. */
export function listCourses(
  read: Read,
  scope: CourseScope | null,
  filter: CourseFilter,
  page: { limit: number; offset: number },
): Promise<{ count: number; courses: Course[] }> {
  const folded = Object.fromEntries(Object.entries(filter).map(([name, text]) => [name, fold(text)]));
  return rows.selectCourses(read, scope, folded, page);
}

/** The courses behind one in the list by id that the scope shows; filters ignore case. */
export function coursesAfter(
  read: Read,
  scope: CourseScope | null,
  { contains }: Pick<CourseFilter, 'contains'>,
  page: { after: After | null; limit: number },
): Promise<Course[]> {
  return rows.selectCoursesAfter(
    read,
    scope,
    contains === undefined ? {} : { contains: fold(contains) },
    page,
  );
}

/** Whether people may come in now by themselves, and how many; null: as many as like. */
export function admissionTo(course: Course, now: Date): { free: number | null; admission: Admission } {
  const free = freePlaces(course);
  return { free: Number.isFinite(free) ? free : null, admission: admissionOf(course, now) };
}

/** The course of that key that the scope shows, locked until the transaction ends; refuses as `requireCourse` does. */
export async function holdCourse(tx: Tx, scope: CourseScope | null, key: string): Promise<Course> {
  const { id } = await requireCourse(tx, scope, key);
  const [course] = await rows.lockCourses(tx, [id]);
  if (!course) throw unknownCourse(key);
  return course;
}

function judgeCourse(course: Omit<NewCourse, 'key'>): void {
  const wrong = courseFaults(course);
  if (Object.keys(wrong).length > 0) throw badCourse(wrong);
}

/** Courses as things that others name, such as what a comment is on; by a key that the site shows. */
export const coursesAsTargets = {
  async find(read: Read, site: Site, key: string) {
    if (!isCourseKey(key)) return null;
    const [course] = await rows.selectCoursesByKey(read, [parseCourseKey(key).key], courseScope(site));
    return course ? asTarget(course) : null;
  },
  async describe(read: Read, ids: readonly number[]) {
    return (await rows.selectCoursesById(read, ids)).map(asTarget);
  },
};

/** Nobody in particular is told of what happens to a course. */
function asTarget({ id, key, name }: Course) {
  return { id, publicId: key, name, concerns: [] };
}
