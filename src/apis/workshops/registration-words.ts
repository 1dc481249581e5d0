import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { refusedChoiceIn, sayProblem } from '../../modules/workshops/choice-sentences.ts';
import type {
  Problem as Flaw,
  ProblemCode,
  Registration,
  WorkshopPlaces,
} from '../../modules/workshops/types.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { chooseLocale, type Locale } from '../../platform/texts.ts';
import { worded } from './errors.ts';
import { utcMicroseconds } from './formats.ts';

/** The checks in their order, with their statuses: the first that fails gives the answer's (contract §7). */
const checks: readonly (readonly [ProblemCode, number])[] = [
  ['closed', 403],
  ['other_event', 403],
  ['several_events', 403],
  ['full', 403],
  ['group', 403],
  ['moment', 409],
  ['needs', 403],
  ['excludes', 403],
  ['unknown', 400],
];

const problem = Type.Object({
  workshop_id: Type.Integer(),
  code: Type.Enum(checks.map(([code]) => code)),
  with: Type.Array(Type.Integer(), { description: 'The other workshops concerned' }),
  message: Type.String({ description: 'In the language of the request' }),
  free: Type.Union([Type.Integer(), Type.Null()], { description: 'Places; null: no workshop of this event' }),
});

/** A participant's choice (contract §7). */
export const answer = Type.Object({
  registrations: Type.Array(
    Type.Object({
      id: Type.Integer(),
      entry_time: Type.String({ format: 'date-time' }),
      workshop_id: Type.Integer(),
      user_id: Type.Integer(),
      user: Type.Integer({ description: 'The same as user_id' }),
    }),
  ),
  problems: Type.Optional(Type.Array(problem)),
});

export function toRegistration({ id, workshopId, participantId, enteredAt }: Registration) {
  return {
    id,
    entry_time: utcMicroseconds(enteredAt),
    workshop_id: workshopId,
    user_id: participantId,
    user: participantId,
  };
}

/** One thing that is wrong with a choice, in words. @param workshops of the participant's event */
export function toProblem(flaw: Flaw, workshops: readonly WorkshopPlaces[], locale: Locale) {
  const workshop = workshops.find(({ id }) => id === flaw.workshopId);
  return {
    workshop_id: flaw.workshopId,
    code: flaw.code,
    with: [...flaw.with],
    message: sayProblem(locale, flaw, workshops),
    free: workshop ? workshop.free : null,
  };
}

/** The language in which a request's own words are answered. */
export function languageOf({ headers, usualLanguage }: FastifyRequest): Locale {
  return chooseLocale(headers['accept-language'], usualLanguage);
}

/** How a refused choice is worded (ruling "Registration"); undefined where the API's shape has the words. */
export function wordsOfChoices({ code, detail, languages }: Problem): Rendered | undefined {
  const refused = code === 'choice.refused' ? refusedChoiceIn(detail) : null;
  return refused ? refusedChoice(refused.problems, refused.workshops, chooseLocale(...languages)) : undefined;
}

function refusedChoice(
  flaws: readonly Flaw[],
  workshops: readonly WorkshopPlaces[],
  locale: Locale,
): Rendered {
  const [, status] = checks.find(([check]) => flaws.some(({ code }) => code === check)) ?? [];
  const problems = flaws.map((flaw) => toProblem(flaw, workshops, locale));
  const messages = [...new Set(problems.map(({ message }) => message))];
  const told = new Set(problems.filter((_, at) => !isMirrored(flaws[at])).map(({ message }) => message));
  return {
    ...(status !== undefined && { status }),
    body: worded([...told].join(' '), {
      errors: { workshop_ids: messages },
      problems,
      free_places: workshops.map(({ id, free }) => ({ workshop_id: id, free })),
    }),
  };
}

/** What the other of two workshops says of this one already: left out of the one sentence. */
function isMirrored(flaw: Flaw | undefined): boolean {
  if (!flaw || !['moment', 'excludes'].includes(flaw.code)) return false;
  return flaw.with.every((id) => id < flaw.workshopId);
}
