import { type Static, Type } from 'typebox';
import { sayProblem } from '../../modules/workshops/choice-sentences.ts';
import type { ShownChoice } from '../../modules/workshops/choices.ts';
import type { Problem, Registration, WorkshopPlaces } from '../../modules/workshops/types.ts';
import type { Locale } from '../../platform/texts.ts';
import { closed, iso, moment, nullable } from './formats.ts';

/** Ids are bigints of the database; beyond this a JSON number is none of them. */
export const numericId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

const problem = closed({
  workshop_id: Type.Integer(),
  code: Type.String({
    enum: [
      'closed',
      'other_event',
      'several_events',
      'full',
      'group',
      'moment',
      'needs',
      'excludes',
      'unknown',
    ],
  }),
  with: Type.Array(Type.Integer(), { description: 'The other workshops concerned' }),
  message: Type.String({ description: 'In the language of the request' }),
  free: nullable(Type.Integer({ description: 'Places; null: no workshop of this event' })),
});

const offered = closed({
  id: Type.Integer(),
  title: Type.String(),
  description: Type.String(),
  group: Type.String({ description: 'Whom it is for: `""` is everybody, `a|b` several groups' }),
  is_for_group: Type.Boolean({ description: "Whether it is for the participant's group" }),
  capacity: Type.Integer(),
  free: Type.Integer({ description: 'Places; never below 0' }),
});

/** A participant's choice with all that may be chosen. */
export const choiceForm = closed({
  participant: closed({
    id: Type.Integer(),
    full_name: Type.String(),
    class: nullable(Type.String()),
    group: nullable(Type.String()),
  }),
  event: closed({
    id: Type.Integer(),
    name: Type.String(),
    is_open: Type.Boolean({ description: 'Whether participants may choose now' }),
    is_switched_on: Type.Boolean({ description: "The organiser's switch, whatever the times" }),
    opens_at: nullable(moment),
    closes_at: nullable(moment),
    time_zone: Type.String(),
    is_archived: Type.Boolean(),
    version: Type.Integer(),
  }),
  moments: Type.Array(
    closed({
      name: Type.String({ description: 'Of each only one workshop can be chosen' }),
      starts_at: nullable(moment),
      ends_at: nullable(moment),
      workshops: Type.Array(offered),
    }),
    { description: 'In the order of their first workshops; with times where the name says a day' },
  ),
  links: Type.Array(
    closed({
      workshop_ids: Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 }),
      kind: Type.String({ enum: ['inclusive', 'exclusive'] }),
    }),
  ),
  workshop_ids: Type.Array(Type.Integer(), { description: 'What is chosen' }),
  problems: Type.Array(problem, {
    description: 'What would be refused of it today: rules were changed since',
  }),
});

/** What was chosen. */
export const chosenForm = closed({
  workshop_ids: Type.Array(Type.Integer()),
  registrations: Type.Array(closed({ id: Type.Integer(), workshop_id: Type.Integer(), entered_at: moment })),
});

export function toChoice(shown: ShownChoice, locale: Locale): Static<typeof choiceForm> {
  const { participant, event, workshops } = shown;
  return {
    participant: {
      id: participant.id,
      full_name: participant.fullName,
      class: participant.class,
      group: participant.targetGroup,
    },
    event: {
      id: event.id,
      name: event.name,
      is_open: shown.isOpen,
      is_switched_on: event.available === true,
      opens_at: iso(event.opensAt),
      closes_at: iso(event.closesAt),
      time_zone: event.timeZone,
      is_archived: event.archivedAt !== null,
      version: event.version,
    },
    moments: [...Map.groupBy(workshops, (workshop) => workshop.moment)].map(([name, ofMoment]) => ({
      name,
      starts_at: iso(ofMoment[0]?.times?.startsAt ?? null),
      ends_at: iso(ofMoment[0]?.times?.endsAt ?? null),
      workshops: ofMoment.map(toOffered),
    })),
    links: shown.links.map(({ workshop1Id, workshop2Id, kind }) => ({
      workshop_ids: [workshop1Id, workshop2Id],
      kind,
    })),
    workshop_ids: [...shown.chosen],
    problems: shown.flags.map((flag) => toProblem(flag, workshops, locale)),
  };
}

export function toChosen(registrations: readonly Registration[]): Static<typeof chosenForm> {
  return {
    workshop_ids: registrations.map(({ workshopId }) => workshopId).toSorted((one, other) => one - other),
    registrations: registrations.map(({ id, workshopId, enteredAt }) => ({
      id,
      workshop_id: workshopId,
      entered_at: iso(enteredAt),
    })),
  };
}

/** One thing that is wrong with a choice. @param workshops of the participant's event */
export function toProblem(
  flaw: Problem,
  workshops: readonly WorkshopPlaces[],
  locale: Locale,
): Static<typeof problem> {
  return {
    workshop_id: flaw.workshopId,
    code: flaw.code,
    with: [...flaw.with],
    message: sayProblem(locale, flaw, workshops),
    free: workshops.find(({ id }) => id === flaw.workshopId)?.free ?? null,
  };
}

function toOffered(workshop: ShownChoice['workshops'][number]): Static<typeof offered> {
  return {
    id: workshop.id,
    title: workshop.title,
    description: workshop.description,
    group: workshop.targetGroup,
    is_for_group: workshop.isForGroup,
    capacity: workshop.capacity,
    free: workshop.free,
  };
}
