import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { prepareSignUp } from '../../modules/admissions/sign-ups.ts';
import { register, requireEmail } from '../../modules/identity/registrations.ts';
import { openTenant, refuseTakenTenant } from '../../modules/tenants/tenant-sign-ups.ts';
import { countCall } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { HttpRefusal } from '../../platform/http/problems.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { chooseLocale, locales } from '../../platform/texts.ts';
import type { Services } from '../callers.ts';
import { writeAcross } from './across-tenants.ts';
import { closed } from './formats.ts';
import { localeOf } from './languages.ts';

const signUp = closed({
  name: Type.String({ minLength: 1, maxLength: 100, description: 'Of the tenant, unique' }),
  subdomain: Type.String({ minLength: 1, maxLength: 63, description: 'Letters, digits and hyphens, unique' }),
  email: Type.String({ minLength: 3, maxLength: 254, description: "The owner's" }),
  password: Type.String({ minLength: 1, maxLength: 128 }),
  first_name: Type.Optional(Type.String({ maxLength: 30 })),
  last_name: Type.Optional(Type.String({ maxLength: 30 })),
  locale: Type.Optional(Type.String({ enum: [...locales] })),
});

const opened = closed({
  subdomain: Type.String(),
  address: Type.String({ description: 'Where the tenant is reached' }),
  awaits: Type.String({ enum: ['confirmation', 'approval'] }),
});

/** `/sign-ups`: a tenant that opens itself. */
export function serveSignUps(server: HttpServer, services: Services): void {
  const { signUps, throttles } = services;
  route(server, {
    method: 'POST',
    path: '/sign-ups',
    caller: 'anyone',
    summary: 'Open a tenant with its owner',
    description:
      'On the default site only. The tenant answers at its address at once; it becomes active when the owner confirms ' +
      'the e-mail by the link of the letter, or when an operator approves it (setting `sign_up`).',
    schema: {
      body: signUp,
      response: {
        201: opened,
      },
    },
    handler: async (request, reply) => {
      if (!request.site.isDefault)
        throw new HttpRefusal(404, 'sign_up.elsewhere', 'Tenants sign up on the main site.');
      if (signUps.tenants === 'closed')
        throw refuse('forbidden', 'sign_up.closed', 'Nobody can open a tenant here by themselves.');
      await countCall(request.context, `sign_up:address:${request.ip}`, throttles?.sign_up ?? null);
      return namingFields(() => open(services, request, reply));
    },
  });
}

async function open(
  services: Services,
  request: FastifyRequest<{ Body: Static<typeof signUp> }>,
  reply: FastifyReply,
): Promise<Static<typeof opened>> {
  const { database, identity, passwords, signUps } = services;
  const sent = request.body;
  const wanted = {
    name: sent.name.trim(),
    subdomain: sent.subdomain.trim().toLowerCase(),
    rootDomain: signUps.rootDomain,
    awaitsApproval: signUps.tenants === 'approval',
  };
  if (wanted.name === '') throw badName();
  // Before the work of a hash; who repeats a request under its key finds the names taken by itself.
  if (request.headers['idempotency-key'] === undefined)
    await database.acrossTenants().read((read) => refuseTakenTenant(read, wanted));
  const person = {
    email: requireEmail(sent.email),
    firstName: sent.first_name?.trim() ?? '',
    lastName: sent.last_name?.trim() ?? '',
    username: undefined,
    password: sent.password,
    locale: sent.locale === undefined ? localeOf(request) : chooseLocale(sent.locale),
  };
  const registration = await prepareSignUp(passwords, person, 'owner');
  return writeAcross(services, request, reply, async (_, all) => {
    const site = await openTenant(all, wanted);
    const scope = { tenantId: site.tenantId, siteId: site.id, author: null, requestId: request.requestId };
    await register(all.as(scope), identity, site, registration);
    const address = identity.address(site, '/');
    const awaits = wanted.awaitsApproval ? 'approval' : 'confirmation';
    return { status: 201, body: { subdomain: site.slug, address, awaits }, headers: { location: address } };
  });
}

/** Fields whose refusals do not name them, or by another name. */
const fieldOf: Readonly<Record<string, string>> = {
  'tenant.name_taken': 'name',
  'site.slug_taken': 'subdomain',
  'site.host_taken': 'subdomain',
  'site.bad_slug': 'subdomain',
  'site.reserved_slug': 'subdomain',
};
const wireNames: Readonly<Record<string, string>> = { firstName: 'first_name', lastName: 'last_name' };

async function namingFields<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { kind, code, message } = error;
    const field = fieldOf[code];
    const fields =
      field === undefined
        ? Object.entries(error.fields).map(([name, told]) => [wireNames[name] ?? name, told])
        : [[field, [message]]];
    throw fields.length === 0 ? error : refuse(kind, code, message, { fields: Object.fromEntries(fields) });
  }
}

function badName(): Refusal {
  const sentence = 'A tenant needs a name.';
  return refuse('invalid', 'tenant.bad_name', sentence, { fields: { name: [sentence] } });
}
