import { api } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import type { paths as Routes } from '../../api/schema.generated.ts';

type Answer<Route extends keyof Routes> = Routes[Route] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Person = Answer<'/api/v1/people/{uuid}'>;
export type PersonInList = Answer<'/api/v1/people'>['items'][number];
export type Invitation = Answer<'/api/v1/invitations'>['items'][number];
export type Happening = Answer<'/api/v1/activity'>['items'][number];

/** A person with the entity tag that a change of them names, so that two people do not overwrite each other. */
export interface TaggedPerson {
  readonly person: Person;
  readonly etag: string;
}

/** Reads a person. Throws the server's refusal as `unwrap` does. */
export async function readPerson(uuid: string): Promise<TaggedPerson> {
  const { data, error, response } = await api.GET('/api/v1/people/{uuid}', { params: { path: { uuid } } });
  if (!data) throw problemOf(response.status, error, response.headers.get('x-request-id'));
  return { person: data, etag: response.headers.get('etag') ?? '*' };
}

/** The cache's name of a person. */
export const personKey = (uuid: string) => ['people', 'one', uuid] as const;
