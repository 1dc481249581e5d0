import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { prepareSignUp } from '../../modules/admissions/sign-ups.ts';
import { findTakenNames, register } from '../../modules/identity/registrations.ts';
import { openTenant, refuseTakenTenant } from '../../modules/tenants/tenant-sign-ups.ts';
import { countCall } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { isForm } from '../../platform/http/form-fields.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { badRequest, type FieldMessages, inWords, notFound, wording } from './errors.ts';
import { judgeFields, nestedIn, sentText, typeName } from './fields.ts';
import { detailSchema } from './logout.ts';
import { type JudgedPerson, judgePerson, newPersonFields } from './new-people.ts';
import { personMessages } from './people.ts';
import { english, localeOf, say } from './texts.ts';

const messagesOfUser = (refusal: Refusal) =>
  personMessages(refusal, { password: 'password1', emailTaken: 'emailRegistered' });

/** `sign-up/tenant/` and `sign-up/tenant/{subdomain}/user/` (contract §5.1, §5.2). */
export function serveSignUp(server: HttpServer, services: Services): void {
  serveTenantSignUp(server, services);
  serveUserSignUp(server, services);
}

function serveTenantSignUp(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/sign-up/tenant/',
    aliases: ['/sign_up/tenant/'],
    caller: 'anyone',
    summary: 'Open a tenant with its owner',
    description:
      'On the default site only. The tenant answers on `<subdomain>.<root domain>` at once and becomes active when the ' +
      "owner's e-mail is confirmed, or when an operator approves it (setting `sign_up`).",
    schema: {
      body: Type.Object({
        name: sentText('Required, at most 100 characters, unique'),
        subdomain: sentText('Required: 1 to 63 letters, digits and hyphens, unique'),
        user: Type.Optional(
          Type.Unsafe<unknown>({ description: 'Required: the owner', properties: newPersonFields }),
        ),
      }),
      response: { 201: detailSchema },
    },
    handler: async (request, reply) => {
      // A tenant's own host makes no other tenant (ruling "Sign-up routes").
      if (!request.site.isDefault) throw notFound();
      if (services.signUps.tenants === 'closed') throw closed();
      await countSignUp(services, request);
      await enterTenant(services, request);
      return reply.code(201).send({ detail: say(request, 'verificationSent') });
    },
  });
}

async function enterTenant(services: Services, request: FastifyRequest): Promise<void> {
  const { database, identity, passwords, signUps } = services;
  const owner = database.acrossTenants();
  const body = request.body ?? {};
  const { values, wrong } = judgeFields(body, {
    name: { required: true, limit: 100 },
    subdomain: { required: true },
  });
  const wanted = {
    name: values.name ?? '',
    subdomain: (values.subdomain ?? '').toLowerCase(),
    rootDomain: signUps.rootDomain,
    awaitsApproval: signUps.tenants === 'approval',
  };
  const [taken, judged] = await Promise.all([
    owner.read((read) => takenMessages(() => refuseTakenTenant(read, wanted))),
    judgeOwner(request, body),
  ]);
  const all = { ...taken, ...wrong, ...judged.wrong };
  if (Object.keys(all).length > 0) throw badRequest(all);
  const registration = await prepareSignUp(passwords, judged.person, 'owner');
  const { requestId } = request;
  await wording(
    () =>
      owner.transaction(async (tx) => {
        const site = await openTenant(tx, wanted);
        const scope = { tenantId: site.tenantId, siteId: site.id, author: null, requestId };
        await register(tx.as(scope), identity, site, registration);
      }),
    tenantMessages,
  );
}

const words = {
  'tenant.name_taken': ['name', 'tenantNameTaken'],
  'site.slug_taken': ['subdomain', 'subdomainTaken'],
  'site.host_taken': ['subdomain', 'subdomainTaken'],
  'site.bad_slug': ['subdomain', 'badSubdomain'],
  'site.reserved_slug': ['subdomain', 'reservedSubdomain'],
} as const;

function tenantMessages({ code }: Refusal): FieldMessages | undefined {
  const found = Object.entries(words).find(([known]) => known === code)?.[1];
  return found && { [found[0]]: [english(found[1])] };
}

async function takenMessages(look: () => Promise<void>): Promise<FieldMessages> {
  try {
    await look();
    return {};
  } catch (error) {
    const found = error instanceof Refusal ? tenantMessages(error) : undefined;
    if (!found) throw error;
    return found;
  }
}

/** The owner below `user`; a form spells it `user.email` and so on. */
async function judgeOwner(request: FastifyRequest, body: object): Promise<JudgedPerson> {
  const sent = nestedIn(body, 'user');
  const locale = localeOf(request);
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent))
    return judgePerson(sent, locale, { prefix: 'user.' });
  const nobody = await judgePerson({}, locale);
  // A form without any `user.…` has a person all of whose fields are missing.
  if (sent === undefined && isForm(body)) return judgePerson({}, locale, { prefix: 'user.' });
  const wrong =
    sent === undefined
      ? { user: [english('required')] }
      : sent === null
        ? { user: [english('null')] }
        : { 'user.error': [english('noDictionary', { type: typeName(sent) })] };
  return { ...nobody, wrong };
}

function serveUserSignUp(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/sign-up/tenant/:tenant/user/',
    aliases: ['/sign_up/tenant/:tenant/user/'],
    caller: 'anyone',
    summary: 'Register with a tenant',
    schema: {
      params: Type.Object({ tenant: Type.String({ description: 'Its subdomain or name' }) }),
      body: Type.Object(newPersonFields),
      response: { 201: detailSchema },
    },
    errors: inWords({
      'tenant.inactive': { status: 400, under: 'error_message', key: 'deactivatedTenant' },
    }),
    handler: async (request, reply) => {
      if (request.site.tenantStatus !== 'active') throw inactive();
      await countSignUp(services, request);
      await enterUser(services, request);
      return reply.code(201).send({ detail: say(request, 'verificationSent') });
    },
  });
}

async function enterUser({ identity, passwords }: Services, request: FastifyRequest): Promise<void> {
  const { context, site } = request;
  const { person, wrong } = await judgePerson(request.body ?? {}, localeOf(request));
  const names = { email: person.email, username: person.username ?? null };
  const taken = await context.read((read) => findTakenNames(read, names));
  const all = {
    ...(taken.email && { email: [english('emailRegistered')] }),
    ...(taken.username && { username: [english('usernameTaken')] }),
    ...wrong,
  };
  if (Object.keys(all).length > 0) throw badRequest(all);
  await wording(async () => {
    const registration = await prepareSignUp(passwords, person);
    await context.transaction((tx) => register(tx, identity, site, registration));
  }, messagesOfUser);
}

/** Counts who comes in by themselves, by address (ruling "Throttles"). */
async function countSignUp({ throttles }: Services, { context, ip }: FastifyRequest): Promise<void> {
  await countCall(context, `sign_up:address:${ip}`, throttles?.sign_up ?? null);
}

const inactive = () => refuse('invalid', 'tenant.inactive', english('deactivatedTenant'));
const closed = () => refuse('forbidden', 'sign_up.closed', english('closedSignUp'));
