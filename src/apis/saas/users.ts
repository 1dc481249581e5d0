import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { askForNewEmail } from '../../modules/admissions/email-confirmations.ts';
import { listAccounts } from '../../modules/identity/account-lists.ts';
import { askToConfirmEmail, changeAccount, erase } from '../../modules/identity/accounts.ts';
import { prepareNames } from '../../modules/identity/changes.ts';
import { prepareRegistration, register } from '../../modules/identity/registrations.ts';
import type { Account, AccountOrder } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { booleanOf } from '../../platform/http/text-values.ts';
import { actorOf, type Services } from '../callers.ts';
import { isAdmin } from './auth.ts';
import { badField, notPermitted, wording } from './errors.ts';
import { readFields, sentText } from './fields.ts';
import { pageOf, pageParameters, paginate } from './pagination.ts';
import { personMessages, personSchema, requirePerson, toPerson } from './people.ts';

const person = {
  email: sentText('Required'),
  first_name: sentText('At most 30 characters'),
  last_name: sentText('At most 30 characters'),
};
const params = Type.Object({ pk: Type.String({ description: 'The uuid, with or without hyphens' }) });

/** `users/` (contract §6): the people of the tenant; admins change them, everybody themselves. */
export function serveUsers(server: HttpServer, services: Services): void {
  serveList(server);
  serveCreate(server, services);
  serveOne(server, services);
}

function serveList(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/users/',
    caller: ['member'],
    summary: "The tenant's people",
    schema: {
      querystring: Type.Object({
        search: Type.Optional(Type.String({ description: 'Part of a username, an e-mail or a name' })),
        is_active: Type.Optional(Type.String({ description: 'true or false' })),
        ordering: Type.Optional(
          Type.String({
            description:
              'email, username, name, date_joined or last_login, with - for the reverse; by age otherwise',
          }),
        ),
        ...pageParameters,
      }),
      response: { 200: pageOf(personSchema) },
    },
    handler: (request) => {
      const { search, is_active: active, ordering, ...page } = request.query;
      const query = { ...readActive(active), ...(search?.trim() && { search: search.trim() }) };
      const orders = readOrdering(ordering ?? '');
      const fetch = async (window: { limit: number; offset: number }) => {
        const found = await request.context.read((read) => listAccounts(read, query, window, orders));
        return { count: found.count, items: found.accounts };
      };
      return paginate(request, page, fetch, toPerson);
    },
  });
}

function readActive(text: string | undefined): { isActive?: boolean } {
  if (text === undefined || text.trim() === '') return {};
  const isActive = booleanOf(text);
  if (isActive === undefined) throw badField('is_active', 'badBoolean');
  return { isActive };
}

const orders: Readonly<Record<string, AccountOrder['by']>> = {
  email: 'email',
  username: 'username',
  name: 'name',
  date_joined: 'joined',
  last_login: 'lastLogin',
};

/** Unknown words are passed over, as Django REST framework does. */
export function readOrdering(text: string): AccountOrder[] {
  return text
    .split(',', 10)
    .map((part) => part.trim())
    .flatMap((part) => {
      const descending = part.startsWith('-');
      const by = Object.entries(orders).find(([word]) => word === part.replace(/^-/, ''))?.[1];
      return by ? [{ by, descending }] : [];
    });
}

function serveCreate(server: HttpServer, { identity, passwords }: Services): void {
  route(server, {
    method: 'POST',
    path: '/users/',
    caller: ['admin'],
    summary: 'Register a person',
    description: 'A letter lets them choose a password; they are active from then on.',
    schema: { body: Type.Object(person), response: { 201: personSchema } },
    handler: async (request, reply) => {
      const sent = readPerson(request.body, true);
      const { context, site } = request;
      const account = await wording(async () => {
        const { registration_fields: _, ...config } = site.config;
        const names = [sent.first_name ?? '', sent.last_name ?? ''].filter((part) => part !== '');
        const base = {
          email: sent.email,
          name: names.join(' ') || sent.email.replace(/@.*/s, ''),
          fields: {},
        };
        const policy = { username: 'made', role: 'member', welcome: 'set_password' } as const;
        const prepared = await prepareRegistration(passwords, { ...site, config }, base, {
          ...policy,
          now: context.clock.now(),
        });
        const parts = { first: sent.first_name ?? '', last: sent.last_name ?? '' };
        return context.transaction((tx) =>
          register(tx, identity, site, { ...prepared, name: names.join(' '), parts }),
        );
      }, personMessages);
      return reply.code(201).send(toPerson(account));
    },
  });
}

function readPerson(body: object, isWhole: boolean) {
  const sent = readFields(body, {
    email: { kind: 'email', required: isWhole, limit: 254 },
    first_name: { mayBeBlank: true, limit: 30 },
    last_name: { mayBeBlank: true, limit: 30 },
  });
  return { ...sent, email: sent.email ?? '' };
}

function serveOne(server: HttpServer, services: Services): void {
  // `/users/:pk` without a slash is another API's (ruling "Slash").
  const common = { path: '/users/:pk/', slash: 'exact', caller: ['member'] } as const;
  route(server, {
    ...common,
    method: 'GET',
    summary: 'One of the people',
    schema: { params, response: { 200: personSchema } },
    handler: async (request) => toPerson(await requirePerson(request, request.params.pk)),
  });
  for (const method of ['PUT', 'PATCH'] as const) {
    route(server, {
      ...common,
      method,
      summary: method === 'PUT' ? 'Change a person; the e-mail is required' : 'Change some of a person',
      description:
        'Oneself, or as an admin anybody. The own address changes when the link of a letter is used; one that an admin ' +
        'changes must be confirmed before the next sign-in.',
      schema: { params, body: Type.Object(person), response: { 200: personSchema } },
      handler: async (request) => {
        const account = await requireOneself(request, request.params.pk);
        return toPerson(await change(services, request, account, method === 'PUT'));
      },
    });
  }
  route(server, {
    ...common,
    method: 'DELETE',
    summary: 'Erase a person',
    description: 'Oneself, or as an admin anybody.',
    schema: { params, response: { 204: Type.Null() } },
    handler: async (request, reply) => {
      const account = await requireOneself(request, request.params.pk);
      const { role } = actorOf(request);
      await request.context.transaction((tx) => erase(tx, services.identity, account.id, role));
      return reply.code(204).send(null);
    },
  });
}

/** The person of the path, if the caller may change them (ruling "Who may do what"). */
async function requireOneself(request: FastifyRequest, pk: string): Promise<Account> {
  const account = await requirePerson(request, pk);
  const { accountId, role } = actorOf(request);
  if (account.id !== accountId && !isAdmin(role)) throw notPermitted();
  return account;
}

async function change(
  { identity }: Services,
  request: FastifyRequest,
  account: Account,
  isWhole: boolean,
): Promise<Account> {
  const sent = readPerson(request.body ?? {}, isWhole);
  const { accountId, role } = actorOf(request);
  const { context, site } = request;
  const isMoving = sent.email !== '' && sent.email !== account.email;
  const isOwn = account.id === accountId;
  return wording(async () => {
    const names = prepareNames({
      ...(sent.first_name !== undefined && { firstName: sent.first_name }),
      ...(sent.last_name !== undefined && { lastName: sent.last_name }),
    });
    return context.transaction(async (tx) => {
      const moved = isMoving && !isOwn ? { email: sent.email, mustConfirm: true as const } : {};
      const changed = await changeAccount(tx, account.id, { ...names, ...moved }, role);
      if (isMoving && isOwn) await askForNewEmail(tx, identity, site, changed.account, sent.email);
      else if (isMoving) await askToConfirmEmail(tx, identity, site, changed.account);
      return changed.account;
    });
  }, personMessages);
}
