import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Loading, Refused } from '../../ui/States.tsx';
import { type Booking, keyOf } from './data.ts';
import { statusTexts, stepTexts } from './statuses.ts';
import { sayMoment, saySpan } from './times.ts';

/** Every step of a booking: when, whose, what, and why. */
export function BookingHistory({ booking }: { readonly booking: Booking }) {
  const say = useText();
  const { language } = useLanguage();
  const { uuid, city } = booking;
  const steps = useQuery({
    queryKey: keyOf('steps', uuid),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/bookings/{uuid}/steps', { params: { path: { uuid } }, signal })),
  });
  const nameOf = (action: string) => {
    const text = stepTexts[action];
    return text ? say(text) : action;
  };
  if (steps.isPending) return <Loading />;
  if (steps.isError) return <Refused error={steps.error} retry={() => void steps.refetch()} />;
  return (
    <table className="data-table">
      <caption>{say('festival.history')}</caption>
      <thead>
        <tr>
          {(['when', 'who', 'what', 'status', 'time', 'reason'] as const).map((key) => (
            <th key={key} scope="col">
              {say(`festival.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.data.items.map((one) => (
          <tr key={`${one.at} ${one.action}`}>
            <td data-label={say('festival.when')}>{sayMoment(one.at, city.time_zone, language)}</td>
            <td data-label={say('festival.who')}>{say(`festival.${one.actor}`)}</td>
            <td data-label={say('festival.what')}>{nameOf(one.action)}</td>
            <td data-label={say('festival.status')}>{say(statusTexts[one.to_status])}</td>
            <td data-label={say('festival.time')}>{saySpan(one, city.time_zone, language)}</td>
            <td data-label={say('festival.reason')}>{one.reason ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
