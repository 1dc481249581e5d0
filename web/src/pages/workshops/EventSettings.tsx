import { Checkbox, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, fieldId, TextField, useFieldError } from '../../ui/Form.tsx';
import { type EventForm, fromVersion, isStale, useRefresh } from './events-client.ts';
import { Stale } from './Stale.tsx';

/** Name, switch and times of an event, in the local time of its zone. */
export function EventSettings({ event }: { readonly event: EventForm }) {
  const say = useText();
  const refresh = useRefresh();
  /** The event as it was when somebody began to write: what others save meanwhile takes nothing away. */
  const [begun, setBegun] = useState<EventForm | null>(null);
  const { id, version, ...shown } = begun ?? event;
  const [stale, setStale] = useState(false);
  const [saved, setSaved] = useState(false);
  const submit = async (values: FormData) => {
    setSaved(false);
    const moment = (name: string) => textIn(values, name) || null;
    const body = {
      name: textIn(values, 'name'),
      is_switched_on: values.get('is_switched_on') !== null,
      opens_at: moment('opens_at'),
      closes_at: moment('closes_at'),
      time_zone: textIn(values, 'time_zone'),
    };
    try {
      const params = { path: { id } };
      await unwrap(api.PATCH('/api/v1/events/{id}', { params, body, headers: fromVersion(version) }));
      setSaved(true);
      setBegun(null);
      await refresh();
    } catch (error) {
      if (!isStale(error)) throw error;
      setStale(true);
    }
  };
  const reload = () => {
    setStale(false);
    setBegun(null);
    void refresh();
  };
  return (
    <section aria-labelledby="settings">
      <Title order={2} size="h3" id="settings" mb="sm">
        {say('workshops.settings')}
      </Title>
      {stale && <Stale reload={reload} />}
      {/* Another version is another form: its fields begin anew. */}
      <div key={version} onChange={() => setBegun(begun ?? event)}>
        <Form button={say('workshops.save')} submit={submit}>
          <TextField
            name="name"
            label={say('workshops.name')}
            defaultValue={shown.name}
            maxLength={80}
            maw={420}
            required
          />
          <Checkbox
            name="is_switched_on"
            label={say('workshops.switch')}
            description={say('workshops.switchHint')}
            defaultChecked={shown.is_switched_on}
          />
          <TextField
            name="opens_at"
            type="datetime-local"
            label={say('workshops.opensAt', { zone: shown.time_zone })}
            defaultValue={shown.opens_at_local ?? ''}
            maw={420}
          />
          <TextField
            name="closes_at"
            type="datetime-local"
            label={say('workshops.closesAt', { zone: shown.time_zone })}
            defaultValue={shown.closes_at_local ?? ''}
            maw={420}
          />
          <TimeZone zone={shown.time_zone} />
        </Form>
      </div>
      <p role="status">{saved ? say('workshops.saved') : ''}</p>
    </section>
  );
}

function TimeZone({ zone }: { readonly zone: string }) {
  const say = useText();
  const zones = [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <NativeSelect
      id={fieldId('/time_zone')}
      name="time_zone"
      label={say('workshops.timeZone')}
      data={zones}
      defaultValue={zone}
      maw={420}
      error={useFieldError('/time_zone')}
    />
  );
}
