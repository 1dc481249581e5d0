import { Type } from 'typebox';
import { streamAccounts } from '../../modules/identity/accounts.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { streamJsonArray } from '../../platform/http/json-array.ts';
import { route } from '../../platform/http/route.ts';
import { boundParameters, readBounds } from './bounds.ts';

const accountRows = Type.Array(
  Type.Object({
    id: Type.Integer(),
    username: Type.String(),
    email: Type.String(),
    is_active: Type.Boolean(),
    date_joined: Type.String({ format: 'date-time' }),
  }),
);

/** Not typed as its schema: the handler answers a stream of such an array. */
const accountsAnswer: Readonly<Record<number, unknown>> = { 200: accountRows };

/** `analytics/accounts/batch` (contract §2.11, ruling "Analytics"). */
export function serveAnalytics(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/analytics/accounts/batch',
    caller: ['staff'],
    summary: 'Every account of the tenant, by id, as one streamed array',
    schema: {
      querystring: Type.Object(boundParameters('Joined')),
      response: accountsAnswer,
    },
    handler: async (request, reply) => {
      const { after: joinedAfter, before: joinedBefore } = readBounds(request.query);
      const rows = await streamJsonArray(streamAccounts(request.context, { joinedAfter, joinedBefore }));
      return reply.type('application/json; charset=utf-8').send(rows);
    },
  });
}
