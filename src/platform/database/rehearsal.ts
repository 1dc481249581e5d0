import type { Context, Tx } from './contract.ts';

class Rehearsed extends Error {}

/** Runs a transaction and answers what it answers; nothing of it is kept, and what should follow its commit does not. */
export async function rehearse<T>(
  context: Pick<Context, 'transaction'>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let answer: { readonly value: T } | undefined;
  try {
    return await context.transaction(async (tx) => {
      answer = { value: await work(tx) };
      throw new Rehearsed('a rehearsal is never committed');
    });
  } catch (error) {
    if (error instanceof Rehearsed && answer) return answer.value;
    throw error;
  }
}
