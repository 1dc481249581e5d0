import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  acceptInvitation,
  invite,
  lookAtInvitation,
  redeemInvitation,
  requireOpenInvitation,
} from '../../modules/admissions/invitations.ts';
import { prepareSignUp } from '../../modules/admissions/sign-ups.ts';
import type { Invitation } from '../../modules/admissions/types.ts';
import { countCall } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { self } from './current-user.ts';
import { badField, badRequest, inWords, notFound, wording } from './errors.ts';
import { nestedIn, readFields, sentText, typeName } from './fields.ts';
import { detailSchema } from './logout.ts';
import { judgePerson, newPersonFields } from './new-people.ts';
import { personMessages } from './people.ts';
import { readRole } from './roles.ts';
import { english, localeOf, say } from './texts.ts';

const tenant = Type.String({ description: 'Its subdomain or name' });
const secretParams = Type.Object({
  tenant,
  secret: Type.String({ description: 'Of the letter', maxLength: 100 }),
});
const base = '/sign-up/tenant/:tenant/invite/';
const both = (path: string) => ({ path, aliases: [path.replace('sign-up', 'sign_up')] });

/** Contract §5.5: each of the three refusals has a status of its own, and its sentence stands as text under `error`. */
const words = inWords({
  'invitation.used': { status: 400, under: 'error', key: 'invitationUsed' },
  'invitation.has_account': { status: 405, under: 'error', key: 'alreadyUser' },
  'invitation.expired': { status: 401, under: 'error', key: 'invitationExpired' },
});

/** `sign-up/tenant/{tenant}/invite/` (contract §5.3–§5.5, ruling "Invitation"). */
export function serveInvitations(server: HttpServer, services: Services): void {
  serveInvite(server, services);
  serveLook(server);
  serveActivate(server, services);
  serveAccept(server);
}

function serveInvite(server: HttpServer, { identity, signUps, throttles }: Services): void {
  route(server, {
    ...both(base),
    method: 'POST',
    caller: ['admin'],
    summary: 'Invite somebody',
    description: 'Sends a letter whose link carries a secret of one use; the id only names the invitation.',
    schema: {
      params: Type.Object({ tenant }),
      body: Type.Object({
        email: sentText('Required'),
        first_name: sentText('At most 30 characters'),
        last_name: sentText('At most 30 characters'),
        role: sentText('member (usual), staff, admin or owner, at most the own'),
      }),
      response: {
        201: Type.Object({
          email: Type.String(),
          first_name: Type.String(),
          last_name: Type.String(),
          id: Type.String({ format: 'uuid' }),
          role: Type.String(),
        }),
      },
    },
    handler: async (request, reply) => {
      const sent = readFields(request.body, {
        email: { kind: 'email', required: true },
        first_name: { mayBeBlank: true, limit: 30 },
        last_name: { mayBeBlank: true, limit: 30 },
        role: { mayBeBlank: true },
      });
      const { accountId } = actorOf(request);
      const { context, site } = request;
      await countCall(context, `invite:${context.tenantId}:${accountId}`, throttles?.sign_up ?? null);
      const inviter = await self(request);
      const invitation = await context.transaction((tx) =>
        invite(tx, identity, site, {
          email: sent.email,
          firstName: sent.first_name ?? '',
          lastName: sent.last_name ?? '',
          role: readRole(sent.role ?? ''),
          inviter,
          locale: localeOf(request),
          days: signUps.invitationDays,
        }),
      );
      return reply.code(201).send(toEcho(invitation));
    },
  });
}

function toEcho({ email, firstName, lastName, uuid, role }: Invitation) {
  return { email, first_name: firstName, last_name: lastName, id: uuid, role };
}

function serveLook(server: HttpServer): void {
  route(server, {
    ...both(`${base}:secret/`),
    method: 'GET',
    caller: 'anyone',
    secretPath: true,
    summary: 'Look at an invitation',
    description: 'Joins nobody. `has_account`: accept as that person, by `accept/`.',
    schema: {
      params: secretParams,
      response: {
        200: Type.Object({
          first_name: Type.String(),
          last_name: Type.String(),
          is_active: Type.Boolean(),
          email: Type.String(),
          tenant: Type.String(),
          role: Type.String(),
          has_account: Type.Boolean(),
        }),
      },
    },
    handler: async (request) => {
      refuseSuspended(request);
      const { invitation, isOpen, account } = await request.context.transaction((tx) =>
        lookAtInvitation(tx, request.params.secret),
      );
      return {
        first_name: invitation.firstName,
        last_name: invitation.lastName,
        is_active: isOpen,
        email: invitation.email,
        tenant: request.site.tenantName,
        role: invitation.role,
        has_account: account !== null,
      };
    },
  });
}

function serveActivate(server: HttpServer, services: Services): void {
  for (const method of ['PUT', 'PATCH'] as const) {
    route(server, {
      ...both(`${base}:secret/activate/`),
      method,
      caller: 'anyone',
      secretPath: true,
      summary: 'Accept an invitation with a new account',
      description: 'Names not sent are those of the invitation; the e-mail always is. `{}` when done.',
      schema: {
        params: secretParams,
        body: Type.Object({
          user: Type.Optional(
            Type.Unsafe<unknown>({ description: 'Required: the person', properties: newPersonFields }),
          ),
        }),
        response: { 200: Type.Object({}) },
      },
      errors: words,
      handler: async (request) => {
        refuseSuspended(request);
        await activate(services, request, request.params.secret, method === 'PUT');
        return {};
      },
    });
  }
}

async function activate(
  { identity, passwords }: Services,
  request: FastifyRequest,
  secret: string,
  isWhole: boolean,
): Promise<void> {
  const { context, site } = request;
  const invitation = await context.read((read) => requireOpenInvitation(read, secret));
  const sent = personIn(request.body ?? {});
  // PUT demands all that a sign-up does, and an e-mail that it then does not use (contract §5.5).
  const invited = { first_name: invitation.firstName, last_name: invitation.lastName };
  const given = isWhole ? {} : { email: invitation.email, ...invited };
  const { person, wrong } = await judgePerson(sent, localeOf(request), { prefix: 'user.', given });
  if (Object.keys(wrong).length > 0) throw badRequest(unnested(wrong, sent, isWhole));
  await wording(
    async () => {
      const email = invitation.email;
      const wanted = await prepareSignUp(passwords, { ...person, email }, invitation.role);
      await context.transaction((tx) => redeemInvitation(tx, identity, site, secret, wanted));
    },
    (refusal) => personMessages(refusal, { password: 'password1', emailTaken: 'emailRegistered' }),
  );
}

/**
 * Names that neither the body nor the invitation has are told without the `user` level: upstream judges them a second
 * time, by then without it (contract §5.5).
 */
function unnested(wrong: Readonly<Record<string, readonly string[]>>, sent: object, isWhole: boolean) {
  const names = ['first_name', 'last_name'].filter((name) => !isWhole && !Object.hasOwn(sent, name));
  const keys = Object.keys(wrong);
  if (!keys.every((key) => names.some((name) => key === `user.${name}`))) return wrong;
  return Object.fromEntries(Object.entries(wrong).map(([key, told]) => [key.replace('user.', ''), told]));
}

function personIn(body: object): object {
  const sent = nestedIn(body, 'user');
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent;
  if (sent === undefined) throw badField('user', 'required');
  if (sent === null) throw badField('user', 'null');
  throw badRequest({ 'user.error': [english('noDictionary', { type: typeName(sent) })] });
}

function serveAccept(server: HttpServer): void {
  route(server, {
    ...both(`${base}:secret/accept/`),
    method: 'POST',
    caller: ['member'],
    secretPath: true,
    summary: 'Accept an invitation with the own account',
    description: 'For who has an account with the address of the invitation; gives its role.',
    schema: { params: secretParams, response: { 200: detailSchema } },
    errors: words,
    handler: async (request) => {
      const { accountId } = actorOf(request);
      await request.context.transaction((tx) => acceptInvitation(tx, request.params.secret, accountId));
      return { detail: say(request, 'connected', { tenant: request.site.tenantName }) };
    },
  });
}

/** On the default site a path may lead to a suspended tenant: nothing of it is there. */
function refuseSuspended({ site }: FastifyRequest): void {
  if (site.tenantStatus === 'suspended') throw notFound();
}
