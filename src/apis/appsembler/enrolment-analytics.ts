import { Type } from 'typebox';
import { streamEnrolments } from '../../modules/learning/analytics.ts';
import { courseScope } from '../../modules/learning/courses.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { streamJsonArray } from '../../platform/http/json-array.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { boundParameters, readBounds } from './bounds.ts';

const certificate = Type.Object({
  completion_date: Type.String({ description: 'As `2017-01-24 14:32:21+00:00`' }),
  grade: Type.String(),
  url: Type.String({ format: 'uri' }),
});
const enrolmentRows = Type.Array(
  Type.Object({
    enrollment_id: Type.Integer(),
    user_id: Type.Integer(),
    username: Type.String(),
    course_id: Type.String(),
    date_enrolled: Type.String({ format: 'date-time' }),
    certificate: Type.Optional(certificate),
    cerificate: Type.Optional({ ...certificate, description: 'The same, in the spelling of the document' }),
  }),
);

/** Not typed as its schema: the handler answers a stream of such an array. */
const enrolmentsAnswer: Readonly<Record<number, unknown>> = { 200: enrolmentRows };

/** `analytics/enrollment/batch` (contract §2.12, ruling "Analytics"). */
export function serveEnrolmentAnalytics(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'GET',
    path: '/analytics/enrollment/batch',
    caller: ['staff'],
    summary: 'Every enrolment, inactive ones too, by id, as one streamed array',
    schema: {
      querystring: Type.Object({
        course_id: Type.Optional(Type.String()),
        username: Type.Optional(Type.String()),
        ...boundParameters('Enrolled'),
        include_certificates: Type.Boolean({
          default: false,
          description: 'The bounds let in what was completed between them as well',
        }),
      }),
      response: enrolmentsAnswer,
    },
    handler: async (request, reply) => {
      const { course_id: courseKey = '', username = '', include_certificates } = request.query;
      const { after, before } = readBounds(request.query);
      const batch = {
        ...(courseKey.trim() && { courseKey }),
        // No username holds a blank: one inside was a `+` that the client did not encode.
        ...(username.trim() && { username: username.trim().replaceAll(' ', '+') }),
        ...(after && { after }),
        ...(before && { before }),
        includeCertificates: include_certificates,
      };
      const { context, site } = request;
      const certificates = identity.address(site, '/certificates/');
      const rows = streamEnrolments(context, courseScope(site), batch, certificates);
      return reply.type('application/json; charset=utf-8').send(await streamJsonArray(rows));
    },
  });
}
