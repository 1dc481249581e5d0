import { Type } from 'typebox';
import {
  inviteAgain,
  isOpen,
  listInvitations,
  revokeInvitation,
} from '../../modules/admissions/invitations.ts';
import type { Invitation } from '../../modules/admissions/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { self } from './current-user.ts';
import { inWords } from './errors.ts';
import { toMoment } from './moments.ts';
import { pageOf, pageParameters, paginate } from './pagination.ts';
import { localeOf } from './texts.ts';

const moment = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const invitationSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  email: Type.String(),
  first_name: Type.String(),
  last_name: Type.String(),
  role: Type.String(),
  is_active: Type.Boolean(),
  time_created: Type.String({ format: 'date-time' }),
  expires: Type.String({ format: 'date-time' }),
  first_clicked: moment,
  used: moment,
  revoked: moment,
});
const params = Type.Object({ id: Type.String({ description: 'Of the invitation' }) });
const gone = inWords({ 'invitation.used': { status: 400, under: 'error', key: 'invitationUsed' } });

/** `tenant/invitations/`: an addition (contract §17.5), by which admins list, revoke and send invitations again. */
export function serveTenantInvitations(server: HttpServer, { identity, signUps }: Services): void {
  route(server, {
    method: 'GET',
    path: '/tenant/invitations/',
    caller: ['admin'],
    summary: "The tenant's invitations, the newest first",
    schema: {
      querystring: Type.Object({
        is_active: Type.Optional(
          Type.Boolean({ description: 'true: only those that can still be accepted' }),
        ),
        ...pageParameters,
      }),
      response: { 200: pageOf(invitationSchema) },
    },
    handler: (request) => {
      const { is_active: wanted, page, page_size: size } = request.query;
      const query = { ...(page !== undefined && { page }), ...(size !== undefined && { page_size: size }) };
      const filter = wanted === true ? { isOpen: true } : {};
      const fetch = async (window: { limit: number; offset: number }) => {
        const { count, invitations } = await request.context.read((read) =>
          listInvitations(read, filter, window),
        );
        return { count, items: invitations };
      };
      return paginate(request, query, fetch, (invitation) => toInvitation(request.context, invitation));
    },
  });
  route(server, {
    method: 'DELETE',
    path: '/tenant/invitations/:id/',
    caller: ['admin'],
    summary: 'Take an invitation back',
    schema: { params, response: { 204: Type.Null() } },
    errors: gone,
    handler: async (request, reply) => {
      await request.context.transaction((tx) => revokeInvitation(tx, request.params.id));
      return reply.code(204).send(null);
    },
  });
  route(server, {
    method: 'POST',
    path: '/tenant/invitations/:id/resend/',
    caller: ['admin'],
    summary: 'Send the letter of an invitation again',
    description: 'With a new link and a new expiry; the old link ends.',
    schema: { params, response: { 200: invitationSchema } },
    errors: gone,
    handler: async (request) => {
      const { context, site, params: named } = request;
      const how = {
        inviter: await self(request),
        locale: localeOf(request),
        days: signUps.invitationDays,
      };
      const sent = await context.transaction((tx) => inviteAgain(tx, identity, site, named.id, how));
      return toInvitation(context, sent);
    },
  });
}

function toInvitation(context: Pick<Read, 'clock'>, invitation: Invitation) {
  const orNull = (at: Date | null) => at && toMoment(at);
  return {
    id: invitation.uuid,
    email: invitation.email,
    first_name: invitation.firstName,
    last_name: invitation.lastName,
    role: invitation.role,
    is_active: isOpen(context, invitation),
    time_created: toMoment(invitation.createdAt),
    expires: toMoment(invitation.expiresAt),
    first_clicked: orNull(invitation.firstClickedAt),
    used: orNull(invitation.usedAt),
    revoked: orNull(invitation.revokedAt),
  };
}
