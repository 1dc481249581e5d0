import type { Known } from './route-requests.ts';

/** What routes of the plain API call by names of their own, apart from the festival's. */
export function v1Values(
  { name }: { readonly name: string },
  path: string,
  known: Known,
  number: number,
): readonly unknown[] | undefined {
  if (!path.startsWith('/api/v1/')) return undefined;
  const { at, learning, member, saas, comments, fair } = known;
  const named: Readonly<Record<string, readonly unknown[]>> = {
    key: path.includes('/courses') ? [learning.courseKey] : [fair.key],
    code: path.includes('/redemptions') ? [learning.code] : [],
    course: [learning.courseKey],
    courses: [[learning.courseKey]],
    identifiers: [[member.email, `fresh${number}@example.com`]],
    action: path.includes('/bulk-enrolments') ? ['enrol', 'unenrol'] : [],
    uuid: uuidsOf(path, known),
    id: path.includes('/enrolment-codes/') ? [learning.codeId] : path.includes('/sites/') ? [at.site.id] : [],
    target_type: ['person'],
    target_id: [member.uuid],
    secret: path.includes('/invitations/') ? [saas.inviteOf(path)] : [],
    old: ['callers own password'],
    new: ['seven red balloons', 'nine green balloons'],
    body: [comments.first],
    cursor: [undefined],
  };
  const values = named[name];
  return values && values.length > 0 ? values : undefined;
}

function uuidsOf(path: string, { learning, saas, comments, errand }: Known): readonly unknown[] {
  if (path.includes('/certificates/')) return [learning.certificate];
  if (path.includes('/code-batches/')) return [learning.batchId];
  if (path.includes('/invitations/')) return [saas.invitation];
  if (path.includes('/comments/')) return [comments.first, comments.second];
  if (path.includes('/jobs/')) return [errand];
  return path.includes('/people/') ? [saas.expendable] : [];
}
