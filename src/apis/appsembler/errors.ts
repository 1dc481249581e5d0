import { Type } from 'typebox';
import { type ErrorShape, type Problem, under, type Violation } from '../../platform/http/error-shapes.ts';

/** How v0 words errors: `detail`, or messages by field (contract §1.2–1.4). Routes that have words of their own come first. */
export const errorShape: ErrorShape = {
  name: 'appsembler-v0',
  matches: under('/appsembler_api', '/oauth2'),
  render(problem) {
    const headers = problem.status === 401 ? { 'www-authenticate': 'Bearer realm="api"' } : {};
    const fields = problem.status === 400 ? fieldMessages(problem) : {};
    if (Object.keys(fields).length > 0) return { headers, body: fields };
    const detail = sentenceOf(problem);
    return { headers, body: problem.status === 401 ? { detail, ...problem.detail } : { detail } };
  },
  schema: Type.Object(
    { detail: Type.Optional(Type.String()) },
    { description: 'An error: `detail`, messages by field, or the words that the operation documents' },
  ),
};

/** Messages by field in the words of Django REST framework, which v0's clients know; empty when no field is to blame. */
export function fieldMessages(problem: Problem): Record<string, readonly string[]> {
  if (problem.violations.length === 0) return problem.fields;
  const fields: Record<string, string[]> = {};
  for (const violation of problem.violations) {
    const field = violation.field === '' ? 'non_field_errors' : violation.field;
    fields[field] = [...new Set([...(fields[field] ?? []), messageOf(violation)])];
  }
  return fields;
}

/** Whether what was sent is to blame, as the caller could mend it: its shape, or the values of its fields. */
export function isBadInput(problem: Problem): boolean {
  return problem.status === 400 && Object.keys(problem.fields).length > 0;
}

function messageOf({ field, keyword, params, message }: Violation): string {
  if (field === '') return 'Invalid data. Expected a dictionary.';
  if (keyword === 'required') return 'This field is required.';
  if (keyword === 'pattern' && params.pattern === '\\S') return 'This field may not be blank.';
  const types = [params.type].flat();
  if (types.includes('boolean')) return 'Must be a valid boolean.';
  if (types.includes('string')) return 'Not a valid string.';
  return types.includes('integer') ? 'A valid integer is required.' : `It ${message}.`;
}

function sentenceOf(problem: Problem): string {
  if (problem.status === 404) return 'Not found.';
  if (problem.code === 'account.higher_role') return 'You do not have permission to perform this action.';
  if (problem.status === 429)
    return `Request was throttled. Expected available in ${problem.retryAfter} seconds.`;
  return problem.message;
}
