import type { Read } from '../../platform/database/contract.ts';
import { selectFigures } from './course-figures.queries.ts';
import type { Course, CourseFigures, Span } from './types.ts';

/**
 * What a course comes to: who is in, was in, waits and has finished, its codes, and its enrolments over time.
 * @param wanted by which unit of time (in UTC) enrolments are summed up, and from when on; null: all
 */
export function figuresOf(
  read: Read,
  course: Course,
  wanted: { readonly by: Span; readonly since: Date | null },
): Promise<CourseFigures> {
  return selectFigures(read, course.id, wanted);
}
