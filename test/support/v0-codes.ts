import type { V0Answer, V0Client } from './v0-client.ts';

/** What `generate` answers. */
export interface GeneratedCodes {
  readonly codes: readonly string[];
  readonly batch_id: string;
}

/** Makes codes of a course over HTTP. */
export async function generateBatch(
  client: V0Client,
  courseId: string,
  total: unknown,
): Promise<GeneratedCodes> {
  const { status, body } = await client.post('enrollment-codes/generate', {
    course_id: courseId,
    total_registration_codes: total,
  });
  if (status !== 200 || !isGenerated(body)) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** Tries a code for the person of that address. */
export const redeem = (client: V0Client, email: unknown, code: unknown): Promise<V0Answer> =>
  client.post('enrollment-codes/enroll-user', { email, enrollment_code: code });

/** Cancels or restores a code. */
export const setStatus = (client: V0Client, code: unknown, action: unknown): Promise<V0Answer> =>
  client.post('enrollment-codes/status', { enrollment_code: code, action });

/** The answer to what was done, and to what was refused. */
export const done = [200, { success: 'true' }];
export const refused = (reason: string, code: string) => [400, { success: 'false', reason, code }];

export const required = ['This field is required.'];
export const blank = ['This field may not be blank.'];
export const noText = ['Not a valid string.'];

/** Whether it is the answer of `generate`. */
export function isGenerated(body: unknown): body is GeneratedCodes {
  return typeof body === 'object' && body !== null && 'codes' in body && 'batch_id' in body;
}
