import { Type } from 'typebox';
import { requireAccountByEither } from '../../modules/identity/accounts.ts';
import {
  certificatesAfter,
  issueCertificate,
  requireListedCertificate,
  revokeCertificate,
} from '../../modules/learning/certificates.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { identifierOf } from './enrolments.ts';
import { closed, moment, noContent } from './formats.ts';
import {
  afterId,
  certificate,
  courseKey,
  courseOfField,
  coursesFor,
  toCertificate,
  uuid,
} from './learning-shapes.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { requireMatch, tagged, write } from './writes.ts';

const wanted = closed({
  course: courseKey,
  email: Type.Optional(
    Type.String({ minLength: 1, maxLength: 320, description: 'An e-mail or a username; or `person`' }),
  ),
  person: Type.Optional({ ...uuid, description: 'The uuid of an account' }),
  grade: Type.String({ minLength: 1, maxLength: 50, pattern: '\\S' }),
  completed_at: Type.Optional({ ...moment, description: 'When the course was finished; else now' }),
});

/** `/certificates`: proofs of finished courses. */
export function serveCertificates(server: HttpServer, services: Services): void {
  serveCertificateLists(server, services);

  route(server, {
    method: 'POST',
    path: '/certificates',
    caller: ['staff'],
    summary: 'Issue a certificate, or renew the one that the person has of the course',
    schema: { body: wanted, response: { 201: certificate } },
    handler: async (request, reply) =>
      write(request, reply, async (tx) => {
        const { course: key, grade, completed_at } = request.body;
        const scope = coursesFor(request);
        const course = await courseOfField(tx, scope, key);
        const accountId = await accountOf(await identifierOf(tx, request.body), (one) =>
          requireAccountByEither(tx, one),
        );
        const completedAt = completed_at === undefined ? tx.clock.now() : new Date(completed_at);
        const issued = await issueCertificate(tx, course, { accountId, grade, completedAt });
        const body = toCertificate(services, request, await requireListedCertificate(tx, scope, issued));
        return { status: 201, body, headers: { location: `/api/v1/certificates/${issued}` } };
      }),
  });

  route(server, {
    method: 'DELETE',
    path: '/certificates/:uuid',
    caller: ['staff'],
    summary: 'Revoke a certificate: its page shows it no more',
    schema: { params: closed({ uuid }), response: noContent },
    handler: async (request, reply) =>
      write(request, reply, async (tx) => {
        const { uuid: id } = request.params;
        const present = await requireListedCertificate(tx, coursesFor(request), id);
        requireMatch(request, toCertificate(services, request, present));
        await revokeCertificate(tx, id);
        return { status: 204, body: null };
      }),
  });
}

function serveCertificateLists(server: HttpServer, services: Services): void {
  route(server, {
    method: 'GET',
    path: '/certificates',
    caller: ['staff'],
    summary: 'Certificates, oldest first',
    schema: {
      querystring: closed({
        ...pageQuery,
        course: Type.Optional(courseKey),
        person: Type.Optional(uuid),
        is_revoked: Type.Optional(Type.Boolean()),
      }),
      response: { 200: pageOf(certificate) },
    },
    handler: async (request) => {
      const { limit = 50, cursor, course: key, person, is_revoked } = request.query;
      const [after, scope] = [readCursor(cursor, afterId), coursesFor(request)];
      const found = await request.context.read(async (read) => {
        const filter = {
          ...(key !== undefined && { courseId: (await courseOfField(read, scope, key)).id }),
          ...(person !== undefined && { accountUuid: person }),
          ...(is_revoked !== undefined && { isRevoked: is_revoked }),
        };
        return certificatesAfter(read, scope, filter, { after, limit: limit + 1 });
      });
      return pageAfter(
        found,
        limit,
        (one) => toCertificate(services, request, one),
        ({ id }) => ({ id }),
      );
    },
  });

  route(server, {
    method: 'GET',
    path: '/certificates/:uuid',
    caller: ['staff'],
    summary: 'A certificate, revoked or not',
    schema: { params: closed({ uuid }), response: { 200: certificate } },
    handler: async (request, reply) => {
      const scope = coursesFor(request);
      const found = await request.context.read((read) =>
        requireListedCertificate(read, scope, request.params.uuid),
      );
      return tagged(reply, toCertificate(services, request, found));
    },
  });
}

/** Refuses by the name of the field whom nobody is called. */
async function accountOf(
  identifier: string,
  find: (identifier: string) => Promise<{ readonly id: number }>,
): Promise<number> {
  try {
    return (await find(identifier)).id;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refuse('invalid', error.code, error.message, { fields: { email: [error.message] } });
  }
}
