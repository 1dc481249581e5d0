import type { SyncPlace } from '../../platform/database/sync-order.ts';
import type { Named } from '../identity/types.ts';

/** A way to take part in a course; keys as every document spells them. */
export interface Mode {
  readonly slug: string;
  readonly name: string;
  readonly min_price: number;
  readonly suggested_prices: string;
  readonly currency: string;
  readonly expiration_datetime: string | null;
  readonly description: string | null;
  readonly sku: string | null;
  readonly bulk_sku: string | null;
}

export type Pacing = 'instructor' | 'self';

export interface Course {
  readonly id: number;
  /** `course-v1:Org+Number+Run`, or the older `Org/Number/Run`. */
  readonly key: string;
  readonly org: string;
  readonly number: string;
  readonly run: string;
  readonly name: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly enrollmentStartsAt: Date | null;
  readonly enrollmentEndsAt: Date | null;
  readonly invitationOnly: boolean;
  readonly pacing: Pacing;
  readonly modes: readonly Mode[];
  /** Null: as many as like. */
  readonly capacity: number | null;
  readonly taken: number;
  readonly granted: number;
}

/** Whether people may come into a course by themselves, and what stands against it. */
export type Admission = 'open' | 'not_yet' | 'closed' | 'full' | 'invitation';

/** A course key taken apart. */
export interface CourseKey {
  readonly key: string;
  readonly org: string;
  readonly number: string;
  readonly run: string;
}

export interface NewCourse {
  readonly key: string;
  readonly name: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly enrollmentStartsAt: Date | null;
  readonly enrollmentEndsAt: Date | null;
  readonly invitationOnly: boolean;
  readonly pacing: Pacing;
  readonly modes: readonly string[];
  readonly capacity: number | null;
}

/** What may be changed of a course; an absent key stays. */
export type CourseChange = Partial<Omit<NewCourse, 'key'>>;

/** Which courses a site shows: those of these organisations, folded. */
export interface CourseScope {
  readonly orgKeys: readonly string[];
}

export interface CourseFilter {
  /** Part of the name or of the key. */
  readonly contains?: string;
  readonly nameContains?: string;
  readonly org?: string;
  readonly number?: string;
  readonly numberContains?: string;
}

export interface Enrolment {
  readonly id: number;
  readonly accountId: number;
  readonly username: string;
  readonly mode: string;
  readonly isActive: boolean;
  readonly createdAt: Date;
  readonly course: Course;
}

/** An enrolment with the names that lists show beside it. */
export interface NamedEnrolment {
  readonly id: number;
  readonly courseId: number;
  readonly courseKey: string;
  readonly courseName: string;
  readonly accountId: number;
  readonly accountUuid: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly mode: string;
  readonly isActive: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NamedEnrolmentFilter {
  readonly id?: number;
  readonly courseId?: number;
  readonly accountId?: number;
  readonly accountUuid?: string;
  readonly isActive?: boolean;
}

/** An enrolment and where it stands in the order of changes. */
export interface ChangedEnrolment extends NamedEnrolment {
  readonly place: SyncPlace;
}

/** Where a page of a list begins: behind the one with this id. */
export interface After {
  readonly id: number;
}

export interface EnrolmentFilter {
  readonly courseKey?: string;
  readonly accountId?: number;
  readonly username?: string;
  readonly isActive?: boolean;
}

export type EnrolmentAction = 'enroll' | 'unenroll';

/** What is asked of the engine (contract §6): every identifier into or out of every course. */
export interface EnrolmentOrder {
  readonly action: EnrolmentAction;
  /** Usernames or e-mails. Blanks around them do not count; who is named twice counts once, letter case apart. */
  readonly identifiers: readonly string[];
  readonly courses: readonly Course[];
  readonly autoEnroll: boolean;
  /** Whether each person is written to. */
  readonly notify: boolean;
  readonly reason: string;
  /** Staff only: past a full course, a closed enrolment, an invitation-only course. */
  readonly force: boolean;
  /** How people take part; absent: the usual mode of each course. */
  readonly mode?: string;
}

/** The four facts of a person and a course before and after (contract §6). */
export interface EnrolmentState {
  readonly user: boolean;
  readonly enrollment: boolean;
  readonly allowed: boolean;
  readonly autoEnroll: boolean;
}

export type Transition =
  | 'from unenrolled to enrolled'
  | 'from allowed to enrolled'
  | 'from enrolled to enrolled'
  | 'from unenrolled to allowed to enroll'
  | 'from enrolled to unenrolled'
  | 'from allowed to unenrolled'
  | 'from unenrolled to unenrolled';

/** Why a place could not be had. */
export type Hindrance = 'full' | 'closed';

export type EnrolmentOutcome =
  | { readonly identifier: string; readonly invalid: true }
  | { readonly identifier: string; readonly hindrance: Hindrance }
  | {
      readonly identifier: string;
      readonly before: EnrolmentState;
      readonly after: EnrolmentState;
    };

export interface CourseOutcome {
  readonly course: Course;
  /** In the order of the identifiers. */
  readonly outcomes: readonly EnrolmentOutcome[];
}

/** Whom an identifier names in this tenant. */
export interface Person {
  readonly identifier: string;
  /** Null: neither a username here nor a well-formed address. */
  readonly email: string | null;
  readonly emailKey: string | null;
  readonly accountId: number | null;
  readonly isActive: boolean;
  readonly name: string;
  readonly locale: string | null;
}

export type CodeState = 'open' | 'redeemed' | 'cancelled';

export interface EnrolmentCode {
  readonly id: number;
  readonly code: string;
  readonly courseKey: string;
  readonly mode: string;
  readonly state: CodeState;
  readonly batchId: string;
  readonly createdAt: Date;
  readonly redeemedAt: Date | null;
  readonly redeemedBy: string | null;
}

/** What `generateCodes` made at once, and what became of it. */
export interface CodeBatch {
  readonly id: string;
  /** Of its first code: the place of the batch among all. */
  readonly firstCodeId: number;
  readonly courseKey: string;
  readonly mode: string;
  readonly createdAt: Date;
  readonly open: number;
  readonly redeemed: number;
  readonly cancelled: number;
}

/** A unit of time by which figures are summed up. */
export type Span = 'day' | 'week' | 'month';

/** What a course comes to. */
export interface CourseFigures {
  readonly active: number;
  readonly ended: number;
  readonly pending: number;
  readonly completed: number;
  readonly codes: { readonly open: number; readonly redeemed: number; readonly cancelled: number };
  /** First enrolments by when they were made, oldest first; spans without any are absent. */
  readonly enrolled: readonly { readonly from: Date; readonly count: number }[];
}

export interface Certificate {
  readonly uuid: string;
  readonly courseKey: string;
  readonly username: string;
  readonly grade: string;
  readonly completedAt: Date;
}

/** A certificate as whoever runs the site sees it. */
export interface ListedCertificate extends Certificate {
  readonly id: number;
  readonly courseName: string;
  readonly name: string;
  readonly accountUuid: string;
  /** Null: it stands. */
  readonly revokedAt: Date | null;
}

export interface CertificateFilter {
  readonly uuid?: string;
  readonly courseId?: number;
  readonly accountId?: number;
  readonly accountUuid?: string;
  readonly isRevoked?: boolean;
}

/** A row of a file of courses; what the file does not say is absent. */
export interface ImportedCourse {
  readonly key: CourseKey;
  readonly change: CourseChange;
}

/** A row of a file of enrolments. */
export interface ImportedEnrolment {
  readonly courseKey: string;
  readonly learner: Named;
  /** Null: the usual one of the course. */
  readonly mode: string | null;
  readonly isActive: boolean;
  readonly createdAt: Date;
}

/** A row of a file of enrolment codes. */
export interface ImportedCode {
  readonly code: string;
  readonly courseKey: string;
  /** Null: the usual one of the course. */
  readonly mode: string | null;
  readonly createdAt: Date;
  readonly isCancelled: boolean;
  readonly redeemedAt: Date | null;
  /** Null: nobody, or somebody who is no longer known. */
  readonly redeemedBy: Named | null;
}
