import type { paths } from '../api/schema.generated.ts';

type Answer<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

/** A participant's choice with all that may be chosen. */
export type Choice = Answer<paths['/api/v1/participants/me/choice']['get']>;
export type Workshop = Choice['moments'][number]['workshops'][number];
/** The free places of an event. */
export type Seats = Answer<paths['/api/v1/events/{id}/seats']['get']>;
