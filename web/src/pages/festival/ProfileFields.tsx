import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { TextField } from '../../ui/Form.tsx';
import type { Artist, Venue } from './data.ts';
import { CheckField, TimeField, textOrNull } from './fields.tsx';
import { fieldTime } from './times.ts';

/** The fields that artists and venues have alike. @param zone in which times are written */
export function ProfileFields({
  present,
  zone,
}: {
  readonly present: Artist | Venue | undefined;
  readonly zone: string;
}) {
  const say = useText();
  return (
    <>
      <TextField name="url" type="url" label={say('festival.website')} defaultValue={present?.url ?? ''} />
      <TextField
        name="contact_name"
        label={say('festival.contactName')}
        description={say('festival.contactHint')}
        defaultValue={present?.contact_name ?? ''}
      />
      <TextField
        name="contact_email"
        type="email"
        label={say('festival.contactEmail')}
        defaultValue={present?.contact_email ?? ''}
      />
      <TextField
        name="contact_phone"
        type="tel"
        label={say('festival.contactPhone')}
        defaultValue={present?.contact_phone ?? ''}
      />
      <TimeField
        name="available_from"
        label={say('festival.availableFrom')}
        description={say('festival.zone', { zone })}
        value={fieldTime(present?.available_from ?? null, zone)}
      />
      <TimeField
        name="available_until"
        label={say('festival.availableUntil')}
        value={fieldTime(present?.available_until ?? null, zone)}
      />
      <CheckField
        name="is_accepting_requests"
        label={say('festival.accepting')}
        value={present?.is_accepting_requests ?? true}
      />
    </>
  );
}

/** What these fields send. */
export function readProfile(values: FormData) {
  return {
    name: textIn(values, 'name'),
    url: textOrNull(values, 'url'),
    contact_name: textOrNull(values, 'contact_name'),
    contact_email: textOrNull(values, 'contact_email'),
    contact_phone: textOrNull(values, 'contact_phone'),
    available_from: textOrNull(values, 'available_from'),
    available_until: textOrNull(values, 'available_until'),
    is_accepting_requests: values.has('is_accepting_requests'),
  };
}
