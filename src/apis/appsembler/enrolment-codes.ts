import { Type } from 'typebox';
import { badFields } from '../../modules/identity/refusals.ts';
import { courseScope, requireCourse } from '../../modules/learning/courses.ts';
import { attemptRedemption, generateCodes, setCodeState } from '../../modules/learning/enrolment-codes.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Throttles } from '../callers.ts';
import { fieldMessages } from './errors.ts';

const text = Type.String({ pattern: '\\S' });
const success = Type.Object({ success: Type.Literal('true') });

/** `enrollment-codes/generate`, `enroll-user` and `status` (contract §2.6–2.9; rulings "Enrolment-code answers" and below). */
export function serveEnrolmentCodes(server: HttpServer, throttles: Throttles | null): void {
  serveGenerate(server);
  serveEnrolUser(server, throttles);
  serveStatus(server);
}

const mostCodes = 10_000;
const badCount = `A whole number from 1 to ${mostCodes} is required.`;

function serveGenerate(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/enrollment-codes/generate',
    caller: ['staff'],
    summary: 'Make enrolment codes of a course, each good for one person',
    schema: {
      body: Type.Object({
        course_id: text,
        total_registration_codes: Type.Unsafe<string | number>({
          type: ['integer', 'string'],
          description: `1 to ${mostCodes}, as a number or as text`,
        }),
      }),
      response: {
        200: Type.Object({
          codes: Type.Array(Type.String()),
          course_id: Type.String(),
          course_url: Type.String(),
          batch_id: Type.String({ format: 'uuid' }),
        }),
      },
    },
    errors: wordCount,
    handler: async ({ body, context, site }) => {
      const count = readCount(body.total_registration_codes);
      return context.transaction(async (tx) => {
        const course = await requireCourse(tx, courseScope(site), body.course_id);
        const { codes, batchId: batch_id } = await generateCodes(tx, course, count);
        return { codes, course_id: course.key, course_url: `/courses/${course.key}/about`, batch_id };
      });
    },
  });
}

function readCount(sent: string | number): number {
  const written = String(sent).trim();
  const count = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  if (count < 1 || count > mostCodes) throw badFields({ total_registration_codes: [badCount] });
  return count;
}

/** A count of a wrong type is as bad a count as a wrong number. */
function wordCount(problem: Problem): Rendered | undefined {
  const fields = fieldMessages(problem);
  const isOfType = problem.violations.some(
    ({ field, keyword }) => field === 'total_registration_codes' && keyword === 'type',
  );
  return isOfType ? { body: { ...fields, total_registration_codes: [badCount] } } : undefined;
}

function serveEnrolUser(server: HttpServer, throttles: Throttles | null): void {
  route(server, {
    method: 'POST',
    path: '/enrollment-codes/enroll-user',
    caller: ['staff'],
    summary: 'Enrol the person of that e-mail by an enrolment code',
    description: 'Wrong codes are counted: too many within a minute are 429, the right code too.',
    schema: { body: Type.Object({ email: text, enrollment_code: text }), response: { 200: success } },
    errors: wordRedemption,
    handler: async (request) => {
      const { body, context, site, ip: address } = request;
      const wanted = { email: body.email, code: body.enrollment_code };
      const guesser = { accountId: actorOf(request).accountId, address };
      await attemptRedemption(context, wanted, courseScope(site), guesser, throttles?.codes ?? null);
      return { success: 'true' as const };
    },
  });
}

/** Reason and `code` by the module's code; what the document does not tell apart, `code` does. */
const reasons: Readonly<Record<string, readonly [reason: string, code: string]>> = {
  'code.unknown': ['Enrollment code error.', 'unknown_code'],
  'code.cancelled': ['Enrollment code error.', 'code_cancelled'],
  'code.redeemed': ['Enrollment code error.', 'code_redeemed'],
  'enrolment.closed': ['Enrollment code error.', 'enrollment_closed'],
  'code.user_not_found': ['User not found.', 'user_not_found'],
  'enrolment.full': ['Course full.', 'course_full'],
  'enrolment.already': ['Already enrolled.', 'already_enrolled'],
};

function wordRedemption(problem: Problem): Rendered | undefined {
  const [reason, code] = reasons[problem.code] ?? [];
  return reason === undefined ? undefined : { status: 400, body: { success: 'false', reason, code } };
}

function serveStatus(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/enrollment-codes/status',
    caller: ['staff'],
    summary: 'Cancel an enrolment code, or restore it; whoever redeemed it leaves the course',
    schema: {
      body: Type.Object({ enrollment_code: text, action: Type.String({ description: 'cancel or restore' }) }),
      response: { 200: success },
    },
    errors: (problem) =>
      problem.code === 'code.unknown'
        ? { status: 400, body: { success: 'false', reason: problem.message, code: 'unknown_code' } }
        : undefined,
    handler: async ({ body, context, site }) => {
      const { action, enrollment_code: code } = body;
      if (action !== 'cancel' && action !== 'restore')
        throw badFields({ action: [`"${action}" is not a valid choice.`] });
      await context.transaction((tx) => setCodeState(tx, code, action, courseScope(site)));
      return { success: 'true' as const };
    },
  });
}
