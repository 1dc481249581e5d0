import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { Loading, Refused } from '../../ui/States.tsx';
import { beginFrom } from './drafts.ts';
import { EventFrame } from './EventFrame.tsx';
import type { EventForm } from './events-client.ts';
import { WorkshopsEditor } from './WorkshopsEditor.tsx';

/** The workshops of an event: what they are, their order, what they are linked with. */
export function Page() {
  return <EventFrame part="workshops">{(event) => <WithLinks event={event} />}</EventFrame>;
}

function WithLinks({ event }: { readonly event: EventForm }) {
  const { id } = event;
  const found = useQuery({
    queryKey: ['events', id, 'links'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/events/{id}/links', { params: { path: { id } }, signal })),
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Refused error={found.error} retry={() => void found.refetch()} />;
  return <WorkshopsEditor key={id} eventId={id} begin={beginFrom(event, found.data.links)} />;
}
