import type { Account } from '../../src/modules/identity/types.ts';
import { issueCertificate } from '../../src/modules/learning/certificates.ts';
import { courseScope, createCourse, requireCourse } from '../../src/modules/learning/courses.ts';
import { generateCodes, redeemCode } from '../../src/modules/learning/enrolment-codes.ts';
import { carryOut, listEnrolments } from '../../src/modules/learning/enrolments.ts';
import type { Course, CourseOutcome, EnrolmentOrder, NewCourse } from '../../src/modules/learning/types.ts';
import { updateSite } from '../../src/modules/tenants/sites.ts';
import type { TestApp, TestSite } from './app.ts';

/** The site with these organisations instead of its own. */
export async function withOrganisations(
  muster: TestApp,
  at: TestSite,
  organisations: readonly string[],
): Promise<TestSite> {
  const owner = muster.database.acrossTenants();
  const site = await owner.transaction((tx) => updateSite(tx, at.site.slug, { organisations }));
  muster.services.directory.forget();
  return { ...at, site };
}

let made = 0;

/** Makes a course of the site's first organisation: open, free, without a bound, unless told otherwise. */
export function course(at: TestSite, more: Partial<NewCourse> = {}): Promise<Course> {
  made += 1;
  const wanted: NewCourse = {
    key: `course-v1:${at.site.organisations[0]}+C${made}+2027`,
    name: `Course ${made}`,
    startsAt: null,
    endsAt: null,
    enrollmentStartsAt: null,
    enrollmentEndsAt: null,
    invitationOnly: false,
    pacing: 'instructor',
    modes: [],
    capacity: null,
    ...more,
  };
  return at.context.transaction((tx) => createCourse(tx, at.site, wanted));
}

/** Carries out an order to enrol these people, unless told otherwise. */
export function enrol(
  at: TestSite,
  courses: readonly Course[],
  identifiers: readonly string[],
  more: Partial<EnrolmentOrder> = {},
): Promise<CourseOutcome[]> {
  const order: EnrolmentOrder = {
    action: 'enroll',
    identifiers,
    courses,
    autoEnroll: false,
    notify: false,
    reason: '',
    force: false,
    ...more,
  };
  return at.context.transaction((tx) => carryOut(tx, at.site, order));
}

/** The course as it is now. */
export function look(at: TestSite, { key }: Course): Promise<Course> {
  return at.context.read((read) => requireCourse(read, courseScope(at.site), key));
}

/** Who is in a course of that key, in order; `ann (out)` has left it. */
export async function membersOf(
  muster: TestApp,
  at: TestSite,
  { key }: { key: string },
): Promise<readonly string[]> {
  const rows = await muster.query<{ member: string }>(
    `select a.username || case when e.is_active then '' else ' (out)' end as member
     from enrolments e join courses c on c.tenant_id = e.tenant_id and c.id = e.course_id
     join accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
     where e.tenant_id = $1 and c.course_key = $2 order by e.id`,
    [at.site.tenantId, key],
  );
  return rows.map(({ member }) => member);
}

/** Whose account a course waits for, in order. */
export async function pendingOf(muster: TestApp, { id }: Course): Promise<readonly string[]> {
  const rows = await muster.query<{ email: string }>(
    'select email from pending_enrolments where course_id = $1 order by id',
    [id],
  );
  return rows.map(({ email }) => email);
}

/** Names of what a tenant teaches. */
export interface Taught {
  readonly courseKey: string;
  /** Of the form with slashes. */
  readonly olderKey: string;
  /** Of somebody in no course. */
  readonly learner: string;
  /** Of an open code. */
  readonly code: string;
  /** The number of that code. */
  readonly codeId: number;
  readonly batchId: string;
  readonly certificate: string;
  readonly enrolmentId: number;
}

/** A course with somebody in it and somebody who waits, codes redeemed and open, a certificate. */
export async function teach(at: TestSite, member: Account, learner: Account): Promise<Taught> {
  const taught = await course(at, { capacity: 50 });
  await enrol(at, [taught], [member.username, `waiting@${at.site.slug}.example.com`], { autoEnroll: true });
  const org = at.site.organisations[0];
  const older = await course(at, { key: `${org}/Older/2020` });
  const open = await course(at);
  return at.context.transaction(async (tx) => {
    const redeemed = await generateCodes(tx, older, 1);
    await redeemCode(tx, { email: member.email, code: redeemed.codes[0] ?? '' });
    const { batchId, codes } = await generateCodes(tx, open, 1);
    const issued = { accountId: member.id, grade: 'A', completedAt: tx.clock.now() };
    const certificate = await issueCertificate(tx, taught, issued);
    const place = { courseKey: taught.key, accountId: member.id };
    const [code] = await tx.db
      .selectFrom('enrolment_codes')
      .select('id')
      .where('tenant_id', '=', tx.tenantId)
      .where('code', '=', codes[0] ?? '')
      .execute();
    const { enrolments } = await listEnrolments(tx, null, place, { limit: 1, offset: 0 });
    return {
      courseKey: taught.key,
      olderKey: older.key,
      learner: learner.email,
      code: codes[0] ?? '',
      codeId: code?.id ?? 0,
      batchId,
      certificate,
      enrolmentId: enrolments[0]?.id ?? 0,
    };
  });
}
