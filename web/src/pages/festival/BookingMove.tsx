import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form } from '../../ui/Form.tsx';
import { type Booking, useChange } from './data.ts';
import { AreaField, TimeField, textOrNull } from './fields.tsx';
import { fieldTime } from './times.ts';

/** Suggests another time. */
export function BookingMove({ booking, etag }: { readonly booking: Booking; readonly etag: string }) {
  const say = useText();
  const change = useChange();
  const zone = booking.city.time_zone;
  const submit = (values: FormData) => {
    const params = { path: { uuid: booking.uuid } };
    const body = {
      starts_at: textIn(values, 'starts_at'),
      ends_at: textIn(values, 'ends_at'),
      reason: textOrNull(values, 'reason'),
    };
    const headers = { 'if-match': etag };
    return change(unwrap(api.PATCH('/api/v1/bookings/{uuid}', { params, body, headers })));
  };
  return (
    <details>
      <summary>{say('festival.otherTime')}</summary>
      <Form button={say('festival.saveTime')} submit={submit}>
        <TimeField
          name="starts_at"
          label={say('festival.starts')}
          value={fieldTime(booking.starts_at, zone)}
          required
        />
        <TimeField
          name="ends_at"
          label={say('festival.ends')}
          value={fieldTime(booking.ends_at, zone)}
          required
        />
        <AreaField name="reason" label={say('festival.otherTimeReason')} />
      </Form>
    </details>
  );
}
