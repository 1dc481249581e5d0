import { Type } from 'typebox';
import { badFields } from '../../modules/identity/refusals.ts';

const bound = (description: string) =>
  Type.Optional(
    Type.String({ description: `${description}: a date (its first moment, UTC) or an ISO timestamp` }),
  );

/** The bounds in time of both analytics. @param what happened then: `Joined`, `Enrolled` */
export const boundParameters = (what: string) => ({
  updated_min: bound(`${what} after`),
  updated_max: bound(`${what} before`),
  update_min: bound('As `updated_min`, in the spelling of a sample of the document'),
});

type SentBounds = { readonly [Name in keyof ReturnType<typeof boundParameters>]?: string };

/** Reads the bounds, both strict; null where none is given. Refuses what is no moment, under its field. */
export function readBounds({ updated_min, updated_max, update_min }: SentBounds): {
  after: Date | null;
  before: Date | null;
} {
  const sent = Object.entries({ updated_min, updated_max, update_min });
  const moments = sent.map(([field, text]) => [field, readMoment(text ?? '')] as const);
  const wrong = moments.filter(([, moment]) => moment === undefined);
  const message = 'Not a date (YYYY-MM-DD) or an ISO 8601 timestamp.';
  if (wrong.length > 0) throw badFields(Object.fromEntries(wrong.map(([field]) => [field, [message]])));
  const given = new Map(moments);
  return {
    after: given.get('updated_min') ?? given.get('update_min') ?? null,
    before: given.get('updated_max') ?? null,
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
