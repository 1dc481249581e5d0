import type { Context } from '../../platform/database/contract.ts';
import { fold } from '../../platform/text-folding.ts';
import { type EnrolmentBatchFilter, enrolmentsAsJson } from './analytics.queries.ts';
import { parseCourseKey } from './rules.ts';
import type { CourseScope } from './types.ts';

export interface EnrolmentBatch {
  readonly courseKey?: string;
  readonly username?: string;
  readonly after?: Date;
  readonly before?: Date;
  readonly includeCertificates: boolean;
}

/**
 * Every enrolment in the courses that the scope shows as JSON texts, by id, filtered one by one (contract §2.12, ruling
 * "Analytics"). Refuses a course key that is none.
 * @param certificateAddress what comes before a certificate's uuid in its address
 */
export async function* streamEnrolments(
  context: Context,
  scope: CourseScope | null,
  batch: EnrolmentBatch,
  certificateAddress: string,
): AsyncGenerator<readonly string[]> {
  const { courseKey, username, ...bounds } = batch;
  const filter: EnrolmentBatchFilter = {
    ...bounds,
    ...(courseKey !== undefined && { courseKey: parseCourseKey(courseKey).key }),
    ...(username !== undefined && { usernameKey: fold(username) }),
  };
  const { first, rest } = enrolmentsAsJson(context.tenantId, scope, filter, certificateAddress);
  const lists = context.stream(first, rest);
  for await (const list of lists) yield list.map(({ row }) => row);
}
