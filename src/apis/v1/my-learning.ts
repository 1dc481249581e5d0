import { Type } from 'typebox';
import { certificatesAfter } from '../../modules/learning/certificates.ts';
import { courseScope } from '../../modules/learning/courses.ts';
import { enrolmentsAfter } from '../../modules/learning/enrolment-lists.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { closed } from './formats.ts';
import { afterId, certificate, enrolment, toCertificate, toEnrolment } from './learning-shapes.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';

/** `/me/enrolments` and `/me/certificates`: the caller's own. */
export function serveMyLearning(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/me/enrolments',
    caller: ['member'],
    summary: 'The courses that I am in, or was',
    schema: {
      querystring: closed({ ...pageQuery, is_active: Type.Optional(Type.Boolean()) }),
      response: { 200: pageOf(enrolment) },
    },
    handler: async (request) => {
      const { limit = 50, cursor, is_active } = request.query;
      const after = readCursor(cursor, afterId);
      const filter = {
        accountId: actorOf(request).accountId,
        ...(is_active !== undefined && { isActive: is_active }),
      };
      const found = await request.context.read((read) =>
        enrolmentsAfter(read, courseScope(request.site), filter, { after, limit: limit + 1 }),
      );
      return pageAfter(found, limit, toEnrolment, ({ id }) => ({ id }));
    },
  });

  route(server, {
    method: 'GET',
    path: '/me/certificates',
    caller: ['member'],
    summary: 'My certificates',
    schema: { querystring: closed(pageQuery), response: { 200: pageOf(certificate) } },
    handler: async (request) => {
      const { limit = 50, cursor } = request.query;
      const after = readCursor(cursor, afterId);
      const filter = { accountId: actorOf(request).accountId, isRevoked: false };
      const found = await request.context.read((read) =>
        certificatesAfter(read, courseScope(request.site), filter, { after, limit: limit + 1 }),
      );
      return pageAfter(
        found,
        limit,
        (one) => toCertificate(services, request, one),
        ({ id }) => ({ id }),
      );
    },
  });
}
