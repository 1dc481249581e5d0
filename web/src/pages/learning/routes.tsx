import type { PageRoute } from '../../ui/page-route.ts';
import { learningPaths as paths } from './paths.ts';

/** The pages of this area, each loaded when it is opened. */
export const learningRoutes: readonly PageRoute[] = [
  {
    path: paths.courses,
    can: 'beSignedIn',
    navigation: 'learning.courses',
    load: () => import('./Courses.tsx'),
  },
  {
    path: paths.managedCourses,
    can: 'manageCourses',
    navigation: 'learning.manage',
    load: () => import('./ManagedCourses.tsx'),
  },
  { path: paths.newCourse, can: 'manageCourses', load: () => import('./NewCourse.tsx') },
  { path: paths.courseSettings('$key'), can: 'manageCourses', load: () => import('./CourseSettings.tsx') },
  { path: paths.coursePeople('$key'), can: 'manageCourses', load: () => import('./CoursePeople.tsx') },
  { path: paths.courseCodes('$key'), can: 'manageCourses', load: () => import('./CourseCodes.tsx') },
  { path: paths.courseFigures('$key'), can: 'manageCourses', load: () => import('./CourseFigures.tsx') },
  { path: paths.codeBatch('$uuid'), can: 'manageCourses', load: () => import('./CodeBatch.tsx') },
  { path: paths.bulkEnrolment, can: 'manageCourses', load: () => import('./BulkEnrolment.tsx') },
  { path: paths.certificates, can: 'manageCourses', load: () => import('./Certificates.tsx') },
];
