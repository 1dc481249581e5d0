import { useText } from '../../i18n/index.ts';
import { TextField } from '../../ui/Form.tsx';
import type { City, Lookup, Venue } from './data.ts';
import { AreaField, CheckField, ChoiceField, choicesOf, GenresField } from './fields.tsx';

/** What a venue has besides what artists have too. */
export function VenueFields({
  present,
  city,
  lookups,
}: {
  readonly present: Venue | undefined;
  readonly city: City;
  readonly lookups: readonly Lookup[];
}) {
  const say = useText();
  return (
    <>
      <AreaField name="description" label={say('festival.description')} value={present?.description ?? ''} />
      <TextField
        name="address"
        label={say('festival.address')}
        defaultValue={present?.address ?? ''}
        required
      />
      <TextField
        name="town"
        label={say('festival.town')}
        defaultValue={present?.town ?? city.name}
        required
      />
      <Neighbourhood value={present?.neighbourhood ?? ''} lookups={lookups} />
      <ChoiceField
        name="venue_type"
        label={say('festival.venueType')}
        value={present?.venue_type ?? ''}
        data={choicesOf(lookups, 'venue_type')}
      />
      <ChoiceField
        name="rain_option"
        label={say('festival.rainOption')}
        value={present?.rain_option ?? ''}
        data={choicesOf(lookups, 'rain_option')}
      />
      <TextField name="alt_venue" label={say('festival.altVenue')} defaultValue={present?.alt_venue ?? ''} />
      <GenresField label={say('festival.welcomeGenres')} value={present?.genres ?? []} lookups={lookups} />
      <TextField
        name="latitude"
        inputMode="decimal"
        label={say('festival.latitude')}
        defaultValue={present?.latitude ?? ''}
      />
      <TextField
        name="longitude"
        inputMode="decimal"
        label={say('festival.longitude')}
        defaultValue={present?.longitude ?? ''}
      />
      <TextField
        name="capacity"
        type="number"
        min={0}
        label={say('festival.capacity')}
        defaultValue={present?.capacity ?? ''}
      />
      <CheckField
        name="ada"
        label={say('festival.accessible')}
        value={present?.ada ?? city.venue_default_ada}
      />
      <CheckField
        name="has_electricity"
        label={say('festival.hasElectricity')}
        value={present?.has_electricity ?? false}
      />
      <CheckField name="has_pa" label={say('festival.hasPa')} value={present?.has_pa ?? false} />
      <CheckField
        name="has_piano"
        label={say('festival.hasPiano')}
        value={present?.has_piano ?? city.venue_default_has_piano}
      />
      <CheckField name="is_indoor" label={say('festival.indoor')} value={present?.is_indoor ?? false} />
    </>
  );
}

/** One of the city's, or any where the city has no list. */
function Neighbourhood({ value, lookups }: { readonly value: string; readonly lookups: readonly Lookup[] }) {
  const say = useText();
  const data = choicesOf(lookups, 'neighbourhood');
  const label = say('festival.neighbourhood');
  if (data.length === 0)
    return <TextField name="neighbourhood" label={label} defaultValue={value} required />;
  return <ChoiceField name="neighbourhood" label={label} value={value} data={data} />;
}
