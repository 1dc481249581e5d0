import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import type { EventForm, Fill } from './events-client.ts';
import { workshopsPaths as paths } from './paths.ts';
import { type LiveSeats, useSeats } from './seats.ts';

/** How full an event is, as people choose. */
export function EventFill({ event }: { readonly event: EventForm }) {
  const say = useText();
  const { id } = event;
  const seats = useSeats(id);
  const fill = useQuery({
    queryKey: ['events', id, 'fill'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/events/{id}/fill', { params: { path: { id } }, signal })),
  });
  return (
    <section aria-labelledby="fill">
      <Title order={2} size="h3" id="fill" mb="sm">
        {say('workshops.fill')}
      </Title>
      {fill.isPending && <Loading />}
      {fill.isError && <Refused error={fill.error} retry={() => void fill.refetch()} />}
      {fill.data && (
        <>
          <Text>
            {say('workshops.people', { count: fill.data.participants })}
            {'. '}
            <LinkTo to={paths.eventUndecided(id)}>
              {say('workshops.undecided', { count: fill.data.without_choice })}
            </LinkTo>
          </Text>
          {fill.data.workshops.length === 0 ? (
            <Empty>
              <LinkTo to={paths.eventWorkshops(id)}>{say('workshops.noWorkshops')}</LinkTo>
            </Empty>
          ) : (
            <FillTable fill={fill.data} seats={seats} />
          )}
        </>
      )}
    </section>
  );
}

function FillTable({ fill, seats }: { readonly fill: Fill; readonly seats: LiveSeats }) {
  const say = useText();
  return (
    <>
      <table className="data-table">
        <caption>{say('workshops.fillCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('workshops.workshop')}</th>
            <th scope="col">{say('workshops.moment')}</th>
            <th scope="col">{say('workshops.places')}</th>
          </tr>
        </thead>
        <tbody>
          {fill.workshops.map((workshop) => {
            const taken = seats.taken?.get(workshop.id) ?? workshop.taken;
            const { title, moment, capacity } = workshop;
            return (
              <tr key={workshop.id}>
                <td data-label={say('workshops.workshop')}>{title}</td>
                <td data-label={say('workshops.moment')}>{moment}</td>
                <td data-label={say('workshops.places')}>
                  <span>{say('workshops.takenOf', { taken, capacity })}</span>{' '}
                  <meter
                    aria-label={say('workshops.fillOf', { title })}
                    min={0}
                    max={Math.max(1, capacity)}
                    high={Math.max(1, capacity) * 0.9}
                    value={Math.min(taken, Math.max(1, capacity))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Text size="sm" role="status">
        {say(seats.isConnected ? 'workshops.live' : 'workshops.notLive')}
      </Text>
    </>
  );
}
