import { type Static, type TSchema, Type } from 'typebox';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { fieldMessages } from './errors.ts';

/** In what the two versions differ. */
export interface Words<Answer extends TSchema = TSchema> {
  readonly answer: Answer;
  success(id: number): Static<Answer>;
  /** The words of a refused registration; undefined where the shape of all Tahoe errors has them. */
  refusal(problem: Problem): Rendered | undefined;
}

const id = Type.Integer();

/** Contract §3.1. Upstream's key ends in a blank; the one without is our addition (ruling "Success key"). */
export const wordsOfV1: Words = {
  answer: Type.Object({ 'user_id ': id, user_id: id }),
  success: (number) => ({ 'user_id ': number, user_id: number }),
  refusal(problem) {
    if (problem.code === 'account.taken') return said('User already exists');
    if (problem.code === 'registration.bad_switch') return said(problem.message);
    const wrong = wrongFields(problem);
    if (wrong === null) return undefined;
    const sentence = 'Invalid parameters on user creation';
    const isPasswordAlone = Object.keys(wrong).join() === 'password';
    // Who sends an empty or unfit password would not guess it from the one sentence (contract §10.30).
    return isPasswordAlone ? { body: { user_message: sentence, errors: wrong } } : said(sentence);
  },
};

/** Contract §3.2 and the ruling "v2 field errors". */
export const wordsOfV2: Words = {
  answer: Type.Object({ user_id: id }),
  success: (number) => ({ user_id: number }),
  refusal(problem) {
    if (problem.code === 'account.taken') return takenWords(problem.detail.fields);
    if (problem.code === 'registration.bad_switch') return said(problem.message);
    const errors = wrongFields(problem);
    if (errors === null) return undefined;
    const [first = ''] = Object.values(errors).flat();
    const fields = Object.keys(errors).filter((field) => field !== 'non_field_errors');
    return { body: { user_message: first, 'invalid-params': fields, errors } };
  },
};

function takenWords(fields: unknown): Rendered {
  const taken = Array.isArray(fields) ? fields : [];
  const both = 'Both email and username already exist';
  const one = taken.includes('email') ? 'Email already exists' : 'Username already exists';
  return { body: { user_message: taken.length > 1 ? both : one, 'invalid-params': taken } };
}

/** Null: not what was sent is wrong, or nothing that could be read was sent. */
function wrongFields(problem: Problem): Readonly<Record<string, readonly string[]>> | null {
  if (problem.status !== 400) return null;
  const fields = fieldMessages(problem);
  return Object.keys(fields).length > 0 ? fields : null;
}

function said(sentence: string): Rendered {
  return { body: { user_message: sentence } };
}
