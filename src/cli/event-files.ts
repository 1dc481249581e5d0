import { readFile } from 'node:fs/promises';
import type { LinkKind, WorkshopDraft } from '../modules/workshops/types.ts';
import { CommandFailure, describe } from './output.ts';

/** Workshops of a file, each with the number it had where the file was made. */
export type WorkshopsOfFile = readonly { readonly oldId: number | null; readonly draft: WorkshopDraft }[];

/**
 * Reads the workshops of what `GET /events/{id}` answers (contract workshops §4), here or on an old server.
 * Refuses a file that is none, in a sentence.
 */
export async function readWorkshops(path: string): Promise<WorkshopsOfFile> {
  const list = listIn(await readJson(path), 'workshops');
  if (!list) throw notWhatIsWanted(path, 'GET /events/{id}');
  return list.map((workshop) => {
    const text = (key: string) => (typeof workshop[key] === 'string' ? workshop[key] : undefined);
    const [title, description, moment, targetGroup] = ['title', 'description', 'moment', 'targetGroup'].map(
      text,
    );
    const capacity = numberOf(workshop.limit);
    const draft = {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(moment !== undefined && { moment }),
      ...(targetGroup !== undefined && { targetGroup }),
      ...(capacity !== null && { capacity }),
    };
    return { oldId: numberOf(workshop.id), draft };
  });
}

export interface LinkOfFile {
  readonly workshop1Id: number;
  readonly workshop2Id: number;
  readonly kind: LinkKind;
}

/** Reads the links of what `GET /events/{id}/workshop_links` answers (contract §5). Refuses a file that is none. */
export async function readLinks(path: string): Promise<readonly LinkOfFile[]> {
  const list = listIn(await readJson(path), 'workshop_links');
  if (!list) throw notWhatIsWanted(path, 'GET /events/{id}/workshop_links');
  return list.map(({ workshop1_id, workshop2_id, link_type: kind }) => {
    const [workshop1Id, workshop2Id] = [numberOf(workshop1_id), numberOf(workshop2_id)];
    if (workshop1Id === null || workshop2Id === null || (kind !== 'inclusive' && kind !== 'exclusive'))
      throw notWhatIsWanted(path, 'GET /events/{id}/workshop_links');
    return { workshop1Id, workshop2Id, kind };
  });
}

type Fields = Readonly<Record<string, unknown>>;

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandFailure(`${path} cannot be read: ${describe(error)}.`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CommandFailure(`${path} is no JSON: ${describe(error)}.`);
  }
}

/** The objects of a list, or of the list below a key; each may be the first of a list, as links are. Null: there is none. */
function listIn(value: unknown, key: string): Fields[] | null {
  const list = isFields(value) ? value[key] : value;
  if (!Array.isArray(list)) return null;
  const found = list.map((entry) => (Array.isArray(entry) ? entry[0] : entry)).filter(isFields);
  return found.length === list.length ? found : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The ancestor's front end sends numbers as text. */
function numberOf(value: unknown): number | null {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return /^-?\d{1,10}$/.test(text) ? Number(text) : null;
}

function notWhatIsWanted(path: string, route: string): CommandFailure {
  return new CommandFailure(`${path} is not what ${route} answers.`);
}
