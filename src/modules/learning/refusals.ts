import { refuse } from '../../platform/refusal.ts';

export const badCourseKey = (key: string) =>
  refuse('invalid', 'course.bad_key', `Course key not valid: ${key}`, {
    fields: { course_id: [`Course key not valid: ${key}`] },
    detail: { key },
  });

export const unknownCourse = (key: string) =>
  refuse('missing', 'course.unknown', `There is no course "${key}".`, { detail: { key } });

export const unknownCourses = (keys: readonly string[]) =>
  refuse('missing', 'course.unknown', `There is no course ${keys.map((key) => `"${key}"`).join(', ')}.`, {
    detail: { keys },
  });

export const courseTaken = (key: string) =>
  refuse('conflict', 'course.key_taken', `The course "${key}" exists already.`);

export const foreignOrganisation = (org: string, valid: readonly string[]) =>
  refuse(
    'invalid',
    'course.foreign_organisation',
    `"${org}" is no organisation of the site; valid: ${valid.join(', ')}.`,
    { fields: { course_id: [`"${org}" is no organisation of the site.`] } },
  );

export const badCourse = (fields: Readonly<Record<string, readonly string[]>>) =>
  refuse('invalid', 'course.bad_fields', Object.values(fields).flat().join(' '), { fields });

export const otherMode = (mode: string, valid: readonly string[]) => {
  const sentence = `"${mode}" is no mode of the course; valid: ${valid.join(', ')}.`;
  return refuse('invalid', 'course.other_mode', sentence, { fields: { mode: [sentence] } });
};

export const badIdentifier = (identifier: string) =>
  refuse('invalid', 'enrolment.bad_identifier', `"${identifier}" is neither a username here nor an e-mail.`, {
    fields: { email: [`"${identifier}" is neither a username here nor an e-mail.`] },
  });

export const courseFull = (key: string) =>
  refuse('full', 'enrolment.full', 'The course is full.', { detail: { key } });

export const enrolmentClosed = (key: string) =>
  refuse('conflict', 'enrolment.closed', 'Enrolment in the course is closed.', { detail: { key } });

export const alreadyEnrolled = () =>
  refuse('conflict', 'enrolment.already', 'This person is enrolled in the course already.');

export const inactiveLearner = () =>
  refuse('conflict', 'enrolment.account_inactive', 'The account of this person is not active.');

export const unknownEnrolment = (id: number) =>
  refuse('missing', 'enrolment.unknown', `There is no enrolment ${id}.`);

export const unknownCode = (code: string) =>
  refuse('missing', 'code.unknown', `The enrollment code (${code}) was not found`, { detail: { code } });

export const unknownBatch = (id: string) =>
  refuse('missing', 'code.unknown_batch', `There is no batch of enrolment codes ${id}.`);

export const codeCancelled = () => refuse('conflict', 'code.cancelled', 'The enrolment code was cancelled.');

export const codeRedeemed = () =>
  refuse('conflict', 'code.redeemed', 'The enrolment code was redeemed already.');

export const unknownLearner = (email: string) =>
  refuse('missing', 'code.user_not_found', `There is no account with the e-mail ${email}.`);

export const tooLarge = (limit: number) =>
  refuse('invalid', 'enrolment.too_many', `At most ${limit} pairs of identifier and course in one call.`, {
    detail: { limit },
  });

export const unknownCertificate = (uuid: string) =>
  refuse('missing', 'certificate.unknown', `There is no certificate ${uuid}.`);
