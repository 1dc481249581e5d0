import { unwrap } from '../../api/client.ts';

/** A thing with its entity tag: a write that names it is refused where somebody changed the thing meanwhile. */
export interface Tagged<Data> {
  readonly data: Data;
  readonly tag: string;
}

/** As `unwrap`, with the entity tag of the answer. */
export async function unwrapTagged<Data>(asked: Parameters<typeof unwrap<Data>>[0]): Promise<Tagged<Data>> {
  const answer = await asked;
  return {
    data: await unwrap<Data>(Promise.resolve(answer)),
    tag: answer.response.headers.get('etag') ?? '*',
  };
}
