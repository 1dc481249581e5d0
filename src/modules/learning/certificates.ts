import type { Read, Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { record } from '../activity/activity.ts';
import * as rows from './certificates.queries.ts';
import { badCourse, unknownCertificate } from './refusals.ts';
import { isUuid } from './rules.ts';
import type {
  After,
  Certificate,
  CertificateFilter,
  Course,
  CourseScope,
  ListedCertificate,
} from './types.ts';

/** Issues a person's certificate of a course, or renews it under the same address. Refuses a grade that is no text. */
export async function issueCertificate(
  tx: Tx,
  course: Course,
  wanted: { accountId: number; grade: string; completedAt: Date },
): Promise<string> {
  const grade = wanted.grade.trim();
  if (grade === '' || grade.length > 50) throw badCourse({ grade: ['A grade has 1 to 50 characters.'] });
  const made = uuid(tx.random, tx.clock.now());
  const row = { uuid: made, courseId: course.id, ...wanted, grade };
  const issued = await rows.upsertCertificate(tx, row);
  await record(tx, { verb: 'issued', objectType: 'certificate', objectId: issued });
  return issued;
}

/** Takes a certificate back: lists and its page show it no more. Refuses an unknown one and one taken back already. */
export async function revokeCertificate(tx: Tx, id: string): Promise<void> {
  if (!isUuid(id) || !(await rows.revokeCertificateRow(tx, id))) throw unknownCertificate(id);
  await record(tx, { verb: 'revoked', objectType: 'certificate', objectId: id });
}

/** The certificate that its public page shows. Refuses an unknown or revoked one. */
export async function requireCertificate(
  read: Read,
  id: string,
): Promise<Certificate & { name: string; courseName: string }> {
  const found = isUuid(id) ? await rows.findCertificate(read, id) : null;
  if (!found) throw unknownCertificate(id);
  return found;
}

/** One page of the certificates of courses that the scope shows, oldest first, and how many there are in all. */
export function listCertificates(
  read: Read,
  scope: CourseScope | null,
  filter: CertificateFilter,
  page: { limit: number; offset: number },
): Promise<{ count: number; certificates: ListedCertificate[] }> {
  return rows.selectCertificates(read, scope, filter, page);
}

/** The certificates behind one in the list by age, of courses that the scope shows. */
export function certificatesAfter(
  read: Read,
  scope: CourseScope | null,
  filter: CertificateFilter,
  page: { after: After | null; limit: number },
): Promise<ListedCertificate[]> {
  return rows.selectCertificatesAfter(read, scope, filter, page);
}

/** The certificate of that uuid as whoever runs the site sees it, revoked or not. Refuses an unknown one. */
export async function requireListedCertificate(
  read: Read,
  scope: CourseScope | null,
  id: string,
): Promise<ListedCertificate> {
  const filter = { uuid: id };
  const [found] = isUuid(id)
    ? await rows.selectCertificatesAfter(read, scope, filter, { after: null, limit: 1 })
    : [];
  if (!found) throw unknownCertificate(id);
  return found;
}
