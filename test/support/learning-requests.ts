import type { Account } from '../../src/modules/identity/types.ts';
import type { Taught } from './learning.ts';

/** What the plain API and the pages call the things of learning; null on other paths. */
export function learningValues(
  { name }: { readonly name: string },
  path: string,
  learning: Taught,
  { member, number }: { readonly member: Account; readonly number: number },
): readonly unknown[] | null {
  if (path.startsWith('/courses/:key')) return name === 'key' ? [learning.courseKey] : null;
  const noun = /^\/api\/v1\/(?:me\/)?([a-z-]+)/.exec(path)?.[1] ?? '';
  if (!nouns.includes(noun)) return null;
  const [org = ''] = learning.olderKey.split('/');
  const isNew = path === '/api/v1/courses';
  const named: Readonly<Record<string, readonly unknown[]>> = {
    key: isNew ? [`course-v1:${org}+Fresh${number}+1`] : [learning.courseKey],
    course: [learning.courseKey],
    courses: [[learning.courseKey]],
    identifiers: [[member.username, `fresh${number}@example.com`]],
    action: ['enrol', 'unenrol'],
    email: [noun === 'certificates' ? member.email : `fresh${number}@example.com`],
    uuid: noun === 'certificates' ? [learning.certificate] : [learning.batchId],
    id: [noun === 'enrolments' ? learning.enrolmentId : 1],
    batch: [learning.batchId],
    code: [learning.code],
    count: [2],
    grade: ['A'],
    dry_run: ['true', 'false'],
    updated_since: ['2026-01-01T00:00:00Z'],
    since: ['2026-01-01T00:00:00Z'],
    is_active: path.includes(':id') ? [true] : ['true'],
  };
  return named[name] ?? null;
}

const nouns = [
  'courses',
  'enrolments',
  'bulk-enrolments',
  'code-batches',
  'enrolment-codes',
  'redemptions',
  'certificates',
];
