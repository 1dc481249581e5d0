import { Type } from 'typebox';
import { streamAccounts } from '../../modules/identity/accounts.ts';
import { badFields } from '../../modules/identity/refusals.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { streamJsonArray } from '../../platform/http/json-array.ts';
import { route } from '../../platform/http/route.ts';

const bound = (description: string) =>
  Type.Optional(
    Type.String({ description: `${description}: a date (its first moment, UTC) or an ISO timestamp` }),
  );

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
      querystring: Type.Object({
        updated_min: bound('Joined after'),
        updated_max: bound('Joined before'),
        update_min: bound('As `updated_min`, in the spelling of a sample of the document'),
      }),
      response: accountsAnswer,
    },
    handler: async (request, reply) => {
      const { updated_min, updated_max, update_min } = request.query;
      const bounds = readBounds({ updated_min, updated_max, update_min });
      const rows = await streamJsonArray(streamAccounts(request.context, bounds));
      return reply.type('application/json; charset=utf-8').send(rows);
    },
  });
}

type Bounds = Parameters<typeof streamAccounts>[1];

function readBounds(sent: Record<'updated_min' | 'updated_max' | 'update_min', string | undefined>): Bounds {
  const moments = Object.entries(sent).map(([field, text]) => [field, readMoment(text ?? '')] as const);
  const wrong = moments.filter(([, moment]) => moment === undefined);
  const message = 'Not a date (YYYY-MM-DD) or an ISO 8601 timestamp.';
  if (wrong.length > 0) throw badFields(Object.fromEntries(wrong.map(([field]) => [field, [message]])));
  const given = new Map(moments);
  return {
    joinedAfter: given.get('updated_min') ?? given.get('update_min') ?? null,
    joinedBefore: given.get('updated_max') ?? null,
  };
}

/** A `+` that arrived as it is in the query reads as a blank; without an offset a time is UTC. Null: none given. */
const momentForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(?:Z|([+-]?)(\d{2}):?(\d{2})?)?)?$/i;

function readMoment(text: string): Date | null | undefined {
  if (text.trim() === '') return null;
  const [whole, day = '', time = '00:00', sign, hours, minutes = '00'] = momentForm.exec(text.trim()) ?? [];
  if (whole === undefined || !isDay(day)) return undefined;
  const offset = hours === undefined ? 'Z' : `${sign || '+'}${hours}:${minutes}`;
  const moment = new Date(`${day}T${time.replace(',', '.')}${offset}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** `Date` takes the 31st of February for the 3rd of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
