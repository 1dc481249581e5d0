import { Stack } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { type City, type Lookup, useChange, useLookups } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { ChoiceField, textOrNull } from './fields.tsx';

const lists = {
  genre: 'festival.genre',
  venue_type: 'festival.venueType',
  neighbourhood: 'festival.neighbourhood',
  rain_option: 'festival.rainOption',
  virtual_option: 'festival.virtualOption',
} as const;
const names = ['genre', 'venue_type', 'neighbourhood', 'rain_option', 'virtual_option'] as const;

/** What may be chosen in the city. */
export function Page() {
  const say = useText();
  return (
    <FestivalPage title={say('festival.lists')} office>
      {(city) => <Lists city={city} />}
    </FestivalPage>
  );
}

function Lists({ city }: { readonly city: City }) {
  const say = useText();
  const change = useChange();
  const [added, setAdded] = useState(0);
  const lookups = useLookups(city.slug);
  if (lookups.isPending) return <Loading />;
  if (lookups.isError) return <Refused error={lookups.error} retry={() => void lookups.refetch()} />;
  const params = { path: { slug: city.slug } };
  const add = async (values: FormData) => {
    const list = names.find((one) => one === textIn(values, 'list')) ?? 'genre';
    const body = { list, label: textIn(values, 'label'), district: textOrNull(values, 'district') };
    await change(unwrap(api.POST('/api/v1/cities/{slug}/lookups', { params, body })));
    setAdded(added + 1);
  };
  return (
    <Stack maw={640}>
      <Form key={added} button={say('festival.add')} submit={add}>
        <ChoiceField
          name="list"
          label={say('festival.listName')}
          value="genre"
          data={names.map((value) => ({ value, label: say(lists[value]) }))}
        />
        <TextField name="label" label={say('festival.name')} required />
        <TextField name="district" label={say('festival.district')} />
      </Form>
      {names.map((name) => (
        <One key={name} name={name} slug={city.slug} of={lookups.data.filter(({ list }) => list === name)} />
      ))}
    </Stack>
  );
}

function One({
  name,
  slug,
  of,
}: {
  readonly name: (typeof names)[number];
  readonly slug: string;
  readonly of: readonly Lookup[];
}) {
  const say = useText();
  const change = useChange();
  return (
    <table className="data-table">
      <caption>{say(lists[name])}</caption>
      <thead>
        <tr>
          <th scope="col">{say('festival.name')}</th>
          <th scope="col">{say('festival.district')}</th>
          <th scope="col">{say('festival.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ key, label, district }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td data-label={say('festival.district')}>{district ?? '–'}</td>
            <td data-label={say('festival.actions')}>
              <ConfirmButton
                label={say('festival.remove')}
                question={say('festival.removeEntryQuestion', { name: label })}
                act={() => {
                  const params = { path: { slug, list: name, key } };
                  return change(unwrap(api.DELETE('/api/v1/cities/{slug}/lookups/{list}/{key}', { params })));
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
