import { Type } from 'typebox';
import type { Problem as Fault } from '../../platform/http/error-shapes.ts';
import { type ErrorShape, type Rendered, under } from '../../platform/http/error-shapes.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { sayRefusal } from './texts.ts';

/**
 * How this API words errors (contract §3, ruling "Errors"): the sentence as `description` and as `message`, since the
 * ancestor's client reads either; messages by field in `errors`. In English, German or Dutch, as the request wishes.
 */
export const errorShape: ErrorShape = {
  name: 'workshops',
  matches: under('/auth', '/events', '/registrations', '/export'),
  render(fault) {
    const headers = fault.status === 401 ? { 'www-authenticate': 'Bearer realm="workshops"' } : {};
    return { status: statuses[fault.code] ?? fault.status, headers, body: bodyOf(fault) };
  },
  schema: Type.Object(
    {
      description: Type.String(),
      message: Type.String(),
      errors: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
    },
    { description: 'An error: one sentence twice, and messages by field', additionalProperties: true },
  ),
};

/** Where the status is not that of the refusal's kind. */
const statuses: Readonly<Record<string, number>> = { 'event.stale': 412 };

/** The body of an error with this sentence. */
export function worded(sentence: string, more: Readonly<Record<string, unknown>> = {}): Rendered['body'] {
  return { description: sentence, message: sentence, ...more };
}

function bodyOf(fault: Fault): Rendered['body'] {
  const errors = fault.violations.length > 0 ? violated(fault) : fault.fields;
  const names = Object.keys(errors);
  const code = fault.kind === 'unavailable' ? 'server.unavailable' : fault.code;
  const said = sayRefusal(chooseLocale(...fault.languages), code, fault.retryAfter);
  if (fault.violations.length > 0)
    return worded(
      names.map((name) => `${name === '' ? 'body' : name}: ${errors[name]?.join(' ')}`).join(' '),
      { errors },
    );
  if (said === null) return worded(fault.message, names.length > 0 ? { errors } : {});
  // A sentence that is told once by field is told in the same language there.
  const told = names.map((name) => [name, errors[name]?.map((one) => (one === fault.message ? said : one))]);
  return worded(said, names.length > 0 ? { errors: Object.fromEntries(told) } : {});
}

function violated({ violations }: Fault): Readonly<Record<string, readonly string[]>> {
  const fields: Record<string, string[]> = {};
  for (const { field, message } of violations)
    fields[field] = [...new Set([...(fields[field] ?? []), `${message}.`])];
  return fields;
}
