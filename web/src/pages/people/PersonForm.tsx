import { NativeSelect, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, fieldId, TextField, useFieldError } from '../../ui/Form.tsx';
import type { TaggedPerson } from './answers.ts';
import { RoleSelect, roleIn } from './RoleSelect.tsx';

const texts = ['first_name', 'last_name', 'username', 'email'] as const;
const optional = ['phone', 'zip_code'] as const;
const ofProfile = ['mailing_address', 'city', 'country', 'year_of_birth'] as const;

/** Changes a person; only what was altered is sent. */
export function PersonForm({ found }: { readonly found: TaggedPerson }) {
  const say = useText();
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const { person, etag } = found;
  const submit = async (values: FormData) => {
    setSaved(false);
    const params = { path: { uuid: person.uuid } };
    const body = changesIn(values, found);
    await unwrap(api.PATCH('/api/v1/people/{uuid}', { params, body, headers: { 'if-match': etag } }));
    setSaved(true);
    await client.invalidateQueries({ queryKey: ['people'] });
  };
  return (
    <details>
      <summary>{say('people.change')}</summary>
      <Form button={say('people.save')} submit={submit}>
        {texts.map((name) => (
          <TextField
            key={name}
            name={name}
            label={say(`people.${labels[name]}`)}
            defaultValue={person[name]}
          />
        ))}
        <RoleSelect present={person.role} />
        <LocaleSelect present={person.locale} />
        {optional.map((name) => (
          <TextField
            key={name}
            name={name}
            label={say(`people.${labels[name]}`)}
            defaultValue={person[name] ?? ''}
          />
        ))}
        {ofProfile.map((name) => (
          <TextField
            key={name}
            name={name}
            pointer={`/profile/${name}`}
            label={say(`people.${labels[name]}`)}
            defaultValue={person.profile[name] ?? ''}
          />
        ))}
      </Form>
      <Text role="status">{isSaved ? say('people.saved') : ''}</Text>
    </details>
  );
}

const labels = {
  first_name: 'firstName',
  last_name: 'lastName',
  username: 'username',
  email: 'email',
  phone: 'phone',
  zip_code: 'zipCode',
  mailing_address: 'address',
  city: 'city',
  country: 'country',
  year_of_birth: 'yearOfBirth',
} as const;

const locales = ['en', 'nl', 'de'] as const;

function LocaleSelect({ present }: { readonly present: string | null }) {
  const say = useText();
  const known = locales.find((locale) => locale === present);
  return (
    <NativeSelect
      id={fieldId('/locale')}
      name="locale"
      label={say('people.language')}
      defaultValue={known ?? ''}
      error={useFieldError('/locale')}
      data={[
        ...(known === undefined ? [{ value: '', label: present ?? '–' }] : []),
        { value: 'en', label: 'English' },
        { value: 'nl', label: 'Nederlands' },
        { value: 'de', label: 'Deutsch' },
      ]}
    />
  );
}

/** What the form says otherwise than the person is. */
function changesIn(values: FormData, { person }: TaggedPerson) {
  const changed = (name: string, before: string | number | null) => {
    const after = textIn(values, name).trim();
    return after === String(before ?? '') ? [] : [[name, after] as const];
  };
  const profile = ofProfile.flatMap((name) => changed(name, person.profile[name]));
  const role = roleIn(textIn(values, 'role'));
  const locale = locales.find((one) => one === textIn(values, 'locale'));
  return {
    ...Object.fromEntries(texts.flatMap((name) => changed(name, person[name]))),
    ...Object.fromEntries(
      optional.flatMap((name) => changed(name, person[name])).map(([name, after]) => [name, after || null]),
    ),
    ...(role !== person.role && { role }),
    ...(locale !== undefined && locale !== person.locale && { locale }),
    ...(profile.length > 0 && {
      profile: Object.fromEntries(profile.map(([name, after]) => [name, judged(name, after)])),
    }),
  };
}

/** A year goes out as a number where it is one; the server says what is wrong with any other. */
function judged(name: string, text: string): string | number | null {
  if (text === '') return null;
  return name === 'year_of_birth' && /^\d+$/.test(text) ? Number(text) : text;
}
