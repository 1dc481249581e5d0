import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { countAsked, forgetfulOwner, offerReset } from '../../modules/admissions/password-resets.ts';
import { requireEmail } from '../../modules/identity/registrations.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { noSooner } from '../../platform/http/even-time.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { closed, noContent } from './formats.ts';
import { write } from './writes.ts';

/** Milliseconds in which the letter of a known address is written, and then some; an unknown one waits as long. */
const evenTime = 120;

/** `/password-resets`: a letter to whoever forgot the password. */
export function servePasswordResets(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/password-resets',
    caller: 'anyone',
    summary: 'Ask for a letter to set a forgotten password',
    description: 'The same answer, and in the same time, whether or not somebody here has that address.',
    schema: { body: closed({ email: Type.String({ minLength: 1, maxLength: 254 }) }), response: noContent },
    handler: async (request, reply) => {
      await noSooner(evenTime, post(services, request, reply, requireEmail(request.body.email)));
      return null;
    },
  });
}

async function post(
  { identity, throttles }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  email: string,
): Promise<void> {
  const { context, site, ip } = request;
  await countAsked(context, { email, address: ip }, throttles?.reset ?? null);
  await write(request, reply, async (tx) => {
    const account = await forgetfulOwner(tx, email);
    if (account) await offerReset(tx, identity, site, account);
    return { status: 204, body: null };
  });
}
