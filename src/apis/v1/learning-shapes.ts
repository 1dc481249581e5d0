import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  admissionTo,
  courseScope,
  isCourseKey,
  ownCourses,
  requireCourse,
} from '../../modules/learning/courses.ts';
import { unknownCourse } from '../../modules/learning/refusals.ts';
import type { Course, CourseScope, ListedCertificate, NamedEnrolment } from '../../modules/learning/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { actorOf, type Services } from '../callers.ts';
import { holds } from './auth.ts';
import { closed, iso, moment, nullable } from './formats.ts';

/** What names a course in a path; slashes of the older form are `%2F`. */
export const courseParams = closed({ key: Type.String({ minLength: 1, maxLength: 300 }) });
export const courseKey = Type.String({ minLength: 1, maxLength: 300, description: 'The key of a course' });
export const uuid = Type.String({ format: 'uuid' });
/** Where a page of a list by number begins. */
export const afterId = closed({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });
export const numberParams = closed({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

export const course = closed({
  key: Type.String(),
  organisation: Type.String(),
  number: Type.String(),
  run: Type.String(),
  name: Type.String(),
  starts_at: nullable(moment),
  ends_at: nullable(moment),
  enrolment_starts_at: nullable(moment),
  enrolment_ends_at: nullable(moment),
  invitation_only: Type.Boolean(),
  pacing: Type.String({ enum: ['instructor', 'self'] }),
  modes: Type.Array(closed({ slug: Type.String(), name: Type.String() })),
  capacity: nullable(Type.Integer()),
  taken: Type.Integer({ description: 'Places that are held' }),
  free: nullable(Type.Integer({ description: 'Places that may still be had; null: as many as like' })),
  admission: Type.String({
    enum: ['open', 'not_yet', 'closed', 'full', 'invitation'],
    description: 'Whether people may come in now by themselves, and what stands against it',
  }),
});

/** What somebody may change of a course, in its words. */
export function editableOf(one: Course) {
  return {
    key: one.key,
    organisation: one.org,
    number: one.number,
    run: one.run,
    name: one.name,
    starts_at: iso(one.startsAt),
    ends_at: iso(one.endsAt),
    enrolment_starts_at: iso(one.enrollmentStartsAt),
    enrolment_ends_at: iso(one.enrollmentEndsAt),
    invitation_only: one.invitationOnly,
    pacing: one.pacing,
    modes: one.modes.map(({ slug, name }) => ({ slug, name })),
    capacity: one.capacity,
  };
}

export function toCourse(one: Course, now: Date) {
  return { ...editableOf(one), taken: one.taken, ...admissionTo(one, now) };
}

const person = closed({
  uuid: Type.String(),
  username: Type.String(),
  name: Type.String(),
  email: Type.String(),
});

export const enrolment = closed({
  id: Type.Integer(),
  course: Type.String({ description: 'The key of the course' }),
  course_name: Type.String(),
  person,
  mode: Type.String(),
  is_active: Type.Boolean(),
  created_at: moment,
  updated_at: moment,
});

export function toEnrolment(one: NamedEnrolment) {
  return {
    id: one.id,
    course: one.courseKey,
    course_name: one.courseName,
    person: { uuid: one.accountUuid, username: one.username, name: one.name, email: one.email },
    mode: one.mode,
    is_active: one.isActive,
    created_at: iso(one.createdAt),
    updated_at: iso(one.updatedAt),
  };
}

export const certificate = closed({
  uuid: Type.String(),
  course: Type.String({ description: 'The key of the course' }),
  course_name: Type.String(),
  person: Type.Omit(person, ['email']),
  grade: Type.String(),
  completed_at: moment,
  revoked_at: nullable(moment),
  url: Type.String({ format: 'uri', description: 'Its public page' }),
});

export function toCertificate(
  { identity }: Services,
  { site }: Pick<FastifyRequest, 'site'>,
  one: ListedCertificate,
) {
  return {
    uuid: one.uuid,
    course: one.courseKey,
    course_name: one.courseName,
    person: { uuid: one.accountUuid, username: one.username, name: one.name },
    grade: one.grade,
    completed_at: iso(one.completedAt),
    revoked_at: iso(one.revokedAt),
    url: identity.address(site, `/certificates/${one.uuid}`),
  };
}

/** The courses that the caller knows of: whoever runs the site sees those too that its lists leave out. */
export function coursesFor(request: FastifyRequest): CourseScope {
  return holds(actorOf(request).role, 'staff') ? ownCourses(request.site) : courseScope(request.site);
}

/** The course that a path names. Whatever names none is an unknown one. */
export function courseOfPath(read: Read, scope: CourseScope, key: string): Promise<Course> {
  if (!isCourseKey(key)) throw unknownCourse(key);
  return requireCourse(read, scope, key);
}

/** The course that a field names. Refuses any other by the name of the field. */
export async function courseOfField(
  read: Read,
  scope: CourseScope,
  key: string,
  field = 'course',
): Promise<Course> {
  try {
    return await courseOfPath(read, scope, key);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'course.unknown')) throw error;
    throw refuse('invalid', error.code, error.message, { fields: { [field]: [error.message] } });
  }
}
