import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Refused } from '../../ui/States.tsx';
import { type Booking, useChange } from './data.ts';
import { type Answer, answers } from './statuses.ts';

/** The answers that the server offers for this booking now, with a reason. What ends it is asked for once more. */
export function BookingAnswers({ booking, etag }: { readonly booking: Booking; readonly etag: string }) {
  const say = useText();
  const change = useChange();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const offered = answers.filter(([action]) => booking.actions.includes(action));
  if (offered.length === 0) return null;
  const act = async (action: Answer) => {
    const params = { path: { uuid: booking.uuid } };
    const body = { action, reason: reason.trim() === '' ? null : reason };
    const headers = { 'if-match': etag };
    await change(unwrap(api.POST('/api/v1/bookings/{uuid}/steps', { params, body, headers })));
    setReason('');
  };
  const press = async (action: Answer) => {
    setBusy(true);
    setError(null);
    try {
      await act(action);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      <Textarea
        label={say('festival.reason')}
        description={say('festival.reasonHint')}
        value={reason}
        maxLength={10_000}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
      />
      {error !== null && <Refused error={error} />}
      <Group>
        {offered.map(([action, text]) =>
          ['decline', 'deny', 'cancel'].includes(action) ? (
            <ConfirmButton
              key={action}
              label={say(text)}
              question={say('festival.endQuestion')}
              act={() => act(action)}
            />
          ) : (
            <Button key={action} loading={busy} onClick={() => void press(action)}>
              {say(text)}
            </Button>
          ),
        )}
      </Group>
    </Stack>
  );
}
