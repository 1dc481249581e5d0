import type { V0Answer } from './v0-client.ts';

export const bulkPath = 'bulk-enrollment/bulk-enroll';

/** The four facts of a person and a course, as a result tells them. */
export const state = (user: boolean, enrollment: boolean, allowed = false, auto_enroll = false) => ({
  user,
  enrollment,
  allowed,
  auto_enroll,
});

/** The results of one course. */
export function resultsOf(answer: V0Answer, key: string): unknown[] {
  const found = isBulkAnswer(answer.body) ? answer.body.courses[key]?.results : undefined;
  if (!found) throw new Error(`${answer.status} ${answer.text}`);
  return found;
}

export function isBulkAnswer(body: unknown): body is { courses: Record<string, { results: unknown[] }> } {
  return typeof body === 'object' && body !== null && 'courses' in body;
}
