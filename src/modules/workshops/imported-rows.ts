import { type JudgedRow, textOf } from '../../platform/record-values.ts';
import { draftFaults } from './participants.rules.ts';
import type { ListedPerson, Workshop } from './types.ts';

type Values = Readonly<Record<string, unknown>>;

/** A participant of an old installation, with what they had chosen. */
export interface ImportedParticipant {
  readonly person: ListedPerson;
  /** In clear, as it was; null: nobody signs in as this person. */
  readonly key: string | null;
  /** Ids of workshops here, each once. */
  readonly workshopIds: readonly number[];
}

/** What a file may name the columns of the old table (contract §1). */
const names = {
  fullName: ['full_name', 'name', 'naam'],
  class: ['user_class', 'class', 'klas'],
  targetGroup: ['targetgroup', 'target_group', 'group', 'doelgroep'],
  key: ['identity', 'key', 'login_key', 'identificatie'],
} as const;

/** Columns that something is made of, as `foldColumn` writes them. */
export const participantColumns: ReadonlySet<string> = new Set([
  ...Object.values(names).flat(),
  'registrations',
  'permission',
  'event_id',
]);

/**
 * A row of the old `user` table. `registrations` is a list of workshops by title, or by moment and title where a title
 * occurs twice (`1. Morning: Flask`): texts of a JSON array, or separated by `|`.
 */
export function judgeImportedParticipant(
  values: Values,
  workshops: readonly Workshop[],
): JudgedRow<ImportedParticipant> {
  const fullName = textOf(values, ...names.fullName);
  if (fullName === null) return { fault: 'full_name is missing' };
  const key = textOf(values, ...names.key);
  if (Number(textOf(values, 'permission') ?? 1) > 1 || key?.startsWith('$pbkdf2-')) {
    return {
      fault: `"${fullName}" is the old administrator and no participant; init.admin_identity takes the password over`,
    };
  }
  const person = {
    fullName,
    class: textOf(values, ...names.class),
    targetGroup: textOf(values, ...names.targetGroup),
  };
  const [wrong] = draftFaults({ ...person, key }, 0);
  if (wrong) {
    const column = wrong.field === 'id' ? wrong.field : names[wrong.field][0];
    return { fault: `${column}: ${wrong.sentence.replace(/\.$/, '')}` };
  }
  const chosen = chosenWorkshops(values.registrations, workshops);
  return 'fault' in chosen ? chosen : { row: { person, key, workshopIds: chosen.row } };
}

function chosenWorkshops(sent: unknown, workshops: readonly Workshop[]): JudgedRow<readonly number[]> {
  const texts = Array.isArray(sent) ? sent.map(String) : sent === undefined ? [] : String(sent).split('|');
  const ids = new Set<number>();
  for (const text of texts.map((one) => one.trim()).filter((one) => one !== '')) {
    const exact = workshops.filter(({ moment, title }) => text === `${moment.trim()}: ${title.trim()}`);
    const found = exact.length > 0 ? exact : workshops.filter(({ title }) => text === title.trim());
    const [one, another] = found;
    if (!one) return { fault: `registrations: there is no workshop "${text}" in this event` };
    if (another) {
      const example = `${one.moment.trim()}: ${one.title.trim()}`;
      return { fault: `registrations: "${text}" names several workshops; write "${example}"` };
    }
    ids.add(one.id);
  }
  return { row: [...ids] };
}
