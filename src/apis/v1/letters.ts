import { type Static, Type } from 'typebox';
import { sendAgain } from '../../modules/admissions/letters-again.ts';
import { findAccountByUuid, requireAccountById } from '../../modules/identity/accounts.ts';
import { unknownAccount } from '../../modules/identity/refusals.ts';
import { listLetters, readLetter, requireLetter } from '../../modules/mail/letter-lists.ts';
import type { LetterFilter, ListedLetter } from '../../modules/mail/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { closed, iso, moment, nullable } from './formats.ts';
import { pageAfter, pageOf, pageQuery, readCursor } from './lists.ts';
import { write } from './writes.ts';

const state = Type.Union([Type.Literal('waiting'), Type.Literal('delivered'), Type.Literal('failed')]);
const letterFields = {
  id: Type.String({ format: 'uuid' }),
  kind: Type.String({ description: 'What it is for, such as `activate`' }),
  state,
  to_name: Type.String(),
  to_address: Type.String(),
  locale: Type.String(),
  subject: nullable(Type.String({ description: 'Null once it left: then it is erased' })),
  attempts: Type.Integer(),
  problem: nullable(Type.String({ description: 'What the mail server said last' })),
  created_at: moment,
  due_at: nullable(moment),
  delivered_at: nullable(moment),
  given_up_at: nullable(moment),
};
const listed = closed(letterFields);
const whole = closed({
  ...letterFields,
  text: nullable(Type.String({ description: 'While it waits; links of one use are cut short' })),
});
const named = closed({ id: Type.String({ format: 'uuid' }) });

/** `/letters`: what was written to people in the last 30 days, for admins. */
export function serveLetters(server: HttpServer, services: Services): void {
  serveReads(server);
  route(server, {
    method: 'POST',
    path: '/letters/:id/resend',
    caller: ['admin'],
    summary: 'Send a letter again: at once while it waits, else anew with another link while it is needed',
    schema: { params: named, response: { 200: listed } },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const letter = await requireLetter(tx, request.params.id);
        const inviter = await requireAccountById(tx, actorOf(request).accountId);
        const how = { inviter, days: services.signUps.invitationDays };
        const sent = await sendAgain(tx, services.identity, request.site, letter, how);
        return { status: 200, body: shown(sent) };
      }),
  });
}

function serveReads(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/letters',
    caller: ['admin'],
    summary: 'Letters, newest first',
    schema: {
      querystring: closed({
        ...pageQuery,
        state: Type.Optional(state),
        kind: Type.Optional(Type.String({ maxLength: 100 })),
        address: Type.Optional(Type.String({ maxLength: 320, description: 'As it was written to' })),
        person: Type.Optional(Type.String({ format: 'uuid', description: 'To this account' })),
      }),
      response: { 200: pageOf(listed) },
    },
    handler: (request) =>
      request.context.read(async (read) => {
        const { limit = 50, cursor } = request.query;
        const after = readCursor(cursor, Type.String({ format: 'uuid' }));
        const filter = await readFilter(read, request.query);
        const found = await listLetters(read, filter, { limit: limit + 1, after });
        return pageAfter(found, limit, shown, ({ id }) => id);
      }),
  });

  route(server, {
    method: 'GET',
    path: '/letters/:id',
    caller: ['admin'],
    summary: 'A letter, with its text while it waits',
    schema: { params: named, response: { 200: whole } },
    handler: (request) =>
      request.context.read(async (read) => {
        const letter = await requireLetter(read, request.params.id);
        const text = await readLetter(read, letter.id);
        return { ...shown(letter), text: text === '' ? null : text };
      }),
  });
}

interface Asked extends Pick<LetterFilter, 'state' | 'kind' | 'address'> {
  readonly person?: string;
}

async function readFilter(
  read: Read,
  { state: wanted, kind, address, person }: Asked,
): Promise<LetterFilter> {
  const account = person === undefined ? undefined : await findAccountByUuid(read, person);
  if (account === null) throw unknownAccount(person ?? '');
  return {
    ...(wanted !== undefined && { state: wanted }),
    ...(kind !== undefined && { kind }),
    ...(address !== undefined && { address }),
    ...(account !== undefined && { accountId: account.id }),
  };
}

function shown(letter: ListedLetter): Static<typeof listed> {
  return {
    id: letter.id,
    kind: letter.kind,
    state: letter.dueAt !== null ? 'waiting' : letter.deliveredAt !== null ? 'delivered' : 'failed',
    to_name: letter.toName,
    to_address: letter.toAddress,
    locale: letter.locale,
    subject: letter.subject === '' ? null : letter.subject,
    attempts: letter.attempts,
    problem: letter.lastError,
    created_at: iso(letter.createdAt),
    due_at: iso(letter.dueAt),
    delivered_at: iso(letter.deliveredAt),
    given_up_at: iso(letter.givenUpAt),
  };
}
