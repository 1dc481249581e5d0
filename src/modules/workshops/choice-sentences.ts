import { defineTexts, type Locale } from '../../platform/texts.ts';
import type { Problem, WorkshopPlaces } from './types.ts';

/** What is wrong with a workshop of a choice, as a sentence for people. @param workshops of the participant's event */
export function sayProblem(
  locale: Locale,
  { workshopId, code, with: others }: Problem,
  workshops: readonly WorkshopPlaces[],
): string {
  const titles = new Map(workshops.map(({ id, title }) => [id, title]));
  const name = (id: number) => {
    const title = titles.get(id);
    return title === undefined ? say(locale, 'nameless', { id }) : say(locale, 'named', { title });
  };
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(others.map(name));
  return say(locale, code, { workshop: name(workshopId), others: list });
}

/** A refused choice as a whole, before its problems are told. */
export function sayRefused(locale: Locale): string {
  return say(locale, 'refused');
}

/** What the detail of a refused choice (`badChoice`) holds; null: it is none. */
export function refusedChoiceIn({ problems, workshops }: Readonly<Record<string, unknown>>): {
  readonly problems: readonly Problem[];
  readonly workshops: readonly WorkshopPlaces[];
} | null {
  return areProblems(problems) && areWorkshops(workshops) ? { problems, workshops } : null;
}

function areProblems(value: unknown): value is readonly Problem[] {
  return Array.isArray(value) && value.every((one) => isRecord(one) && 'code' in one && 'with' in one);
}

function areWorkshops(value: unknown): value is readonly WorkshopPlaces[] {
  return Array.isArray(value) && value.every((one) => isRecord(one) && 'free' in one && 'title' in one);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** By the code of the problem. */
const say = defineTexts({
  en: {
    refused: 'This choice is not possible. What you had chosen before has not changed.',
    named: '“{{title}}”',
    nameless: 'workshop {{id}}',
    closed: 'Registration for this event is closed.',
    other_event: 'Of another event: {{workshop}}.',
    several_events: 'The chosen workshops belong to several events.',
    full: '{{workshop}} is full.',
    group: '{{workshop}} is for other groups.',
    moment: '{{workshop}} is at the same moment as {{others}}.',
    needs: '{{workshop}} must be taken together with {{others}}.',
    excludes: '{{workshop}} cannot be combined with {{others}}.',
    unknown: 'There is no {{workshop}}.',
  },
  de: {
    refused: 'Diese Auswahl ist nicht möglich. Was Sie vorher gewählt hatten, gilt weiter.',
    named: '„{{title}}“',
    nameless: 'Workshop {{id}}',
    closed: 'Die Anmeldung zu dieser Veranstaltung ist geschlossen.',
    other_event: 'Aus einer anderen Veranstaltung: {{workshop}}.',
    several_events: 'Die gewählten Workshops gehören zu mehreren Veranstaltungen.',
    full: '{{workshop}} ist voll.',
    group: '{{workshop}} ist für andere Gruppen.',
    moment: '{{workshop}} ist zur selben Zeit wie {{others}}.',
    needs: '{{workshop}} muss zusammen mit {{others}} gewählt werden.',
    excludes: '{{workshop}} kann nicht mit {{others}} kombiniert werden.',
    unknown: 'Es gibt keinen {{workshop}}.',
  },
  nl: {
    refused: 'Deze keuze is niet mogelijk. Wat je eerder koos, blijft gelden.',
    named: '‘{{title}}’',
    nameless: 'workshop {{id}}',
    closed: 'De registraties voor dit evenement zijn afgesloten.',
    other_event: 'Van een ander evenement: {{workshop}}.',
    several_events: 'De gekozen workshops horen bij verschillende evenementen.',
    full: '{{workshop}} is volzet.',
    group: '{{workshop}} is voor andere doelgroepen.',
    moment: '{{workshop}} valt op hetzelfde moment als {{others}}.',
    needs: '{{workshop}} moet samen met {{others}} gekozen worden.',
    excludes: '{{workshop}} kan niet gecombineerd worden met {{others}}.',
    unknown: 'Er bestaat geen {{workshop}}.',
  },
});
