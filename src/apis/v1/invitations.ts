import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  invite,
  inviteAgain,
  isOpen,
  listInvitations,
  revokeInvitation,
} from '../../modules/admissions/invitations.ts';
import type { Invitation } from '../../modules/admissions/types.ts';
import { findAccounts, requireAccountById } from '../../modules/identity/accounts.ts';
import { requireEmail } from '../../modules/identity/registrations.ts';
import type { Role } from '../../modules/identity/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import { countCall } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { actorOf, type Services } from '../callers.ts';
import { closed, iso, moment, noContent, nullable } from './formats.ts';
import { offsetPage, pageOf, pageOfOffset, pageQuery } from './lists.ts';
import { role } from './people-forms.ts';
import { write } from './writes.ts';

const invitation = closed({
  uuid: Type.String({ format: 'uuid' }),
  email: Type.String(),
  first_name: Type.String(),
  last_name: Type.String(),
  role,
  state: Type.String({ enum: ['open', 'accepted', 'expired', 'revoked'] }),
  invited_by: nullable(closed({ uuid: Type.String({ format: 'uuid' }), name: Type.String() })),
  created_at: moment,
  expires_at: moment,
  first_opened_at: nullable(moment),
  accepted_at: nullable(moment),
});

const sent = closed({
  email: Type.String({ minLength: 1, maxLength: 254 }),
  first_name: Type.Optional(Type.String({ maxLength: 30 })),
  last_name: Type.Optional(Type.String({ maxLength: 30 })),
  role: Type.Optional(role),
  language: Type.Optional(Type.String({ enum: ['en', 'nl', 'de'], description: 'Of the letter' })),
});

const params = Type.Object({ uuid: Type.String({ maxLength: 40, description: 'Of the invitation' }) });

/** `/invitations`: offers of an account or a role, each by a letter. */
export function serveInvitations(server: HttpServer, services: Services): void {
  serveList(server);
  serveNew(server, services);
  serveOne(server, services);
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/invitations',
    caller: ['admin'],
    summary: 'The invitations of the tenant, the newest first',
    schema: {
      querystring: Type.Object({
        is_open: Type.Optional(Type.Boolean({ description: 'true: only those that can be accepted still' })),
        ...pageQuery,
      }),
      response: { 200: pageOf(invitation) },
    },
    handler: ({ context, query }) =>
      context.read(async (read) => {
        const page = offsetPage(query);
        const { count, invitations } = await listInvitations(read, { isOpen: query.is_open === true }, page);
        return pageOfOffset(await shown(read, invitations), count, page);
      }),
  });
}

function serveNew(server: HttpServer, { identity, signUps, throttles }: Services): void {
  route(server, {
    method: 'POST',
    path: '/invitations',
    caller: ['admin'],
    summary: 'Invite somebody by a letter',
    description: 'Its link is good once. The role is at most the own.',
    schema: { body: sent, response: { 201: invitation } },
    handler: async (request, reply) => {
      const { site, body } = request;
      const email = requireEmail(body.email);
      await countLetter(request, throttles);
      return write(request, reply, async (tx) => {
        const made = await invite(tx, identity, site, {
          email,
          firstName: body.first_name?.trim() ?? '',
          lastName: body.last_name?.trim() ?? '',
          role: roleOf(body),
          inviter: await requireAccountById(tx, actorOf(request).accountId),
          locale: localeOf(request, body.language),
          days: signUps.invitationDays,
        });
        const shownOne = await showOne(tx, made);
        return { status: 201, body: shownOne, headers: { location: `/api/v1/invitations/${made.uuid}` } };
      });
    },
  });
}

function serveOne(server: HttpServer, { identity, signUps, throttles }: Services): void {
  route(server, {
    method: 'POST',
    path: '/invitations/:uuid/letter',
    caller: ['admin'],
    summary: 'Send the letter again',
    description: 'With another link and a new expiry; the old link ends.',
    schema: { params, response: { 200: invitation } },
    handler: async (request, reply) => {
      await countLetter(request, throttles);
      return write(request, reply, async (tx) => {
        const inviter = await requireAccountById(tx, actorOf(request).accountId);
        const how = { inviter, locale: localeOf(request), days: signUps.invitationDays };
        const again = await inviteAgain(tx, identity, request.site, request.params.uuid, how);
        return { status: 200, body: await showOne(tx, again) };
      });
    },
  });

  route(server, {
    method: 'DELETE',
    path: '/invitations/:uuid',
    caller: ['admin'],
    summary: 'Take an invitation back',
    schema: { params, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        await revokeInvitation(tx, request.params.uuid);
        return { status: 204, body: null };
      }),
  });
}

/** Letters to addresses that somebody types are limited, as in every API. */
function countLetter(request: FastifyRequest, throttles: Services['throttles']): Promise<void> {
  const { context } = request;
  const key = `invite:${context.tenantId}:${actorOf(request).accountId}`;
  return countCall(context, key, throttles?.sign_up ?? null);
}

function localeOf({ headers, site }: FastifyRequest, wish?: string) {
  return chooseLocale(wish, site.config.language, headers['accept-language']);
}

function roleOf({ role: word }: Static<typeof sent>): Role {
  return (['staff', 'admin', 'owner'] as const).find((known) => known === word) ?? 'member';
}

async function showOne(read: Read, one: Invitation): Promise<Static<typeof invitation>> {
  const [only] = await shown(read, [one]);
  if (!only) throw new Error('An invitation is shown once.');
  return only;
}

async function shown(read: Read, found: readonly Invitation[]): Promise<Static<typeof invitation>[]> {
  const inviters = await findAccounts(
    read,
    found.flatMap(({ inviterId }) => inviterId ?? []),
  );
  return found.map((one) => {
    const inviter = one.inviterId === null ? undefined : inviters.get(one.inviterId);
    return {
      uuid: one.uuid,
      email: one.email,
      first_name: one.firstName,
      last_name: one.lastName,
      role: one.role,
      state: stateOf(read, one),
      invited_by: inviter ? { uuid: inviter.uuid, name: inviter.name } : null,
      created_at: iso(one.createdAt),
      expires_at: iso(one.expiresAt),
      first_opened_at: iso(one.firstClickedAt),
      accepted_at: iso(one.usedAt),
    };
  });
}

function stateOf(read: Read, one: Invitation): string {
  if (one.usedAt !== null) return 'accepted';
  if (one.revokedAt !== null) return 'revoked';
  return isOpen(read, one) ? 'open' : 'expired';
}
