import { refuse } from '../../platform/refusal.ts';

export const unknownLetter = (id: string) => refuse('missing', 'letter.unknown', `There is no letter ${id}.`);
