import type { Read } from '../../platform/database/contract.ts';
import { type BatchFilter, selectBatches } from './code-batches.queries.ts';
import { unknownBatch } from './refusals.ts';
import { isUuid } from './rules.ts';
import type { After, CodeBatch, CourseScope } from './types.ts';

/** The batches of enrolment codes before one, newest first, of courses that the scope shows. */
export function batchesBefore(
  read: Read,
  scope: CourseScope | null,
  filter: Pick<BatchFilter, 'courseId'>,
  page: { after: After | null; limit: number },
): Promise<CodeBatch[]> {
  return selectBatches(read, scope, filter, page);
}

/** The batch of that id and what became of its codes. Refuses an unknown one. */
export async function requireBatch(read: Read, scope: CourseScope | null, id: string): Promise<CodeBatch> {
  const page = { after: null, limit: 1 };
  const [batch] = isUuid(id) ? await selectBatches(read, scope, { id }, page) : [];
  if (!batch) throw unknownBatch(id);
  return batch;
}
