import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, send, unwrap } from '../../api/client.ts';
import { asProblem, problemOf } from '../../api/problem.ts';
import type { paths } from '../../api/schema.generated.ts';

type Answer<
  Path extends keyof paths,
  Method extends 'get' | 'put' | 'post' | 'patch',
> = paths[Path][Method] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type EventForm = Answer<'/api/v1/events/{id}', 'get'>;
export type ListedEvent = Answer<'/api/v1/events', 'get'>['items'][number];
export type Workshop = EventForm['workshops'][number];
export type Link = Answer<'/api/v1/events/{id}/links', 'get'>['links'][number];
export type Warning = Answer<'/api/v1/events/{id}/workshops', 'put'>['warnings'][number];
export type Fill = Answer<'/api/v1/events/{id}/fill', 'get'>;
export type Participant = Answer<'/api/v1/participants/{id}', 'get'>;
export type Choice = Answer<'/api/v1/participants/{id}/choice', 'get'>;
export type Difference = Answer<'/api/v1/events/{id}/participants/import', 'post'>;

/** The number in the page's address; 0, which names nothing, where it is none. */
export function useId(): number {
  const { id } = useParams({ strict: false }) as { readonly id?: string };
  return /^\d+$/.test(id ?? '') ? Number(id) : 0;
}

/** The headers of a write that goes on from this version of an event. */
export function fromVersion(version: number): { readonly 'If-Match': string } {
  return { 'If-Match': `"v${version}"` };
}

/** Whether somebody changed it since it was read. */
export function isStale(error: unknown): boolean {
  return asProblem(error).status === 412;
}

/** An event with its workshops. */
export function useEvent(id: number) {
  return useQuery({
    queryKey: ['events', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/events/{id}', { params: { path: { id } }, signal })),
  });
}

/** Lets everything that is shown of events be read again. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['events'] });
}

/** Sends a file of people: what it does, or, as a dry run, would do. Throws a `ProblemError`. */
export async function sendPeople(
  id: number,
  file: File,
  { isDryRun, mode }: { readonly isDryRun: boolean; readonly mode: 'add' | 'replace' },
): Promise<Difference> {
  const path = `/api/v1/events/${id}/participants/import?dry_run=${isDryRun}&mode=${mode}`;
  const response = await send(
    new Request(new URL(path, window.location.origin), {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: file,
    }),
  );
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body, response.headers.get('x-request-id'));
  return body as Difference;
}
