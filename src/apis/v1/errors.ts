import { Type } from 'typebox';
import { type ErrorShape, type Problem, under } from '../../platform/http/error-shapes.ts';

const problem = Type.Object(
  {
    type: Type.String(),
    status: Type.Integer(),
    title: Type.String({ description: 'A sentence for people' }),
    code: Type.String({ description: 'A word for programs, `<noun>.<reason>`' }),
    errors: Type.Array(
      Type.Object({
        pointer: Type.String({ description: 'JSON pointer into the body, or the name of a parameter' }),
        message: Type.String(),
      }),
    ),
    detail: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    request_id: Type.String(),
  },
  { additionalProperties: false },
);

/** Problem details (RFC 9457) with a code, the faults by JSON pointer and the request's id. */
export const errorShape: ErrorShape = {
  name: 'v1',
  matches: under('/api/v1'),
  render(found) {
    const status = statuses[found.code] ?? found.status;
    return {
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      },
      body: {
        type: 'about:blank',
        status,
        title: found.message,
        code: found.code,
        errors: errorsOf(found),
        ...(Object.keys(found.detail).length > 0 && { detail: found.detail }),
        request_id: found.requestId,
      },
    };
  },
  schema: { description: 'A problem', content: { 'application/problem+json': { schema: problem } } },
};

/** Where the status is not that of the refusal's class. */
const statuses: Readonly<Record<string, number>> = {
  'login.wrong': 401,
  'event.stale': 412,
  'booking.stale': 412,
  'picture.too_large': 413,
  'enrolment.too_many': 413,
};

function errorsOf({ fields }: Problem) {
  return Object.entries(fields).flatMap(([field, messages]) =>
    messages.map((message) => ({ pointer: pointerTo(field), message })),
  );
}

/** `people.3.startsAt` is `/people/3/starts_at` (RFC 6901). */
function pointerTo(field: string): string {
  return `/${field
    .split('.')
    .map((part) => names.get(part) ?? part.replace(/([a-z0-9])([A-Z])/g, '$1_$2'))
    .map((part) => (/^[a-z]/.test(part) ? part.toLowerCase() : part))
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')}`;
}

/** Fields of modules that this API calls otherwise than in `snake_case`. */
const names: ReadonlyMap<string, string> = new Map([
  ['artistId', 'artist_uuid'],
  ['venueId', 'venue_uuid'],
  ['matchFor', 'fits'],
]);
