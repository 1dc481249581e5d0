import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { changeAccount, requireAccountById } from '../../modules/identity/accounts.ts';
import { lockForChange, prepareChange } from '../../modules/identity/changes.ts';
import { profileFields } from '../../modules/identity/profiles.ts';
import type { Account } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { locales } from '../../platform/texts.ts';
import { actorOf } from '../callers.ts';
import { closed, iso, moment, nullable } from './formats.ts';
import { requireMatch, tagged, tagOf, write } from './writes.ts';

const text = nullable(Type.String());
const profile = closed({
  level_of_education: text,
  gender: text,
  mailing_address: text,
  city: text,
  country: text,
  goals: text,
  bio: text,
  year_of_birth: nullable(Type.Integer()),
  language: text,
});
const me = closed({
  uuid: Type.String({ format: 'uuid' }),
  username: Type.String(),
  email: Type.String(),
  email_confirmed_at: nullable(moment),
  name: Type.String(),
  role: Type.String({ enum: ['member', 'staff', 'admin', 'owner'] }),
  phone: text,
  locale: nullable(Type.String({ description: 'Language of letters and pages' })),
  wants_letters: Type.Boolean({ description: 'Of the letters that could be spared' }),
  profile,
  created_at: moment,
  last_login_at: nullable(moment),
});

const changeOfMe = closed({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  phone: Type.Optional(nullable(Type.String({ maxLength: 50 }))),
  locale: Type.Optional(Type.String({ enum: [...locales] })),
  wants_letters: Type.Optional(Type.Boolean()),
  profile: Type.Optional(Type.Partial(profile, { additionalProperties: false })),
});

/** `/me`: what people may know and change of themselves. */
export function serveMe(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/me',
    caller: ['member'],
    summary: 'My account',
    schema: { response: { 200: me } },
    handler: async (request, reply) => {
      const { accountId } = actorOf(request);
      return tagged(reply, shown(await request.context.read((read) => requireAccountById(read, accountId))));
    },
  });
  route(server, {
    method: 'PATCH',
    path: '/me',
    caller: ['member'],
    summary: 'Change my account: what is named, the rest stays',
    schema: { body: changeOfMe, response: { 200: me } },
    handler: (request, reply) => {
      const { accountId, role } = actorOf(request);
      const change = changeIn(request, request.body);
      return write(request, reply, async (tx) => {
        requireMatch(request, shown(await lockForChange(tx, accountId)));
        const body = shown((await changeAccount(tx, accountId, change, role)).account);
        return { status: 200, body, headers: { etag: tagOf(body) } };
      });
    },
  });
}

function changeIn({ site, context }: FastifyRequest, sent: Static<typeof changeOfMe>) {
  const { name, phone, locale, wants_letters: wantsLetters } = sent;
  const judged = namingProfile(() =>
    prepareChange(site, { ...sent.profile, ...(name !== undefined && { name }) }, context.clock.now()),
  );
  return {
    ...judged,
    ...(phone !== undefined && { phone: phone?.trim() || null }),
    ...(locale !== undefined && { locale }),
    ...(wantsLetters !== undefined && { wantsLetters }),
  };
}

/** What is wrong with facts of the profile is told where they were sent. */
function namingProfile<T>(judge: () => T): T {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof Refusal && error.kind === 'invalid')) throw error;
    const fields = Object.entries(error.fields).map(([field, told]) => [
      profileFields.some((one) => one === field) ? `profile.${field}` : field,
      told,
    ]);
    throw refuse('invalid', error.code, error.message, { fields: Object.fromEntries(fields) });
  }
}

function shown(account: Account): Static<typeof me> {
  return {
    uuid: account.uuid,
    username: account.username,
    email: account.email,
    email_confirmed_at: iso(account.emailConfirmedAt),
    name: account.name,
    role: account.role,
    phone: account.phone,
    locale: account.locale,
    wants_letters: account.wantsLetters,
    profile: account.profile,
    created_at: iso(account.createdAt),
    last_login_at: iso(account.lastLoginAt),
  };
}
