/** A course key may hold slashes; the name of a parameter stays as it is. */
const segment = (key: string) => (key.startsWith('$') ? key : encodeURIComponent(key));

/** Addresses below `/app`. */
export const learningPaths = {
  courses: '/courses',
  managedCourses: '/learning/courses',
  newCourse: '/learning/new-course',
  courseSettings: (key: string) => `/learning/courses/${segment(key)}`,
  coursePeople: (key: string) => `/learning/courses/${segment(key)}/people`,
  courseCodes: (key: string) => `/learning/courses/${segment(key)}/codes`,
  courseFigures: (key: string) => `/learning/courses/${segment(key)}/figures`,
  codeBatch: (uuid: string) => `/learning/code-batches/${uuid}`,
  bulkEnrolment: '/learning/bulk-enrolment',
  certificates: '/learning/certificates',
} as const;
