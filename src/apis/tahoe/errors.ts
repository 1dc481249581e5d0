import { Type } from 'typebox';
import { type ErrorShape, type Problem, under, type Violation } from '../../platform/http/error-shapes.ts';

/** How Tahoe words errors: `detail`, or messages by field (contract §1.3). Registrations have words of their own. */
export const errorShape: ErrorShape = {
  name: 'tahoe',
  matches: under('/tahoe'),
  render(problem) {
    const headers = problem.status === 401 ? { 'www-authenticate': 'Token' } : {};
    const fields = problem.status === 400 ? fieldMessages(problem) : {};
    return { headers, body: Object.keys(fields).length > 0 ? fields : { detail: sentenceOf(problem) } };
  },
  schema: Type.Object(
    { detail: Type.Optional(Type.String()), user_message: Type.Optional(Type.String()) },
    { description: 'An error: `detail`, messages by field, or the words that the operation documents' },
  ),
};

/** Messages by field in the words of Django REST framework; empty when no field is to blame. */
export function fieldMessages(problem: Problem): Readonly<Record<string, readonly string[]>> {
  if (problem.violations.length === 0) return problem.fields;
  const fields: Record<string, string[]> = {};
  for (const violation of problem.violations) {
    const field = violation.field === '' ? 'non_field_errors' : violation.field;
    fields[field] = [...new Set([...(fields[field] ?? []), messageOf(violation)])];
  }
  return fields;
}

function messageOf({ field, keyword, params, message }: Violation): string {
  if (field === '') return 'Invalid data. Expected a dictionary.';
  if (keyword === 'required') return 'This field is required.';
  const types = [params.type].flat();
  if (types.includes('string')) return 'Not a valid string.';
  return types.includes('integer') ? 'A valid integer is required.' : `It ${message}.`;
}

function sentenceOf(problem: Problem): string {
  // Whether the path, the id or the tenant is the wrong one is nobody's business (ruling "Tenancy").
  if (problem.status === 404 && problem.code !== 'site.unknown_host') return 'Not found.';
  if (problem.code === 'account.higher_role') return 'You do not have permission to perform this action.';
  if (problem.status !== 429) return problem.message;
  const seconds = problem.retryAfter ?? 1;
  return `Request was throttled. Expected available in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
}
