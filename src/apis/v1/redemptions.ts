import { Type } from 'typebox';
import { requireAccountById } from '../../modules/identity/accounts.ts';
import { courseScope } from '../../modules/learning/courses.ts';
import { countGuesses, redeemCode } from '../../modules/learning/enrolment-codes.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, type Services } from '../callers.ts';
import { closed } from './formats.ts';
import { course, toCourse } from './learning-shapes.ts';
import { write } from './writes.ts';

/** `/redemptions`: the signed-in person comes into a course by an enrolment code. */
export function serveRedemptions(server: HttpServer, { throttles }: Services): void {
  route(server, {
    method: 'POST',
    path: '/redemptions',
    caller: ['member'],
    summary: 'Redeem an enrolment code',
    description: 'Wrong codes are counted: too many within a minute are 429, the right code too.',
    schema: {
      body: closed({ code: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }) }),
      response: { 201: closed({ course }) },
    },
    handler: async (request, reply) => {
      const { accountId } = actorOf(request);
      const guesser = { accountId, address: request.ip };
      return countGuesses(request.context, guesser, throttles?.codes ?? null, (judge) =>
        write(request, reply, async (tx) => {
          const { email } = await requireAccountById(tx, accountId);
          const wanted = { email, code: request.body.code };
          const entered = await redeemCode(tx, wanted, courseScope(request.site));
          await judge();
          // As it was found: the place just taken is counted here.
          const now = { ...entered, taken: entered.taken + 1 };
          return { status: 201, body: { course: toCourse(now, tx.clock.now()) } };
        }),
      );
    },
  });
}
